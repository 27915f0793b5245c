"""Where nothing may fork, workers are fresh processes; nobody who asks for them notices.

Tested here on Linux, as if it were macOS.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.calls.steps import Step
from grader.errors import SandboxError, UsageError
from grader.grading.processes import Processes, Tell
from grader.sandbox import Limits, Loaded, Stopped, Worker, Zygote, booting
from grader.sandbox.inside import limits as inside_limits
from grader.sandbox.inside.minder import status_at_end
from grader.sandbox.zygote import can_fork
from grader.words import sentence
from tests.sandbox.conftest import ALL_OTHER_LAYERS
from tests.sandbox.processes import children, descriptors, is_gone, of_group

# Once more, with the workers of this module.
from tests.sandbox.test_stopped import (  # noqa: F401
    test_closing_every_descriptor_is_a_crash,
    test_ending_is_a_crash_with_its_cause,
    test_endless_output_is_stopped,
    test_never_coming_back_is_bounded,
    test_processor_time_is_limited_over_all_calls,
)
from tests.sandbox.test_threads import test_every_thread_gets_its_own_answers  # noqa: F401
from tests.sandbox.test_worker import (  # noqa: F401
    test_a_closed_worker_says_so,
    test_a_module_that_raises_is_reported,
    test_memory_is_limited,
    test_nothing_can_be_written_to_a_file,
    test_nothing_of_ours_is_found_inside,
    test_output_is_collected_in_order_and_cut,
    test_the_same_code_draws_the_same_numbers_in_every_worker,
    test_training_may_print_without_end,
)
from tests.sandbox.test_zygote import (  # noqa: F401
    next_answer_of,
    processes,
    test_a_daemon_is_found_and_ended,
    test_a_missing_numpy_is_one_clear_sentence,
    test_a_python_that_does_not_start_is_one_clear_sentence,
    test_a_worker_takes_its_processes_along,
    test_a_zygote_that_was_killed_is_replaced,
    test_closing_a_zygote_that_is_still_loading_does_not_wait,
    test_closing_ends_the_zygote_and_its_workers,
    test_ctrl_c_does_not_reach_the_workers,
    test_layers_and_level_are_known_without_a_worker,
    test_nothing_outlives_a_grader_that_was_killed,
    test_starting_does_not_wait_for_numpy,
    test_two_workers_at_once_know_nothing_of_each_other,
)

pytestmark = pytest.mark.slow

WITHOUT = f"zygote,{ALL_OTHER_LAYERS}"
Start = Callable[..., Worker]


@pytest.fixture(autouse=True)
def _spawning(_at_basic: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_SANDBOX_WITHOUT", WITHOUT)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_SANDBOX_WITHOUT", WITHOUT)
        started = Zygote.start()
    with started:
        yield started


def once(true: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.01)
    return False


def spare_of(spawner: int, own: int) -> int:
    """The worker that nobody has asked for yet, once it has been started."""
    assert once(lambda: len({*children(spawner), own}) == 2)
    (spare,) = {*children(spawner)} - {own}
    return spare


def test_many_workers_leave_nothing_behind_but_one_spare() -> None:
    with Zygote.start() as zygote:
        with zygote.start_worker(Limits()) as worker:
            _, spawner = processes(worker)
        before = descriptors(os.getpid())
        for number in range(20):
            with zygote.start_worker(Limits()) as worker:
                ends = "import os\nos._exit(1)" if number % 3 == 0 else "def answer(): pass"
                try:
                    loaded = worker.load(ends, "answer.py", "answer")
                except Stopped:
                    continue
                assert isinstance(loaded, Loaded)
        assert descriptors(os.getpid()) == before
        assert once(lambda: len(children(spawner)) == 1)
        assert once(lambda: descriptors(spawner) < 10)
    assert is_gone(spawner)


def test_every_worker_is_a_process_of_its_own_that_was_never_forked(start: Start) -> None:
    source = "import os\ndef answer(): return [os.getpid(), os.getsid(0), os.getppid()]"
    asked = [start(source).perform(Step("call", "function")).value for _ in range(2)]
    (first, first_session, parent), (second, second_session, same_parent) = asked
    assert first == first_session != second == second_session
    assert parent == same_parent
    # What they are children of has never loaded what is not to be forked.
    assert "numpy" not in Path(f"/proc/{parent}/maps").read_text()


def test_the_next_worker_is_loaded_before_it_is_asked_for(zygote: Zygote) -> None:
    with zygote.start_worker(Limits()) as worker:
        own, spawner = processes(worker)
    spare = spare_of(spawner, own)
    with zygote.start_worker(Limits()) as worker:
        assert processes(worker)[0] == spare


@pytest.mark.parametrize("seconds", [0.0, 0.5])
def test_a_spare_that_was_ended_is_replaced(seconds: float) -> None:
    with Zygote.start() as zygote, zygote.start_worker(Limits()) as worker:
        own, spawner = processes(worker)
        spare = spare_of(spawner, own)
        time.sleep(seconds)  # it is still loading, or has loaded
        os.kill(spare, signal.SIGKILL)
        assert is_gone(spare)
        assert next_answer_of(zygote) == 4
        # Whoever is at work is not disturbed.
        assert worker.perform(Step("call", "function")).value == [own, spawner]


def test_closing_does_not_wait_for_a_spare_that_is_loading() -> None:
    with Zygote.start() as zygote, zygote.start_worker(Limits()) as worker:
        own, spawner = processes(worker)
        spare = spare_of(spawner, own)
        # Until it has become another program, who starts it waits for that.
        assert once(lambda: b"spare" in Path(f"/proc/{spare}/cmdline").read_bytes().split(b"\0"))
        os.kill(spare, signal.SIGSTOP)
        began = time.monotonic()
        zygote.close()
        assert time.monotonic() - began < 1.0
    assert all(is_gone(pid) for pid in (own, spawner, spare))


def test_a_grader_that_forks_asks_like_any_other(zygote: Zygote) -> None:
    zygote.await_ready()
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(writable, str(next_answer_of(zygote)).encode())
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    assert os.read(readable, 10) == b"4"
    os.close(readable)
    os.close(writable)
    assert next_answer_of(zygote) == 4


AS_ON_A_MAC = """
sys.platform = "darwin"
del os.waitid
from importlib import import_module
"""


def test_what_there_is_on_a_mac_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    as_on_a_mac = booting.BOOT.replace("\nfrom importlib import import_module\n", AS_ON_A_MAC)
    assert as_on_a_mac != booting.BOOT
    monkeypatch.setattr(booting, "BOOT", as_on_a_mac)
    monkeypatch.setenv("GRADER_SANDBOX_WITHOUT", "bubblewrap")
    monkeypatch.setattr(sys, "platform", "darwin")
    with Zygote.start() as zygote:
        assert (zygote.layers, zygote.level) == (("process", "limits"), "basic")
        with zygote.start_worker(Limits()) as worker:
            own, spawner = processes(worker)
        assert is_gone(own)
        with zygote.start_worker(Limits()) as worker, pytest.raises(Stopped) as caught:
            worker.load("import os\nos._exit(3)", "answer.py", "answer")
        assert caught.value.detail == "exit code 3"
        assert next_answer_of(zygote) == 4
    assert is_gone(spawner)


def test_labs_are_trained_one_after_the_other_in_the_trusted_process() -> None:
    told: list[int] = []
    began: list[int] = []

    def work(tell: Tell) -> int:
        began.append(os.getpid())
        for done in range(1, 101):
            tell(done, 100)
        return len(began)

    def fail(_: Tell) -> int:
        raise UsageError(sentence("sandbox.closed"))

    with Processes(2) as side_by_side:
        tasks = [side_by_side.submit(work, lambda done, _: told.append(done)) for _ in range(3)]
        failing = side_by_side.submit(fail, lambda _done, _total: None)
        side_by_side.wait(lambda: tasks[0].done)
        assert began == [os.getpid()]
        side_by_side.wait(lambda: failing.done)
    assert [task.result() for task in tasks] == [1, 2, 3]
    assert told.count(100) == 3
    with pytest.raises(UsageError):
        failing.result()


def test_only_linux_forks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not can_fork()
    monkeypatch.setenv("GRADER_SANDBOX_WITHOUT", ALL_OTHER_LAYERS)
    assert can_fork()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not can_fork()


def test_a_system_that_cannot_start_processes_like_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "posix_spawn")
    with pytest.raises(SandboxError, match=r"cannot be run on this system.*WSL2"):
        Zygote.start()


@pytest.mark.parametrize("has_waitid", [True, False])
def test_a_child_is_reaped_with_its_group(
    has_waitid: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_waitid:
        monkeypatch.delattr(os, "waitid")
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "sleep 100 & exit 3"], {}, setpgroup=0)
    status = None
    while status is None:
        status = status_at_end(child)
    assert os.waitstatus_to_exitcode(status) == 3
    with pytest.raises(ChildProcessError):
        os.waitpid(child, 0)
    # Nobody waits for the one that was left behind.
    assert all(is_gone(pid) for pid in of_group(child))


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_limit_of_memory_may_be_refused_but_not_on_linux(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lowered = []

    def lower(which: int, _limits: tuple[int, int]) -> None:
        if which == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")
        lowered.append(which)

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(resource, "setrlimit", lower)
    if system == "linux":
        with pytest.raises(ValueError, match="maximum limit"):
            inside_limits.limit(1, 1 << 30, 0)
        return
    inside_limits.limit(1, 1 << 30, 0)
    assert len(lowered) == 4
