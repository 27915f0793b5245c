"""The known wrong fills of an exercise, from mistakes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from grader.course.exercise import Exercise
from grader.course.sources import read_author_file
from grader.errors import CourseError
from grader.words import Text, sentence


class Mistake(NamedTuple):
    """A wrong answer worth knowing: its fills by blank label, why it is wrong, what to ask next."""

    id: str
    fills: Mapping[str, str]
    explanation: Text
    question: Text


def load_mistakes(exercise: Exercise) -> tuple[Mistake, ...]:
    """Read mistakes.toml; an exercise may do without.

    Raises:
        CourseError: the file is not valid TOML or an entry is incomplete.
    """
    path = exercise.mistakes_path
    if not path.exists():
        return ()
    try:
        entries = tomllib.loads(read_author_file(path)).get("mistake", [])
        return tuple(_mistake(entry) for entry in entries)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(sentence("course.unreadable", file=path, error=error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise CourseError(sentence("course.incomplete", file=path, error=error)) from error


def _mistake(entry: Mapping[str, Any]) -> Mistake:
    return Mistake(
        id=str(entry["id"]),
        fills={str(label): str(fill) for label, fill in entry["fills"].items()},
        explanation=Text(en=entry["en"].strip(), ja=entry["ja"].strip()),
        question=Text(en=entry["ask_en"].strip(), ja=entry["ask_ja"].strip()),
    )
