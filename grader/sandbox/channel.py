"""One worker's descriptors under one deadline: frames both ways, its output, news of its end."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import Mapping, Sequence

from grader.calls.pieces import MAX_AT_ONCE, rest_of
from grader.calls.values import Value
from grader.sandbox.answers import Stopped
from grader.sandbox.frame import FIRST_READ, Frame, in_bytes
from grader.sandbox.inside.protocol import NEWS
from grader.sandbox.limits import Limits
from grader.sandbox.output import Output

# A worker that dies closes its channel a little before its parent hears of it.
GRACE_SECONDS = 1.0


class Channel:
    """Asks one worker, waiting for nothing longer than allowed."""

    def __init__(
        self, frames: socket.socket, news: socket.socket, output: Output | None, limits: Limits
    ) -> None:
        frames.setblocking(False)
        self._frames = frames
        self._news = news
        self._output = output
        self._limits = limits
        self._closed = False
        self._start = memoryview(bytearray(FIRST_READ))
        self._events = select.POLLIN
        self._poll = select.poll()
        self._poll.register(frames, self._events)
        self._poll.register(news, select.POLLIN)
        if output is not None:
            self._poll.register(output.descriptor, select.POLLIN)

    def ask(self, request: Sequence[memoryview], seconds: float) -> Value:
        """Send a request, in pieces of bytes, and wait for the one reply to it.

        Raises:
            Stopped: there is none.
            WireError: it does not follow the format.
        """
        deadline = time.monotonic() + seconds
        try:
            self._send(request, deadline)
            return self._receive(deadline)
        except TimeoutError:
            raise Stopped("timeout", f"{seconds:g} s") from None
        except (EOFError, ConnectionError):
            raise self._ended() from None

    def close(self) -> None:
        """Have the worker killed, if it still runs, and let go of it."""
        if self._closed:
            return
        self._closed = True
        self._frames.close()
        self._news.close()
        if self._output is not None:
            self._output.close()

    def _send(self, rest: Sequence[memoryview], deadline: float) -> None:
        self._refuse_early(dict(self._poll.poll(0)))
        while rest:
            try:
                rest = rest_of(rest, self._frames.sendmsg(rest[:MAX_AT_ONCE]))
            except BlockingIOError:
                self._refuse_early(self._wait(deadline, select.POLLIN | select.POLLOUT))

    def _refuse_early(self, ready: Mapping[int, int]) -> None:
        # Asked of the poll first: to try and receive what is not there costs an exception.
        if not ready.get(self._frames.fileno(), 0) & ~select.POLLOUT:
            return
        try:
            early = self._frames.recv(1)
        except BlockingIOError:
            return
        if not early:
            raise EOFError
        raise Stopped("protocol", "a reply that nobody asked for")

    def _receive(self, deadline: float) -> Value:
        frame = Frame(self._limits.reply_bytes, self._start)
        while True:
            self._wait(deadline, select.POLLIN)
            try:
                if frame.read_from(self._frames):
                    return frame.value()
            except BlockingIOError:
                continue

    def _wait(self, deadline: float, events: int) -> dict[int, int]:
        """Wait for the frames' socket; meanwhile attend to output and news.

        Returns:
            What is ready: descriptors and their events.
        """
        if events != self._events:
            self._poll.modify(self._frames, events)
            self._events = events
        while True:
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError
            ready = dict(self._poll.poll(remaining * 1000 + 1))
            if self._output is not None and self._output.descriptor in ready:
                self._read_output(self._output)
            if self._frames.fileno() in ready:
                return ready
            if self._news.fileno() in ready:
                raise EOFError

    def _read_output(self, output: Output) -> None:
        limit = self._limits.output_limit
        if not output.read():
            self._poll.unregister(output.descriptor)
        if limit is not None and output.total > limit:
            raise Stopped("output", in_bytes(limit))

    def _ended(self) -> Stopped:
        """Find out how the worker came to its end."""
        self._news.settimeout(GRACE_SECONDS)
        try:
            news = self._news.recv(NEWS.size)
        except TimeoutError:
            return Stopped("crashed", "it closed its channel")
        except OSError:
            news = b""
        if len(news) < NEWS.size:
            return Stopped("crashed", "its parent process ended")
        code = os.waitstatus_to_exitcode(*NEWS.unpack(news))
        if code == -signal.SIGXCPU:
            return Stopped("timeout", f"{self._limits.cpu_seconds} s")
        return Stopped("crashed", f"exit code {code}" if code >= 0 else f"signal {_name(-code)}")


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # real-time signals have none
        return str(number)
