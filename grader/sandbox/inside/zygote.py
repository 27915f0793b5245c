"""The fork loop: one child for every request on the control socket; it never runs student code.

A request is one byte that carries three descriptors: the worker's channel, where its output goes,
and a socket for news of it. The news is its wait status once it has ended. When the other end of
that socket closes, the worker is killed; when the control socket closes, all of them are. Only
the parent of a process can kill it without ever hitting a stranger that got the same number.
Processes that a worker started and left become children of the zygote, and are ended with it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import os
import select
import signal
import socket
import sys
import traceback
from typing import NoReturn

from grader.sandbox.inside.confine import Confinement, prepare
from grader.sandbox.inside.protocol import NEWS, READY
from grader.sandbox.inside.worker import serve

CHANNEL, RULESET = 3, 4
MAX_DESCRIPTOR = 1 << 20
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PR_SET_DUMPABLE = 4
FAILED = 70

# What exercises import beside what NumPy loads anyway; doing it once here saves every worker it.
# Only what is quick and common: a student waits for this.
PRELOADED = (
    *("numpy.linalg", "numpy.random"),
    *("collections.abc", "copy", "dataclasses", "enum", "functools", "itertools", "json", "math"),
    *("operator", "random", "re", "time", "types", "typing", "warnings"),
)


# Where workers may open no file, there is no later.
PRELOADED_FOR_ALL_TIME = (
    *("numpy.fft", "numpy.ma", "numpy.polynomial", "numpy.testing", "numpy.typing"),
    *("abc", "bisect", "calendar", "cmath", "contextlib", "copyreg", "csv", "datetime", "decimal"),
    *("difflib", "fractions", "heapq", "inspect", "io", "numbers", "pathlib", "pprint", "queue"),
    *("statistics", "string", "textwrap", "threading", "timeit", "traceback", "unittest", "uuid"),
)


def main(control_descriptor: int, numpy_folder: str, grader_folder: str, without: str) -> NoReturn:
    """Load what workers need, say so, and fork until the control socket closes.

    Args:
        control_descriptor: of the control socket.
        numpy_folder: the folder that NumPy was found in; others in it are not for students.
        grader_folder: the folder that this package was found in.
        without: layers to leave out, separated by commas.
    """
    # The real arguments name folders of this computer, which is nobody's business in there.
    sys.argv = sys.orig_argv = [""]
    for name in PRELOADED:
        importlib.import_module(name)
    sys.path[:] = [folder for folder in sys.path if folder != numpy_folder]
    confinement = prepare(numpy_folder, grader_folder, without.split(","))
    if confinement.filters and not confinement.opens_files:
        for name in PRELOADED_FOR_ALL_TIME:
            importlib.import_module(name)
    # Frozen objects are never looked at by the collector, so their pages stay shared.
    gc.disable()
    gc.freeze()
    _control_process(PR_SET_CHILD_SUBREAPER, 1)
    _control_process(PR_SET_DUMPABLE, 0)
    zygote = _Zygote(socket.socket(fileno=control_descriptor), confinement)
    try:
        zygote.run()
    finally:
        zygote.end_all()
    os._exit(0)


class _Zygote:
    def __init__(self, control: socket.socket, confinement: Confinement) -> None:
        self._control = control
        self._confinement = confinement
        self._pid = os.getpid()
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

    def run(self) -> None:
        """Serve requests; return when the control socket has closed."""
        self._control.sendall(READY)
        while True:
            for descriptor, _ in self._poll.poll():
                if descriptor == self._woken.fileno():
                    self._woken.recv(4096)
                elif descriptor != self._control.fileno():
                    self._kill(descriptor)
                elif not self._fork_one():
                    return
            self._reap()

    def end_all(self) -> None:
        """Leave nobody behind."""
        for pid in self._news:
            _kill_group(pid)
        self._news.clear()
        self._end_strays()

    def _fork_one(self) -> bool:
        request, descriptors, _, _ = socket.recv_fds(self._control, 1, 3)
        if not request:
            return False
        channel, output, news = descriptors
        try:
            pid = os.fork()
        except OSError:  # the closed channel says it
            os.close(news)
        else:
            if pid == 0:
                _become_worker(channel, output, self._pid, self._confinement)
            self._news[pid] = socket.socket(fileno=news)
            self._poll.register(news, select.POLLIN)
        os.close(channel)
        os.close(output)
        return True

    def _kill(self, descriptor: int) -> None:
        self._poll.unregister(descriptor)
        for pid, news in self._news.items():
            if news.fileno() == descriptor:
                _kill_group(pid)

    def _reap(self) -> None:
        for pid in list(self._news):
            # Left a zombie while its group is killed, so that nobody else can have its number.
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                continue
            _kill_group(pid)
            _, status = os.waitpid(pid, 0)
            news = self._news.pop(pid)
            with contextlib.suppress(KeyError):
                self._poll.unregister(news)
            with contextlib.suppress(OSError), news:
                news.send(NEWS.pack(status), socket.MSG_DONTWAIT)
            self._end_strays()

    def _end_strays(self) -> None:
        # Again, because the children of each one that ends arrive here in their turn.
        while strays := [pid for pid in _children() if pid not in self._news]:
            for pid in strays:
                _kill_group(pid)
            for pid in strays:
                os.waitpid(pid, 0)


def _children() -> list[int]:
    try:
        # Not pathlib: nothing else here needs it, and a student waits for the zygote.
        with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as children:
            listed = children.read()
    except OSError:  # not on Linux
        return []
    return [int(pid) for pid in listed.split()]


def _kill_group(pid: int) -> None:
    for kill in (os.kill, os.killpg):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _become_worker(channel: int, output: int, parent: int, confinement: Confinement) -> NoReturn:
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.dup2(channel, CHANNEL, inheritable=False)
        confinement = _keep_ruleset(confinement)
        os.closerange(RULESET if confinement.ruleset is None else RULESET + 1, MAX_DESCRIPTOR)
        _die_with(parent)
        serve(CHANNEL, confinement)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(FAILED)


def _keep_ruleset(confinement: Confinement) -> Confinement:
    """Move the ruleset to where it is not closed with all other descriptors."""
    if confinement.ruleset in (None, RULESET):
        return confinement
    assert confinement.ruleset is not None
    os.dup2(confinement.ruleset, RULESET, inheritable=False)
    return confinement._replace(ruleset=RULESET)


def _control_process(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value)


def _die_with(parent: int) -> None:
    _control_process(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(FAILED)
