"""The text of a task: README.md and README.ja.md of an exercise's folder."""

from __future__ import annotations

import re
from typing import NamedTuple

from grader.course.exercise import Exercise
from grader.course.sources import read_author_file
from grader.errors import CourseError
from grader.words import Language, Text, sentence

SECTIONS: dict[Language, tuple[str, ...]] = {
    "en": ("What", "Why", "Formula", "Shapes", "Example", "Hints"),
    "ja": ("課題", "なぜ", "数式", "形状", "例", "ヒント"),
}
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_HINT = re.compile(r"^\d+\. ", re.MULTILINE)


class Task(NamedTuple):
    """A task in one language: its title, the text to read, and hints to be asked for one by one."""

    title: str
    text: str
    hints: tuple[str, ...]


def read_title(exercise: Exercise) -> Text:
    """Read the title in both languages."""
    return Text(en=read_task(exercise, "en").title, ja=read_task(exercise, "ja").title)


def read_task(exercise: Exercise, language: Language) -> Task:
    """Read a task.

    Raises:
        CourseError: the file lacks its title, one of its sections, or hints.
    """
    path = exercise.task_path(language)
    source = read_author_file(path)
    first_line, _, body = source.partition("\n")
    if not first_line.startswith("# "):
        raise CourseError(sentence("course.task_without_title", file=path))
    if tuple(_HEADING.findall(body)) != SECTIONS[language]:
        headings = ", ".join(SECTIONS[language])
        raise CourseError(sentence("course.task_sections", file=path, headings=headings))
    text, _, hints = body.partition(f"## {SECTIONS[language][-1]}\n")
    found = tuple(hint.strip() for hint in _HINT.split(hints)[1:])
    if not found:
        raise CourseError(sentence("course.task_without_hints", file=path))
    return Task(first_line.removeprefix("# ").strip(), text.strip(), found)
