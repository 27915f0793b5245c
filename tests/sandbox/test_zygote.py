from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.calls.steps import Step
from grader.errors import SandboxError
from grader.sandbox import Limits, Loaded, Stopped, Worker, Zygote
from grader.sandbox.levels import level_of
from tests.sandbox.processes import children, descriptors, is_gone

Start = Callable[..., Worker]

PROCESS = "import os\ndef answer(): return [os.getpid(), os.getppid()]"


def processes(worker: Worker) -> tuple[int, int]:
    worker.load(PROCESS, "answer.py", "answer")
    own, parent = worker.perform(Step("call", "function")).value
    return own, parent


def test_starting_does_not_wait_for_numpy() -> None:
    script = (
        "import sys\n"
        "from grader.sandbox import Zygote\n"
        "with Zygote.start():\n"
        "    print('numpy' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


def test_layers_and_level_are_known_without_a_worker(zygote: Zygote) -> None:
    assert zygote.layers[:2] == ("process", "limits")
    assert zygote.level == level_of(zygote.layers)


@pytest.mark.parametrize(
    ("layers", "level"),
    [
        ((), "basic"),
        (("process", "limits"), "basic"),
        (("process", "limits", "landlock"), "basic"),
        (("process", "limits", "seccomp"), "partial"),
        (("process", "limits", "landlock", "seccomp"), "strong"),
        (("process", "limits", "bubblewrap", "seccomp"), "strong"),
    ],
)
def test_level(layers: tuple[str, ...], level: str) -> None:
    assert level_of(layers) == level


def test_two_workers_at_once_know_nothing_of_each_other(start: Start) -> None:
    first = start("import numpy as np\nnp.shared = 1\ndef answer(): return 'first'")
    second = start("import numpy as np\ndef answer(): return hasattr(np, 'shared')")
    for _ in range(3):
        assert first.perform(Step("call", "function")).value == "first"
        assert second.perform(Step("call", "function")).value is False


def test_many_workers_leave_nothing_behind() -> None:
    with Zygote.start() as zygote:
        with zygote.start_worker(Limits()) as worker:
            _, pid = processes(worker)
        before = descriptors(os.getpid())
        for number in range(100):
            with zygote.start_worker(Limits()) as worker:
                ends = "import os\nos._exit(1)" if number % 3 == 0 else "def answer(): pass"
                try:
                    loaded = worker.load(ends, "answer.py", "answer")
                except Stopped:
                    continue
                assert isinstance(loaded, Loaded)
        assert descriptors(os.getpid()) == before
        deadline = time.monotonic() + 3
        while children(pid) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert children(pid) == []
        assert descriptors(pid) < 10


def test_closing_ends_the_zygote_and_its_workers() -> None:
    zygote = Zygote.start()
    worker = zygote.start_worker(Limits())
    own, parent = processes(worker)
    zygote.close()
    zygote.close()
    assert is_gone(parent)
    assert is_gone(own)
    with pytest.raises(Stopped):
        worker.perform(Step("call", "function"))
    worker.close()
    with pytest.raises(SandboxError):
        zygote.start_worker(Limits())


def test_closing_a_zygote_that_is_still_loading_does_not_wait() -> None:
    began = time.monotonic()
    Zygote.start().close()
    assert time.monotonic() - began < 1.0


def test_a_worker_takes_its_processes_along(start: Start) -> None:
    worker = start(
        "import os, time\ndef answer():\n    pid = os.fork()\n"
        "    if pid == 0: time.sleep(1000)\n    return pid"
    )
    pid = worker.perform(Step("call", "function")).value
    worker.close()
    assert is_gone(pid)


@pytest.mark.parametrize("how", ["zygote closes", "worker closes", "worker crashes"])
def test_a_daemon_is_found_and_ended(how: str) -> None:
    source = """
import os, time
def answer():
    readable, writable = os.pipe()
    own = os.getpid()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            os.write(writable, str(os.getpid()).encode())
            time.sleep(1000)
        os._exit(0)
    return [own, int(os.read(readable, 20))]
"""
    with Zygote.start() as zygote, zygote.start_worker(Limits()) as worker:
        worker.load(source, "answer.py", "answer")
        own, daemon = worker.perform(Step("call", "function")).value
        assert not is_gone(daemon, seconds=0.1)
        if how == "worker closes":
            worker.close()
        elif how == "worker crashes":
            os.kill(own, signal.SIGKILL)
        else:
            zygote.close()
        assert is_gone(daemon)


def test_a_zygote_that_was_killed_is_replaced() -> None:
    with Zygote.start() as zygote, zygote.start_worker(Limits()) as worker:
        own, parent = processes(worker)
        os.kill(parent, signal.SIGKILL)
        assert is_gone(own)
        with pytest.raises(Stopped) as caught:
            worker.perform(Step("call", "function"))
        assert (caught.value.reason, caught.value.detail) == (
            "crashed",
            "its parent process ended",
        )
        assert next_answer_of(zygote) == 4


@pytest.mark.parametrize(
    "number", [signal.SIGKILL, pytest.param(signal.SIGSTOP, marks=pytest.mark.slow)]
)
def test_student_code_that_ends_its_zygote_ends_only_itself(number: int) -> None:
    source = f"import os, time\nos.kill(os.getppid(), {int(number)})\ntime.sleep(100)"
    with Zygote.start() as zygote:
        with zygote.start_worker(Limits(load_seconds=0.5)) as worker, pytest.raises(Stopped):
            worker.load(source, "answer.py", "answer")
        assert next_answer_of(zygote) == 4


def next_answer_of(zygote: Zygote) -> Any:
    with zygote.start_worker(Limits()) as worker:
        worker.load("def answer(): return 4", "answer.py", "answer")
        return worker.perform(Step("call", "function")).value


def test_nothing_outlives_a_grader_that_was_killed() -> None:
    script = (
        "import os, sys, time\n"
        "from grader.sandbox import Limits, Zygote\n"
        "from grader.calls.steps import Step\n"
        "zygote = Zygote.start()\n"
        "worker = zygote.start_worker(Limits())\n"
        f"worker.load({PROCESS!r}, 'answer.py', 'answer')\n"
        "print(*worker.perform(Step('call', 'function')).value, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    for pid in done.stdout.split():
        assert is_gone(int(pid))


def test_ctrl_c_does_not_reach_the_workers(start: Start) -> None:
    own, parent = start(PROCESS).perform(Step("call", "function")).value
    assert os.getpgid(own) != os.getpgrp()
    assert os.getpgid(parent) != os.getpgrp()


@pytest.mark.parametrize("executable", ["/bin/false", "/no/such/python"])
def test_a_python_that_does_not_start_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(SandboxError, match="could not be started"), Zygote.start() as zygote:
        zygote.start_worker(Limits())


def test_a_missing_numpy_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "numpy").mkdir()
    (tmp_path / "numpy" / "__init__.py").write_text("raise ImportError('numpy is broken')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "numpy")
    with pytest.raises(SandboxError, match="numpy is broken"), Zygote.start() as zygote:
        zygote.start_worker(Limits())
