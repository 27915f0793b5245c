from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.data.binary_numbers import BITS, additions, binary_table


@given(bits=st.integers(1, 12), data=st.data())
def test_row_n_holds_the_digits_of_n(bits: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 2**bits - 1))
    table = binary_table(bits)
    assert table.shape == (2**bits, bits)
    assert table.dtype == np.uint8
    assert "".join(map(str, table[number])) == format(number, f"0{bits}b")


@pytest.mark.parametrize("bits", [2, BITS])
def test_every_sum_of_two_operands_is_listed_once(bits: int) -> None:
    data = additions(bits)
    places = 2 ** np.arange(bits)  # the least significant bit comes first in time
    operands = np.einsum("tso,t->so", data["inputs"], places)
    sums = np.einsum("ts,t->s", data["targets"][:, :, 0], places)
    np.testing.assert_array_equal(operands.sum(axis=1), sums)
    below = 2 ** (bits - 1)
    assert sorted(map(tuple, operands)) == [(a, b) for a in range(below) for b in range(below)]


def test_time_is_the_first_axis() -> None:
    data = additions()
    assert data["inputs"].shape == (8, 16_384, 2)
    assert data["targets"].shape == (8, 16_384, 1)
    assert {array.dtype for array in data.values()} == {np.dtype(np.float64)}
