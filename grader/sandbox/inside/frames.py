"""Frames of the codec over a descriptor, read and written by waiting."""

from __future__ import annotations

import os

from grader.calls.codec import PREFIX, decode, encode, measure
from grader.calls.pieces import MAX_AT_ONCE, blank_bytes, rest_of
from grader.calls.values import Value

# Student code may replace what hangs on these modules.
_readv, _writev = os.readv, os.writev


def receive(descriptor: int) -> Value:
    """Wait for one frame and read it.

    Raises:
        EOFError: the other side has closed.
        WireError: it does not follow the format.
    """
    prefix = blank_bytes(PREFIX.size)
    _fill(descriptor, [prefix])
    header, body = map(blank_bytes, measure(prefix))
    _fill(descriptor, [header, body])
    return decode(header, body)


def send(descriptor: int, value: Value) -> None:
    """Write one frame, all of it.

    Raises:
        WireError: the value cannot be sent; nothing was written.
    """
    rest = encode(value)
    while rest:
        rest = rest_of(rest, _writev(descriptor, rest[:MAX_AT_ONCE]))


def _fill(descriptor: int, rest: list[memoryview]) -> None:
    while rest := rest_of(rest, 0):
        count = _readv(descriptor, rest)
        if count == 0:
            raise EOFError
        rest = rest_of(rest, count)
