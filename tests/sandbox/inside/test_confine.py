"""What layers allow and stop, tried in real workers with all that this machine has."""

from __future__ import annotations

import ctypes
import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import numpy
import pytest

import grader
from grader.calls.steps import Outcome, Step
from grader.sandbox import Limits, Loaded, Stopped, Worker, Zygote
from grader.sandbox.inside.confine import prepare
from grader.sandbox.levels import level_of

Start = Callable[..., Worker]

LEFT_OUT = "GRADER_SANDBOX_WITHOUT"
OPTIONAL = ("landlock", "seccomp", "bubblewrap")
ASK_FOR_LANDLOCK = 444
COMBINATIONS = [names for count in range(4) for names in itertools.combinations(OPTIONAL, count)]

IMPORTED_BY_STUDENTS = """
    abc argparse array ast asyncio base64 bisect bz2 calendar cmath collections
    concurrent.futures concurrent.futures.thread contextlib copy csv ctypes dataclasses datetime
    decimal difflib enum fractions functools gzip
    hashlib heapq inspect io itertools json logging lzma math multiprocessing numbers operator os
    pathlib pickle platform pprint queue random re secrets shutil signal socket sqlite3 statistics
    string struct subprocess sys tempfile textwrap threading time timeit traceback types typing
    unittest urllib.request uuid warnings weakref xml.etree.ElementTree zipfile zlib zoneinfo
    numpy numpy.fft numpy.lib.stride_tricks numpy.linalg numpy.ma numpy.polynomial numpy.random
    numpy.testing numpy.typing
"""

IMPORTING = "import importlib\ndef answer(name): return importlib.import_module(name).__name__"


def call(worker: Worker, **arguments: Any) -> Outcome:
    return worker.perform(Step("call", "function", arguments))


def layers_without(names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv(LEFT_OUT, ",".join(names))
    with Zygote.start() as zygote:
        assert zygote.level == level_of(zygote.layers)
        return zygote.layers


@pytest.mark.parametrize("left_out", COMBINATIONS, ids=lambda names: ",".join(names) or "none")
def test_layers_that_are_left_out_are_off_and_the_others_stay_on(
    left_out: tuple[str, ...], zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = layers_without(left_out, monkeypatch)
    assert set(layers) == set(zygote.layers) - set(left_out)
    assert layers[:2] == ("process", "limits")


def test_every_layer_that_there_is_is_on(zygote: Zygote) -> None:
    there = {
        "landlock": ctypes.CDLL(None).syscall(ASK_FOR_LANDLOCK, None, 0, 1) > 0,
        "seccomp": Path("/proc/sys/kernel/seccomp/actions_avail").exists()
        and os.uname().machine in ("x86_64", "aarch64"),
        "bubblewrap": bubblewrap_works(),
    }
    assert set(zygote.layers) == {"process", "limits"} | {name for name in there if there[name]}


def bubblewrap_works() -> bool:
    program = shutil.which("bwrap")
    command = ["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    return program is not None and subprocess.run([program, *command], check=False).returncode == 0


@pytest.mark.parametrize("name", IMPORTED_BY_STUDENTS.split())
def test_what_students_import_can_be_imported(name: str, zygote: Zygote, start: Start) -> None:
    outcome = call(start(IMPORTING), name=name)
    if outcome.error is None:
        assert outcome.value == name
        return
    # No file can be opened at that level, so only what the zygote has loaded is there.
    assert zygote.level == "partial"
    assert outcome.error.type_name in ("PermissionError", "ModuleNotFoundError")


def test_the_commonest_modules_are_there_even_at_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEFT_OUT, "landlock,bubblewrap")
    with Zygote.start() as zygote:
        for name in ("json", "math", "random", "numpy.linalg", "numpy.random"):
            assert answer_in(zygote, IMPORTING, name=name).value == name


def answer_in(zygote: Zygote, source: str, **arguments: Any) -> Outcome:
    with zygote.start_worker(Limits()) as worker:
        loaded = worker.load(source, "answer.py", "answer")
        assert isinstance(loaded, Loaded), loaded
        return call(worker, **arguments)


def test_other_packages_are_passed_over_with_a_remark(zygote: Zygote) -> None:
    source = (
        "import matplotlib.pyplot as plt\nimport pandas\nfrom scipy import special\n"
        "import grader\nfrom grader.course.catalog import load_course\ndef answer(): return 1\n"
    )
    with zygote.start_worker(Limits()) as worker:
        loaded = worker.load(source, "answer.py", "answer")
        assert isinstance(loaded, Loaded), loaded
        assert [line for _, line in loaded.remarks] == [1, 2, 3, 4, 5]
        assert call(worker).value == 1


def test_threads_can_be_started(start: Start) -> None:
    worker = start(
        """
        import threading
        def answer():
            seen = []
            threads = [threading.Thread(target=seen.append, args=(one,)) for one in range(5)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return sorted(seen)
        """
    )
    assert call(worker).value == [0, 1, 2, 3, 4]


READING = "def answer(path):\n    with open(path, 'rb') as file: return len(file.read())"


def test_the_standard_library_can_be_read_unless_nothing_can(zygote: Zygote, start: Start) -> None:
    assert os.__file__ is not None
    outcome = call(start(READING), path=os.__file__)
    if zygote.level == "partial":
        assert outcome.error is not None
    else:
        assert outcome.value == Path(os.__file__).stat().st_size


def forbidden_files(tmp_path: Path) -> Iterator[Path]:
    yield Path("/etc/passwd")
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    yield secret
    yield Path(__file__).resolve().parents[3] / "README.md"
    yield Path(pytest.__file__)
    # Where packages lie inside the standard library, as they do outside virtual environments.
    packages = Path(os.__file__).parent / "site-packages"
    yield from itertools.islice(packages.glob("*/*.py"), 3)


@pytest.mark.parametrize("left_out", ["", "landlock", "bubblewrap"])
def test_no_other_file_can_be_read(
    left_out: str, bare_zygote: Zygote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LEFT_OUT, left_out)
    with Zygote.start() as zygote:
        for path in forbidden_files(tmp_path):
            bare = answer_in(bare_zygote, READING, path=str(path))
            assert bare.value == path.stat().st_size
            if zygote.level != "basic":
                error = answer_in(zygote, READING, path=str(path)).error
                assert error is not None, path
                assert error.type_name in ("PermissionError", "FileNotFoundError")


# Each works with a process of its own and limits only, so that a layer is what stops it.
STOPPED_BY_SECCOMP = {
    "fork": """
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        return os.waitpid(pid, 0)[1]""",
    "spawn": """
        pid = os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {})
        return os.waitpid(pid, 0)[1]""",
    "subprocess": """
        import subprocess
        return subprocess.run([sys.executable, "-c", ""]).returncode""",
    "exec": "os.execv(sys.executable, [sys.executable, '-c', ''])",
    "internet socket": "socket.socket().close()",
    "local socket": "socket.socket(socket.AF_UNIX).close()",
    "pair of sockets": "[end.close() for end in socket.socketpair()]",
    "signal to the parent": "os.kill(os.getppid(), 0)",
    "signal to the group": "os.kill(0, 0)",
    "signal to everybody": "os.kill(-1, 0)",
    "writing a file": "open('/dev/null', 'w').close()",
    "memory as a file": "os.close(os.memfd_create('x'))",
    "raising its priority number": "os.nice(1)",
}


@pytest.mark.parametrize("act", STOPPED_BY_SECCOMP)
def test_what_reaches_beyond_the_process_is_refused(
    act: str, zygote: Zygote, bare_zygote: Zygote
) -> None:
    body = indent(dedent(STOPPED_BY_SECCOMP[act]).strip(), "    ")
    source = f"import os, socket, sys\ndef act():\n{body}\n" + (
        "def answer():\n    act()\n    return 'done'\n"
    )
    if act != "exec":  # there is nobody left to answer after that
        assert answer_in(bare_zygote, source).value == "done"
    if "seccomp" in zygote.layers:
        error = answer_in(zygote, source).error
        assert error is not None
        assert error.type_name == "PermissionError"


def test_a_process_may_still_end_itself(zygote: Zygote) -> None:
    source = "import os\ndef answer(): os.abort()"
    with zygote.start_worker(Limits()) as worker:
        worker.load(source, "answer.py", "answer")
        with pytest.raises(Stopped) as caught:
            call(worker)
    assert caught.value.reason == "crashed"
    assert signal.SIGABRT.name in str(caught.value.detail)


def test_a_bare_root_is_not_taken_for_one_of_our_own_making(tmp_path: Path) -> None:
    here = str(Path(numpy.__file__).parents[1])
    ours = str(Path(grader.__file__).parents[1])
    assert not prepare(here, ours, []).wrapped
    assert prepare(here, str(tmp_path), ["landlock"]).wrapped
    assert not prepare(here, str(tmp_path), ["landlock", "bubblewrap"]).wrapped
