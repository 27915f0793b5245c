"""The trusted handle of the zygote. It is imported before NumPy, and does not load it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from grader.errors import SandboxError
from grader.sandbox.booting import Role, command_of, folder_of, spawn
from grader.words import Sentence, sentence

if TYPE_CHECKING:
    from grader.sandbox.levels import Level
    from grader.sandbox.limits import Limits
    from grader.sandbox.worker import Worker

START_SECONDS = 60.0
CLOSE_SECONDS = 2.0
# Layers to leave out, separated by commas: for tests, and to find out what a layer gets in the way
# of. With `zygote` among them, workers are started as where nothing may fork.
WITHOUT_VARIABLE = "GRADER_SANDBOX_WITHOUT"
BUBBLEWRAP, ZYGOTE = "bubblewrap", "zygote"
PR_SET_DUMPABLE = 4


def can_fork() -> bool:
    """Whether a process that has loaded NumPy may fork: on Linux.

    On macOS libraries of the system that NumPy loads do not work in a fork.
    """
    return sys.platform == "linux" and ZYGOTE not in _left_out()


class Zygote:
    """A process with NumPy loaded that forks a worker in a few milliseconds.

    Where nothing may fork, one that starts workers as fresh processes, each a little ahead of time.
    Made by `start`, closed by `close` or at the end of a `with` block; its workers end with it.
    """

    def __init__(self) -> None:
        self._closed = False
        self._layers: tuple[str, ...] | None = None
        self._wrappable = True
        self._forks = can_fork()
        # Labs that are trained side by side ask for their workers at the same time.
        self._asking = threading.Lock()
        self._launch()

    @classmethod
    def start(cls) -> Self:
        """Start the process and return at once, while it is still loading NumPy.

        Raises:
            SandboxError: it cannot be started.
        """
        if not hasattr(os, "posix_spawn"):
            raise SandboxError(sentence("sandbox.unsupported_system"))
        return cls()

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers between student code and the machine, as a worker found them.

        Raises:
            SandboxError: no worker can be started.
        """
        if self._layers is None:
            from grader.sandbox.limits import Limits

            self.start_worker(Limits()).close()
        assert self._layers is not None
        return self._layers

    @property
    def level(self) -> Level:
        """What the layers are worth: `strong`, `partial` or `basic`."""
        from grader.sandbox.levels import level_of

        return level_of(self.layers)

    def start_worker(self, limits: Limits) -> Worker:
        """Fork a worker and wait until it has confined itself.

        A zygote that has been at work and is gone was ended by somebody's code; the next one in
        line does not pay for that, but gets a new zygote.

        Raises:
            SandboxError: the zygote could not start.
        """
        with self._asking:
            was_at_work = self._ready and not self._closed
            try:
                return self._fork(limits)
            except SandboxError:
                if not was_at_work:
                    raise
                self._end()
                self._launch()
                return self._fork(limits)

    def await_ready(self) -> None:
        """Wait until workers can be asked for; needed before this process forks.

        Forks may ask for workers like this process itself, but only one can hear that the zygote
        is ready.

        Raises:
            SandboxError: it could not start.
        """
        with self._asking:
            self._await_ready()

    def _fork(self, limits: Limits) -> Worker:
        # These need NumPy, which is not loaded at `start`.
        from grader.sandbox.answers import Stopped
        from grader.sandbox.worker import Worker

        self._await_ready()
        try:
            worker = Worker.start(self._control, limits, acknowledged=not self._forks)
        except OSError as error:
            raise SandboxError(sentence("sandbox.ended", reason=self._last_words())) from error
        except Stopped as stopped:
            raise SandboxError(sentence("sandbox.cannot_start", reason=stopped)) from stopped
        self._layers = worker.layers
        return worker

    def close(self) -> None:
        """End the process and all its workers; safe to call again."""
        # Whoever is just asking for a worker would take this for a zygote in need of replacement.
        with self._asking:
            if self._closed:
                return
            self._closed = True
            self._end()

    def _launch(self) -> None:
        self._ready = False
        command = self._command()
        self._control, theirs = socket.socketpair()
        self._errors, errors_end = os.pipe()
        try:
            self._pid = spawn(command, theirs.fileno(), errors_end)
        except OSError as error:
            self._closed = True
            self._control.close()
            os.close(self._errors)
            raise SandboxError(sentence("sandbox.cannot_start", reason=error)) from error
        finally:
            theirs.close()
            os.close(errors_end)

    def _command(self) -> list[str]:
        """What to run; with bubblewrap around it, unless that has turned out not to work here."""
        numpy_folder, grader_folder = folder_of("numpy"), folder_of("grader")
        role: Role = "zygote" if self._forks else "spawner"
        command = command_of(role, numpy_folder, grader_folder, ",".join(_left_out()))
        if not self._wrappable or BUBBLEWRAP in _left_out():
            self._wrapped = False
            return command
        from grader.sandbox.wrapping import wrapped

        in_wrapping = wrapped(command, numpy_folder, grader_folder)
        self._wrapped = in_wrapping is not None
        return in_wrapping or command

    def _end(self) -> None:
        self._control.close()
        os.close(self._errors)
        with contextlib.suppress(ChildProcessError):  # somebody else has waited for it
            # While it is loading NumPy it has no workers, and nobody wants to wait for it.
            if not (self._ready and self._has_ended_within(CLOSE_SECONDS)):
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _has_ended_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.001)
        return False

    def _await_ready(self) -> None:
        if self._closed:
            raise SandboxError(sentence("sandbox.closed"))
        if self._ready:
            return
        self._control.settimeout(START_SECONDS)
        try:
            self._ready = bool(self._control.recv(1))
        except OSError as error:
            raise SandboxError(sentence("sandbox.cannot_start", reason=error)) from error
        if self._ready:
            _close_to_others()
            return
        if not self._wrapped:
            raise SandboxError(sentence("sandbox.cannot_start", reason=self._last_words()))
        # Some systems do not let ordinary users have what bubblewrap needs.
        self._wrappable = False
        self._end()
        self._launch()
        self._await_ready()

    def _last_words(self) -> str | Sentence:
        """The last line of what the process wrote before it ended."""
        readable, _, _ = select.select([self._errors], [], [], 1.0)
        written = os.read(self._errors, 1 << 16) if readable else b""
        lines = written.decode(errors="replace").split("\n")
        said = [line for line in lines if line.strip() and line.isprintable()]
        return said[-1] if said else sentence("sandbox.no_last_words")


def _left_out() -> list[str]:
    return os.environ.get(WITHOUT_VARIABLE, "").split(",")


def _close_to_others() -> None:
    """Let no other process of this user look into this one, which knows what is expected."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
