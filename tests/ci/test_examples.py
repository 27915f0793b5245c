"""The action and the example pipelines, run as students' and instructors' pushes run them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.ci.services import ROOT, Job, artifacts_of, run_action, run_github, run_gitlab

pytestmark = pytest.mark.slow  # whole workflows

WRONG = "def double(x):\n    # twice\n    return x ** 2\n"
RIGHT = "def double(x):\n    return 2 * x\n"
TOTAL = """\
import numpy as np


def total(x):
    if np.size(x) == 0:
        raise ValueError("nothing to add")
    return np.sum(x)
"""
ANSWER = "exercises/day1/section1_sums/double.py"
ERROR = f"::error title=double%2C blank 1%3A wrong,file={ANSWER},line=3,endLine=3::"
# What the course that tests share lacks to be sound.
MISTAKE = """\
[[mistake]]
id = "the-mean"
fills = { 2 = "np.mean(x)" }
en = "This is the mean."
ja = "これは平均です。"
ask_en = "What is the sum of 1 and 2?"
ask_ja = "1 と 2 の和はいくつですか。"
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A runner on which the grader is installed already."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "grader"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


@pytest.fixture
def repository(course_folder: Path, env: dict[str, str]) -> Path:
    """A course that is sound, with its exercises as they are handed out."""
    course = course_folder / "course.toml"
    course.write_text(course.read_text("utf-8").replace('"total", "double"', '"double"'), "utf-8")
    mistakes = course_folder / "solutions/day1/section1_sums/total/mistakes.toml"
    mistakes.write_text(MISTAKE, encoding="utf-8")
    done = subprocess.run(
        ["grader", "verify", "--write"],
        cwd=course_folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return course_folder


def hand_in(repository: Path, double: str) -> None:
    (repository / ANSWER).write_text(double, encoding="utf-8")
    (repository / "exercises/day1/section1_sums/total.py").write_text(TOTAL, encoding="utf-8")


def as_student(service: str, repository: Path, env: dict[str, str]) -> Job:
    if service == "gitlab":
        return run_gitlab("gitlab-student.yml", repository, env)
    if service == "github":
        return run_github("github-student.yml", repository, env)
    return run_action({"page": "report.html", "junit": "junit.xml"}, repository, env)


@pytest.mark.parametrize("service", ["action", "github", "gitlab"])
def test_a_push_with_a_wrong_blank_fails_and_says_where(
    service: str, repository: Path, env: dict[str, str], tmp_path: Path
) -> None:
    hand_in(repository, WRONG)
    job = as_student(service, repository, env)
    assert job.code == 1
    if service == "gitlab":
        assert "blank 1, line 3: x ** 2  (wrong)" in job.out
    else:
        assert ERROR in job.out
        assert "This is the square." in (tmp_path / "summary.md").read_text(encoding="utf-8")
    (failure,) = [
        case.attrib["line"]
        for case in ET.parse(repository / "junit.xml").iter("testcase")
        if case.find("failure") is not None and case.attrib["name"].startswith("blank")
    ]
    assert failure == "3"
    assert "This is the square." in (repository / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("service", ["action", "github", "gitlab"])
def test_a_push_with_everything_right_succeeds(
    service: str, repository: Path, env: dict[str, str]
) -> None:
    hand_in(repository, RIGHT)
    job = as_student(service, repository, env)
    assert job.code == 0
    assert "2 of 2 passed" in job.out


@pytest.mark.parametrize(("service", "run"), [("github", run_github), ("gitlab", run_gitlab)])
def test_an_instructors_push_verifies_the_course(
    service: str,
    run: Callable[[str, Path, dict[str, str]], Job],
    repository: Path,
    env: dict[str, str],
) -> None:
    job = run(f"{service}-instructor.yml", repository, env)
    assert job.code == 0, job.out
    assert "2 of 2 passed" in job.out
    checks = repository / "solutions/day1/section1_sums/double/checks.py"
    checks.write_text(checks.read_text("utf-8").replace("[2.0, -3.0]", "[2.0]"), "utf-8")
    checks.write_text(checks.read_text("utf-8").replace("x=[1.0]", "x=[2.0]"), "utf-8")
    checks.write_text(checks.read_text("utf-8").replace("rng.normal(size=3)", "[0.0]"), "utf-8")
    job = run(f"{service}-instructor.yml", repository, env)
    assert job.code == 1
    assert "squares" in job.out  # no case tells the known mistake from the solution any more


def test_what_is_typed_into_the_action_is_never_run(
    repository: Path, env: dict[str, str], tmp_path: Path
) -> None:
    harm = tmp_path / "harm"
    typed = f'"; touch {harm}; $(touch {harm}) `touch {harm}`'
    for name in ("selectors", "submission", "language", "page", "course"):
        job = run_action({name: typed}, repository, env)
        assert job.code == 2
    assert not harm.exists()


def test_the_action_takes_selectors_and_a_language(repository: Path, env: dict[str, str]) -> None:
    hand_in(repository, WRONG)
    inputs = {"selectors": "total double", "language": "ja", "labs": "never"}
    assert "空欄 1%3A 不正解" in run_action(inputs, repository, env).out


@pytest.mark.parametrize("who", ["student", "instructor"])
@pytest.mark.parametrize(("service", "run"), [("github", run_github), ("gitlab", run_gitlab)])
def test_what_is_kept_is_there(
    service: str,
    run: Callable[[str, Path, dict[str, str]], Job],
    who: str,
    repository: Path,
    env: dict[str, str],
) -> None:
    name = f"{service}-{who}.yml"
    run(name, repository, env)
    kept = list(artifacts_of(name))
    assert "report.html" in kept or "solutions.html" in kept
    assert all((repository / file).is_file() for file in kept), kept


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_runner_without_the_grader_gets_it(
    repository: Path, env: dict[str, str], tmp_path: Path
) -> None:
    hand_in(repository, WRONG)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "fresh"], check=True)
    bare = {
        **env,
        "PATH": f"{tmp_path / 'fresh' / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PYTHONPATH": "",
    }
    job = run_action({}, repository, bare)
    assert job.code == 1, job.out
    assert ERROR in job.out
