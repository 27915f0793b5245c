"""What is asked: steps, and the cases they make up; what came of one: an outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from grader.calls.values import Value

StepKind = Literal["call", "construct", "method", "attribute"]


@dataclass(frozen=True)
class Step:
    """One thing asked of an exercise.

    `call` calls the exercise's function, `construct` makes an object of its class, `method` and
    `attribute` address the object made last. Arguments are passed by position, in this order;
    their names are for messages. `raises` names the exception the step has to end in.
    """

    kind: StepKind
    name: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    raises: str | None = None


@dataclass(frozen=True)
class Case:
    """A named list of steps; the first step whose outcome differs fails the case."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class RaisedError:
    """An exception that left the code: its type's name, the names of all its bases, its text.

    `line` is the last line of the student's file on the way to it, if any.
    """

    type_name: str
    bases: tuple[str, ...]
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Warned:
    """A warning the code caused, with the line of the student's file if it came from there."""

    category: str
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What one step gave: a value or an exception.

    `changed` holds the arguments that were altered in place, as they are after the call.
    """

    value: Value = None
    error: RaisedError | None = None
    changed: Mapping[str, Value] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()
