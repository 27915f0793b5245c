"""Quizzes for other programs: one file a format, found by listing this folder.

A format is a module with `write(quizzes, language, edition) -> bytes`, and with `losses(quizzes)`,
which says what of the quizzes the format cannot hold.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from grader.words import Language, Sentence, Text

if TYPE_CHECKING:
    from grader.quiz.model import Quiz


@dataclass(frozen=True)
class Edition:
    """What a file has to say of itself, so that a program can keep it apart from others.

    `course` is the id of the course and `title` its name. `made` is when the file is made, in whole
    seconds since 1970: a later edition replaces an earlier one where a program imports both.
    """

    course: str
    title: Text
    made: int


class Format(Protocol):
    """What every module of this folder offers."""

    def write(self, quizzes: Sequence[Quiz], language: Language, edition: Edition) -> bytes:
        """Write quizzes as one file; the same arguments give the same bytes.

        Raises:
            UsageError: something that is needed is not installed.
            CourseError: an image cannot be read, or a formula not be shown.
        """

    def losses(self, quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:
        """Say what is not in the file, or is in it in another form."""


def format_names() -> tuple[str, ...]:
    """List the formats there are."""
    modules = pkgutil.iter_modules(__path__)
    return tuple(sorted(found.name for found in modules if not found.name.startswith("_")))


def load_format(name: str) -> Format:
    """Import one of `format_names()`."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))
