"""Everything a student can hand in ends in a verdict, one clear sentence and an exit code."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.running import ROOT, check, grader

SOFTMAX = (ROOT / "exercises/day1/section3_output/softmax.py").read_text(encoding="utf-8")
RIGHT = """
import numpy as np

def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
"""


@dataclass(frozen=True)
class Bad:
    name: str
    source: str
    status: str
    said: str
    line: int | None = None


BAD = [
    Bad(
        "syntax error",
        "def softmax(x):\n    return np.exp(x\n",
        "invalid",
        "'(' was never closed",
        2,
    ),
    Bad("function missing", "x = 1\n", "invalid", "does not define softmax()"),
    Bad("function renamed", "def soft_max(x):\n    return x\n", "invalid", "defines soft_max()"),
    Bad(
        "wrong signature",
        "def softmax(x, axis):\n    return x\n",
        "invalid",
        "cannot be called as softmax(x)",
    ),
    Bad(
        "blank left", SOFTMAX, "todo", "blank 1 (line 33), blank 2 (line 34), blank 3 (line 35)", 33
    ),
    Bad(
        "blank left in a rewritten file",
        "def softmax(x):\n    return ___2\n",
        "todo",
        "blank 2 (line 2)",
        2,
    ),
    Bad(
        "unavailable import used",
        "import nowhere\ndef softmax(x):\n    return nowhere.f(x)\n",
        "error",
        "No module named 'nowhere'",
        3,
    ),
    Bad("input", "def softmax(x):\n    return input()\n", "error", "Line 2: input() waits", 2),
    Bad("input while loading", "n = input('n? ')\n" + RIGHT, "error", "Line 1: input() waits", 1),
    Bad(
        "endless loop",
        "def softmax(x):\n    while True:\n        pass\n",
        "timeout",
        "Is there a loop that never ends?",
    ),
    Bad(
        "endless loop while loading",
        "while True:\n    pass\n",
        "timeout",
        "While the file was being read",
    ),
    Bad(
        "exception in one case only",
        RIGHT.replace("    e =", "    assert len(x) != 1\n    e ="),
        "error",
        "AssertionError",
        5,
    ),
    Bad("raises while loading", "1 / 0\n" + RIGHT, "error", "ZeroDivisionError", 1),
    Bad(
        "wrong type",
        RIGHT.replace("return e", "return list").replace(
            "list / e.sum(axis=-1, keepdims=True)", "list(e)"
        ),
        "failed",
        "is of type list",
    ),
    Bad("nothing returned", "def softmax(x):\n    x + 1\n", "failed", "Is there a `return`"),
    Bad(
        "a megabyte printed",
        RIGHT.replace("    e =", "    print('x' * 3_000_000)\n    e ="),
        "crashed",
        "printed more than",
    ),
    Bad("process ended", "import os\ndef softmax(x):\n    os._exit(0)\n", "crashed", "ended"),
    Bad("sys.exit", "import sys\ndef softmax(x):\n    sys.exit(0)\n", "error", "SystemExit", 3),
    Bad(
        "segmentation fault",
        "import ctypes\ndef softmax(x):\n    ctypes.string_at(0)\n",
        "crashed",
        "SIGSEGV",
    ),
    Bad(
        "too much memory",
        "import numpy as np\ndef softmax(x):\n    return np.ones(2 ** 40)\n",
        "error",
        "MemoryError",
        3,
    ),
    Bad("NUL bytes", "def softmax(x):\n    return 0\0\n", "invalid", "not UTF-8 text"),
    Bad("too deeply nested", "x = " + "(" * 2000 + ")" * 2000, "invalid", "too many nested"),
    Bad("empty file", "", "invalid", "does not define softmax()"),
]


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_bad_answers_get_a_verdict_and_a_sentence(bad: Bad, tmp_path: Path) -> None:
    file = tmp_path / "answer.py"
    file.write_text(bad.source, encoding="utf-8")
    finished = check("softmax", file)
    result = finished.only_result
    assert finished.code == 1
    assert result["status"] == bad.status
    assert bad.said in " ".join(result["messages"])
    assert result["score"] == 0
    if bad.line is not None:
        assert result["line"] == bad.line


@pytest.mark.parametrize("bad", BAD[:6], ids=[bad.name for bad in BAD[:6]])
def test_the_sentence_is_japanese_when_asked_for(bad: Bad, tmp_path: Path) -> None:
    file = tmp_path / "answer.py"
    file.write_text(bad.source, encoding="utf-8")
    finished = grader("check", "softmax", "--submission", file, "--lang", "ja")
    assert finished.code == 1
    assert any("ぁ" <= character <= "ん" for character in finished.out)


def test_an_unavailable_import_that_is_not_used_is_only_remarked_on(tmp_path: Path) -> None:
    file = tmp_path / "softmax.py"
    file.write_text("import matplotlib_is_not_here as plt\n" + RIGHT, encoding="utf-8")
    finished = check("softmax", file)
    assert finished.code == 0
    assert finished.only_result["warnings"] == [
        "Line 1: `matplotlib_is_not_here` is not available here; the import was skipped."
    ]


def test_a_declared_other_encoding_works(tmp_path: Path) -> None:
    file = tmp_path / "softmax.py"
    file.write_bytes(("# -*- coding: shift_jis -*-\n# 確率に変える\n" + RIGHT).encode("shift_jis"))
    assert check("softmax", file).code == 0


def test_an_undeclared_other_encoding_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "softmax.py"
    file.write_bytes(("# 確率に変える\n" + RIGHT).encode("shift_jis"))
    finished = check("softmax", file)
    assert (finished.code, finished.only_result["status"]) == (1, "invalid")
    assert "coding: shift_jis" in finished.only_result["messages"][0]


def test_links_and_pipes_are_never_followed(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "softmax.py").symlink_to(tmp_path / "real.py")
    os.mkfifo(tmp_path / "cross_entropy_error.py")
    finished = grader("check", "day1", "--submission", tmp_path, "--format", "json")
    assert finished.code == 1
    assert [result["status"] for result in finished.document["results"]] == ["invalid", "invalid"]


def test_an_unknown_selector_names_the_nearest() -> None:
    finished = grader("check", "sofmax")
    assert (finished.code, finished.out) == (2, "")
    assert "Did you mean: softmax" in finished.err


def test_an_unknown_day_is_refused() -> None:
    finished = grader("check", "day9")
    assert finished.code == 2
    assert "day9" in finished.err


def test_a_section_without_exercises_says_so() -> None:
    finished = grader("check", "section2")
    assert finished.code == 2
    assert "has no exercises yet" in finished.err


def test_a_missing_submission_is_refused() -> None:
    finished = grader("check", "softmax", "--submission", "no/such/place")
    assert (finished.code, finished.out) == (2, "")
    assert "There is no submission at no/such/place" in finished.err


def test_an_unreadable_folder_is_refused(tmp_path: Path) -> None:
    if os.getuid() == 0:
        # Permissions do not bind root; a path through a file cannot be opened by anybody.
        (tmp_path / "file").write_text("", encoding="utf-8")
        finished = grader("check", "softmax", "--submission", tmp_path / "file" / "folder")
    else:
        tmp_path.chmod(0)
        finished = grader("check", "softmax", "--submission", tmp_path)
        tmp_path.chmod(stat.S_IRWXU)
    assert finished.code == 2


def test_one_file_cannot_answer_several_exercises(tmp_path: Path) -> None:
    file = tmp_path / "softmax.py"
    file.write_text(RIGHT, encoding="utf-8")
    finished = grader("check", "day1", "--submission", file)
    assert finished.code == 2
    assert "is a single file, but 2 exercises are selected" in finished.err


def test_outside_a_course_the_way_in_is_named(tmp_path: Path) -> None:
    finished = grader("check", cwd=tmp_path)
    assert finished.code == 2
    assert "--course" in finished.err


def test_names_of_files_do_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mfoo\x1b]0;title\x07.py").write_text("", encoding="utf-8")
    done = grader("check", "softmax", "--submission", tmp_path)
    assert "foo" in done.err
    assert not set(done.err) & {"\x1b", "\x07"}
