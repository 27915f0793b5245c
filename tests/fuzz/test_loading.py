"""Files of any content: each is loaded, refused or stopped, and the next one does not notice."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterator
from encodings.aliases import aliases
from pathlib import Path

import numpy as np
import pytest
from hypothesis import strategies as st

from grader.calls.steps import RaisedError, Step
from grader.course.exercise import Exercise
from grader.course.submission import MAX_BYTES, MAX_LINE, find_answer, open_submission
from grader.sandbox import Limits, Loaded, Stopped, Zygote
from tests.fuzz.mutations import EXERCISES, mutated
from tests.fuzz.running import DEADLINE, amounts, fuzz

LIMITS = Limits(load_seconds=0.3, call_seconds=0.3, memory_bytes=1 << 30)
GOOD = "def answer(x):\n    return 2 * x\n"
EXERCISE = Exercise("day1/section1_sums/answer", Path("course"), 10.0)

# Statements that end, block, flood or mislead the process that executes them.
STATEMENTS = st.sampled_from(
    [
        *("pass", "def answer(x): return x", "class answer: pass", "1 / 0", "x", "exit()"),
        *("while True: pass", "import os; os._exit(0)", "import os; os.kill(os.getpid(), 9)"),
        *("import os; os.closerange(0, 99)", "import os; os.fork()", "import os; os.setsid()"),
        *("import os; [os.write(n, b'\\0' * 99) for n in (1, 2, 3, 4)]", "raise SystemExit(0)"),
        *("import sys; sys.stdout = sys.stderr = None", "import sys; sys.stdout.close()"),
        *("import sys; sys.modules.clear()", "import sys; sys.setrecursionlimit(10**9)"),
        *("import builtins; builtins.__dict__.clear()", "import numpy; numpy.__dict__.clear()"),
        *("import os; print('x' * 2**21)", "b'x' * 2**31", "x = [0]; x = x * 2**28", "1 << 2**40"),
        *("(f := lambda: f())()", "raise BaseException", "from x import y"),
        *("globals()['\\ud800'] = print", "globals()[1] = print", "globals()['a' * 2**21] = print"),
        *("globals().update({str(n): print for n in range(2 * 10**5)})", "globals().clear()"),
        *("import gc; gc.disable()", "from threading import *; Thread(target=input).start()"),
        *("import signal; signal.raise_signal(15)", "import signal; signal.alarm(1)"),
        *("import atexit; atexit.register(input)", "from __future__ import braces"),
        "class E(Exception):\n    def __str__(self): raise self\nraise E",
        "class E(Exception):\n    def __str__(self): return chr(0xd800) * 10**6\nraise E",
        "class M(type): __name__ = 1\nclass E(Exception, metaclass=M): pass\nraise E",
        "class E(Exception):\n    __class__ = property(lambda c: 1 / 0)\nraise E",
        "class S(str): __len__ = __eq__ = None; __hash__ = str.__hash__\nglobals()[S('s')] = print",
        "class answer:\n    __signature__ = property(lambda c: 1 / 0)\n    __call__ = None",
        "def answer(*x): pass\nanswer.__signature__ = 1",
    ]
)  # fmt: skip
PROGRAMS = st.lists(STATEMENTS, min_size=1, max_size=3).map("\n".join)
MUTATED = st.sampled_from([exercise.answer for exercise in EXERCISES.values()]).flatmap(mutated)
COOKIES = st.sampled_from(sorted({*aliases, *aliases.values(), "utf-8-sig", "utf-9", "x" * 999}))
FIRST_LINES = st.builds(
    "{}# -*- coding: {} -*-{}".format,
    st.sampled_from(["", "", "\n", "#!\n", "\x0c", "x = 1\n", "'''\n", "\\\n", " "]),
    COOKIES,
    st.sampled_from(["\n", "\r\n", "\r", "", "\n# coding: latin-1\n"]),
).map(str.encode)
MARKS = st.sampled_from([b"", b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb"])
BODIES = st.one_of(
    st.binary(max_size=60),
    MUTATED.map(lambda text: text.encode(errors="surrogatepass")),
    st.builds(
        lambda text, encoding: f"x = {text!r}\n".encode(encoding, errors="ignore"),
        st.text(max_size=20),
        st.sampled_from(["utf-8", "cp932", "euc_jp", "iso2022_jp", "latin-1", "utf-16", "cp1252"]),
    ),
    st.integers(MAX_LINE - 2, MAX_LINE + 2).map(lambda count: b"#" * count),
    st.integers(MAX_BYTES - 40, MAX_BYTES + 2).map(lambda count: b"#\n" * (count // 2)),
)
FILES = st.builds(lambda *parts: b"".join(parts), MARKS, st.just(b"") | FIRST_LINES, BODIES)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote.start() as started:
        started.await_ready()
        yield started


def attempt(act: Callable[[], object]) -> object:
    try:
        return act()
    except Stopped as stopped:
        return stopped


def check_load(zygote: Zygote, source: str | bytes) -> None:
    with zygote.start_worker(LIMITS) as worker:
        loaded = attempt(lambda: worker.load(source, "answer.py", "answer"))
        assert isinstance(loaded, (Loaded, RaisedError, Stopped))
        if isinstance(loaded, Loaded):
            attempt(lambda: worker.perform(Step("call", "answer", {"x": np.ones(3)})))
        assert len(worker.output) <= LIMITS.output_kept
    with zygote.start_worker(LIMITS) as worker:
        assert worker.load(GOOD, "answer.py", "answer") == Loaded(("answer",), (1, 1), ())
        assert worker.perform(Step("call", "answer", {"x": 21})).value == 42


@amounts(60, 1_500)
def test_any_source_is_loaded_refused_or_stopped(zygote: Zygote, examples: int) -> None:
    def check(source: str | bytes) -> None:
        check_load(zygote, source)

    sources = PROGRAMS | MUTATED | FILES | st.text(max_size=40)
    fuzz(check, examples, sources, deadline=2 * DEADLINE)


def check_file(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    answer = find_answer(open_submission(str(path), selected=1), EXERCISE)
    assert answer is not None
    if answer.problem is not None:
        assert answer.source == ""
        return
    assert len(data) <= MAX_BYTES
    assert "\0" not in answer.source
    assert "\r" not in answer.source
    assert max(map(len, answer.source.split("\n"))) <= MAX_LINE
    assert syntax(data) in (None, syntax(answer.source))


def syntax(source: str | bytes) -> str | None:
    """What Python reads in a file; None if nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.dump(ast.parse(source))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


@amounts(300)
def test_any_file_is_read_as_python_does_or_refused(tmp_path: Path, examples: int) -> None:
    def check(data: bytes) -> None:
        check_file(tmp_path / "answer.py", data)

    fuzz(check, examples, FILES)
