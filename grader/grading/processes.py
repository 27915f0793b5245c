"""Work in processes of its own, as much of it at a time as there are cores.

The processes are forks of the trusted one and as trusted: they know what it knows, and send back
what they found out. Training would gain little from threads, which take turns at Python's lock.
Where no process may fork, the work is done here, one piece after the other.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

from grader.errors import GraderError
from grader.sandbox.zygote import can_fork
from grader.words import sentence

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Tell = Callable[[int, int], None]
Found = TypeVar("Found")

BETWEEN_MESSAGES = 0.05
PR_SET_PDEATHSIG = 1
# Options of the C library's `mallopt`: from which size on memory is asked of the system for one
# array alone, and how much may lie free before it is given back.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT_MEMORY = 1 << 28


class Task(Generic[Found]):
    """Something to be found out in another process."""

    def __init__(self, work: Callable[[Tell], Found], tell: Tell) -> None:
        self.work = work
        self.tell = tell
        self.done = False
        self._found: Found | None = None
        self._error: Exception | None = None

    def finish(self, found: Found | None = None, error: Exception | None = None) -> None:
        """Note what became of it."""
        self._found, self._error, self.done = found, error, True

    def result(self) -> Found:
        """What was found out, once it is done; what kept it from being found out is raised."""
        assert self.done
        if self._error is not None:
            raise self._error
        return self._found  # type: ignore[return-value]  # None only where Found allows for it


class _Running(NamedTuple):
    process: ForkProcess
    task: Task[Any]


class Processes:
    """Starts processes and attends to them; closed like a file, which ends those that are left."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count or cores()
        self._forks = can_fork()
        self._waiting: deque[Task[Any]] = deque()
        self._running: dict[Connection, _Running] = {}

    def submit(self, work: Callable[[Tell], Found], tell: Tell) -> Task[Found]:
        """Have work done as soon as a core is free.

        Args:
            work: called in the other process, with what it tells its progress to. What it returns
                or raises has to be fit for pickling.
            tell: called here, while somebody waits, with what `work` tells.
        """
        task = Task(work, tell)
        self._waiting.append(task)
        if self._forks:
            self._attend(seconds=0)
        return task

    def wait(self, done: Callable[[], bool]) -> None:
        """Attend to the processes until `done()`, or until there is nothing left to wait for."""
        while not done() and (self._running or self._waiting):
            if self._forks:
                self._attend(seconds=None)
            else:
                _work_here(self._waiting.popleft())

    def close(self) -> None:
        """End what has not finished; safe to call again."""
        self._waiting.clear()
        for receiver, running in self._running.items():
            running.process.kill()
            running.process.join()
            receiver.close()
        self._running.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _attend(self, seconds: float | None) -> None:
        self._start_waiting()
        for ready in wait(list(self._running), seconds):
            assert isinstance(ready, Connection)
            self._receive(ready)
        self._start_waiting()

    def _start_waiting(self) -> None:
        while self._waiting and len(self._running) < self._count:
            task = self._waiting.popleft()
            context = multiprocessing.get_context("fork")
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(task.work, sender, os.getpid()))
            process.start()
            # Kept open here, it would be open for ever, and nobody would hear of a sudden end.
            sender.close()
            self._running[receiver] = _Running(process, task)

    def _receive(self, receiver: Connection) -> None:
        process, task = self._running[receiver]
        try:
            kind, content = receiver.recv()
        except EOFError:
            process.join()
            code = process.exitcode
            kind, content = "error", GraderError(sentence("labs.process_ended", code=code))
        if kind == "told":
            task.tell(*content)
            return
        task.finish(**{kind: content})
        del self._running[receiver]
        receiver.close()
        process.join()


def all_done(tasks: Iterable[Task[Any]]) -> bool:
    """Whether all of them are done."""
    return all(task.done for task in tasks)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _work_here(task: Task[Any]) -> None:
    try:
        task.finish(found=task.work(_seldom(task.tell)))
    except GraderError as error:
        task.finish(error=error)
    except Exception:
        task.finish(error=RuntimeError(traceback.format_exc()))


def _work(work: Callable[[Tell], Any], sender: Connection, parent: int) -> None:
    # Ctrl-C is for the parent to decide about.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    keep_freed_memory()

    def tell(done: int, total: int) -> None:
        sender.send(("told", (done, total)))

    try:
        sender.send(("found", work(_seldom(tell))))
    except GraderError as error:
        sender.send(("error", error))
    except Exception:
        sender.send(("error", RuntimeError(traceback.format_exc())))


def keep_freed_memory() -> None:
    """Have the C library keep what is freed, where it can be told to.

    Training makes and frees the same large arrays at every update; asking the system for them
    anew each time costs a fifth of its time.
    """
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, KEPT_MEMORY)
        library.mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY)


def _seldom(tell: Tell) -> Tell:
    told_at = 0.0

    def tell_if_due(done: int, total: int) -> None:
        nonlocal told_at
        now = time.monotonic()
        if done == total or now - told_at >= BETWEEN_MESSAGES:
            told_at = now
            tell(done, total)

    return tell_if_due
