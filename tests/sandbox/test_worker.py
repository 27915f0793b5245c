"""What a worker answers to code that behaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from grader.calls.codec import LARGE, WireError
from grader.calls.pieces import MAX_AT_ONCE
from grader.calls.steps import Outcome, RaisedError, Step
from grader.calls.values import Drained, NamedFunction, RandomGenerator
from grader.sandbox import Limits, Loaded, Stopped, Worker, Zygote

Start = Callable[..., Worker]


def call(worker: Worker, **arguments: Any) -> Outcome:
    return worker.perform(Step("call", "function", arguments))


def load(zygote: Zygote, source: str | bytes, name: str = "answer") -> Loaded | RaisedError:
    with zygote.start_worker(Limits()) as worker:
        return worker.load(source, "answer.py", name)


def test_a_call_gives_the_value(start: Start) -> None:
    worker = start("def answer(x, y): return x @ y")
    x, y = np.ones((3, 2)), np.arange(8.0).reshape(2, 4)
    outcome = call(worker, x=x, y=y)
    np.testing.assert_array_equal(outcome.value, x @ y)
    assert (outcome.error, outcome.changed, outcome.warnings) == (None, {}, ())


def test_many_large_arrays_pass_both_ways(start: Start) -> None:
    # More pieces, and more bytes, than the kernel takes at once.
    worker = start("def answer(x): return [2 * array for array in x]", call_seconds=20)
    x = [np.full(LARGE // 8, float(number)) for number in range(MAX_AT_ONCE + 50)]
    outcome = call(worker, x=x)
    np.testing.assert_array_equal(outcome.value, 2 * np.array(x))


def test_arguments_changed_in_place_come_back(start: Start) -> None:
    worker = start("def answer(params, grads):\n    params['W'] -= 0.1 * grads['W']")
    params, grads = {"W": np.array([1.0, 2.0])}, {"W": np.array([10.0, 0.0])}
    outcome = call(worker, params=params, grads=grads)
    assert list(outcome.changed) == ["params"]
    np.testing.assert_allclose(outcome.changed["params"]["W"], [0.0, 2.0])
    np.testing.assert_array_equal(params["W"], [1.0, 2.0])


def test_a_class_keeps_its_state(start: Start) -> None:
    worker = start(
        """
        class answer:
            def __init__(self, rate):
                self.rate, self.total = rate, 0.0
            def update(self, grad):
                self.total = self.total + self.rate * grad
                return self.total
        """
    )
    worker.perform(Step("construct", "function", {"rate": 0.5}))
    worker.perform(Step("method", "update", {"grad": 4.0}))
    assert worker.perform(Step("method", "update", {"grad": 2.0})).value == 3.0
    assert worker.perform(Step("attribute", "total")).value == 3.0


def test_a_failed_construction_leaves_no_earlier_object(start: Start) -> None:
    worker = start("class answer:\n    def __init__(self, x): self.x = 1 / x")
    worker.perform(Step("construct", "function", {"x": 2}))
    worker.perform(Step("construct", "function", {"x": 0}))
    error = worker.perform(Step("attribute", "x")).error
    assert error is not None
    assert error.type_name == "AttributeError"


def test_generators_are_drained(start: Start) -> None:
    worker = start("def answer(n):\n    yield from range(n)")
    assert call(worker, n=3).value == Drained((0, 1, 2), complete=True)
    endless = call(worker, n=10**9).value
    assert not endless.complete


def test_functions_and_random_generators_can_be_passed(start: Start) -> None:
    worker = start("def answer(f, x): return f(x)")
    assert call(worker, f=NamedFunction("square_sum"), x=np.array([3.0, 4.0])).value == 25.0
    worker = start("def answer(rng): return rng.normal()")
    assert call(worker, rng=RandomGenerator(7)).value == np.random.default_rng(7).normal()


def test_an_exception_is_an_outcome_with_its_line(start: Start) -> None:
    worker = start("import numpy as np\n\ndef answer(x):\n    return np.ones(2) @ x\n")
    error = call(worker, x=np.ones(3)).error
    assert error is not None
    assert (error.type_name, error.line) == ("ValueError", 4)
    assert "Exception" in error.bases
    assert "matmul" in error.message


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("import sys; sys.exit(0)", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise BaseException('x')", "BaseException"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("bytearray(1 << 40)", "MemoryError"),
        ("import numpy; numpy.ones((1 << 32,))", "MemoryError"),
        ("answer(x)", "RecursionError"),
        ("input()", "EOFError"),
    ],
)
def test_whatever_is_raised_is_an_ordinary_outcome(start: Start, statement: str, name: str) -> None:
    worker = start(f"def answer(x):\n    {statement}\ndef other(): pass")
    error = call(worker, x=1).error
    assert error is not None
    assert error.type_name == name
    assert call(worker, x=1).error == error


def test_nothing_can_be_written_to_a_file(start: Start, tmp_path: Path) -> None:
    worker = start("def answer(path):\n    with open(path, 'w') as file: file.write('x')")
    error = call(worker, path=str(tmp_path / "file")).error
    assert error is not None
    assert "OSError" in error.bases


def test_memory_is_limited(start: Start) -> None:
    worker = start(
        "import numpy as np\ndef answer(n): return np.ones(n).sum()", memory_bytes=512 << 20
    )
    error = call(worker, n=80_000_000).error
    assert error is not None
    assert "MemoryError" in error.bases
    assert call(worker, n=3).value == 3.0


def test_warnings_are_told_with_their_line(start: Start) -> None:
    worker = start("import numpy as np\ndef answer(x):\n    return np.log(x)")
    (warned,) = call(worker, x=np.array([0.0])).warnings
    assert (warned.category, warned.line) == ("RuntimeWarning", 3)


def test_the_same_code_draws_the_same_numbers_in_every_worker(start: Start) -> None:
    source = """
        import random, numpy as np
        def answer(): return [np.random.rand(), random.random(), list({"a", "b", "c", "d"})]
        """
    assert call(start(source)).value == call(start(source)).value


def test_output_is_collected_in_order_and_cut(start: Start) -> None:
    worker = start(
        """
        import sys
        print("loading")
        def answer(n):
            print("out")
            print("err", file=sys.stderr)
            print("x" * n, end="")
        """,
        output_kept=1000,
    )
    assert worker.output == "loading\n"
    call(worker, n=10)
    assert worker.output == "loading\nout\nerr\n" + "x" * 10
    call(worker, n=500_000)
    assert len(worker.output) == 1000


def test_output_that_is_not_utf8_does_no_harm(start: Start) -> None:
    worker = start("import os\ndef answer(): os.write(1, b'\\xff\\xfe')")
    call(worker)
    assert worker.output == "\ufffd\ufffd"


def test_training_may_print_without_end(start: Start) -> None:
    worker = start("def answer():\n    print('x' * 10_000_000)\n    return 1", output_limit=None)
    assert call(worker).value == 1
    assert worker.output == ""


def test_loading_says_what_is_defined(zygote: Zygote) -> None:
    source = """
        from math import sqrt
        from numpy import dot
        import numpy as np
        ready = True
        helper = lambda x: x
        class Layer: pass
        def dot(a, b): return a
        def answer(a, b=1, *, c=2): return a
        """
    loaded = load(zygote, dedent(source))
    assert isinstance(loaded, Loaded)
    assert set(loaded.defined) == {"helper", "Layer", "dot", "answer"}
    assert loaded.parameters == (1, 2)
    assert [loaded.accepts(count) for count in range(4)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("definition", "parameters"),
    [
        ("def answer(*rest): pass", (0, None)),
        ("def answer(a, *rest): pass", (1, None)),
        ("class answer:\n    def __init__(self, a, b): pass", (2, 2)),
        ("def other(): pass", None),
        ("answer = 3", None),
    ],
)
def test_loading_says_how_many_arguments_fit(
    zygote: Zygote, definition: str, parameters: tuple[int, int | None] | None
) -> None:
    loaded = load(zygote, definition)
    assert isinstance(loaded, Loaded)
    assert loaded.parameters == parameters


def test_a_module_that_raises_is_reported(zygote: Zygote) -> None:
    error = load(zygote, "x = 1\ny = x / 0\n")
    assert isinstance(error, RaisedError)
    assert (error.type_name, error.line) == ("ZeroDivisionError", 2)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("print('never')\ndef answer(:\n", 2),
        ("print('never')\nreturn 1\n", 2),
        ("print('never')\nfrom __future__ import annotations\n", 2),
        (b"print('never')\nx = '\xff'\n", None),
        ("x = 1\n\ud800", 2),
    ],
)
def test_a_file_that_is_not_python_runs_nothing(
    zygote: Zygote, source: str | bytes, line: int | None
) -> None:
    with zygote.start_worker(Limits()) as worker:
        error = worker.load(source, "answer.py", "answer")
        assert worker.output == ""
    assert isinstance(error, RaisedError)
    assert error.type_name == "SyntaxError"
    assert line is None or error.line == line


def test_bytes_are_decoded_by_their_coding_comment(zygote: Zygote) -> None:
    source = "# -*- coding: shift_jis -*-\ndef answer(): return '確認'\n".encode("shift_jis")
    with zygote.start_worker(Limits()) as worker:
        worker.load(source, "answer.py", "answer")
        assert call(worker).value == "確認"


def test_imports_that_are_not_there_are_passed_over(zygote: Zygote) -> None:
    source = """
        import math, no_such_module.inner as inner
        from no_such_module import helper, other
        from no_such_module import *
        from . import sibling
        from math import sqrt, no_such_name

        def answer(x): return sqrt(x)
        def uses(): return inner.f(1)
        """
    with zygote.start_worker(Limits()) as worker:
        loaded = worker.load(dedent(source), "answer.py", "answer")
        assert isinstance(loaded, Loaded)
        assert loaded.remarks == (
            ("no_such_module.inner", 2),
            ("no_such_module", 3),
            ("no_such_module", 3),
            ("no_such_module", 4),
            (".", 5),
            ("math", 6),
        )
        assert loaded.defined == ("answer", "uses")
        assert call(worker, x=4.0).value == 2.0


@pytest.mark.parametrize(
    "use", ["helper(1)", "helper.f", "helper[0]", "[*helper]", "type('T', (helper,), {})"]
)
def test_using_what_was_not_there_fails_as_its_import_did(start: Start, use: str) -> None:
    if "type(" in use:
        use = "exec('class T(helper): pass', globals())"
    worker = start(f"from no_such_module import helper\ndef answer():\n    {use}")
    for _ in range(2):
        error = call(worker).error
        assert error is not None
        assert (error.type_name, error.line) == ("ModuleNotFoundError", 3)
        assert "no_such_module" in error.message


def test_the_main_block_does_not_run_and_future_flags_hold(start: Start) -> None:
    worker = start(
        """
        from __future__ import annotations
        from dataclasses import InitVar, dataclass
        if __name__ == "__main__":
            raise RuntimeError
        @dataclass
        class Pair:
            left: Undefined
            right: InitVar[int] = 0
        def answer(): return [__name__, Pair.__annotations__["left"]]
        """
    )
    assert call(worker).value == ["answer", "Undefined"]


def test_nothing_of_ours_is_found_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_SECRET", "token")
    with Zygote.start() as zygote, zygote.start_worker(Limits()) as worker:
        source = """
            import gc, os, sys, types
            def answer():
                ours = {m.__name__ for m in gc.get_objects() if isinstance(m, types.ModuleType)}
                return {
                    "environment": sorted(os.environ),
                    "named": sorted(n for n in sys.modules if n.split(".")[0] == "grader"),
                    "loaded": sorted(n for n in ours if n.split(".")[0] == "grader"),
                    "descriptors": sorted(int(n) for n in os.listdir("/proc/self/fd"))[:-1],
                    "folder": os.getcwd(),
                    "arguments": sys.argv + sys.orig_argv,
                }
            """
        worker.load(dedent(source), "answer.py", "answer")
        found = call(worker).value
    assert set(found["environment"]) <= {
        *("LC_ALL", "LC_CTYPE", "PYTHONHASHSEED"),
        *("MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"),
        *("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"),
    }
    assert found["named"] == []
    allowed = ("grader.calls", "grader.sandbox.inside")
    assert all(
        name in ("grader", "grader.sandbox") or name.startswith(allowed) for name in found["loaded"]
    )
    assert found["descriptors"] == [0, 1, 2, 3]
    assert found["folder"] == "/"
    assert found["arguments"] == ["", ""]


@pytest.mark.parametrize("module", ["grader.course", "grader.calls", "solutions", "tests"])
def test_nothing_of_ours_can_be_imported(start: Start, module: str) -> None:
    worker = start(f"def answer():\n    import {module}")
    error = call(worker).error
    # Installed beside NumPy it is found beside NumPy; keeping that out is the kernel's business.
    beside_numpy = Path(np.__file__).parents[1] / module.split(".")[0]
    assert (error is None) == beside_numpy.exists()
    assert error is None or error.type_name == "ModuleNotFoundError"


def test_a_step_that_cannot_be_sent_leaves_the_worker_alive(start: Start) -> None:
    worker = start("def answer(x): return x")
    with pytest.raises(WireError):
        call(worker, x=object())
    assert call(worker, x=1).value == 1


def test_a_closed_worker_says_so(start: Start) -> None:
    worker = start("print('kept')\ndef answer(): pass")
    worker.close()
    worker.close()
    with pytest.raises(Stopped):
        call(worker)
    assert worker.output == "kept\n"
