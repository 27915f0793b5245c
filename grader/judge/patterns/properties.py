"""What may be special about the input of a case: its shape, its dtype, its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from grader.calls.values import Value
from grader.judge.patterns.evidence import Case
from grader.judge.patterns.numeric import Array, nested_numbers, raw_numbers
from grader.words import Sentence, sentence

_Test = Callable[[Array], bool]
_Pair = Callable[[Array, Array], bool]


class Property(NamedTuple):
    """Something that is so in some cases and not in others.

    Attributes:
        cases: for each case whether it is so.
    """

    condition: Sentence
    question: Sentence
    cases: tuple[bool, ...]


def _two_dimensional(test: _Test) -> _Test:
    return lambda x: x.ndim == 2 and test(x)


def _deep(test: _Test) -> _Test:
    return lambda x: x.ndim > 1 and test(x)


def _filled(test: _Test) -> _Test:
    return lambda x: x.size > 0 and test(x)


def _number(test: _Test) -> _Test:
    return lambda x: x.ndim == 0 and x.dtype.kind in "iuf" and test(x)


def _any(test: Callable[[Array], Array]) -> _Test:
    return lambda x: bool(test(x).any())


def _is_symmetric(x: Array) -> bool:
    return x.shape[0] == x.shape[1] and bool((x == x.T).all())


def _largest(x: Array) -> float:
    return float(np.max(np.abs(x))) if x.size else 0.0


# The most telling first: of several that separate alike, the first is named.
_OF_SHAPE: tuple[tuple[str, _Test], ...] = (
    ("patterns.if_number", lambda x: x.ndim == 0),
    ("patterns.if_1d", lambda x: x.ndim == 1),
    ("patterns.if_2d", lambda x: x.ndim == 2),
    ("patterns.if_3d", lambda x: x.ndim > 2),
    ("patterns.if_not_1d", lambda x: x.ndim != 1),
    ("patterns.if_empty", lambda x: x.size == 0),
    ("patterns.if_one_row", _deep(lambda x: x.shape[0] == 1)),
    ("patterns.if_several_rows", _deep(lambda x: x.shape[0] > 1)),
    ("patterns.if_one_column", _deep(lambda x: x.shape[-1] == 1)),
    ("patterns.if_several_columns", _deep(lambda x: x.shape[-1] > 1)),
    ("patterns.if_square", _deep(lambda x: x.shape[0] == x.shape[1])),
    ("patterns.if_not_square", _deep(lambda x: x.shape[0] != x.shape[1])),
    ("patterns.if_symmetric", _two_dimensional(_is_symmetric)),
    (
        "patterns.if_not_symmetric",
        _two_dimensional(lambda x: x.shape[0] == x.shape[1] and not _is_symmetric(x)),
    ),
    ("patterns.if_one_element", lambda x: x.ndim > 0 and x.size == 1),
    ("patterns.if_several_elements", lambda x: x.size > 1),
)
_OF_DTYPE: tuple[tuple[str, _Test], ...] = (
    ("patterns.if_integers", lambda x: x.dtype.kind in "iu"),
    ("patterns.if_floats", lambda x: x.dtype.kind == "f"),
    ("patterns.if_float32", lambda x: x.dtype == np.float32),
)
_OF_NUMBER: tuple[tuple[str, _Test], ...] = (
    ("patterns.if_0", _number(lambda x: bool(x == 0))),
    ("patterns.if_not_0", _number(lambda x: bool(x != 0))),
    ("patterns.if_1", _number(lambda x: bool(x == 1))),
    ("patterns.if_above_1", _number(lambda x: bool(x > 1))),
    ("patterns.if_not_1", _number(lambda x: bool(x != 1))),
    ("patterns.if_below_0", _number(lambda x: bool(x < 0))),
)
_OF_CONTENT: tuple[tuple[str, _Test], ...] = (
    ("patterns.if_non_finite", _any(lambda x: ~np.isfinite(x))),
    ("patterns.if_above_700", lambda x: _largest(x) > 700),
    ("patterns.if_above_million", lambda x: _largest(x) > 1e6),
    ("patterns.if_tiny", lambda x: 0 < _largest(x) < 1e-6),
    ("patterns.if_all_zero", _filled(lambda x: bool((x == 0).all()))),
    ("patterns.if_has_zero", _any(lambda x: x == 0)),
    ("patterns.if_has_negative", _any(lambda x: x < 0)),
    ("patterns.if_all_positive", _filled(lambda x: bool((x > 0).all()))),
    ("patterns.if_all_equal", lambda x: x.size > 1 and bool((x == x.flat[0]).all())),
    ("patterns.if_not_all_equal", lambda x: x.size > 1 and bool((x != x.flat[0]).any())),
)
_OF_PAIRS: tuple[tuple[str, _Pair], ...] = (
    ("patterns.if_same_shape", lambda x, y: x.ndim + y.ndim > 0 and x.shape == y.shape),
    ("patterns.if_other_shape", lambda x, y: x.ndim + y.ndim > 0 and x.shape != y.shape),
    ("patterns.if_equal", lambda x, y: x.shape == y.shape and bool((x == y).all())),
    ("patterns.if_greater", lambda x, y: x.ndim == y.ndim == 0 and bool(x > y)),
    ("patterns.if_less", lambda x, y: x.ndim == y.ndim == 0 and bool(x < y)),
)


def properties(cases: Sequence[Case]) -> Iterator[Property]:
    """Everything that may be special about some of the cases, the most telling first."""
    inputs = [_inputs(case) for case in cases]
    names = list(dict.fromkeys(name for one in inputs for name in one))
    for group, asked in [
        (_OF_SHAPE, "patterns.if_shape_ask"),
        (_OF_DTYPE, "patterns.if_dtype_ask"),
        (_OF_NUMBER, "patterns.if_number_ask"),
    ]:
        yield from _of_one(group, asked, names, inputs)
    yield from _of_two(names, inputs)
    yield from _of_one(_OF_CONTENT, "patterns.if_content_ask", names, inputs)


def _inputs(case: Case) -> dict[str, Array]:
    found = {name: _as_array(value) for name, value in case.step.arguments.items()}
    return {name: array for name, array in found.items() if array is not None}


def _as_array(value: Value) -> Array | None:
    return nested_numbers(value) if isinstance(value, (list, tuple)) else raw_numbers(value)


def _of_one(
    group: Sequence[tuple[str, _Test]],
    asked: str,
    names: Sequence[str],
    inputs: Sequence[dict[str, Array]],
) -> Iterator[Property]:
    for key, test in group:
        for name in names:
            arrays = [one.get(name) for one in inputs]
            if _are_real(arrays):
                so = tuple(array is not None and test(array) for array in arrays)
                yield Property(sentence(key, name=name), sentence(asked, name=name), so)


def _of_two(names: Sequence[str], inputs: Sequence[dict[str, Array]]) -> Iterator[Property]:
    for key, test in _OF_PAIRS:
        for one, other in combinations(names, 2):
            pairs = [(given.get(one), given.get(other)) for given in inputs]
            if not all(_are_real(pair) for pair in pairs):
                continue
            so = tuple(
                left is not None and right is not None and test(left, right)
                for left, right in pairs
            )
            condition = sentence(key, one=one, other=other)
            yield Property(condition, sentence("patterns.if_pair_ask", one=one, other=other), so)


def _are_real(arrays: Sequence[Array | None]) -> bool:
    return all(array is None or array.dtype.kind != "c" for array in arrays)
