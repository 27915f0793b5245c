"""From responses to marks: feedback, credit, the marks of a whole quiz, the order of options."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.quiz.grade import grade, grade_quiz
from grader.quiz.model import Quiz
from grader.quiz.parse.markdown import plain
from grader.quiz.shuffle import choice_order, option_order
from tests.quiz.writing import question, read

CHOICE = "- [ ] a\n  > Not a.\n- [x] b\n  > Indeed b.\n- [ ] c\n  > Not c."
MULTI = "- [x] a\n- [x] b\n- [ ] c\n  > Not c.\n- [ ] d\n  > Not d."
MISTAKES = "- `0.5` | `50.0%`\n  > That is f(0).\n- `0.3 ± 0.01`\n  > No."
NUMBER = f"```answer numeric\n0.25\n```\n{MISTAKES}\n\nx"
CODE = "```answer code\n1: a\n2: b\n```\n- `2: a`\n  > Not a again.\n\nx"


@pytest.fixture
def quiz(tmp_path: Path) -> Quiz:
    parts = [
        question(CHOICE, attributes="id=choice points=2"),
        question(MULTI, attributes="id=multi points=4"),
        question("?", NUMBER, "id=number points=1"),
        question("```\n___1___, ___2___\n```", CODE, "id=code points=2"),
        question("Why?", "```answer essay\nx\n```\n- [ ] (1) a\n- [ ] (3) b\n\nx", "id=essay"),
        question("1. a\n2. b\n\n- A. x\n- B. y", "```answer match\n1: B\n2: A\n```\nx", "id=match"),
    ]
    reading = read(tmp_path, "\n".join(parts))
    assert reading.quiz is not None
    assert not reading.findings
    return reading.quiz


@pytest.mark.parametrize(
    ("name", "response", "said"),
    [
        ("choice", 0, ["Not a."]),
        ("choice", "Ｃ", ["Not c."]),
        ("choice", 1, ["Indeed b."]),
        ("multi", [0, 2, 3], ["Not c.", "Not d."]),
        ("multi", [0, 1], []),
        ("number", "1/2", ["That is f(0)."]),
        ("number", "０．５", ["That is f(0)."]),
        ("number", "0.307", ["No."]),
        ("number", "0.9", []),
        ("number", "0.25", []),
        ("number", "", []),
        ("code", {"1": "a", "2": "(a)"}, ["Not a again."]),
        ("code", {"1": "c", "2": "b"}, []),
    ],
)
def test_feedback_is_about_this_very_answer(
    name: str, response: object, said: list[str], quiz: Quiz
) -> None:
    graded = grade(quiz.question(name), response)
    assert [plain(prose.en.blocks) for prose in graded.feedback] == said


@pytest.mark.parametrize(
    ("name", "response", "credit"),
    [
        ("choice", 1, 1.0),
        ("choice", 0, 0.0),
        ("multi", [0], 0.5),
        ("multi", [0, 1, 2], 0.5),
        ("multi", [0, 2], 0.0),
        ("multi", [2, 3], 0.0),
        ("multi", [0, 1, 2, 3], 0.0),
        ("code", {"1": "a", "2": "x"}, 0.5),
        ("match", [1, 1], 0.5),
        ("essay", {"text": "x", "met": [1]}, 0.75),
        ("essay", "x", 0.0),
        ("number", None, 0.0),
    ],
)
def test_parts_of_an_answer_have_credit(
    name: str, response: object, credit: float, quiz: Quiz
) -> None:
    assert grade(quiz.question(name), response).credit == credit


def test_parts_are_marked_by_their_labels(quiz: Quiz) -> None:
    assert grade(quiz.question("code"), {"1": "a", "2": "x"}).parts == {"1": True, "2": False}
    assert grade(quiz.question("match"), [1, 1]).parts == {"1": True, "2": False}
    assert grade(quiz.question("multi"), [0, 2]).parts == {
        "A": True, "B": False, "C": False, "D": True,
    }  # fmt: skip


def test_a_quiz_is_the_sum_of_its_questions(quiz: Quiz) -> None:
    responses = {"choice": 1, "multi": [0], "number": "0.5", "code": {"1": "a", "2": "x"}}
    result = grade_quiz(quiz, responses)
    assert quiz.points == 11
    assert result.score == 2 + 2 + 0 + 1
    assert not result.passed
    answered = {marked.question.id: marked.answered for marked in result.results}
    assert answered == {
        "choice": True, "multi": True, "number": True, "code": True, "essay": False, "match": False,
    }  # fmt: skip


def test_a_quiz_is_passed_at_its_share(quiz: Quiz) -> None:
    responses = {"multi": [0, 1], "code": {"1": "a", "2": "b"}, "match": [1, 1]}
    assert grade_quiz(quiz, responses).score == 6.5
    assert not grade_quiz(quiz, responses).passed
    assert grade_quiz(quiz, {**responses, "number": ".25"}).passed


def test_unknown_questions_in_responses_are_no_answers(quiz: Quiz) -> None:
    assert grade_quiz(quiz, {"nothing": 1}).score == 0
    with pytest.raises(KeyError):
        quiz.question("nothing")


def test_options_are_shuffled_the_same_way_for_the_same_seed(quiz: Quiz) -> None:
    multi, match = quiz.question("multi"), quiz.question("match")
    orders = {option_order(multi, seed) for seed in range(30)}
    assert option_order(multi, "s001") == option_order(multi, "s001")
    assert len(orders) > 5
    assert {tuple(sorted(order)) for order in orders} == {(0, 1, 2, 3)}
    assert sorted(choice_order(match, 1)) == [0, 1]
    # The order is fixed for good: answers on paper refer to it.
    assert option_order(multi, 0) == (2, 3, 0, 1)
