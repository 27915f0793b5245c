from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.mistakes import Mistake, load_mistakes
from grader.errors import CourseError
from grader.words import Text

ENTRY = """\
[[mistake]]
id = "squares"
fills = { 1 = "x ** 2" }
en = "This is the square."
ja = "これは 2 乗です。"
ask_en = "What is twice three?"
ask_ja = "3 の 2 倍はいくつですか。"
"""


@pytest.fixture
def double(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[1]


def test_a_mistake_is_fills_with_an_explanation(double: Exercise) -> None:
    assert load_mistakes(double) == (
        Mistake(
            "squares",
            {"1": "x ** 2"},
            Text(en="This is the square.", ja="これは 2 乗です。"),
            Text(en="What is twice three?", ja="3 の 2 倍はいくつですか。"),
        ),
    )


def test_mistakes_keep_their_order(double: Exercise) -> None:
    double.mistakes_path.write_text(ENTRY + ENTRY.replace("squares", "another"), encoding="utf-8")
    assert [mistake.id for mistake in load_mistakes(double)] == ["squares", "another"]


def test_an_exercise_may_do_without(course_folder: Path, double: Exercise) -> None:
    assert load_mistakes(load_course(course_folder).exercises[0]) == ()
    double.mistakes_path.write_text("", encoding="utf-8")
    assert load_mistakes(double) == ()


@pytest.mark.parametrize("key", ["id", "fills", "en", "ja", "ask_en", "ask_ja"])
def test_an_entry_has_to_be_complete(double: Exercise, key: str) -> None:
    lines = [line for line in ENTRY.splitlines() if not line.startswith(f"{key} =")]
    double.mistakes_path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_mistakes(double)
    assert caught.value.sentence.name == "course.incomplete"
    assert str(double.mistakes_path) in str(caught.value)
    assert f"'{key}'" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('fills = { 1 = "x ** 2" }', 'fills = "x ** 2"'),
        ('en = "This is the square."', "en = 3"),
        ("[[mistake]]", "[mistake]"),
    ],
)
def test_an_entry_of_the_wrong_type(double: Exercise, line: str, instead: str) -> None:
    assert line in ENTRY
    double.mistakes_path.write_text(ENTRY.replace(line, instead, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_mistakes(double)
    assert caught.value.sentence.name == "course.incomplete"


def test_what_is_not_toml_is_told_with_its_line(double: Exercise) -> None:
    double.mistakes_path.write_text(ENTRY + "oops\n", encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_mistakes(double)
    assert caught.value.sentence.name == "course.unreadable"
    assert str(double.mistakes_path) in str(caught.value)
    assert "line 8" in str(caught.value)
