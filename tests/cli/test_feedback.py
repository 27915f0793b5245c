"""`grader check --feedback`: nothing that the command writes anywhere tells a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ROOT, Finished, grader

FIRST_ATTEMPT = ROOT / "examples/first-attempt"
SECRETS = ("4815162342", "9630324684", "SECRETCASE", "BETRAYED")
CHECKS = """\
from grader.authoring import call, cases, spec

exercise = spec()


@cases(exercise)
def by_hand(_rng):
    yield "SECRETCASE", "SECRETCASE", call(x=4815162342)
"""
BETRAYER = """\
import sys
import warnings


def double(x):
    said = "BE" + "TRAYED" + str(x)
    print(said)
    print(said, file=sys.stderr, flush=True)
    warnings.warn(said)
    raise type("E" + said, (ValueError,), {})(said)
"""


@pytest.fixture
def course(course_folder: Path) -> Path:
    checks = course_folder / "solutions/day1/section1_sums/double/checks.py"
    checks.write_text(CHECKS, encoding="utf-8")
    answer = course_folder / "exercises/day1/section1_sums/double.py"
    answer.parent.mkdir(parents=True)
    answer.write_text(BETRAYER, encoding="utf-8")
    return course_folder


def all_of(finished: Finished, course: Path) -> str:
    files = (course / "report.txt", course / "report.json")
    return "".join((finished.out, finished.err, *(file.read_text("utf-8") for file in files)))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("level", "known"), [("full", list(SECRETS)), ("no-values", []), ("verdict", [])]
)
def test_nothing_is_betrayed_anywhere(
    course: Path, level: str, known: list[str], language: str
) -> None:
    outputs = ("--output", "text=report.txt", "--output", "json=report.json")
    shown = ("--feedback", level, "--lang", language)
    finished = grader("check", "double", *shown, *outputs, cwd=course)
    assert finished.code == 1
    assert [secret for secret in SECRETS if secret in all_of(finished, course)] == known


def test_known_mistakes_are_still_explained() -> None:
    shown = ("--submission", FIRST_ATTEMPT, "--no-labs", "--feedback", "no-values")
    finished = grader("check", "section3", *shown)
    assert "The sum runs over the whole batch" in finished.out
    assert "To think about: Gradient descent subtracts this value." in finished.out
    assert "23 of 44 cases pass" in finished.out
    for telling in ("expected  ", "Smallest failing case", "differs", "^"):
        assert telling not in finished.out


def test_a_verdict_is_a_line_for_each_exercise() -> None:
    shown = ("--submission", FIRST_ATTEMPT, "--no-labs", "--feedback", "verdict")
    finished = grader("check", "day1", *shown)
    assert finished.code == 1
    assert [line for line in finished.out.split("\n") if line] == [
        "day1/section3_output",
        " ✗ softmax  Softmax                                       not right yet   0 / 10",
        " ✓ cross_entropy_error  Cross-entropy error                     passed   10 / 10",
        "1 of 2 passed · 10 of 20 points · seed 0",
    ]


def test_misspelt_files_are_still_named(tmp_path: Path) -> None:
    (tmp_path / "soft_max.py").write_text("", encoding="utf-8")
    finished = grader("check", "softmax", "--submission", tmp_path, "--feedback", "verdict")
    assert "soft_max.py" in finished.err
    assert "Not handed in: softmax." in finished.out
