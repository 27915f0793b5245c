"""`%check` and `%%check` in a real kernel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.notebook.kernels import ROOT, execute, html, run, shown

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

LOAD = "%load_ext grader"
HELPERS = """\
import numpy as np
%config InlineBackend.figure_format = 'svg'

def row_max(x):
    return np.max(x, axis=-1, keepdims=True)
"""
WRONG = """\
%%check softmax --labs never

def softmax(x):
    shifted = x - row_max(x)
    exp_x = np.exp(shifted)
    return exp_x / np.sum(exp_x)

print("<script>alert(1)</script>")
"""
RIGHT = """\
def softmax(x):
    shifted = np.exp(x - row_max(x))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)
"""


def test_a_cell_is_judged_with_what_was_run_before() -> None:
    notebook = nbformat.v4.new_notebook()
    sources = [LOAD, HELPERS, WRONG, "softmax(np.zeros(2)).tolist()", RIGHT, "%check softmax"]
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    execute(notebook)
    wrong, used, _, right = notebook.cells[2:]
    assert "expected 0.5, got" in shown(wrong)
    assert "The sum runs over the whole batch" in shown(wrong)
    assert "In [3]" in shown(wrong)
    assert shown(used) == "[0.5, 0.5]"
    assert "1 of 1 passed · 10 of 10 points" in shown(right)
    assert "✗" in html(wrong)
    assert "color:" in html(wrong)
    assert "<script" not in html(wrong)
    assert "&lt;script&gt;" in html(wrong)


def test_lines_are_those_of_the_cell() -> None:
    shown_last = run(
        [
            LOAD,
            "import numpy as np\n" * 9,
            "%%check softmax\n\n\ndef softmax(x):\n    y = np.exp(x)\n    return y / z",
            "%%check softmax\ndef softmax(x):\n    return np.exp(x",
            "def softmax(x):\n    return ___",
            "%check softmax",
        ]
    )
    assert "Line 6: Your code stopped with NameError" in shown_last[2]
    assert "In [4], line 3: Python cannot read this line ('(' was never closed)" in shown_last[3]
    assert "SyntaxError" in shown_last[3]
    assert "blank" not in shown_last[4]
    assert "In [5]" in shown_last[5]


def test_only_the_cell_itself_is_judged_by_its_own_magic() -> None:
    *_, last = run([LOAD, HELPERS + RIGHT, "%%check softmax\nx = 3"])
    assert "In [3] does not define softmax()" in last


def test_japanese_explanations_and_single_sentences() -> None:
    shown_all = run(
        [
            LOAD,
            "%check softmax",
            "%check softmaxx --lang ja",
            "%check softmax --labs sometimes",
            "%%check softmax --lang ja\ndef softmax(x):\n    return x",
            "%check softmax --course no/such/folder",
            "%unload_ext grader",
            "%check softmax",
        ]
    )
    assert shown_all[1].startswith("grader: No cell that was run so far defines softmax.")
    assert "softmax" in shown_all[2]
    assert shown_all[2].startswith("grader: ")
    assert "invalid choice" in shown_all[3]
    assert "ソフトマックス関数" in shown_all[4]
    assert "no/such/folder" in shown_all[5]
    assert "not found" in shown_all[7]
    assert not any("Traceback" in one for one in shown_all)


def test_what_the_cell_does_to_its_process_does_not_reach_the_notebook() -> None:
    kill = "%%check softmax\ndef softmax(x):\n    import os\n    os._exit(0)"
    shown_all = run([LOAD, kill, "%%check softmax\ndef softmax(x):\n    while True: pass", "1 + 1"])
    assert "crashed" in shown_all[1]
    assert "took too long" in shown_all[2]
    assert shown_all[3] == "2"


def test_a_judge_that_is_gone_is_started_again() -> None:
    kill = (
        "import os, signal\n"
        "from grader.notebook import extension\n"
        "(checker,) = extension._checkers.values()\n"
        "os.kill(checker._judge._process.pid, signal.SIGKILL)\n"
    )
    shown_all = run([LOAD, HELPERS + RIGHT, kill, "%check softmax", "%check softmax"])
    assert "1 of 1 passed" in shown_all[4]


def test_an_interruption_ends_the_check_and_not_the_kernel() -> None:
    interrupt = (
        "import os, signal, threading\nthreading.Timer(1, os.kill, (os.getpid(), 2)).start()"
    )
    slow = "%check softmax"
    answer = "def softmax(x):\n    while True: pass"
    shown_all = run([LOAD, answer, interrupt, slow, HELPERS + RIGHT, "%check softmax"])
    assert "KeyboardInterrupt" in shown_all[3]
    assert "1 of 1 passed" in shown_all[5]


def test_loading_it_brings_neither_numpy_nor_solutions_into_the_kernel() -> None:
    modules = "import sys; sorted({'numpy', 'grader.course', 'grader.judge'} & {*sys.modules})"
    assert run([LOAD, "%check softmax", modules])[2] == "[]"


def test_text_in_a_terminal() -> None:
    commands = f"{LOAD}\ndef softmax(x): return x\n\n%check softmax --labs never\nexit\n"
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--no-banner", "--colors=nocolor", "--simple-prompt"],
        input=commands,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    assert "softmax  Softmax" in done.stdout
    assert "<pre" not in done.stdout


def test_importing_the_package_stays_cheap() -> None:
    code = "import sys, grader; print([name for name in sys.modules if name.startswith('grader')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['grader']"


def test_a_file_beside_the_notebook_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the real one')")
    (tmp_path / "grader.py").write_text("raise SystemExit('not the real one')")
    check = f"%check softmax --course {ROOT} --labs never"
    # The kernel itself looks beside the notebook first, as Python does; the judge does not.
    away = "import sys; sys.path[:] = [path for path in sys.path if path]"
    assert "1 of 1 passed" in run([away, LOAD, HELPERS + RIGHT, check], tmp_path)[3]
