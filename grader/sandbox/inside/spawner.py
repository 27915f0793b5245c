"""In place of the zygote where forking is unsafe: every worker is started as a fresh process.

On macOS a process that has loaded NumPy, and with it libraries of the system, must not fork.
Loading NumPy takes long, so there is always one spare, which loads it before it is needed. This
process, which nothing may slow down or break, does not load it at all.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from collections.abc import Collection
from typing import NamedTuple, NoReturn

from grader.sandbox.inside.minder import Minder, kill_group
from grader.sandbox.inside.protocol import FORK, READY, TAKEN

CONTROL = 3
HANDOVER_SECONDS = 2.0
TRIES = 2
FAILED = 70


class _Spare(NamedTuple):
    """A process that has been started and is not yet a worker."""

    pid: int
    control: socket.socket


def main(control_descriptor: int, numpy_folder: str, grader_folder: str, without: str) -> NoReturn:
    """Have a spare ready, say so, and hand out workers until the control socket closes.

    Args:
        control_descriptor: of the control socket.
        numpy_folder: the folder that NumPy is in.
        grader_folder: the folder that this package was found in.
        without: layers to leave out, separated by commas.
    """
    # Like the command of this process, but for who is to be started.
    arguments = ["spare", numpy_folder, grader_folder, without]
    command = [sys.executable, *sys.orig_argv[1 : -len(arguments)], *arguments]
    spawner = _Spawner(socket.socket(fileno=control_descriptor), command)
    try:
        spawner.run()
    finally:
        spawner.end_all()
    os._exit(FAILED if spawner.failed else 0)


class _Spawner(Minder):
    def __init__(self, control: socket.socket, command: list[str]) -> None:
        super().__init__(control)
        self._command = command
        self._was_ready = self.failed = False
        self._tries = 0
        self._spare: _Spare | None = self._start_spare()

    def start_worker(self, channel: int, output: int) -> int:
        assert self._spare is not None
        self._control.sendall(TAKEN)
        pid, control = self._spare
        try:
            socket.send_fds(control, [FORK], [channel, output])
            # macOS may lose descriptors that are closed here before they have arrived there.
            if not control.recv(1):
                raise ConnectionResetError
        except OSError:
            kill_group(pid)  # its end is heard of in the loop
            raise
        self._poll.unregister(control)
        control.close()
        self._spare = None
        return pid

    def attend(self, descriptor: int) -> bool:
        spare = self._spare
        if spare is not None and descriptor == spare.control.fileno():
            return self._hear_of(spare)
        if descriptor == self._control.fileno() and (spare is None or _has_news(spare)):
            return True  # later, when it is known that there is one to give away
        return super().attend(descriptor)

    def settle(self) -> None:
        super().settle()
        if self._spare is None:
            self._spare = self._start_spare()

    def idle(self) -> Collection[int]:
        return () if self._spare is None else (self._spare.pid,)

    def end_all(self) -> None:
        if self._spare is not None:
            self._bury(self._spare)
        super().end_all()

    def _hear_of(self, spare: _Spare) -> bool:
        if _is_ready(spare):
            self._note_ready()
            return True
        self._bury(spare)
        # One that cannot even begin would be started again and again.
        self.failed = self._tries == TRIES
        return not self.failed

    def _note_ready(self) -> None:
        self._tries = 0
        self._poll.modify(self._control, select.POLLIN)
        if not self._was_ready:
            self._was_ready = True
            self._control.sendall(READY)

    def _start_spare(self) -> _Spare:
        self._tries += 1
        ours, theirs = socket.socketpair()
        with theirs:
            pid = os.posix_spawn(
                self._command[0],
                self._command,
                os.environ,
                file_actions=[(os.POSIX_SPAWN_DUP2, theirs.fileno(), CONTROL)],
                setsigmask=[],
            )
        ours.settimeout(HANDOVER_SECONDS)
        self._poll.register(ours, select.POLLIN)
        # Requests wait until it is ready; the end of the control socket shows all the same.
        self._poll.modify(self._control, 0)
        return _Spare(pid, ours)

    def _bury(self, spare: _Spare) -> None:
        self._spare = None
        self._poll.unregister(spare.control)
        spare.control.close()
        kill_group(spare.pid)
        os.waitpid(spare.pid, 0)


def _has_news(spare: _Spare) -> bool:
    return bool(select.select([spare.control], [], [], 0)[0])


def _is_ready(spare: _Spare) -> bool:
    try:
        return bool(spare.control.recv(1))
    except OSError:
        return False
