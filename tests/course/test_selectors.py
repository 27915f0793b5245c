from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from grader.course.catalog import Course, Day, Section
from grader.course.exercise import Exercise
from grader.course.selectors import select, select_one
from grader.errors import USAGE, CourseError, UsageError
from grader.words import Text

TITLE = Text(en="Title", ja="題名")
ROOT = Path("course")
TREE = {
    "day1": {
        "section2_activation": ["relu", "d_relu"],
        "section3_output": ["softmax", "cross_entropy"],
    },
    "day2": {
        "section3_overfitting": ["l2_gradient"],
        "section30_more": ["dropout"],
        "section4_new": [],
    },
    "practice": {"section3_tuning": ["relu"]},
}


def course_of(tree: dict[str, dict[str, list[str]]]) -> Course:
    days = tuple(
        Day(
            day,
            TITLE,
            tuple(_section(f"{day}/{section}", names) for section, names in sections.items()),
        )
        for day, sections in tree.items()
    )
    return Course("course", TITLE, ROOT, days)


def _section(section: str, names: Iterable[str]) -> Section:
    return Section(
        section, TITLE, tuple(Exercise(f"{section}/{name}", ROOT, 10.0) for name in names)
    )


COURSE = course_of(TREE)


def names(*selectors: str) -> list[str]:
    return [exercise.id for exercise in select(COURSE, selectors)]


def refused(*selectors: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        select(COURSE, selectors)
    return caught.value


SOFTMAX = "day1/section3_output/softmax"
ENTROPY = "day1/section3_output/cross_entropy"
L2 = "day2/section3_overfitting/l2_gradient"


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("softmax", [SOFTMAX]),
        (SOFTMAX, [SOFTMAX]),
        ("section3_output/softmax", [SOFTMAX]),
        ("section3/softmax", [SOFTMAX]),
        ("day1/section3/softmax", [SOFTMAX]),
        ("day1/section3", [SOFTMAX, ENTROPY]),
        ("section3_output", [SOFTMAX, ENTROPY]),
        ("section3", [SOFTMAX, ENTROPY, L2, "practice/section3_tuning/relu"]),
        ("section30", ["day2/section30_more/dropout"]),
        ("day2", [L2, "day2/section30_more/dropout"]),
        ("practice", ["practice/section3_tuning/relu"]),
        ("relu", ["day1/section2_activation/relu", "practice/section3_tuning/relu"]),
        ("d_relu", ["day1/section2_activation/d_relu"]),
    ],
)
def test_a_selector_is_any_part_of_an_id(selector: str, expected: list[str]) -> None:
    assert names(selector) == expected


@pytest.mark.parametrize(
    "typed",
    [
        f"exercises/{SOFTMAX}.py",
        f"{SOFTMAX}.py",
        "softmax.py",
        f"solutions/{SOFTMAX}",
        f"solutions/{SOFTMAX}/",
        f"/{SOFTMAX}/",
    ],
)
def test_a_path_as_the_shell_completes_it_names_its_exercise(typed: str) -> None:
    assert names(typed) == [SOFTMAX]


def test_a_folder_as_the_shell_completes_it_names_its_exercises() -> None:
    assert names("exercises/day1/section3_output/") == [SOFTMAX, ENTROPY]


@pytest.mark.parametrize(
    "selector",
    [
        "cross",  # exercise names match whole
        "d",
        "soft",
        "day",
        "section",
        "section3_out",
        "day1/softmax",  # parts are neighbours
        "softmax/day1",
        f"{SOFTMAX}/softmax",
        "Softmax ",
        "",
        "/",
    ],
)
def test_less_than_a_part_names_nothing(selector: str) -> None:
    assert refused(selector).sentence.name.startswith("course.nothing_matches")


def test_no_selector_names_all() -> None:
    assert names() == [exercise.id for exercise in COURSE.exercises]
    assert len(names()) == 7


def test_several_selectors_are_joined_in_course_order_without_repetition() -> None:
    assert names("day2/section3", "softmax", "section3_output", SOFTMAX) == [SOFTMAX, ENTROPY, L2]


def test_every_selector_has_to_name_something() -> None:
    assert "sofmax" in str(refused("relu", "sofmax"))


def test_the_nearest_names_are_offered() -> None:
    error = refused("sofmax")
    assert error.sentence.name == "course.nothing_matches_but"
    assert str(error).endswith("Did you mean: softmax?")
    assert error.exit_code == USAGE
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("selector", "nearest"),
    [
        ("l2-gradient", "l2_gradient"),
        ("section33", "section3"),
        ("day1/section3_output/sofmax", SOFTMAX),
    ],
)
def test_the_nearest_name_is_of_any_kind(selector: str, nearest: str) -> None:
    assert nearest in str(refused(selector).sentence.values["names"]).split(", ")


def test_nothing_is_near() -> None:
    assert refused("quantum").sentence.name == "course.nothing_matches"


@pytest.mark.parametrize("selector", ["section4", "section4_new", "day2/section4"])
def test_a_section_without_exercises_is_told_from_an_unknown_one(selector: str) -> None:
    error = refused(selector)
    assert error.sentence.name == "course.section_is_empty"
    assert selector in str(error)


def test_one_exercise_where_one_is_needed() -> None:
    assert select_one(COURSE, "softmax").id == SOFTMAX


def test_several_exercises_where_one_is_needed() -> None:
    with pytest.raises(UsageError) as caught:
        select_one(COURSE, "day1/section3")
    assert caught.value.sentence.name == "course.several_match"
    assert f"{SOFTMAX}, {ENTROPY}" in str(caught.value)


def test_no_exercise_where_one_is_needed() -> None:
    with pytest.raises(UsageError, match="Did you mean: dropout"):
        select_one(COURSE, "dropuot")


def test_a_course_without_exercises_is_no_course_to_pass() -> None:
    empty = course_of({"day1": {"section1_none": []}})
    with pytest.raises(CourseError, match="nothing was found below solutions/"):
        select(empty, [])
