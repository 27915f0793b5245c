"""Performs steps on a namespace: the solution's where it is trusted, a student's in the worker."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.calls.messages import MAX_WARNINGS
from grader.calls.steps import MAX_MESSAGE, Outcome, RaisedError, Step, Warned
from grader.calls.values import (
    NamedFunction,
    RandomGenerator,
    Unsupported,
    Value,
    identical,
    materialise,
    plain,
)


class Performer:
    """Performs steps on the function or class `name` that `namespace` defines.

    `filename` is the name the code was compiled under; lines of exceptions and warnings are
    reported for that file only.
    """

    def __init__(self, namespace: Mapping[str, Any], name: str, filename: str) -> None:
        self._namespace = namespace
        self._name = name
        self._filename = filename
        self._instance: Any = None

    def perform(self, step: Step) -> Outcome:
        """Carry out one step; whatever happens in the code, the answer is an `Outcome`."""
        if step.kind == "compute":
            return self._compute(step)
        arguments = {name: materialise(value) for name, value in step.arguments.items()}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            answer: Any = None
            value: Value = None
            error: RaisedError | None = None
            try:
                answer = self._answer(step, list(arguments.values()))
                value = plain(answer)
            except BaseException as exception:
                error = describe_error(exception, self._filename)
        return Outcome(
            value=value,
            error=error,
            changed=_changed(step.arguments, arguments),
            warnings=_warned(caught, self._filename),
            handed_back=_handed_back(answer, arguments),
        )

    def _compute(self, step: Step) -> Outcome:
        arguments = [materialise(value, copies=False) for value in step.arguments.values()]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                value = self._namespace[self._name](*arguments)
                return Outcome(value=plain(value, copies=False))
            except BaseException as exception:
                return Outcome(error=describe_error(exception, self._filename))

    def _answer(self, step: Step, arguments: list[Any]) -> Any:
        if step.kind == "call":
            return self._namespace[self._name](*arguments)
        if step.kind == "construct":
            self._instance = None
            self._instance = self._namespace[self._name](*arguments)
            return None
        member = getattr(self._instance, step.name)
        return member(*arguments) if step.kind == "method" else member


def describe_error(exception: BaseException, filename: str) -> RaisedError:
    """Reduce an exception to what may be told about it."""
    return RaisedError(
        type_name=_name(type(exception)),
        bases=tuple(map(_name, type(exception).__mro__)),
        message=_text(lambda: str(exception)),
        line=_line(exception, filename),
    )


def _line(exception: BaseException, filename: str) -> int | None:
    line = None
    # Not `traceback.extract_tb`, which goes and reads the files to quote them.
    for frame, number in traceback.walk_tb(exception.__traceback__):
        if frame.f_code.co_filename == filename:
            line = number
    if line is None and isinstance(exception, SyntaxError) and exception.filename == filename:
        line = exception.lineno
    return line or None  # Python says 0 when it does not know


def _name(kind: type) -> str:
    return _text(lambda: kind.__name__)


def _text(produce: Callable[[], str]) -> str:
    try:
        return produce()[:MAX_MESSAGE].encode(errors="replace").decode()
    except BaseException:
        return ""


def _changed(before: Mapping[str, Value], after: Mapping[str, Any]) -> dict[str, Value]:
    changed = {}
    for name, original in before.items():
        # A random generator moves on when it is used, and a function shows no state.
        if isinstance(original, (RandomGenerator, NamedFunction)):
            continue
        if not identical(original, after[name]):
            changed[name] = _settled(after[name])
    return changed


def _handed_back(answer: Any, arguments: Mapping[str, Any]) -> str | None:
    if type(answer) is not np.ndarray:
        return None
    return next((name for name, value in arguments.items() if value is answer), None)


def _settled(value: Any) -> Value:
    try:
        return plain(value)
    except BaseException as exception:  # a generator that was put into an argument
        return Unsupported(type(exception).__name__)


def _warned(caught: list[warnings.WarningMessage], filename: str) -> tuple[Warned, ...]:
    found = {
        Warned(
            category=item.category.__name__,
            message=_text(lambda item=item: str(item.message)),  # type: ignore[misc]
            line=item.lineno if item.filename == filename else None,
        ): None
        for item in caught
    }
    return tuple(found)[:MAX_WARNINGS]
