"""Every way in which a worker can die or lie ends in `Stopped`, and hurts nobody else."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest

from grader.calls.steps import Step
from grader.sandbox import Limits, Stopped, Worker, Zygote
from grader.words import LANGUAGES, translate

Start = Callable[..., Worker]

FORGE = """
    import json, os, struct, sys, threading, time
    def frame(value, claimed=None):
        header = json.dumps(value).encode()
        return struct.pack("!IQ", claimed or len(header), 0) + header
    def forge(data):
        os.write(3, data)
"""


def stopped_by(worker: Worker, **arguments: object) -> Stopped:
    with pytest.raises(Stopped) as caught:
        worker.perform(Step("call", "function", arguments))
    with pytest.raises(Stopped) as again:
        worker.perform(Step("call", "function", arguments))
    assert (again.value.reason, again.value.detail) == (caught.value.reason, caught.value.detail)
    return caught.value


def assert_others_work(zygote: Zygote) -> None:
    with zygote.start_worker(Limits()) as worker:
        worker.load("def answer(x): return x + 1", "answer.py", "answer")
        assert worker.perform(Step("call", "function", {"x": 1})).value == 2


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("os._exit(0)", "exit code 0"),
        ("os._exit(3)", "exit code 3"),
        ("ctypes.string_at(0)", "signal SIGSEGV"),
        ("os.kill(os.getpid(), 9)", "signal SIGKILL"),
        ("os.abort()", "signal SIGABRT"),
        ("os.kill(os.getpid(), 40)", "signal 40"),
        ("signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)", "signal SIGINT"),
        ("sys.setrecursionlimit(10**9); deep = lambda x: [*map(deep, [x])]; deep(0)", "SIGSEGV"),
        ("threading.Thread(target=os._exit, args=(5,)).start(); time.sleep(9)", "exit code 5"),
        ("os.execv('/bin/true', ['true'])", "exit code 0"),
    ],
)
def test_ending_is_a_crash_with_its_cause(
    start: Start, zygote: Zygote, statement: str, detail: str
) -> None:
    worker = start(
        f"import ctypes, os, signal, sys, threading, time\ndef answer():\n    {statement}"
    )
    stopped = stopped_by(worker)
    assert stopped.reason == "crashed"
    assert detail in stopped.detail
    assert_others_work(zygote)


def test_ending_while_loading_is_a_crash(zygote: Zygote) -> None:
    with zygote.start_worker(Limits()) as worker, pytest.raises(Stopped) as caught:
        worker.load("import os\nprint('here')\nos._exit(0)", "answer.py", "answer")
    assert (caught.value.reason, caught.value.detail) == ("crashed", "exit code 0")
    assert worker.output == "here\n"


@pytest.mark.parametrize(
    "statement",
    [
        "while True: pass",
        "time.sleep(1000)",
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n    while True: pass",
        "os.kill(os.getpid(), signal.SIGSTOP)",
        "os.fork() and os._exit(0)\n    os.setsid()\n    time.sleep(1000)",
    ],
)
def test_never_coming_back_is_bounded(start: Start, zygote: Zygote, statement: str) -> None:
    worker = start(
        f"import os, signal, time\ndef answer():\n    print('before')\n    {statement}",
        call_seconds=0.3,
    )
    began = time.monotonic()
    stopped = stopped_by(worker)
    assert time.monotonic() - began < 2.5
    if "fork" not in statement:
        assert (stopped.reason, stopped.detail) == ("timeout", "0.3 s")
    assert worker.output == "before\n"
    assert_others_work(zygote)


def test_loading_has_its_own_limit(zygote: Zygote) -> None:
    with zygote.start_worker(Limits(load_seconds=0.2)) as worker, pytest.raises(Stopped) as caught:
        worker.load("while True: pass", "answer.py", "answer")
    assert (caught.value.reason, caught.value.detail) == ("timeout", "0.2 s")


def test_processor_time_is_limited_over_all_calls(start: Start) -> None:
    worker = start("def answer():\n    while True: pass", cpu_seconds=1, call_seconds=20)
    stopped = stopped_by(worker)
    assert (stopped.reason, stopped.detail) == ("timeout", "1 s")


def test_endless_output_is_stopped(start: Start, zygote: Zygote) -> None:
    worker = start("def answer():\n    while True: print('x' * 1000)", call_seconds=20)
    stopped = stopped_by(worker)
    assert (stopped.reason, stopped.detail) == ("output", "1 MiB")
    assert len(worker.output) == 64 << 10
    assert_others_work(zygote)


def test_closing_every_descriptor_is_a_crash(start: Start) -> None:
    stopped = stopped_by(
        start("import os, time\ndef answer():\n    os.closerange(0, 100)\n    time.sleep(100)")
    )
    assert (stopped.reason, stopped.detail) == ("crashed", "it closed its channel")
    assert stopped_by(start("import os\ndef answer(): os.closerange(0, 100)")).reason == "crashed"


def test_closing_the_output_is_no_offence(start: Start) -> None:
    worker = start("import os, sys\ndef answer():\n    os.close(1); os.close(2)\n    return 1")
    for _ in range(3):
        assert worker.perform(Step("call", "function")).value in (1, None)
    worker = start("import sys\ndef answer():\n    sys.stdout.close()\n    return 1")
    for _ in range(3):
        assert worker.perform(Step("call", "function")).value == 1


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("forge(b'garbage that is no frame at all')", "protocol"),
        ("forge(frame(1))", "protocol"),
        ("forge(frame([1]))", "protocol"),
        ("forge(frame([99, [1, None, {'dict': []}, [], None]]))", "protocol"),
        ("forge(frame([2, 1]))", "protocol"),
        ("forge(frame([2, [1, 2]]))", "protocol"),
        ("forge(frame([2, [1, None, {'dict': [['nobody', 1]]}, [], None]]))", "protocol"),
        ("forge(frame([2, [1, [1, 2, 3, 4], {'dict': []}, [], None]]))", "protocol"),
        ("forge(frame([2, [{'array': ['|O', [1]]}, None, {'dict': []}, [], None]]))", "protocol"),
        (
            "forge(frame([2, [{'array': ['<f8', [1 << 40]]}, None, {'dict': []}, [], None]]))",
            "protocol",
        ),
        ("forge(b'[' * 12)", "protocol"),
        ("forge(struct.pack('!IQ', 1 << 31, 0))", "protocol"),
        ("forge(struct.pack('!IQ', 2, 65 << 20) + b'[]')", "memory"),
        ("forge(struct.pack('!IQ', 2, 200) + b'[]'); os._exit(0)", "crashed"),
        ("forge(b'\\0\\0'); time.sleep(100)", "timeout"),
    ],
)
def test_forged_replies_are_refused(
    start: Start, zygote: Zygote, statement: str, reason: str
) -> None:
    worker = start(FORGE + f"\n    def answer():\n        {statement}", call_seconds=0.5)
    assert stopped_by(worker).reason == reason
    assert_others_work(zygote)


@pytest.mark.parametrize("delay", [0.0, 0.1])
def test_a_second_reply_is_refused(start: Start, delay: float) -> None:
    worker = start(
        FORGE
        + f"""
    def late():
        time.sleep({delay})
        forge(frame([2, [1, None, {{"dict": []}}, [], None]]))
    def answer():
        threading.Thread(target=late).start()
        return 1
    """
    )

    def ask_often() -> None:
        for _ in range(3):
            worker.perform(Step("call", "function"))
            time.sleep(delay * 2)

    with pytest.raises(Stopped) as caught:
        ask_often()
    assert caught.value.reason == "protocol"


def test_a_reply_before_the_request_is_refused(start: Start) -> None:
    worker = start(
        FORGE
        + """
    def early():
        time.sleep(0.05)
        forge(frame([2, [1, None, {"dict": []}, [], None]]))
    threading.Thread(target=early).start()
    """
    )
    time.sleep(0.2)
    stopped = stopped_by(worker)
    assert (stopped.reason, stopped.detail) == ("protocol", "a reply that nobody asked for")


def test_a_reply_before_the_request_is_complete_is_refused(start: Start) -> None:
    worker = start(
        FORGE
        + """
    def answer(x):
        forge(frame([2, [1, None, {"dict": []}, [], None]]))
        time.sleep(0.2)
        forge(b"x")
        time.sleep(100)
    """
    )
    assert worker.perform(Step("call", "function", {"x": 1})).value == 1
    assert stopped_by(worker, x=np.zeros(1_000_000)).reason == "protocol"


def test_a_request_that_nobody_reads_is_bounded(start: Start) -> None:
    worker = start(
        FORGE
        + """
    def answer(x):
        forge(frame([2, [1, None, {"dict": []}, [], None]]))
        time.sleep(100)
    """,
        call_seconds=0.3,
    )
    assert worker.perform(Step("call", "function", {"x": 1})).value == 1
    assert stopped_by(worker, x=np.zeros(1_000_000)).reason == "timeout"


@pytest.mark.parametrize("returned", ["np.zeros(9 << 20)", "np.zeros(40 << 20)", "'x' * (2 << 20)"])
def test_a_reply_that_is_too_large_is_refused(start: Start, zygote: Zygote, returned: str) -> None:
    worker = start(f"import numpy as np\ndef answer(): return {returned}", call_seconds=20)
    stopped = stopped_by(worker)
    assert (stopped.reason, stopped.detail) == ("memory", "64 MiB")
    assert_others_work(zygote)


@pytest.mark.parametrize(
    "patch",
    [
        "np.ndarray = None",
        "np.ascontiguousarray = np.frombuffer = lambda *a, **k: 1 / 0",
        "np.array_equal = np.allclose = np.all = lambda *a, **k: True",
        "json.dumps = json.loads = lambda *a, **k: 1 / 0",
        "os.write = os.readv = os.read = lambda *a, **k: 1 / 0",
        "struct.Struct = struct.pack = None",
        "builtins.isinstance = lambda *a: True",
        "builtins.type = builtins.len = None",
        "warnings.catch_warnings = traceback.walk_tb = None",
        "sys.modules.clear()",
        "sys.stdout = sys.stderr = None",
    ],
)
def test_patched_libraries_never_give_a_wrong_value(
    start: Start, zygote: Zygote, patch: str
) -> None:
    worker = start(
        "import builtins, json, os, struct, sys, traceback, warnings\n"
        f"import numpy as np\ndef answer(x):\n    {patch}\n    return x * 2",
        call_seconds=1.0,
    )
    for _ in range(2):
        try:
            outcome = worker.perform(Step("call", "function", {"x": np.array([1.0, 2.0])}))
        except Stopped:
            continue
        if outcome.error is None:
            np.testing.assert_array_equal(outcome.value, [2.0, 4.0])
    assert_others_work(zygote)


def test_what_is_forged_is_made_of_plain_types(start: Start) -> None:
    worker = start(
        """
        import numpy as np
        class Equal(np.ndarray):
            def __eq__(self, other): return True
        class Number(float):
            def __eq__(self, other): return True
        def answer(kind):
            return np.zeros(2).view(Equal) if kind == "array" else Number(1.0)
        """
    )
    for kind in ("array", "number"):
        value = worker.perform(Step("call", "function", {"kind": kind})).value
        assert type(value).__name__ == "Unsupported"


@pytest.mark.parametrize("reason", ["timeout", "crashed", "output", "memory", "protocol"])
def test_every_reason_can_be_told(reason: str) -> None:
    stopped = Stopped(reason, "the detail")  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert "the detail" in translate(stopped.sentence, language)
