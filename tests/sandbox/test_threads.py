"""Labs train side by side: several threads share a zygote, each with workers of its own."""

from __future__ import annotations

import contextlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from grader.calls.steps import Step
from grader.errors import SandboxError
from grader.sandbox import Limits, Loaded, Stopped, Zygote
from tests.sandbox.processes import children

THREADS = 4
ADDS = "def answer(x): return x + {}"
KILLS = "import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(100)"


def add_often(zygote: Zygote, number: int) -> bool:
    """Whether a worker that adds a number of its own always gave the right sum."""
    x = np.arange(20_000.0)
    with zygote.start_worker(Limits()) as worker:
        assert isinstance(worker.load(ADDS.format(number), "answer.py", "answer"), Loaded)
        values = [worker.perform(Step("compute", "function", {"x": x})).value for _ in range(30)]
    return all(np.array_equal(value, x + number) for value in values)


def own_children() -> set[int]:
    return set(children(os.getpid()))


def test_every_thread_gets_its_own_answers(zygote: Zygote) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(lambda number: add_often(zygote, number), range(3 * THREADS)))


def test_a_zygote_ended_by_one_thread_is_replaced_once_for_all() -> None:
    before = own_children()

    def kill(zygote: Zygote) -> bool:
        with zygote.start_worker(Limits(load_seconds=5.0)) as worker:
            try:
                worker.load(KILLS, "answer.py", "answer")
            except Stopped as stopped:
                return stopped.reason == "crashed"
        return False

    def add_despite(zygote: Zygote, number: int) -> bool:
        # Workers of a zygote that was killed die with it, so that nothing outlives it.
        for _ in range(10):
            with contextlib.suppress(Stopped):
                return add_often(zygote, number)
        return False

    with Zygote.start() as zygote:
        with ThreadPoolExecutor(THREADS) as pool:
            killing = [pool.submit(kill, zygote) for _ in range(2)]
            adding = [pool.submit(add_despite, zygote, number) for number in range(8)]
            assert all(done.result() for done in [*adding, *killing])
        assert len(own_children() - before) == 1
    assert own_children() <= before


def test_closing_while_another_thread_asks_leaves_nothing_behind() -> None:
    before = own_children()
    zygote = Zygote.start()
    started, refused = threading.Event(), threading.Event()

    def ask_on() -> None:
        try:
            while True:
                zygote.start_worker(Limits()).close()
                started.set()
        except SandboxError:
            refused.set()

    with ThreadPoolExecutor(THREADS) as pool:
        asking = [pool.submit(ask_on) for _ in range(THREADS)]
        assert started.wait(10)
        zygote.close()
        for asked in asking:
            asked.result()
    assert refused.is_set()
    assert own_children() <= before
    with pytest.raises(SandboxError):
        zygote.start_worker(Limits())
