from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import CourseError, UsageError
from grader.quiz.selecting import select_quizzes
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


def test_a_course_may_have_no_tests(tmp_path: Path) -> None:
    with pytest.raises(CourseError):
        select_quizzes(tmp_path, [])
