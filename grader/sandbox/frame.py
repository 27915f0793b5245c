"""Collects one frame from a socket without waiting for it."""

from __future__ import annotations

import socket

from grader.calls.codec import PREFIX, decode, measure
from grader.calls.values import Value
from grader.sandbox.answers import Stopped


class Frame:
    """One frame on its way in; never reads beyond its end, never holds more than its limit."""

    def __init__(self, body_limit: int) -> None:
        self._body_limit = body_limit
        self._prefix = bytearray(PREFIX.size)
        self._header = bytearray()
        self._body = bytearray()
        self._measured = False
        self._missing = [memoryview(self._prefix)]

    def read_from(self, source: socket.socket) -> bool:
        """Read what is there; return whether the frame is complete.

        Raises:
            EOFError: the other side has closed.
            Stopped: the frame is larger than allowed.
            WireError: its prefix does not follow the format.
            BlockingIOError: nothing is there.
        """
        while self._missing:
            count = source.recv_into(self._missing[0])
            if count == 0:
                raise EOFError
            self._missing[0] = self._missing[0][count:]
            if not self._missing[0]:
                del self._missing[0]
            if not self._missing and not self._measured:
                self._measure()
        return True

    def value(self) -> Value:
        """Decode the frame once it is complete.

        Raises:
            WireError: it does not follow the format.
        """
        return decode(self._header, self._body)

    def _measure(self) -> None:
        header_size, body_size = measure(self._prefix)
        if body_size > self._body_limit:
            raise Stopped("memory", in_bytes(self._body_limit))
        self._header, self._body = bytearray(header_size), bytearray(body_size)
        self._missing = [memoryview(part) for part in (self._header, self._body) if part]
        self._measured = True


def in_bytes(size: int) -> str:
    """Write a size for people."""
    for unit, shift in (("MiB", 20), ("KiB", 10)):
        if size >= 1 << shift:
            return f"{size / (1 << shift):.3g} {unit}"
    return f"{size} bytes"
