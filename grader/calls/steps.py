"""What is asked, step by step, and what came of a step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from grader.calls.values import Value

StepKind = Literal["call", "compute", "construct", "method", "attribute"]


class Step(NamedTuple):
    """One thing asked of an exercise.

    `call` calls the exercise's function, `construct` makes an object of its class, `method` and
    `attribute` address the object made last. Arguments are passed by position, in this order;
    their names are for messages. `raises` names the exception the step has to end in.

    `compute` calls the function, too, but nothing is told about it other than its value or its
    exception, and it may spoil the arguments: training asks for thousands of values.
    """

    kind: StepKind
    name: str
    arguments: Mapping[str, Value] = {}
    raises: str | None = None


# Texts of students' code are kept up to this length.
MAX_MESSAGE = 2_000


class RaisedError(NamedTuple):
    """An exception that left the code: its type's name, the names of all its bases, its text.

    `line` is the last line of the student's file on the way to it, if any.
    """

    type_name: str
    bases: tuple[str, ...]
    message: str
    line: int | None = None


class Warned(NamedTuple):
    """A warning the code caused, with the line of the student's file if it came from there."""

    category: str
    message: str
    line: int | None = None


class Outcome(NamedTuple):
    """What one step gave: a value or an exception.

    `changed` holds the arguments that were altered in place, as they are after the call;
    `handed_back` names the argument that is itself the result, where that is an array.
    """

    value: Value = None
    error: RaisedError | None = None
    changed: Mapping[str, Value] = {}
    warnings: tuple[Warned, ...] = ()
    handed_back: str | None = None
