"""The trusted handle of one worker."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from grader.calls.codec import WireError, encode
from grader.calls.messages import read_outcome, step_message
from grader.calls.steps import Outcome, RaisedError, Step
from grader.calls.values import Value
from grader.sandbox.answers import Loaded, Stopped, read_layers, read_loaded
from grader.sandbox.channel import Channel
from grader.sandbox.frame import in_bytes
from grader.sandbox.inside.protocol import FORK, TAKEN
from grader.sandbox.limits import Limits
from grader.sandbox.output import Output

CONFINE_SECONDS = 5.0
ROOM = 1 << 20

Answer = TypeVar("Answer")


class Worker:
    """Runs one submission's code. Made by `Zygote.start_worker`; closed like a file.

    Every method may raise `Stopped`; from then on the worker is gone, and they all do.
    """

    def __init__(self, channel: Channel, output: Output | None, limits: Limits) -> None:
        self._channel = channel
        self._output = output
        self._limits = limits
        self._requests = 0
        self._spent = 0.0
        self._stopped: Stopped | None = None
        kernel_limits = [limits.cpu_seconds, limits.memory_bytes, limits.file_bytes]
        self.layers = self._ask(kernel_limits, CONFINE_SECONDS, read_layers)

    @classmethod
    def start(cls, control: socket.socket, limits: Limits, *, acknowledged: bool) -> Self:
        """Ask the zygote behind `control` for a worker.

        Args:
            control: leads to the zygote.
            limits: of the worker.
            acknowledged: whether the zygote says when it has received the request.

        Raises:
            OSError: the zygote cannot be reached.
            Stopped: it could not make one.
        """
        frames, worker_frames = _roomy_pair()
        news, zygote_news = socket.socketpair()
        output, worker_output = _open_output(limits)
        try:
            descriptors = [worker_frames.fileno(), worker_output, zygote_news.fileno()]
            socket.send_fds(control, [FORK], descriptors)
            if acknowledged:
                _await_taken(control)
        except OSError:
            Channel(frames, news, output, limits).close()
            raise
        finally:
            worker_frames.close()
            zygote_news.close()
            os.close(worker_output)
        return cls(Channel(frames, news, output, limits), output, limits)

    @property
    def output(self) -> str:
        """The beginning of what the code has printed so far, errors included."""
        return "" if self._output is None else self._output.text()

    def load(
        self, source: str | bytes, filename: str, name: str, earlier: str = ""
    ) -> Loaded | RaisedError:
        """Execute a student's file.

        Args:
            source: the file; bytes are decoded as Python does, by their coding comment.
            filename: what tracebacks call it.
            name: the exercise's function or class; the module gets this name, too.
            earlier: what ran before, such as other cells of a notebook; where it fails, that is
                passed over.

        Returns:
            What it defines, or the exception it raised (a `SyntaxError` among them).

        Raises:
            Stopped: it did neither.
        """
        sent = _text(source) if isinstance(source, str) else np.frombuffer(source, np.uint8)
        message = [sent, _text(filename), name, _text(earlier)]
        return self._ask(message, self._limits.load_seconds, read_loaded)

    def perform(self, step: Step) -> Outcome:
        """Have one step carried out.

        Raises:
            Stopped: nothing came of it.
            WireError: an argument of the step cannot be sent.
        """

        def read(answer: Any) -> Outcome:
            outcome = read_outcome(answer)
            if not outcome.changed.keys() <= step.arguments.keys():
                raise WireError("a changed argument that was not passed")
            return outcome

        return self._ask(step_message(step), self._limits.call_seconds, read)

    def close(self) -> None:
        """End the worker; safe to call again. Its output can still be read."""
        if self._stopped is None:
            self._stopped = Stopped("crashed", "it was closed")
        self._channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _ask(self, message: Value, seconds: float, read: Callable[[Any], Answer]) -> Answer:
        if self._stopped is not None:
            raise Stopped(self._stopped.reason, self._stopped.detail)
        request = encode([self._requests, message])
        left = self._limits.total_seconds - self._spent
        started = time.monotonic()
        try:
            reply = self._channel.ask(request, min(seconds, left))
            answer = read(self._answer(reply))
        except Stopped as stopped:
            ran_out = stopped.reason == "timeout" and left <= time.monotonic() - started
            total = f"{self._limits.total_seconds:g} s"
            self._stopped = Stopped("timeout", total) if ran_out else stopped
        except WireError as error:
            self._stopped = Stopped("protocol", str(error))
        except BaseException:
            self.close()
            raise
        else:
            self._requests += 1
            self._spent += time.monotonic() - started
            return answer
        self.close()
        raise self._stopped

    def _answer(self, reply: Any) -> Any:
        if type(reply) is not list or len(reply) != 2 or type(reply[0]) is not int:
            raise WireError("a reply that is none")
        number, answer = reply
        if number != self._requests:
            raise WireError("a reply to another request")
        if answer is None:
            raise Stopped("memory", in_bytes(self._limits.reply_bytes))
        return answer


def _await_taken(control: socket.socket) -> None:
    control.settimeout(CONFINE_SECONDS)
    if control.recv(1) != TAKEN:
        raise ConnectionResetError


def _roomy_pair() -> tuple[socket.socket, socket.socket]:
    """Two ends that take most requests and replies in one go; the system may allow for less."""
    ends = socket.socketpair()
    for end in ends:
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
    return ends


def _open_output(limits: Limits) -> tuple[Output | None, int]:
    if limits.output_limit is None:
        return None, os.open(os.devnull, os.O_WRONLY)
    readable, writable = os.pipe()
    return Output(readable, limits.output_kept), writable


def _text(text: str) -> str:
    # A notebook may hold halves of characters, which no source file could.
    return text.encode(errors="replace").decode()
