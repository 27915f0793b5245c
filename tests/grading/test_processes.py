"""Work in processes of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from grader.errors import GraderError, UsageError
from grader.grading.processes import Processes, Task, Tell
from grader.words import sentence


@pytest.fixture
def processes() -> Iterator[Processes]:
    with Processes(2) as started:
        yield started


def ignore(done: int, total: int) -> None:
    """Nobody listens."""


def result_of(processes: Processes, task: Task[int]) -> int:
    processes.wait(lambda: task.done)
    return task.result()


def test_work_is_done_in_another_process(processes: Processes) -> None:
    task = processes.submit(lambda _: os.getpid(), ignore)
    assert result_of(processes, task) != os.getpid()


def test_no_more_processes_at_a_time_than_there_are_cores(processes: Processes) -> None:
    def work(_: Tell) -> tuple[float, float]:
        start = time.monotonic()
        time.sleep(0.2)
        return start, time.monotonic()

    tasks = [processes.submit(work, ignore) for _ in range(5)]
    processes.wait(lambda: all(task.done for task in tasks))
    spans = [task.result() for task in tasks]
    at_a_time = [sum(start <= moment < end for start, end in spans) for moment, _ in spans]
    assert max(at_a_time) == 2


def test_what_is_told_arrives_and_the_end_of_it_always(processes: Processes) -> None:
    told = []

    def work(tell: Tell) -> int:
        for done in range(1, 1001):
            tell(done, 1000)
        return 7

    task = processes.submit(work, lambda done, total: told.append((done, total)))
    assert result_of(processes, task) == 7
    assert told[-1] == (1000, 1000)
    assert len(told) < 100


def test_our_own_errors_are_raised_as_they_are(processes: Processes) -> None:
    def work(_: Tell) -> int:
        raise UsageError(sentence("labs.process_ended", code=3))

    with pytest.raises(UsageError) as raised:
        result_of(processes, processes.submit(work, ignore))
    assert raised.value.sentence.values == {"code": 3}


def test_other_errors_keep_their_traceback(processes: Processes) -> None:
    def work(_: Tell) -> int:
        raise KeyError("missing")

    with pytest.raises(RuntimeError, match="KeyError: 'missing'"):
        result_of(processes, processes.submit(work, ignore))


def test_a_process_that_is_killed_does_not_keep_us_waiting(processes: Processes) -> None:
    def work(_: Tell) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(GraderError, match="ended unexpectedly"):
        result_of(processes, processes.submit(work, ignore))


def test_closing_leaves_nobody_behind() -> None:
    processes = Processes(2)
    tasks = [processes.submit(lambda _: time.sleep(60), ignore) for _ in range(4)]
    children = [running.process.pid for running in processes._running.values()]
    processes.close()
    assert len(children) == 2
    assert not any(task.done for task in tasks)
    for pid in children:
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
