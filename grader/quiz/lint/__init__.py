"""What an author could get wrong in a quiz that can be read: one file a topic.

A topic is a module with `look(quiz, course) -> findings`; they are found by listing this folder.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from grader.quiz.load import QuizFiles, read_quiz
from grader.quiz.model import MistakeId, Quiz
from grader.quiz.parse.draft import Finding

__all__ = ["Finding", "Known", "Report", "check_quiz"]


class Known(NamedTuple):
    """What the course has that a quiz may refer to; None where that is not known.

    `exercises` holds the names of the blanks by the exercise's id.
    """

    exercises: Mapping[str, frozenset[str]] | None = None
    sections: frozenset[str] | None = None
    mistakes: frozenset[MistakeId] | None = None


class Report(NamedTuple):
    """A quiz as far as it could be read, and all findings by place; sound without any."""

    quiz: Quiz | None
    findings: tuple[Finding, ...]


class Topic(Protocol):
    """What every module of this folder offers."""

    def look(self, quiz: Quiz, known: Known) -> Iterator[Finding]:
        """Look for what is wrong."""


def check_quiz(files: QuizFiles, known: Known = Known()) -> Report:  # noqa: B008 - immutable
    """Read a quiz and look for everything that could be wrong with it."""
    quiz, findings = read_quiz(files)
    if quiz is not None:
        findings += tuple(found for topic in _topics() for found in topic.look(quiz, known))
    ordered = sorted(findings, key=lambda found: _position(found.place))
    return Report(quiz, tuple(ordered))


def _position(place: tuple[Path | str, int, int | None]) -> tuple[str, int, int]:
    return str(place[0]), place[1], place[2] or 0


def _topics() -> Iterator[Topic]:
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            yield cast(Topic, importlib.import_module(f"{__name__}.{module.name}"))
