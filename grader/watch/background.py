"""Work in a process of its own, which sends what it finds out bit by bit and can be broken off.

As in `grading/processes.py` it is a fork of the trusted process, and as trusted. What was learnt
before the fork, such as case tables, is there without waiting.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Protocol, TypeAlias

from grader.errors import GraderError
from grader.sandbox.zygote import can_fork
from grader.watch.events import Broken, Event
from grader.watch.terminal import ENDING, NOTED

PR_SET_PDEATHSIG = 1
Send: TypeAlias = Callable[[Event], None]
Work: TypeAlias = Callable[[Send], None]
RESET = (*ENDING, *NOTED)


class Background(Protocol):
    """Work under way.

    Attributes:
        done: whether nothing more will come.
        descriptor: becomes readable when there is something to receive; None if all is here.
    """

    done: bool
    descriptor: int | None

    def receive(self) -> list[Event]:
        """Take in what has come; an exception that is a fault of ours is raised."""

    def close(self) -> None:
        """Break it off if it is not done; safe to call again."""


def start(work: Work, patient: bool = False) -> Background:
    """Begin to work, in another process if processes may fork here.

    Args:
        work: called there with what sends an event. The errors it raises are sent as `Broken`.
        patient: whether everybody else's work comes first.
    """
    return _Fork(work, patient) if can_fork() else _Here(work)


class _Fork:
    def __init__(self, work: Work, patient: bool) -> None:
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender, os.getpid(), patient))
        self._process.start()
        sender.close()
        self.done = False
        self.descriptor: int | None = self._receiver.fileno()

    def receive(self) -> list[Event]:
        received: list[Event] = []
        try:
            while not self.done and self._receiver.poll():
                message = self._receiver.recv()
                if isinstance(message, Exception):
                    self.close()
                    raise message
                received.append(message)
        except EOFError:
            self.close()
        return received

    def close(self) -> None:
        if self.done:
            return
        self.done, self.descriptor = True, None
        self._process.kill()
        self._process.join()
        self._receiver.close()


class _Here:
    """Work that was done at once; nobody could be waited for meanwhile."""

    descriptor: int | None = None

    def __init__(self, work: Work) -> None:
        self._found: list[Event] = []
        self.done = False
        try:
            work(self._found.append)
        except GraderError as error:
            self._found.append(Broken(error.sentence))

    def receive(self) -> list[Event]:
        found, self._found, self.done = self._found, [], True
        return found

    def close(self) -> None:
        self.done = True


def _run(work: Work, sender: Connection, parent: int, patient: bool) -> None:
    # Signals from the terminal are for the parent to decide about.
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in RESET:
        signal.signal(number, signal.SIG_DFL)
    # Nobody is left to hear of it when the parent is gone.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    # What a library may have to say would be written over the screen.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if patient:
        os.nice(10)
    try:
        work(sender.send)
    except GraderError as error:
        sender.send(Broken(error.sentence))
    except Exception:
        sender.send(RuntimeError(traceback.format_exc()))
