"""The loop that has workers started, killed and reaped; it never runs student code.

A request is one byte that carries three descriptors: the worker's channel, where its output goes,
and a socket for news of it. The news is its wait status once it has ended. When the other end of
that socket closes, the worker is killed; when the control socket closes, all of them are. Only
the parent of a process can kill it without ever hitting a stranger that got the same number.
Processes that a worker started and left become children of this one, and are ended with it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import socket
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection

from grader.sandbox.inside.protocol import NEWS

PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36


class Minder(ABC):
    """The parent of all workers; how one is started is for those that derive from it to say.

    Args:
        control: where requests come from.
    """

    def __init__(self, control: socket.socket) -> None:
        control_process(PR_SET_CHILD_SUBREAPER, 1)
        control_process(PR_SET_DUMPABLE, 0)
        self._control = control
        self._news: dict[int, socket.socket] = {}
        self._poll = select.poll()
        self._woken, wake = socket.socketpair()
        self._wake = wake
        for end in (self._woken, wake):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        self._poll.register(self._woken, select.POLLIN)
        self._poll.register(control, select.POLLIN)

    @abstractmethod
    def start_worker(self, channel: int, output: int) -> int:
        """Start a worker, which has to have these descriptors when this returns.

        Returns:
            The number of its process.

        Raises:
            OSError: there is none.
        """

    def run(self) -> None:
        """Serve requests; return when the control socket has closed."""
        while True:
            for descriptor, _ in self._poll.poll():
                if not self.attend(descriptor):
                    return
            self.settle()

    def attend(self, descriptor: int) -> bool:
        """Do what is to be done when a descriptor is ready; return whether to go on."""
        if descriptor == self._woken.fileno():
            self._woken.recv(4096)
        elif descriptor != self._control.fileno():
            self._kill(descriptor)
        else:
            return self._take_request()
        return True

    def settle(self) -> None:
        """Do what is to be done once all descriptors have been attended to."""
        for pid in list(self._news):
            status = status_at_end(pid)
            if status is not None:
                self._report(pid, status)
                self._end_strays()

    def idle(self) -> Collection[int]:
        """Processes that are no workers and still no strays."""
        return ()

    def end_all(self) -> None:
        """Leave nobody behind."""
        for pid in self._news:
            kill_group(pid)
        self._news.clear()
        self._end_strays()

    def _take_request(self) -> bool:
        request, descriptors, _, _ = socket.recv_fds(self._control, 1, 3)
        if not request:
            return False
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)
        channel, output, news = descriptors
        try:
            pid = self.start_worker(channel, output)
        except OSError:  # the closed channel says it
            os.close(news)
        else:
            self._news[pid] = socket.socket(fileno=news)
            self._poll.register(news, select.POLLIN)
        os.close(channel)
        os.close(output)
        return True

    def _kill(self, descriptor: int) -> None:
        self._poll.unregister(descriptor)
        for pid, news in self._news.items():
            if news.fileno() == descriptor:
                kill_group(pid)

    def _report(self, pid: int, status: int) -> None:
        news = self._news.pop(pid)
        with contextlib.suppress(KeyError):
            self._poll.unregister(news)
        with contextlib.suppress(OSError), news:
            news.send(NEWS.pack(status), socket.MSG_DONTWAIT)

    def _end_strays(self) -> None:
        # Again, because the children of each one that ends arrive here in their turn.
        while strays := set(_children()).difference(self._news, self.idle()):
            for pid in strays:
                kill_group(pid)
            for pid in strays:
                os.waitpid(pid, 0)


def status_at_end(pid: int) -> int | None:
    """The wait status of a child that has ended, after its group was ended, too; else `None`."""
    if not hasattr(os, "waitid"):  # macOS before Python 3.13
        ended, status = os.waitpid(pid, os.WNOHANG)
        if not ended:
            return None
        # A number is not given away again while there is a group of that number.
        _kill(os.killpg, pid)
        return status
    # Left a zombie while its group is killed, so that nobody else can have its number.
    if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        return None
    kill_group(pid)
    return os.waitpid(pid, 0)[1]


def kill_group(pid: int) -> None:
    """Kill a child and its group, whichever of them there is."""
    _kill(os.kill, pid)
    _kill(os.killpg, pid)


def control_process(option: int, value: int) -> None:
    """Call `prctl`, where there is one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value)


def _kill(kill: Callable[[int, int], None], pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        kill(pid, signal.SIGKILL)


def _children() -> list[int]:
    try:
        # Not pathlib: nothing else here needs it, and a student waits for this.
        with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as children:
            listed = children.read()
    except OSError:  # not on Linux
        return []
    return [int(pid) for pid in listed.split()]
