"""Compares what came back with what the solution gives, one question after the other.

Returned at all → type → shape → dtype kind → finiteness → values → arguments left unchanged.
The first question that is answered with no is the difference; later ones would only confuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.calls.steps import Outcome, Step
from grader.calls.values import Drained, Value
from grader.judge.describe import type_text
from grader.judge.difference import Difference, difference, type_difference
from grader.judge.numbers import NUMBERS, Tolerance, compare_numeric
from grader.words import sentence


def compare(expected: Outcome, got: Outcome, step: Step, tolerance: Tolerance) -> Difference | None:
    """Compare the outcomes of one step; None when they agree.

    Warnings are never compared: they are explained, not scored.
    """
    found = _compare_errors(expected, got, step)
    if found is not None or expected.error is not None:
        return found
    return _compare_results(expected, got, tolerance)


def compare_identity(got: Outcome) -> Difference | None:
    """Whether a result is an array of its own; None when it is."""
    if got.handed_back is None:
        return None
    said = sentence("compare.argument_returned", name=got.handed_back)
    return Difference("argument_returned", said)


def same_outcome(one: Outcome, other: Outcome, tolerance: Tolerance) -> bool:
    """Whether two outcomes agree in everything that is judged, the type of exception included."""
    if one.error is not None or other.error is not None:
        both = one.error is not None and other.error is not None
        return both and one.error.type_name == other.error.type_name  # type: ignore[union-attr]
    if one.handed_back != other.handed_back:
        return False
    if one.value is None and other.value is not None:
        return False
    return _compare_results(one, other, tolerance) is None


def _compare_results(expected: Outcome, got: Outcome, tolerance: Tolerance) -> Difference | None:
    found = None
    if expected.value is not None:
        found = _compare_values(expected.value, got.value, "", tolerance)
    return found or _compare_changes(expected.changed, got.changed, tolerance)


def _compare_errors(expected: Outcome, got: Outcome, step: Step) -> Difference | None:
    wanted = step.raises or (expected.error.type_name if expected.error else None)
    if wanted is None:
        if got.error is None:
            return None
        said = sentence("compare.raised", type=got.error.type_name, message=got.error.message)
        return Difference("raised", said)
    if got.error is None:
        said = sentence("compare.not_raised", wanted=wanted, got=type_text(got.value))
        return Difference("not_raised", said)
    if wanted in (got.error.type_name, *got.error.bases):
        return None
    said = sentence(
        "compare.wrong_exception",
        wanted=wanted,
        type=got.error.type_name,
        message=got.error.message,
    )
    return Difference("wrong_exception", said)


def _compare_values(
    expected: Value, got: Value, place: str, tolerance: Tolerance
) -> Difference | None:
    if got is None and expected is not None:
        return difference("nothing_returned", "compare.nothing_returned", place)
    if isinstance(expected, (np.ndarray, *NUMBERS)):
        return compare_numeric(expected, got, place, tolerance)
    if type(expected) is not type(got):
        return type_difference(expected, got, place)
    if isinstance(expected, Mapping):
        return _compare_mappings(expected, got, place, tolerance)
    if isinstance(expected, Drained):
        return _compare_sequences(expected.items, got.items, place, tolerance)
    if isinstance(expected, (list, tuple)):
        return _compare_sequences(expected, got, place, tolerance)
    if expected != got:
        return difference(
            "value", "compare.other_value", place, expected=repr(expected), got=repr(got)
        )
    return None


def _compare_sequences(
    expected: Sequence[Value], got: Sequence[Value], place: str, tolerance: Tolerance
) -> Difference | None:
    if len(expected) != len(got):
        return difference("length", "compare.length", place, expected=len(expected), got=len(got))
    return _first(
        _compare_values(one, other, f"{place}[{index}]", tolerance)
        for index, (one, other) in enumerate(zip(expected, got, strict=True))
    )


def _compare_mappings(
    expected: Mapping[Any, Value], got: Mapping[Any, Value], place: str, tolerance: Tolerance
) -> Difference | None:
    if set(expected) != set(got):
        return difference(
            "type",
            "compare.keys",
            place,
            expected=sorted(map(repr, expected)),
            got=sorted(map(repr, got)),
        )
    return _first(
        _compare_values(expected[key], got[key], f"{place}[{key!r}]", tolerance) for key in expected
    )


def _compare_changes(
    expected: Mapping[str, Value], got: Mapping[str, Value], tolerance: Tolerance
) -> Difference | None:
    for name in got:
        if name not in expected:
            return Difference("argument_changed", sentence("compare.argument_changed", name=name))
    for name, value in expected.items():
        if name not in got:
            said = sentence("compare.argument_not_changed", name=name)
            return Difference("argument_not_changed", said)
        found = _compare_values(value, got[name], name, tolerance)
        if found is not None:
            return found
    return None


def _first(differences: Iterable[Difference | None]) -> Difference | None:
    return next((found for found in differences if found is not None), None)
