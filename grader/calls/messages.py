"""Steps and outcomes as plain lists of values, the form in which `codec` carries them.

Lists, because training sends thousands of them and a list is what costs least on the wire.
"""

from __future__ import annotations

from typing import Any

from grader.calls.codec import WireError
from grader.calls.steps import MAX_MESSAGE, Outcome, RaisedError, Step, Warned
from grader.calls.values import Value

MAX_LINE = 1 << 31
MAX_BASES = 100
MAX_WARNINGS = 20


def step_message(step: Step) -> list[Value]:
    """Write a step as a list."""
    return [step.kind, step.name, dict(step.arguments)]


def read_step(message: Any) -> Step:
    """Read a step; what it should raise stays on the side that judges."""
    kind, name, arguments = message
    return Step(kind, name, arguments)


def outcome_message(outcome: Outcome) -> list[Value]:
    """Write an outcome as a list."""
    return [
        outcome.value,
        outcome.error and error_message(outcome.error),
        dict(outcome.changed),
        [[warned.category, warned.message, warned.line] for warned in outcome.warnings],
        outcome.handed_back,
    ]


def read_outcome(message: Any) -> Outcome:
    """Read an outcome that an untrusted process wrote.

    Raises:
        WireError: it is not an outcome.
    """
    value, error, changed, warnings, handed_back = _parts(message, 5)
    if type(changed) is not dict or not all(type(name) is str for name in changed):
        raise WireError("changed arguments that are not a dict by name")
    return Outcome(
        value=value,
        error=None if error is None else read_error(error),
        changed=changed,
        warnings=tuple(map(_read_warning, _parts(warnings)[:MAX_WARNINGS])),
        handed_back=None if handed_back is None else _text(handed_back),
    )


def error_message(error: RaisedError) -> list[Value]:
    """Write an exception as a list."""
    return [error.type_name, list(error.bases), error.message, error.line]


def read_error(message: Any) -> RaisedError:
    """Read an exception that an untrusted process wrote.

    Raises:
        WireError: it is not an exception.
    """
    type_name, bases, text, line = _parts(message, 4)
    return RaisedError(
        _text(type_name), tuple(map(_text, _parts(bases)[:MAX_BASES])), _text(text), _line(line)
    )


def read_line_number(value: Any) -> int:
    """Read the number of a line, counted from 1, that an untrusted process wrote.

    Raises:
        WireError: it is none.
    """
    if type(value) is not int or not 0 < value < MAX_LINE:
        raise WireError("a line number that is none")
    return value


def _line(value: Any) -> int | None:
    return None if value is None else read_line_number(value)


def _read_warning(message: Any) -> Warned:
    category, text, line = _parts(message, 3)
    return Warned(_text(category), _text(text), _line(line))


def _parts(message: Any, count: int | None = None) -> list[Value]:
    if type(message) is not list or count not in (None, len(message)):
        raise WireError("a message that is not a list of its parts")
    return message


def _text(value: Any) -> str:
    if type(value) is not str:
        raise WireError("a text that is not a str")
    # The worker cuts texts too, but it may be lying.
    return value[:MAX_MESSAGE]
