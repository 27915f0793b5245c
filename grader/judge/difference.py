"""What tells an outcome from the expected one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from grader.calls.values import Unsupported, Value
from grader.judge.describe import type_text
from grader.words import Sentence, sentence

DifferenceKind = Literal[
    "raised",
    "not_raised",
    "wrong_exception",
    "nothing_returned",
    "type",
    "length",
    "shape",
    "dtype",
    "finiteness",
    "value",
    "argument_changed",
    "argument_not_changed",
    "argument_returned",
]


@dataclass(frozen=True)
class Worst:
    """The pair of numbers that differ most."""

    index: tuple[int, ...]
    expected: Any
    got: Any
    differing: int
    total: int


class Difference(NamedTuple):
    """Why an outcome is not the expected one."""

    kind: DifferenceKind
    said: Sentence
    worst: Worst | None = None


def type_difference(expected: Value, got: Value, place: str) -> Difference:
    """A result of the wrong type."""
    name = "compare.type_unsupported" if isinstance(got, Unsupported) else "compare.type"
    return difference("type", name, place, expected=type_text(expected), got=type_text(got))


def difference(kind: DifferenceKind, name: str, place: str, **values: object) -> Difference:
    """Describe a difference; `place` is empty for the result, else what it is called in code."""
    return Difference(kind, sentence(name, place=place_of(place), **values))


def place_of(place: str) -> Sentence:
    """Name a place in a sentence."""
    return sentence("compare.place", place=place) if place else sentence("compare.result")
