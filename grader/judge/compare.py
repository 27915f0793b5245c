"""Compares what came back with what the solution gives, one question after the other.

Returned at all → type → shape → dtype kind → finiteness → values → arguments left unchanged.
The first question that is answered with no is the difference; later ones would only confuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from grader.calls.steps import Outcome, Step
from grader.calls.values import Drained, Unsupported, Value
from grader.judge.describe import distinct_numbers, index_text, shape_text, type_text
from grader.words import Sentence, sentence

DifferenceKind = Literal[
    "raised", "not_raised", "wrong_exception", "nothing_returned", "type", "length", "shape",
    "dtype", "finiteness", "value", "argument_changed", "argument_not_changed",
]

# Python and NumPy numbers, 0-d arrays included, count as one type: a number.
_NUMBERS = (bool, int, float, complex, np.generic)
_KIND_NAMES = {
    "b": "bool",
    "i": "integer",
    "u": "integer",
    "O": "integer",  # what a Python int beyond 64 bits is to NumPy
    "f": "float",
    "c": "complex",
}


@dataclass(frozen=True)
class Tolerance:
    """How far a number may be from the reference.

    `|got - expected| <= rtol * |expected| + rtol / 1000 * max|expected| + atol`: relative to the
    number itself, so that a gradient of 1e-9 is not swallowed, with a little room for numbers
    that are next to nothing beside their neighbours. For results of lower precision than float64,
    rtol is at least 64 units in the last place of that precision. Integers and truth values are
    never rounded: for them there is atol only.
    """

    rtol: float
    atol: float = 0.0


@dataclass(frozen=True)
class Worst:
    """The pair of numbers that differ most."""

    index: tuple[int, ...]
    expected: Any
    got: Any
    differing: int
    total: int


@dataclass(frozen=True)
class Difference:
    """Why an outcome is not the expected one."""

    kind: DifferenceKind
    said: Sentence
    worst: Worst | None = None


def compare(expected: Outcome, got: Outcome, step: Step, tolerance: Tolerance) -> Difference | None:
    """Compare the outcomes of one step; None when they agree.

    Warnings are never compared: they are explained, not scored.
    """
    difference = _compare_errors(expected, got, step)
    if difference is not None or expected.error is not None:
        return difference
    return _compare_results(expected, got, tolerance)


def same_outcome(one: Outcome, other: Outcome, tolerance: Tolerance) -> bool:
    """Whether two outcomes agree in everything that is judged, the type of exception included."""
    if one.error is not None or other.error is not None:
        both = one.error is not None and other.error is not None
        return both and one.error.type_name == other.error.type_name  # type: ignore[union-attr]
    if one.value is None and other.value is not None:
        return False
    return _compare_results(one, other, tolerance) is None


def _compare_results(expected: Outcome, got: Outcome, tolerance: Tolerance) -> Difference | None:
    difference = None
    if expected.value is not None:
        difference = _compare_values(expected.value, got.value, "", tolerance)
    return difference or _compare_changes(expected.changed, got.changed, tolerance)


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
    said = sentence("compare.wrong_exception", wanted=wanted, type=got.error.type_name,
                    message=got.error.message)
    return Difference("wrong_exception", said)


def _compare_values(
    expected: Value, got: Value, place: str, tolerance: Tolerance
) -> Difference | None:
    if got is None and expected is not None:
        return _difference("nothing_returned", "compare.nothing_returned", place)
    if isinstance(expected, (np.ndarray, *_NUMBERS)):
        return _compare_numeric(expected, got, place, tolerance)
    if type(expected) is not type(got):
        return _type_difference(expected, got, place)
    if isinstance(expected, Mapping):
        return _compare_mappings(expected, got, place, tolerance)
    if isinstance(expected, Drained):
        return _compare_sequences(expected.items, got.items, place, tolerance)
    if isinstance(expected, (list, tuple)):
        return _compare_sequences(expected, got, place, tolerance)
    if expected != got:
        return _difference("value", "compare.other_value", place, expected=repr(expected),
                           got=repr(got))
    return None


def _compare_sequences(
    expected: Sequence[Value], got: Sequence[Value], place: str, tolerance: Tolerance
) -> Difference | None:
    if len(expected) != len(got):
        return _difference("length", "compare.length", place, expected=len(expected), got=len(got))
    return _first(
        _compare_values(one, other, f"{place}[{index}]", tolerance)
        for index, (one, other) in enumerate(zip(expected, got, strict=True))
    )


def _compare_mappings(
    expected: Mapping[Any, Value], got: Mapping[Any, Value], place: str, tolerance: Tolerance
) -> Difference | None:
    if set(expected) != set(got):
        return _difference("type", "compare.keys", place, expected=sorted(map(repr, expected)),
                           got=sorted(map(repr, got)))
    return _first(
        _compare_values(expected[key], got[key], f"{place}[{key!r}]", tolerance) for key in expected
    )


def _compare_numeric(
    expected: Value, got: Value, place: str, tolerance: Tolerance
) -> Difference | None:
    if not isinstance(got, (np.ndarray, *_NUMBERS)):
        return _type_difference(expected, got, place)
    wanted, found = np.asarray(expected), np.asarray(got)
    if wanted.shape != found.shape:
        return _difference("shape", "compare.shape", place, expected=shape_text(wanted.shape),
                           got=shape_text(found.shape))
    wanted_kind, found_kind = _KIND_NAMES[wanted.dtype.kind], _KIND_NAMES[found.dtype.kind]
    if wanted_kind != found_kind:
        return _difference("dtype", f"compare.dtype_{wanted_kind}", place, got=type_text(got))
    tolerance = _tolerance_for(wanted.dtype, tolerance)
    wanted, found = _as_numbers(wanted), _as_numbers(found)
    difference = _compare_finiteness(wanted, found, place)
    return difference or _compare_numbers(wanted, found, place, tolerance)


def _as_numbers(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return array.astype(np.float64) if array.dtype.kind == "O" else array


def _compare_finiteness(
    wanted: np.ndarray[Any, Any], found: np.ndarray[Any, Any], place: str
) -> Difference | None:
    with np.errstate(all="ignore"):
        same = (np.isfinite(wanted) & np.isfinite(found)) | (wanted == found)
        same |= np.isnan(wanted) & np.isnan(found)
    if same.all():
        return None
    worst = _worst(~same, (~same).astype(float), wanted, found)
    name = "compare.finiteness" if wanted.ndim else "compare.number"
    said = sentence(name, place=_place(place), index=index_text(worst.index),
                    expected=str(worst.expected), got=str(worst.got))
    return Difference("finiteness", said, worst)


def _compare_numbers(
    wanted: np.ndarray[Any, Any], found: np.ndarray[Any, Any], place: str, tolerance: Tolerance
) -> Difference | None:
    finite = np.isfinite(wanted)
    expected = np.where(finite, wanted, 0).astype(np.result_type(wanted.dtype, np.float64))
    got = np.where(finite, found, 0).astype(np.result_type(found.dtype, np.float64))
    size = np.abs(expected)
    rtol = tolerance.rtol
    allowed = rtol * size + tolerance.atol + rtol / 1000 * size.max(initial=0.0)
    with np.errstate(over="ignore"):
        excess = np.abs(got - expected)
    differs = excess > allowed
    if not differs.any():
        return None
    worst = _worst(differs, excess, wanted, found)
    expected_text, got_text = distinct_numbers(worst.expected, worst.got)
    name = "compare.value" if wanted.ndim else "compare.number"
    said = sentence(name, place=_place(place), index=index_text(worst.index),
                    expected=expected_text, got=got_text, differing=worst.differing,
                    total=worst.total)
    return Difference("value", said, worst)


def _tolerance_for(dtype: np.dtype[Any], tolerance: Tolerance) -> Tolerance:
    if dtype.kind not in "fc":
        return Tolerance(0.0, tolerance.atol)
    precision = float(np.finfo(dtype).eps)
    if precision <= np.finfo(np.float64).eps:
        return tolerance
    return Tolerance(max(tolerance.rtol, 64 * precision), tolerance.atol)


def _worst(
    differs: np.ndarray[Any, Any],
    badness: np.ndarray[Any, Any],
    wanted: np.ndarray[Any, Any],
    found: np.ndarray[Any, Any],
) -> Worst:
    flat = int(np.argmax(np.where(differs, badness, -1.0)))
    index = tuple(int(i) for i in np.unravel_index(flat, wanted.shape))
    return Worst(index, wanted[index].item(), found[index].item(), int(differs.sum()), differs.size)


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
        difference = _compare_values(value, got[name], name, tolerance)
        if difference is not None:
            return difference
    return None


def _type_difference(expected: Value, got: Value, place: str) -> Difference:
    name = "compare.type_unsupported" if isinstance(got, Unsupported) else "compare.type"
    return _difference("type", name, place, expected=type_text(expected), got=type_text(got))


def _difference(kind: DifferenceKind, name: str, place: str, **values: object) -> Difference:
    return Difference(kind, sentence(name, place=_place(place), **values))


def _place(place: str) -> Sentence:
    return sentence("compare.place", place=place) if place else sentence("compare.result")


def _first(differences: Iterable[Difference | None]) -> Difference | None:
    return next((difference for difference in differences if difference is not None), None)
