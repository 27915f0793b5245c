from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.task import read_task, read_title
from grader.errors import CourseError
from grader.words import LANGUAGES, Language, Text


@pytest.fixture
def total(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[0]


def error_after(exercise: Exercise, language: Language, old: str, new: str) -> CourseError:
    path = exercise.task_path(language)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        read_task(exercise, language)
    assert str(caught.value).startswith(str(path))
    return caught.value


def test_a_task_is_a_title_a_text_and_hints(total: Exercise) -> None:
    task = read_task(total, "en")
    assert task.title == "The title"
    assert task.text.startswith("## What\n\nDo it.")
    assert task.text.endswith("## Example\n\nNone.")
    assert task.hints == ("Look.", "Think\n   again.")


def test_hints_stay_out_of_the_text(total: Exercise) -> None:
    for language in LANGUAGES:
        task = read_task(total, language)
        assert len(task.hints) == 2
        assert not any(hint in task.text for hint in task.hints)


def test_the_title_in_both_languages(total: Exercise) -> None:
    assert read_title(total) == Text(en="The title", ja="題名")


@pytest.mark.parametrize("title", ["The title\n", "## The title\n", "\n# The title\n", "#\n"])
def test_a_title_is_needed_in_the_first_line(total: Exercise, title: str) -> None:
    error = error_after(total, "en", "# The title\n", title)
    assert error.sentence.name == "course.task_without_title"
    assert "README.md:1: " in str(error)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "## Why\n\nBecause.\n\n", ""),
        ("en", "## What", "## Task"),
        ("en", "## Example", "## Shapes"),
        ("en", "## Hints", "## Hints and more"),
        ("ja", "## ヒント", "## Hints"),
        ("en", "## Hints", "## Remarks\n\n## Hints"),
    ],
)
def test_the_sections_are_the_same_everywhere(
    total: Exercise, language: Language, old: str, new: str
) -> None:
    error = error_after(total, language, old, new)
    assert error.sentence.name == "course.task_sections"
    assert ("What, Why, Formula" if language == "en" else "課題, なぜ, 数式") in str(error)


def test_hints_are_needed(total: Exercise) -> None:
    error = error_after(total, "en", "1. Look.\n2. Think\n", "Look.\n")
    assert error.sentence.name == "course.task_without_hints"


def test_a_task_is_needed_in_both_languages(total: Exercise) -> None:
    total.task_path("ja").unlink()
    with pytest.raises(CourseError, match=r"README\.ja\.md is missing"):
        read_title(total)


def test_every_task_of_this_course_can_be_read() -> None:
    for exercise in load_course(Path(__file__).parents[2]).exercises:
        hints = [read_task(exercise, language).hints for language in LANGUAGES]
        assert len(hints[0]) == len(hints[1]) > 0
