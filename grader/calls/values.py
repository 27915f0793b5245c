"""The values that may be passed to an exercise or come back from it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from grader.calls.functions import FUNCTIONS

# Arrays, NumPy scalars, bool, int, float, complex, str, None, list, tuple, dict,
# and the four stand-ins below.
Value: TypeAlias = Any

NUMERIC_KINDS = "biufc"
MAX_DEPTH = 16
MAX_ITEMS = 100_000
MAX_DRAINED = 1_000
MAX_INT_BITS = 1_023  # what a float can hold; far longer ones cannot even be printed
MAX_KEY_BITS = 60
MAX_TYPE_NAME = 200

# Student code may replace what hangs on the numpy module, so both sides keep what they need.
_ndarray, _generic, _array = np.ndarray, np.generic, np.array
_uint8, _uint64, _ascontiguousarray = np.uint8, np.uint64, np.ascontiguousarray
_default_rng, _Generator = np.random.default_rng, np.random.Generator


@dataclass(frozen=True)
class RandomGenerator:
    """Stands for a fresh `np.random.default_rng(seed)`, made anew for every call."""

    seed: int


@dataclass(frozen=True)
class NamedFunction:
    """Stands for a function that both sides know, for exercises that take a function."""

    name: str


@dataclass(frozen=True)
class Drained:
    """What a returned generator yielded, up to `MAX_DRAINED` items."""

    items: tuple[Value, ...]
    complete: bool


@dataclass(frozen=True)
class Unsupported:
    """Stands for a value that cannot cross the wire; only the name of its type is kept."""

    type_name: str


def materialise(value: Value, *, copies: bool = True) -> Value:
    """Make the object a function is really called with.

    Args:
        value: what it stands for.
        copies: whether arrays are copied, so that the callee may spoil them.
    """
    if isinstance(value, _ndarray):
        return _array(value) if copies else value
    if isinstance(value, RandomGenerator):
        return _default_rng(value.seed)
    if isinstance(value, NamedFunction):
        return FUNCTIONS[value.name]
    if isinstance(value, list):
        return [materialise(item, copies=copies) for item in value]
    if isinstance(value, tuple):
        return tuple(materialise(item, copies=copies) for item in value)
    if isinstance(value, dict):
        return {key: materialise(item, copies=copies) for key, item in value.items()}
    return value


def plain(value: Value, *, copies: bool = True) -> Value:
    """Reduce whatever came back to a `Value`; what has no place on the wire is `Unsupported`.

    Only exact types count: a subclass could bring its own idea of `==` to the comparison.

    Args:
        value: anything at all.
        copies: whether arrays are copied, so that nothing the code does afterwards can alter what
            it answered.
    """
    try:
        return _Reducer(copies).reduce(value, depth=0)
    except _TooMuchError:
        return Unsupported("value nested too deeply or holding too many items")


def is_text(value: str) -> bool:
    """Whether a text can be written as UTF-8: Python also allows halves of characters."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_short_key(key: int) -> bool:
    """Whether an integer may be the key of a dict.

    Python hashes integers modulo 2^61 - 1: longer ones can be chosen so that all of them collide,
    and a dict of a few thousand takes minutes to read.
    """
    return key.bit_length() <= MAX_KEY_BITS


class _TooMuchError(Exception):
    pass


class _Reducer:
    def __init__(self, copies: bool) -> None:
        self.copies = copies
        self.items = 0

    def reduce(self, value: Value, depth: int) -> Value:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise _TooMuchError
        kind = type(value)
        if value is None or kind in (bool, float, complex):
            return value
        if kind in (int, str):
            return _checked(value)
        if kind is _ndarray or isinstance(value, _generic):
            return _numeric(value, self.copies)
        if kind is list:
            return [self.reduce(item, depth + 1) for item in value]
        if kind is tuple:
            return tuple(self.reduce(item, depth + 1) for item in value)
        if kind is dict:
            return self._dict(value, depth)
        if kind is types.GeneratorType:
            return self._drain(value, depth)
        if kind in (Drained, Unsupported, RandomGenerator, NamedFunction):
            return value
        return Unsupported(kind.__name__[:MAX_TYPE_NAME])

    def _dict(self, value: dict[Value, Value], depth: int) -> Value:
        if not all(map(_is_key, value)):
            return Unsupported("dict with keys other than str and short int")
        return {key: self.reduce(item, depth + 1) for key, item in value.items()}

    def _drain(self, iterator: Iterator[Value], depth: int) -> Drained:
        items: list[Value] = []
        for item in iterator:
            if len(items) == MAX_DRAINED:
                return Drained(tuple(items), complete=False)
            items.append(self.reduce(item, depth + 1))
        return Drained(tuple(items), complete=True)


def _is_key(key: Value) -> bool:
    if type(key) is int:
        return is_short_key(key)
    return type(key) is str and is_text(key)


def _checked(value: int | str) -> Value:
    if isinstance(value, int):
        bits = value.bit_length()
        return value if bits <= MAX_INT_BITS else Unsupported(f"int of {bits} bits")
    return value if is_text(value) else Unsupported("str that is not valid Unicode")


def _numeric(value: Value, copies: bool) -> Value:
    dtype = value.dtype
    if dtype.kind not in NUMERIC_KINDS or dtype.itemsize > 16 or dtype.char in "gG":
        return Unsupported(f"{type(value).__name__} of dtype {dtype}"[:MAX_TYPE_NAME])
    if type(value) is _ndarray:
        return _array(value) if copies else value
    return value if type(value) is dtype.type else Unsupported(type(value).__name__[:MAX_TYPE_NAME])


def numeric_bytes(value: Value) -> int:
    """Count the bytes of all arrays in a value."""
    if isinstance(value, _ndarray):
        return int(value.nbytes)
    if isinstance(value, Drained):
        value = value.items
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(numeric_bytes, value)) if isinstance(value, (list, tuple)) else 0


def identical(left: Value, right: Value) -> bool:
    """Whether two values are the same to the last bit (NaN equals NaN)."""
    if type(left) is not type(right):
        return False
    if isinstance(left, (_ndarray, _generic)):
        if left.dtype != right.dtype or left.shape != right.shape:
            return False
        # Viewed, not turned into bytes: those would be two more copies of a large array.
        unit = _uint64 if left.itemsize % 8 == 0 else _uint8
        left, right = (_ascontiguousarray(side).view(unit) for side in (left, right))
        return bool((left == right).all())
    if isinstance(left, (list, tuple)):
        return len(left) == len(right) and all(map(identical, left, right))
    if isinstance(left, dict):
        same_keys = list(left) == list(right)
        return same_keys and all(identical(left[key], right[key]) for key in left)
    if isinstance(left, float):
        return left.hex() == float.hex(right)
    if isinstance(left, complex):
        return identical(left.real, right.real) and identical(left.imag, right.imag)
    return bool(left == right)
