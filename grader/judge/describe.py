"""Values as the result format shows them, and as sentences mention them."""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from grader.calls.steps import Outcome
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported, Value
from grader.model import Json

CUT = "…"
KEPT_AT_EACH_END = 4
MAX_TEXT = 500
MAX_NUMBERS = 1_000
MAX_KEYS = 50


def describe(value: Value) -> Json:
    """Put a value into JSON: arrays as nested lists with shape and dtype, cut if they are long."""
    if isinstance(value, np.ndarray) and value.ndim:
        return {
            "type": "array",
            "dtype": str(value.dtype),
            "shape": [int(length) for length in value.shape],
            "values": _nested(value) if _shown_numbers(value) <= MAX_NUMBERS else CUT,
        }
    if isinstance(value, (np.generic, np.ndarray)):
        return describe(value.item())
    if isinstance(value, float):
        return _finite_or_name(value)
    if isinstance(value, complex):
        real, imag = _finite_or_name(value.real), _finite_or_name(value.imag)
        return {"type": "complex", "real": real, "imag": imag}
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return value if len(value) <= MAX_TEXT else value[:MAX_TEXT] + CUT
    return _describe_compound(value)


def describe_outcome(outcome: Outcome) -> Json:
    """Put what a step gave into JSON: the value, or the exception."""
    if outcome.error is None:
        return describe(outcome.value)
    error = outcome.error
    return {
        "type": "exception",
        "name": error.type_name,
        "message": describe(error.message),
        "line": error.line,
    }


def distinct_numbers(one: Any, other: Any) -> tuple[str, str]:
    """Write two numbers with as few digits as show that they differ, six at least."""
    if isinstance(one, float) and isinstance(other, float):
        for digits in range(6, 17):
            texts = f"{one:.{digits}g}", f"{other:.{digits}g}"
            if texts[0] != texts[1]:
                return texts
    return str(one), str(other)


def index_text(index: Sequence[int]) -> str:
    """Write an index as it stands between brackets in Python."""
    return "[" + ", ".join(map(str, index)) + "]"


def shape_text(shape: Sequence[int]) -> str:
    """Write a shape as NumPy does."""
    return str(tuple(int(length) for length in shape))


def type_text(value: Value) -> str:
    """Name the type of a value the way a student would recognise it."""
    if isinstance(value, Unsupported):
        return value.type_name
    if isinstance(value, np.ndarray):
        return f"ndarray ({value.dtype})"
    if isinstance(value, Drained):
        return "generator"
    return "None" if value is None else type(value).__name__


def _describe_compound(value: Value) -> Json:
    if isinstance(value, Drained):
        return {"type": "generator", "items": _items(value.items)}
    if isinstance(value, (list, tuple)):
        return {"type": type(value).__name__, "items": _items(value)}
    if isinstance(value, dict):
        kept = list(value.items())[:MAX_KEYS]
        return {
            "type": "dict",
            "items": {str(key)[:MAX_TEXT]: describe(item) for key, item in kept},
        }
    if isinstance(value, RandomGenerator):
        return {"type": "rng", "seed": value.seed}
    if isinstance(value, NamedFunction):
        return {"type": "function", "name": value.name}
    return {"type": "other", "name": type_text(value)}


def _items(items: Sequence[Value]) -> list[Json]:
    return [CUT if item is CUT else describe(item) for item in _cut(items)]


def _cut(items: Sequence[Any]) -> list[Any]:
    if len(items) <= 2 * KEPT_AT_EACH_END + 1:
        return list(items)
    return [*items[:KEPT_AT_EACH_END], CUT, *items[-KEPT_AT_EACH_END:]]


def _shown_numbers(array: np.ndarray[Any, Any]) -> int:
    """How many entries the nested lists of an array would have, counting empty ones."""
    lengths = [min(length, 2 * KEPT_AT_EACH_END + 1) for length in array.shape]
    return max(accumulate(lengths, operator.mul), default=1)


def _nested(array: np.ndarray[Any, Any]) -> Json:
    if array.ndim == 0:
        return describe(array.item())
    return [CUT if item is CUT else _nested(np.asarray(item)) for item in _cut(array)]  # type: ignore[arg-type]


def _finite_or_name(number: float) -> float | str:
    if math.isfinite(number):
        return number
    return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"
