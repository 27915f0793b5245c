"""Notebooks and archives as submissions, on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import ROOT, check, grader
from tests.course.notebook_files import code, markdown, write_notebook

FIRST_ATTEMPT = ROOT / "examples/first-attempt"
HELPERS = "import numpy as np\n%matplotlib inline\nFIRST = 0"


def first_attempt(name: str) -> str:
    return (FIRST_ATTEMPT / f"{name}.py").read_text(encoding="utf-8")


@pytest.fixture
def week(tmp_path: Path) -> Path:
    names = sorted(path.stem for path in FIRST_ATTEMPT.glob("*.py"))
    cells = [markdown("# Week 1"), code(HELPERS), *(code(first_attempt(name)) for name in names)]
    return write_notebook(tmp_path / "week1.ipynb", cells)


def test_a_notebook_gets_the_marks_of_the_files_it_was_made_of(week: Path) -> None:
    of_files = grader("check", "--submission", FIRST_ATTEMPT, "--no-labs")
    finished = grader("check", "--submission", week, "--no-labs")
    assert finished.code == 1
    assert finished.out.splitlines()[-1][:30] == of_files.out.splitlines()[-1][:30]
    assert "The sum runs over the whole batch" in finished.out


def test_json_of_a_notebook_follows_the_schema(week: Path) -> None:
    import jsonschema

    schema = json.loads((ROOT / "docs/result.schema.json").read_text(encoding="utf-8"))
    finished = grader("check", "--submission", week, "--no-labs", "--format", "json")
    jsonschema.validate(finished.document, schema)
    softmax = finished.document["results"][0]
    assert softmax["file"] == f"{week}, cell 9"
    wrong = [blank for blank in softmax["blanks"] if blank["status"] == "wrong"]
    lines = first_attempt("softmax").splitlines()
    assert wrong[0]["fill"] in lines[wrong[0]["line"] - 1]
    assert "The answer is in cell 9" in " ".join(softmax["messages"])


@pytest.mark.parametrize(
    ("source", "status", "said"),
    [
        (
            "%time\n\ndef softmax(x):\n    return (x",
            "invalid",
            "cell 2, line 4: Python cannot read",
        ),
        ("\nfirst = no_such\ndef softmax(x):\n    return x", "error", "cell 2, line 2: the cell"),
        ("def softmax(x):\n    return y", "error", "Line 2: Your code stopped with NameError"),
        ("y = 3", "invalid", "cell 2 does not define softmax()"),
        ("", "invalid", "cell 2 does not define softmax()"),
        ("%%bash\nls", "invalid", "cell 2 does not define softmax()"),
        ("def softmax(x):\n    while True: pass", "timeout", "cell 2"),
    ],
)
def test_what_is_wrong_with_a_cell_is_told_by_its_lines(
    tmp_path: Path, source: str, status: str, said: str
) -> None:
    path = write_notebook(tmp_path / "n.ipynb", [code(HELPERS), code(source, "softmax")])
    finished = check("softmax", path)
    assert finished.code == 1
    assert finished.only_result["status"] == status
    assert said in " ".join(finished.only_result["messages"])


def test_lines_in_japanese(tmp_path: Path) -> None:
    path = write_notebook(tmp_path / "n.ipynb", [code("\ndef softmax(x):\n    return (x")])
    finished = grader("check", "softmax", "--submission", path, "--lang", "ja")
    assert "セル 1 の 3 行目" in finished.out


@pytest.mark.slow
def test_a_notebook_with_an_earlier_cell_that_fails_or_hangs_is_no_fault_of_the_grader(
    tmp_path: Path,
) -> None:
    answer = code("def softmax(x):\n    return np.exp(x) * slow")
    for earlier, status in (("slow = open('x').read()", "error"), ("slow = f()", "timeout")):
        endless = code("def f():\n    while True: pass")
        path = write_notebook(tmp_path / "n.ipynb", [code(HELPERS), endless, code(earlier), answer])
        assert check("softmax", path).only_result["status"] == status


def test_labs_train_with_the_helpers_of_a_notebook(tmp_path: Path) -> None:
    helper = code("def weights(param):\n    return np.array(param)")
    template = (ROOT / "exercises/day2/section3_overfitting/l2_gradient.py").read_text()
    answer = "def l2_gradient(" + template.split("def l2_gradient(")[1]
    solved = answer.replace("___", "weights(param)")
    path = write_notebook(tmp_path / "n.ipynb", [code(HELPERS), helper, code(solved)])
    finished = grader("check", "l2_gradient", "--submission", path, "--format", "json")
    assert finished.only_result["status"] == "passed"
    assert {lab["status"] for lab in finished.only_result["labs"]} <= {"passed", "not_run"}
    lab = grader("lab", "overfitting", "--submission", path)
    assert "NameError" not in lab.out + lab.err


def test_duplicates_are_told_whatever_the_marks(tmp_path: Path) -> None:
    right = (ROOT / "solutions/day1/section3_output/softmax/softmax.py").read_text()
    path = write_notebook(tmp_path / "n.ipynb", [code(first_attempt("softmax")), code(right)])
    finished = grader("check", "softmax", "--submission", path, "--no-labs")
    assert finished.code == 0
    assert "Note: Defined in several cells (1 and 2); the last one was graded." in finished.out


def test_a_broken_notebook_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "n.ipynb").write_text('{"cells": [')
    finished = grader("check", "--submission", tmp_path / "n.ipynb")
    assert (finished.code, finished.out) == (2, "")
    assert len(finished.err.splitlines()) == 1


def test_answers_are_packed_and_graded_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "answers.zip"
    packed = grader("pack", "--submission", FIRST_ATTEMPT, "-o", path)
    assert packed.code == 0
    assert "7 answers, 1 of them with open blanks" in packed.out
    finished = grader("check", "--submission", path, "--no-labs", "--format", "json")
    of_files = grader("check", "--submission", FIRST_ATTEMPT, "--no-labs", "--format", "json")
    assert finished.err == ""
    marks = [(result["id"], result["status"]) for result in finished.document["results"]]
    assert marks == [(result["id"], result["status"]) for result in of_files.document["results"]]
    assert finished.document["results"][0]["file"] == f"{path}/day1/section3_output/softmax.py"
    lab = grader("lab", "overfitting", "--submission", path)
    assert "l2_gradient" in lab.out + lab.err


def test_packing_again_replaces_only_what_it_made(tmp_path: Path) -> None:
    arguments = ("pack", "softmax", "--submission", FIRST_ATTEMPT, "-o", tmp_path / "a.zip")
    assert grader(*arguments).code == 0
    first = (tmp_path / "a.zip").read_bytes()
    assert grader(*arguments).code == 0
    assert (tmp_path / "a.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("thesis.tex", "years of work")
    thesis = (tmp_path / "a.zip").read_bytes()
    refused = grader(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert (tmp_path / "a.zip").read_bytes() == thesis


def test_there_must_be_something_to_pack(tmp_path: Path) -> None:
    refused = grader("pack", "--submission", tmp_path, "-o", tmp_path / "a.zip")
    assert refused.code == 2
    assert not (tmp_path / "a.zip").exists()
    assert grader("pack", "-o", tmp_path / "no" / "a.zip").code == 2


def test_a_packed_file_that_was_changed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    grader("pack", "softmax", "--submission", FIRST_ATTEMPT, "-o", path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data.replace(b"shifted", b"moved"))
    finished = grader("check", "softmax", "--submission", path, "--no-labs")
    assert "was changed or added after packing" in " ".join(finished.out.split())


def test_a_hostile_archive_ends_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../softmax.py", "x")
    finished = grader("check", "--submission", path)
    assert (finished.code, finished.out) == (2, "")
    assert len(finished.err.splitlines()) == 1


def test_blanks_are_judged_alone_with_the_helpers_of_other_cells(tmp_path: Path) -> None:
    template = (ROOT / "exercises/day1/section3_output/softmax.py").read_text(encoding="utf-8")
    fills = {
        "___1": "shifted = x - np.max(x, axis=-1, keepdims=True)",
        "___2": "power(shifted)",
        "___3": "np.sum(exp_x)",
    }
    for label, fill in fills.items():
        template = template.replace(label, fill)
    helper = code("def power(x):\n    return np.exp(x)")
    path = write_notebook(tmp_path / "n.ipynb", [code(HELPERS), helper, code(template, "softmax")])
    result = check("softmax", path).only_result
    assert result["aligned"]
    assert [blank["status"] for blank in result["blanks"]] == ["right", "right", "wrong"]
