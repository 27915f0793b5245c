"""Binary numbers, and every sum of two of them that still fits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BITS = 8


def binary_table(bits: int = BITS) -> NDArray[np.uint8]:
    """Write every number that fits in binary.

    Args:
        bits: how many digits; 0 to 2^bits - 1 are written.

    Returns:
        (2^bits, bits), uint8: row n holds the digits of n, the most significant first.
    """
    numbers = np.arange(2**bits)[:, np.newaxis]
    places = np.arange(bits)[::-1]
    return ((numbers >> places) & 1).astype(np.uint8)


def additions(bits: int = BITS) -> dict[str, NDArray[np.float64]]:
    """List every sum of two numbers below 2^(bits - 1), as sequences a network can read.

    Time runs from the least significant bit to the most significant one, the way the carry does.
    Time is the first axis, so `inputs[t]` is what a recurrent network sees in its step t.

    Args:
        bits: the length of the sequences; the largest sum, 2^bits - 2, just fits.

    Returns:
        `inputs` (bits, sums, 2): a bit of either operand in each step;
        `targets` (bits, sums, 1): the bit of their sum. The number of sums is 4^(bits - 1).
    """
    table = binary_table(bits).astype(np.float64)
    first, second = np.indices((2 ** (bits - 1), 2 ** (bits - 1))).reshape(2, -1)
    inputs = np.stack([table[first], table[second]], axis=-1)
    targets = table[first + second][:, :, np.newaxis]
    return {"inputs": _time_first(inputs), "targets": _time_first(targets)}


def _time_first(sequences: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.ascontiguousarray(sequences[:, ::-1].swapaxes(0, 1))
