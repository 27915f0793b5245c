"""Collects one frame from a socket without waiting for it."""

from __future__ import annotations

import socket

from grader.calls.codec import PREFIX, decode, measure
from grader.calls.pieces import blank_bytes, rest_of
from grader.calls.values import Value
from grader.sandbox.answers import Stopped

# Most replies are smaller, and come with a single call into the kernel.
FIRST_READ = 32 << 10


class Frame:
    """One frame on its way in; never holds more than its limit, and nothing beyond its end.

    Args:
        body_limit: in bytes; what would be larger is refused before there is memory for it.
        start: where the beginning is read to; whatever it holds may be overwritten.
    """

    def __init__(self, body_limit: int, start: memoryview) -> None:
        self._body_limit = body_limit
        self._start = start
        self._started = 0
        self._measured = False
        self._header = self._body = blank_bytes(0)
        self._missing: list[memoryview] = []

    def read_from(self, source: socket.socket) -> bool:
        """Read what is there; return whether the frame is complete.

        Raises:
            EOFError: the other side has closed.
            Stopped: the frame is larger than allowed, or there is more than one.
            WireError: its prefix does not follow the format.
            BlockingIOError: nothing is there.
        """
        while not self._measured:
            self._started += _received(source.recv_into(self._start[self._started :]))
            if self._started >= PREFIX.size:
                self._measure()
        while self._missing:
            count = _received(source.recvmsg_into(self._missing)[0])
            self._missing = rest_of(self._missing, count)
        return True

    def value(self) -> Value:
        """Decode the frame once it is complete.

        Raises:
            WireError: it does not follow the format.
        """
        return decode(self._header, self._body)

    def _measure(self) -> None:
        header_size, body_size = measure(self._start[: PREFIX.size])
        if body_size > self._body_limit:
            raise Stopped("memory", in_bytes(self._body_limit))
        begun = self._start[PREFIX.size : self._started]
        if len(begun) > header_size + body_size:
            raise Stopped("protocol", "more than one reply")
        self._header, self._body = blank_bytes(header_size), blank_bytes(body_size)
        of_header, of_body = begun[:header_size], begun[header_size:]
        self._header[: len(of_header)] = of_header
        self._body[: len(of_body)] = of_body
        self._missing = rest_of([self._header, self._body], len(begun))
        self._measured = True


def _received(count: int) -> int:
    if count == 0:
        raise EOFError
    return count


def in_bytes(size: int) -> str:
    """Write a size for people."""
    for unit, shift in (("MiB", 20), ("KiB", 10)):
        if size >= 1 << shift:
            return f"{size / (1 << shift):.3g} {unit}"
    return f"{size} bytes"
