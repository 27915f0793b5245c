"""Numbers out of whatever came back, and whether two arrays hold the same ones."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.calls.values import NUMERIC_KINDS, Drained, Value
from grader.judge.numbers import NUMBERS, Tolerance

Array: TypeAlias = NDArray[Any]

# A student's process decides what is looked at here, and every pattern looks at all of it.
MAX_SIZE = 100_000
_BEGINNING = 1_000
# Exercises that ask for equality to the last bit still allow for the rounding of a comparison.
LEAST_RTOL = 1e-12


def raw_numbers(value: Value) -> Array | None:
    """A number or a numeric array as an array of its own dtype; None for all else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _of_int(value)
    if not isinstance(value, (np.ndarray, *NUMBERS)):
        return None
    array = np.asarray(value)
    return array if array.dtype.kind in NUMERIC_KINDS and array.size <= MAX_SIZE else None


def numbers(value: Value) -> Array | None:
    """A number or a numeric array as float64 or complex128; None for all else."""
    raw = raw_numbers(value)
    return None if raw is None else _widened(raw)


def nested_numbers(value: Value) -> Array | None:
    """The numbers of a list or a tuple, nested or not, as float64 or complex128."""
    if not isinstance(value, (list, tuple)) or _leaves(value) > MAX_SIZE:
        return None
    try:
        array = np.array(value)
    except (ValueError, OverflowError, TypeError):  # rows of different lengths, for one
        return None
    return _widened(array) if array.dtype.kind in NUMERIC_KINDS else None


def any_numbers(value: Value) -> Array | None:
    """The numbers of a number, an array, a list, a tuple, or a generator."""
    if isinstance(value, Drained):
        value = value.items
    return nested_numbers(value) if isinstance(value, (list, tuple)) else numbers(value)


def same(one: Array, other: Array, tolerance: Tolerance) -> bool:
    """Whether two arrays have the same shape and numbers; NaN equals NaN."""
    if one.shape != other.shape or (one.dtype.kind == "c") != (other.dtype.kind == "c"):
        return False
    if one.size > _BEGINNING and _begin_differently(one, other, tolerance):
        return False
    equal = (one == other) | (np.isnan(one) & np.isnan(other))
    if equal.all():
        return True
    finite = np.isfinite(one) & np.isfinite(other)
    if not (equal | finite).all():
        return False
    size = np.where(finite, np.abs(one), 0)
    rtol = tolerance.rtol
    allowed = rtol * size + tolerance.atol + rtol / 1000 * size.max(initial=0.0)
    near = np.abs(np.where(finite, other, 0) - np.where(finite, one, 0)) <= allowed
    return bool((equal | near).all())


def _begin_differently(one: Array, other: Array, tolerance: Tolerance) -> bool:
    """Whether the first numbers tell already that two large arrays are not the same."""
    largest = np.abs(one).max()
    if not np.isfinite(largest):
        return False
    first, second = one.ravel()[:_BEGINNING], other.ravel()[:_BEGINNING]
    rtol = tolerance.rtol
    allowed = rtol * np.abs(first) + tolerance.atol + rtol / 1000 * largest
    return bool((np.abs(second - first) > allowed).any())


def tolerance_for(tolerance: Tolerance, *values: Value) -> Tolerance:
    """The tolerance for numbers of the precision that the least precise of these have."""
    rtol = max(tolerance.rtol, LEAST_RTOL)
    for value in values:
        raw = raw_numbers(value)
        if raw is not None and raw.dtype.kind in "fc":
            precision = float(np.finfo(raw.dtype).eps)
            if precision > np.finfo(np.float64).eps:
                rtol = max(rtol, 64 * precision)
    return Tolerance(rtol, tolerance.atol)


def fingerprint(value: Value) -> Hashable:
    """Something to tell values apart by."""
    if isinstance(value, (np.ndarray, np.generic)):
        return str(value.dtype), value.shape, value.tobytes()
    if isinstance(value, Drained):
        value = value.items
    if isinstance(value, dict):
        return tuple((key, fingerprint(item)) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(fingerprint, value))
    return repr(value)


def _of_int(value: int) -> Array | None:
    try:
        return np.asarray(float(value)) if abs(value) >= 1 << 63 else np.asarray(value)
    except OverflowError:
        return None


def _widened(array: Array) -> Array:
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)


def _leaves(value: Value) -> int:
    if isinstance(value, (list, tuple)):
        return 1 + sum(map(_leaves, value))
    return int(value.size) if isinstance(value, np.ndarray) else 1
