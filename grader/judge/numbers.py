"""Compares numbers and arrays: type, shape, dtype kind, finiteness, values."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from grader.calls.values import Value
from grader.judge.describe import distinct_numbers, index_text, shape_text, type_text
from grader.judge.difference import Difference, Worst, difference, place_of, type_difference
from grader.words import sentence

# Python and NumPy numbers, 0-d arrays included, count as one type: a number.
NUMBERS = (bool, int, float, complex, np.generic)
_KIND_NAMES = {
    "b": "bool",
    "i": "integer",
    "u": "integer",
    "O": "integer",  # what a Python int beyond 64 bits is to NumPy
    "f": "float",
    "c": "complex",
}


class Tolerance(NamedTuple):
    """How far a number may be from the reference.

    `|got - expected| <= rtol * |expected| + rtol / 1000 * max|expected| + atol`: relative to the
    number itself, so that a gradient of 1e-9 is not swallowed, with a little room for numbers
    that are next to nothing beside their neighbours. For results of lower precision than float64,
    rtol is at least 64 units in the last place of that precision. Integers and truth values are
    never rounded: for them there is atol only.
    """

    rtol: float
    atol: float = 0.0


EXACT = Tolerance(0.0, 0.0)


def compare_numeric(
    expected: Value, got: Value, place: str, tolerance: Tolerance
) -> Difference | None:
    """Compare a number or an array with what came; `place` says where it stands in the result."""
    if not isinstance(got, (np.ndarray, *NUMBERS)):
        return type_difference(expected, got, place)
    wanted, found = np.asarray(expected), np.asarray(got)
    if wanted.shape != found.shape:
        return difference(
            "shape",
            "compare.shape",
            place,
            expected=shape_text(wanted.shape),
            got=shape_text(found.shape),
        )
    wanted_kind, found_kind = _KIND_NAMES[wanted.dtype.kind], _KIND_NAMES[found.dtype.kind]
    if wanted_kind != found_kind:
        return difference("dtype", f"compare.dtype_{wanted_kind}", place, got=type_text(got))
    tolerance = _tolerance_for(wanted.dtype, tolerance)
    wanted, found = _as_numbers(wanted), _as_numbers(found)
    return _compare_finiteness(wanted, found, place) or _compare_numbers(
        wanted, found, place, tolerance
    )


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
    said = sentence(
        name,
        place=place_of(place),
        index=index_text(worst.index),
        expected=str(worst.expected),
        got=str(worst.got),
    )
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
    # As float64, whole numbers beyond 2**53 would run together.
    differs = excess > allowed if tolerance != EXACT else wanted != found
    if not differs.any():
        return None
    worst = _worst(differs, excess, wanted, found)
    expected_text, got_text = distinct_numbers(worst.expected, worst.got)
    name = "compare.value" if wanted.size > 1 else "compare.number"
    said = sentence(
        name,
        place=place_of(place),
        index=index_text(worst.index),
        expected=expected_text,
        got=got_text,
        differing=worst.differing,
        total=worst.total,
    )
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
