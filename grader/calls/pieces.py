"""Bytes in several pieces, sent and received together: putting large ones together is a copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

# How many the kernel is handed in one call; Linux and macOS take up to 1024.
MAX_AT_ONCE = 256

_empty, _uint8 = np.empty, np.uint8


def joined(pieces: Iterable[bytes | memoryview]) -> list[memoryview]:
    """Put what is `bytes` together with its neighbours; a `memoryview` stays where it is."""
    result: list[memoryview] = []
    small: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            small.append(piece)
            continue
        result += [memoryview(b"".join(small)), piece]
        small = []
    if small:
        result.append(memoryview(b"".join(small)))
    return [piece for piece in result if piece]


def rest_of(pieces: Sequence[memoryview], count: int) -> list[memoryview]:
    """What is left once the first `count` bytes have been sent or received."""
    for index, piece in enumerate(pieces):
        if count < len(piece):
            return [piece[count:], *pieces[index + 1 :]]
        count -= len(piece)
    return []


def blank_bytes(size: int) -> memoryview:
    """Memory to receive into; unlike that of a `bytearray` nobody fills it with zeros first."""
    return _empty(size, _uint8).data
