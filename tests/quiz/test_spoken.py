"""Responses, keys and known wrong answers as a person reads them."""

from __future__ import annotations

import pytest

from grader.quiz.model import Distractor, Question
from grader.quiz.spoken import LONGEST, one_line, spoken_distractor, spoken_key, spoken_response
from tests.quizzes.keys import Keys

RNN = Keys("day3/section1_rnn").quiz


def known(question_id: str, quiz_id: str = RNN.id) -> tuple[Distractor, ...]:
    return Keys(quiz_id).quiz.question(question_id).distractors


def test_words_are_in_the_readers_language() -> None:
    for distractor in known("third-weight"):
        (english,) = spoken_distractor(distractor, "en")
        (japanese,) = spoken_distractor(distractor, "ja")
        assert english.isascii()
        assert not japanese.isascii()


def test_how_near_is_near_enough_is_not_said() -> None:
    spoken = [
        one
        for distractor in known("softmax-4class", "day1/section3_output")
        for one in spoken_distractor(distractor, "en")
    ]
    assert "0.25" in spoken
    assert not any("±" in one for one in spoken)


def test_code_keeps_all_its_spellings() -> None:
    squares, *_ = known("l2-gradient", "day2/section3_overfitting")
    assert spoken_distractor(squares, "ja") == squares.written
    assert len(squares.written) > 1


OUTPUT, SHAPES = RNN.question("output-delta"), RNN.question("weight-shapes")
BPTT = RNN.question("bptt-order")
L2 = Keys("day2/section3_overfitting").quiz.question("l2-gradient")


@pytest.mark.parametrize(
    ("question", "response", "spoken"),
    [
        (OUTPUT, 1, "(y - d) * sigmoid(v)"),
        (OUTPUT, "b", "(y - d) * sigmoid(v)"),
        (OUTPUT, 99, "99"),
        (OUTPUT, None, "–"),
        (SHAPES, [3, None, 0], "D. (2, 16); –; A. (16, 1)"),
        (SHAPES, {"1": "d", "2": 99}, "D. (2, 16); 99"),
        (L2, {"1": "param**2"}, "param**2"),
        (L2, {"1": "param\n  ** 2"}, "param ⏎ ** 2"),
        (L2, {"1": "a", "2": ["b"]}, '1: a · 2: ["b"]'),
        (BPTT, [1, 0, 3, 2], "2 > 1 > 4 > 3"),
        (BPTT, [1, 99], "[1, 99]"),
        (RNN.question("third-weight"), "bias", "bias"),
        (RNN.question("third-weight"), ["x"], '["x"]'),
    ],
)
def test_a_response_in_one_line(question: Question, response: object, spoken: str) -> None:
    assert spoken_response(question, response, "en") == spoken


def test_a_response_stays_short() -> None:
    assert len(spoken_response(RNN.question("third-weight"), "x" * 999, "en")) == LONGEST + 1


def test_an_essay_is_shown_whole() -> None:
    essay = next(one for one in RNN.questions if one.kind == "essay")
    text = "A falling loss proves nothing. " * 12
    for response in (text, {"text": text, "met": [0]}):
        assert spoken_response(essay, response, "en") == text.strip()


def test_a_line_of_a_stranger_stays_in_its_place() -> None:
    assert one_line("s009\n  1  ✓\x1b[2J\u202e\x85x") == "s009 1 ✓?[2J? x"
    assert one_line("名" * 99, 10) == "名名名名…"


def test_the_key_names_the_right_option() -> None:
    assert spoken_key(OUTPUT, "en") == "(y - d) * y * (1 - y)"
    assert spoken_key(SHAPES, "en").startswith(tuple("ABCD"))
    assert spoken_key(RNN.question("conv-5x5"), "en") == "3×3"
