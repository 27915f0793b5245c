"""What Moodle makes of the whole course: the same is asked, and the same is right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest

from grader.quiz.answer import Graded
from grader.quiz.grade import grade
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.model import Question
from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Prose
from grader.words import LANGUAGES, Language, sentence, translate
from tests.quiz.export.course import EDITION, exported, quizzes
from tests.quiz.export.moodle_reader import Bank, BankQuestion, Given, read_bank
from tests.quiz.export.moodle_reader.categories import split_path
from tests.quiz.export.moodle_reader.marking import ShortAnswer
from tests.quiz.export.numbers import numbers_around
from tests.quiz.export.prose import shown, squeezed, written

QUESTIONS = {f"{quiz.id}/{one.id}": one for quiz in quizzes() for one in quiz.questions}
TYPES = {
    "choice": "multichoice",
    "multi": "multichoice",
    "numeric": "numerical",
    "text": "shortanswer",
    "shape": "shortanswer",
    "order": "shortanswer",
    "match": "matching",
    "expr": "essay",
    "code": "essay",
    "essay": "essay",
}
RIGHT = 0.999999  # from there on a response is called right

# Every question of the course is slow.
pytestmark = [pytest.mark.slow, pytest.mark.parametrize("language", LANGUAGES)]


@cache
def bank(language: Language) -> Bank:
    return read_bank(exported("moodle", language))


@cache
def by_id(language: Language) -> dict[str, BankQuestion]:
    return {found.id_number: found for found in bank(language).questions}


def of_kind(*kinds: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "ident", [i for i, one in QUESTIONS.items() if one.kind in kinds]
    )


def texts(passages: Iterable[Prose | None], language: Language) -> list[str]:
    return [written(prose.in_language(language)) for prose in passages if prose]


def same_mark(given: Given, graded: Graded, language: Language) -> None:
    """As right, and the same is said; of what is typed, Moodle says what it finds first."""
    assert (given.fraction > RIGHT) == graded.correct
    assert [shown(feedback) for feedback in given.feedback] == texts(graded.feedback, language)


def test_moodle_reads_everything(language: Language) -> None:
    assert bank(language).ignored == ()
    assert [found.id_number for found in bank(language).questions] == list(QUESTIONS)


def test_a_quiz_is_a_category(language: Language) -> None:
    title = EDITION.title.in_language(language)
    described = {split_path(path): shown(info) for path, info in bank(language).categories.items()}
    assert described == {
        ("course", (title, *quiz.id.split("/"))): squeezed(quiz.title.in_language(language))
        + written(quiz.intro.in_language(language))
        for quiz in quizzes()
    }
    ids = [f"{EDITION.course}/{language}/{quiz.id}" for quiz in quizzes()]
    assert list(bank(language).category_ids.values()) == ids
    for found in bank(language).questions:
        _, (_, *folders) = split_path(found.category)
        assert found.id_number.startswith("/".join(folders) + "/")


@pytest.mark.parametrize("ident", QUESTIONS)
def test_the_same_is_asked(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    listed = {"order": question.options, "match": question.choices}.get(question.kind, ())
    asked = texts([question.body, *(option.text for option in listed)], language)
    assert shown(found.text).startswith("".join(asked))
    assert squeezed(found.name) == _plain(question.title, language).replace("<", "＜")
    assert shown(found.general_feedback).startswith(
        written(question.explanation.in_language(language))
    )
    assert (found.kind, found.default_mark) == (TYPES[question.kind], question.points)
    assert found.tags == (*question.tags, f"level-{question.level}")
    assert len(found.files) == len(set(_images(question, language)))


def _plain(title: Prose, language: Language) -> str:
    return squeezed(
        "".join(token.content for token in inline_tokens(title.in_language(language).blocks))
    )


def _images(question: Question, language: Language) -> Iterator[str]:
    options = (*question.options, *question.choices)
    passages = [question.body, question.explanation, *question.hints]
    passages += [part for option in options for part in (option.text, option.feedback) if part]
    for prose in passages:
        for token in inline_tokens(prose.in_language(language).blocks):
            if token.type == "image":
                yield str(token.attrs["src"])


def test_images_are_whole(language: Language) -> None:
    files = {
        name: content for one in bank(language).questions for name, content in one.files.items()
    }
    assert len(files) == len(
        {name for one in QUESTIONS.values() for name in _images(one, language)}
    )
    assert all(content.rstrip().endswith(b"</svg>") for content in files.values())


@pytest.mark.parametrize("ident", QUESTIONS)
def test_hints_are_there_where_moodle_has_a_place(language: Language, ident: str) -> None:
    hints = [shown(hint) for hint in by_id(language)[ident].hints]
    essay = by_id(language)[ident].needs_marking
    assert hints == ([] if essay else texts(QUESTIONS[ident].hints, language))


@of_kind("choice", "multi")
def test_the_same_options_stand_in_the_same_order(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    options = [shown(option) for option in found.options]
    assert options == texts((option.text for option in question.options), language)
    assert (found.single, found.shuffle, found.numbering) == (
        question.kind == "choice",
        True,
        "ABCD",
    )


@of_kind("choice")
def test_the_same_option_is_right(language: Language, ident: str) -> None:
    for option in QUESTIONS[ident].options:
        graded, given = (
            grade(QUESTIONS[ident], option.index),
            by_id(language)[ident].mark(option.index),
        )
        assert given.fraction == graded.credit
        same_mark(given, graded, language)


@of_kind("multi")
def test_the_same_options_are_right_together(language: Language, ident: str) -> None:
    question = QUESTIONS[ident]
    indices = range(len(question.options))
    sets = itertools.chain.from_iterable(
        itertools.combinations(indices, size) for size in range(1, len(indices) + 1)
    )
    for chosen in sets:
        graded, given = grade(question, list(chosen)), by_id(language)[ident].mark(set(chosen))
        assert given.fraction == pytest.approx(graded.credit, abs=1e-6)
        same_mark(given, graded, language)


@of_kind("numeric")
def test_the_same_numbers_are_right(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    for answer in (question.answer, *(known.answer for known in question.distractors)):
        assert isinstance(answer, Numeric)
        for number in itertools.chain.from_iterable(map(numbers_around, answer.intervals)):
            graded, given = grade(question, repr(number)), found.mark(repr(number))
            assert given.fraction == graded.credit
            first = texts(graded.feedback, language)[:1]
            assert [shown(feedback) for feedback in given.feedback] == first
    assert translate(sentence("quiz_export.number_alone"), language) in found.text


@of_kind("numeric", "text", "shape")
def test_right_responses_are_right(language: Language, ident: str) -> None:
    for response in QUESTIONS[ident].answer.right_responses():
        assert by_id(language)[ident].mark(response).fraction == 1
    assert by_id(language)[ident].mark("no such thing") == Given(0.0, ())


@of_kind("numeric", "text", "shape")
def test_known_wrong_answers_are_wrong_and_told_why(language: Language, ident: str) -> None:
    for known in QUESTIONS[ident].distractors:
        for response in known.answer.right_responses():
            given = by_id(language)[ident].mark(response)
            assert given.fraction == 0
            told = texts(grade(QUESTIONS[ident], response).feedback, language)
            assert [shown(feedback) for feedback in given.feedback] == told[:1] != []


@of_kind("text", "shape", "order")
def test_no_spelling_is_right_there_alone(language: Language, ident: str) -> None:
    marker = by_id(language)[ident].marker
    assert isinstance(marker, ShortAnswer)
    for answer in marker.answers:
        spelling = answer.text.replace(r"\*", "*")
        assert by_id(language)[ident].mark(spelling) == answer.given()
        graded = grade(QUESTIONS[ident], spelling)
        assert (answer.fraction, answer.fraction == 1) == (graded.credit, graded.correct)
        told = texts(graded.feedback, language)[:1]
        assert [shown(feedback) for feedback in answer.shown()] == told


@of_kind("order")
def test_the_same_order_is_right(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    for order in itertools.permutations(range(len(question.options))):
        graded = grade(question, list(order))
        numbers = [str(index + 1) for index in order]
        for between in (" > ", ",", " "):
            assert found.mark(between.join(numbers)).fraction == graded.credit


@of_kind("match")
def test_the_same_pairs_are_right(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    left = [
        f"{option.index + 1}.{written(option.text.in_language(language))}"
        for option in question.options
    ]
    assert [shown(option) for option in found.options] == left
    assert sorted(found.partners) == [option.letter for option in question.choices]
    assert isinstance(question.answer, Match)
    right = list(question.answer.partners)
    responses = [right] + [
        [*right[:place], choice.index, *right[place + 1 :]]
        for place, choice in itertools.product(range(len(right)), question.choices)
    ]
    for response in responses:
        chosen = {place: question.choices[one].letter for place, one in enumerate(response)}
        expected = grade(question, response)
        assert found.mark(chosen).fraction == pytest.approx(expected.credit, abs=1e-6)


@of_kind("expr", "code", "essay")
def test_who_marks_by_hand_has_the_key(language: Language, ident: str) -> None:
    question, found = QUESTIONS[ident], by_id(language)[ident]
    assert found.needs_marking
    told = shown(found.grader_info)
    assert all(squeezed(part) in told for part in _key(question, language))
    if question.kind != "essay":
        assert translate(sentence("quiz_export.marked_later"), language) in found.text


def _key(question: Question, language: Language) -> list[str]:
    if question.model_answer is not None:
        rubric = [written(item.text.in_language(language)) for item in question.rubric]
        return [question.model_answer.in_language(language).replace("`", ""), *rubric]
    first: Any = question.answer.right_responses()[0]
    return list(first.values()) if isinstance(first, dict) else [first]


def test_only_moodles_own_fields_are_to_be_filled(language: Language) -> None:
    for found in bank(language).questions:
        assert "_____" not in found.text or found.kind in ("essay", "multichoice", "matching")
