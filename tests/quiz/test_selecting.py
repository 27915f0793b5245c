from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import CourseError, UsageError
from grader.quiz.selecting import select_questions, select_quizzes
from grader.words import translate
from tests.quiz.terminal.taker import write_quiz

IDS = ["day1/section1_sums", "day1/section2_products", "day2/section1_sums_again"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in IDS:
        write_quiz(tmp_path, name)
    return tmp_path


@pytest.mark.parametrize(
    ("selectors", "numbers"),
    [
        ([], [0, 1, 2]),
        (["day1"], [0, 1]),
        (["section1"], [0, 2]),
        (["day2/section1"], [2]),
        (["products"], [1]),
        (["section2_products"], [1]),
        (["day1/section1_sums"], [0]),
        (["quizzes/day1/section2_products.ja.md"], [1]),
        (["/somewhere/quizzes/day1/section2_products.md"], [1]),
        (["day2", "products", "day2"], [1, 2]),
    ],
)
def test_selectors_name_tests(root: Path, selectors: list[str], numbers: list[int]) -> None:
    found = [files.id for files in select_quizzes(root, selectors)]
    assert found == [IDS[number] for number in numbers]


@pytest.mark.parametrize("selector", ["", "/", "day", "sum", "day1/products/x", "section", "day3"])
def test_a_selector_that_names_nothing_is_refused(root: Path, selector: str) -> None:
    with pytest.raises(UsageError, match="day1/section2_products"):
        select_quizzes(root, [selector])


def questions(root: Path, *selectors: str) -> list[str]:
    selection = select_questions(root, selectors)
    assert {key.partition("#")[0] for key in selection.questions} <= {
        quiz.id for quiz in selection.quizzes
    }
    return list(selection.questions)


@pytest.mark.parametrize(
    "selector",
    [
        "day1/section1_sums#blanks",
        "day1/section1#2",
        "quizzes/day1/section1_sums.ja.md#blanks",
        "sums＃２",
    ],
)
def test_a_question_is_named_by_its_id_or_its_number(root: Path, selector: str) -> None:
    assert questions(root, selector) == ["day1/section1_sums#blanks"]
    assert [quiz.id for quiz in select_questions(root, [selector]).quizzes] == IDS[:1]


def test_questions_add_up_with_each_other_and_with_whole_tests(root: Path) -> None:
    assert questions(root) == questions(root, "day1") == []
    assert len(select_questions(root, []).quizzes) == 3
    both = ["day1/section1_sums#letters", "day2/section1_sums_again#letters"]
    assert questions(root, "section1#1") == both
    assert questions(root, "#pairs") == [f"{name}#pairs" for name in IDS]
    mixed = questions(root, "products", "sums#essay", "products#2")
    assert mixed == ["day1/section1_sums#essay"] + [
        f"{IDS[1]}#{name}" for name in ("blanks", "essay", "letters", "pairs")
    ]


def test_the_name_of_an_exercise_stands_for_the_questions_about_it(root: Path) -> None:
    exercise = "day1/section1_sums/double"
    for path in root.glob(f"quizzes/{IDS[1]}*.md"):
        source = path.read_text(encoding="utf-8")
        linked = source.replace("id=blanks", f"id=blanks check={exercise}")
        path.write_text(linked if ".ja" not in path.name else source, encoding="utf-8")
    assert questions(root, "double") == questions(root, exercise) == [f"{IDS[1]}#blanks"]
    with pytest.raises(UsageError) as refused:
        select_questions(root, ["doubled"])
    assert refused.value.sentence.name == "quiz_selecting.nothing_matches"


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("sums#leter", "There is no question “sums#leter”. Near it: day1/section1_sums#letters"),
        ("section1#5", "of “day1/section1_sums” have the numbers 1 to 4"),
        ("sums#0", "1 to 4"),
        ("sums#", "“sums#” names no question. Write a test, # and a number"),
        ("#2", "“#2” names no question."),
        ("nothing#1", "No confirmation test is called “nothing”."),
    ],
)
def test_an_unknown_question_is_said_with_those_near_it(
    root: Path, selector: str, said: str
) -> None:
    with pytest.raises(UsageError) as refused:
        select_questions(root, [selector])
    assert said in translate(refused.value.sentence, "en")


def test_a_course_may_have_no_tests(tmp_path: Path) -> None:
    with pytest.raises(CourseError):
        select_quizzes(tmp_path, [])
