"""What a worker prints."""

from __future__ import annotations

import os

CHUNK = 64 << 10


class Output:
    """Keeps the beginning of what comes out of a pipe, and counts all of it."""

    def __init__(self, descriptor: int, keep: int) -> None:
        os.set_blocking(descriptor, False)
        self.descriptor = descriptor
        self.total = 0
        self._keep = keep
        self._kept = bytearray()

    def read(self) -> bool:
        """Read what is there, at most one chunk; return whether there may be more to come."""
        try:
            chunk = os.read(self.descriptor, CHUNK)
        except BlockingIOError:
            return False
        self.total += len(chunk)
        self._kept += chunk[: self._keep - len(self._kept)]
        return bool(chunk)

    def text(self) -> str:
        """What was kept, as text."""
        return self._kept.decode(errors="replace")

    def close(self) -> None:
        """Read what a worker that is gone has left, and close the pipe."""
        while self.total < 2 * self._keep and self.read():
            continue
        os.close(self.descriptor)
