from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.calls.values import Drained, Unsupported
from grader.judge.numbers import Tolerance
from grader.judge.patterns.numeric import (
    MAX_SIZE,
    any_numbers,
    fingerprint,
    numbers,
    same,
    tolerance_for,
)

TOLERANCE = Tolerance(1e-9)


@pytest.mark.parametrize(
    "value",
    ["1", None, [1.0], {"a": 1}, Unsupported("x"), np.zeros(MAX_SIZE + 1), 2**1100, np.str_("a")],
)
def test_what_is_no_number_is_none(value: Any) -> None:
    assert numbers(value) is None


@pytest.mark.parametrize("value", [1, True, 1.5, np.float32(2), np.arange(3), 2**70, -(2**1000)])
def test_numbers_are_widened(value: Any) -> None:
    found = numbers(value)
    assert found is not None
    assert found.dtype == np.float64
    assert np.array_equal(found, np.asarray(value, dtype=float))


@pytest.mark.parametrize(
    "value", [[1, [2]], [1, "a"], [[1, 2], [3]], [None], [{}], [0.0] * (MAX_SIZE + 1), [2**70, 1]]
)
def test_lists_of_other_things_have_no_numbers(value: Any) -> None:
    assert any_numbers(value) is None


def test_lists_tuples_and_generators_have_numbers() -> None:
    for value in ([1, 2], (1, 2), Drained((1, 2), complete=True), np.array([1, 2])):
        found = any_numbers(value)
        assert found is not None
        assert found.tolist() == [1.0, 2.0]


@pytest.mark.parametrize("size", [3, 5_000])
@pytest.mark.parametrize("place", [0, -1])
def test_one_number_that_differs_is_seen_wherever_it_stands(size: int, place: int) -> None:
    one = np.linspace(1, 2, size)
    other = one.copy()
    assert same(one, other * (1 + 1e-10), TOLERANCE)
    other[place] += 1e-6
    assert not same(one, other, TOLERANCE)


def test_nan_and_infinity_are_themselves() -> None:
    one = np.array([np.nan, np.inf, -np.inf, 1.0])
    assert same(one, one.copy(), TOLERANCE)
    assert not same(one, -one, TOLERANCE)
    assert not same(one, np.nan_to_num(one), TOLERANCE)


def test_shapes_and_complex_numbers_count() -> None:
    assert not same(np.ones(3), np.ones((3, 1)), TOLERANCE)
    assert not same(np.ones(3), np.ones(3) + 0j, TOLERANCE)


def test_the_least_precise_value_decides_the_tolerance() -> None:
    assert tolerance_for(TOLERANCE, np.ones(1)) == TOLERANCE
    assert tolerance_for(TOLERANCE, np.ones(1), np.ones(1, np.float32)).rtol > 1e-6
    assert tolerance_for(Tolerance(0.0), 1).rtol > 0


def test_different_values_have_different_fingerprints() -> None:
    values = [1, 1.0, "1", None, [1], {"a": 1}, np.ones(1), np.ones((1, 1)), np.ones(1, np.float32)]
    assert len({fingerprint(value) for value in values}) == len(values)
    assert fingerprint([np.ones(2)]) == fingerprint([np.ones(2)])
