"""What Canvas makes of the whole course: the same is asked, and the same is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.export import load_format
from grader.quiz.load import load_quiz
from grader.quiz.model import Question, Quiz
from grader.words import LANGUAGES, Language, Text
from tests.quiz.export.course import EDITION, exported, quizzes
from tests.quiz.export.qti_reader import (
    Package,
    QuizItem,
    new_quizzes_errors,
    read_package,
    schema_errors,
)
from tests.quiz.export.qti_same import (
    ESSAY,
    accepted_in,
    assert_asked,
    assert_marked,
    heard,
    said,
)
from tests.quiz.writing import question as written_question
from tests.quiz.writing import read_one, write

pytestmark = pytest.mark.slow  # every question of the course

QUIZZES = {quiz.id: quiz for quiz in quizzes()}
QUESTIONS = {f"{quiz.id}/{one.id}": one for quiz in quizzes() for one in quiz.questions}

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def package(language: Language) -> Package:
    return read_package(exported("qti", language))


@cache
def items(language: Language) -> dict[str, QuizItem]:
    found = (item for quiz in package(language).quizzes for item in quiz.items)
    return dict(zip(QUESTIONS, found, strict=True))


@cache
def accepted(language: Language) -> dict[str, list[str]]:
    return accepted_in(exported("qti", language))


def write_one(quiz: Quiz, language: Language = "en") -> bytes:
    return load_format("qti").write([quiz], language, EDITION)


def read_question(question: Question) -> QuizItem:
    """What Canvas makes of a question in a quiz of its own."""
    quiz = replace(quizzes()[0], questions=(question,))
    ((item,),) = [quiz.items for quiz in read_package(write_one(quiz)).quizzes]
    return item


def losses(*found: Quiz) -> Iterator[str]:
    for loss in load_format("qti").losses(found):
        yield loss.name.partition(".")[2]


@in_both_languages
def test_canvas_reads_everything(language: Language) -> None:
    assert package(language).ignored == ()
    assert package(language).banks == ()
    assert [quiz.ignored for quiz in package(language).quizzes] == [()] * len(QUIZZES)
    assert schema_errors(exported("qti", language)) == []


@in_both_languages
def test_new_quizzes_wants_one_test_at_a_time(language: Language) -> None:
    several = "Only the first quiz of a package is imported."
    assert new_quizzes_errors(exported("qti", language)) == [several]
    assert "qti_new_quizzes" in set(losses(*quizzes()))
    for quiz in quizzes():
        assert new_quizzes_errors(write_one(quiz, language)) == []
        assert "qti_new_quizzes" not in set(losses(quiz))


@in_both_languages
@pytest.mark.parametrize("ident", QUIZZES)
def test_a_quiz_keeps_its_settings(language: Language, ident: str) -> None:
    found = dict(zip(QUIZZES, package(language).quizzes, strict=True))[ident]
    quiz = QUIZZES[ident]
    assert found.title == quiz.title.in_language(language)
    assert heard(found.description) == said(quiz.intro, language)
    assert float(found.settings["points_possible"]) == quiz.points
    assert found.settings.get("time_limit") == (quiz.minutes and str(quiz.minutes))
    assert found.settings["shuffle_answers"] == "true"
    assert found.settings["allowed_attempts"] == "1"


@in_both_languages
@pytest.mark.parametrize("ident", QUESTIONS)
def test_the_same_is_asked(language: Language, ident: str) -> None:
    assert_asked(QUESTIONS[ident], items(language)[ident], language)


@in_both_languages
@pytest.mark.parametrize("ident", QUESTIONS)
def test_the_same_is_right(language: Language, ident: str) -> None:
    found = items(language)[ident]
    assert_marked(QUESTIONS[ident], found, accepted(language)[found.ident], language)


def test_free_text_is_counted() -> None:
    essays = {ident for ident, item in items("en").items() if item.kind == ESSAY}
    told = {
        loss.name.partition(".")[2]: loss.values for loss in load_format("qti").losses(quizzes())
    }
    numbers = {ident for ident in essays if QUESTIONS[ident].kind == "numeric"}
    own = {ident for ident in essays if QUESTIONS[ident].kind == "essay"}
    assert numbers
    assert told["qti_fine_numbers"]["count"] == len(numbers)
    assert told["by_hand"]["count"] == len(essays - numbers - own)


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("0.25 ± 0.005", ["0.245", "0.25", "2.55e-1"], ["0.2449", "0.2551", "1/4", "25%"]),
        ("17.5%", ["0.175", "17.5", "17.50001"], ["0.1751", "17.5001", "17.5%"]),
        ("3.0001", ["3.0001", "3.00014", "3.00006"], ["3.0002", "3.0"]),
        ("[1e3, 2000]", ["1,000", "1000.00", "2e3"], ["999.9999", "2000.0001"]),
        ("-0.00001 ± 0.00002", ["0", "-0", "0.00003"], ["0.0001", "-0.0001"]),
        ("1e14", ["100000000000000"], ["100000001000000"]),
    ],
)
def test_numbers_have_four_decimals(
    tmp_path: Path, key: str, right: list[str], wrong: list[str]
) -> None:
    found = read_question(asking(tmp_path, key))
    assert [typed for typed in (*right, *wrong) if found.mark(typed).fraction == 1] == right


@pytest.mark.parametrize("key", ["0.00025", "2.66e-5 ± 5e-7", "1e16", "1 | 0.12345", "0.003%"])
def test_finer_numbers_are_for_a_person(tmp_path: Path, key: str) -> None:
    question = asking(tmp_path, key)
    found = read_question(question)
    assert found.mark("1").needs_marking
    assert "Your answer is marked by a person." in found.text
    assert "as a decimal" not in found.text
    assert list(losses(replace(quizzes()[0], questions=(question,))))[-2:] == [
        "qti_rounding",
        "qti_fine_numbers",
    ]


def asking(folder: Path, key: str) -> Question:
    return read_one(folder, written_question("Which?", f"```answer numeric\n{key}\n```\n\nSo."))


def test_signs_of_html_stay_signs(tmp_path: Path) -> None:
    options = "- [x] 1 < 2 & 3\n  > So 2 > 1 & 3.\n- [ ] &lt;\n  > No: `<`."
    asked = written_question(f"Is a < b & c?\n\n{options}", "Because a < b & c.")
    found = read_question(read_one(tmp_path, asked))
    assert heard(found.text) == "Isa<b&c?"
    assert [heard(option) for option in found.options] == ["1<2&3", "<"]
    assert [heard(found.mark(place).feedback[0]) for place in (0, 1)] == ["So2>1&3.", "No:<."]
    assert heard(found.general_feedback) == "Becausea<b&c."


def test_titles_of_any_length() -> None:
    first = quizzes()[0]
    long = replace(first, title=Text(en="<x> & " * 60, ja="題 " * 200))
    for language in LANGUAGES:
        (found,) = read_package(write_one(long, language)).quizzes
        assert found.ignored == ()
        assert found.title.endswith("…")
        assert len(found.title) <= 255
    (found,) = read_package(write_one(replace(first, title=Text(en=" ", ja="")))).quizzes
    assert found.title == first.id


@pytest.mark.parametrize("points", [1234567.5, 0.5, 1 / 3, 100.0])
def test_points_of_any_size(points: float) -> None:
    quiz = quizzes()[0]
    asked = replace(quiz.questions[0], points=points)
    (found,) = read_package(write_one(replace(quiz, questions=(asked,)))).quizzes
    assert found.items[0].points == pytest.approx(points, abs=1e-5)
    assert float(found.settings["points_possible"]) == found.items[0].points


def test_a_text_that_canvas_would_throw_away_is_said(tmp_path: Path) -> None:
    inside = "```answer numeric\n1\n```\n\nSo."
    fits = load_quiz(write(tmp_path, written_question("word " * 3000, inside)))
    assert len(read_package(write_one(fits)).quizzes[0].items[0].text) > 15000
    too_long = load_quiz(write(tmp_path, written_question("word " * 3300, inside)))
    with pytest.raises(CourseError, match=r"quiz\.md:5: .* 16384 .* 16\d{3}\."):
        write_one(too_long)
