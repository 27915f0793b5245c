"""Grading several exercises: what waits for what, partial credit, and the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.submission import Submission
from grader.errors import CourseError
from grader.grading import Bench, Settings, assemble_report, grade_each
from grader.model import Result
from grader.sandbox import Zygote


def results_of(zygote: Zygote, course_folder: Path, answers: Path) -> list[Result]:
    bench = Bench(zygote, Settings(labs="never"))
    course = load_course(course_folder)
    return list(grade_each(bench, course.exercises, Submission(str(answers), answers, False)))


def checks_of(course_folder: Path) -> list[Path]:
    return sorted((course_folder / "solutions").rglob("checks.py"))


def test_nothing_handed_in_is_to_do(zygote: Zygote, course_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    results = results_of(zygote, course_folder, tmp_path / "empty")
    assert {result.status for result in results} == {"todo"}
    assert {result.file for result in results} == {None}


def test_an_exercise_waits_for_those_it_requires(
    zygote: Zygote, course_folder: Path, tmp_path: Path
) -> None:
    first, second = load_course(course_folder).exercises[:2]
    checks = second.checks_path.read_text(encoding="utf-8")
    assert "spec(" in checks
    required = checks.replace("spec(", f"spec(requires=['{first.id}'], ", 1)
    second.checks_path.write_text(required, encoding="utf-8")
    (tmp_path / "answers").mkdir()
    source = second.solution_path.read_text(encoding="utf-8")
    (tmp_path / "answers" / f"{second.name}.py").write_text(source, encoding="utf-8")

    waiting = results_of(zygote, course_folder, tmp_path / "answers")[1]
    assert (waiting.status, waiting.blocked_by, waiting.score) == ("blocked", (first.id,), 0.0)

    source = first.solution_path.read_text(encoding="utf-8")
    (tmp_path / "answers" / f"{first.name}.py").write_text(source, encoding="utf-8")
    assert results_of(zygote, course_folder, tmp_path / "answers")[1].status == "passed"


def test_broken_checks_stop_with_a_sentence(zygote: Zygote, course_folder: Path) -> None:
    checks_of(course_folder)[0].write_text("exercise = 1 / 0\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"checks\.py:1: ZeroDivisionError"):
        results_of(zygote, course_folder, course_folder / "solutions")


def test_a_report_adds_up(zygote: Zygote, course_folder: Path) -> None:
    results = results_of(zygote, course_folder, course_folder / "solutions")
    bench = Bench(zygote, Settings(seed=7))
    submission = Submission("as given", course_folder / "solutions", is_file=False)
    report = assemble_report(bench, load_course(course_folder), submission, results)
    assert report.all_passed
    assert report.score == report.max_score == sum(result.max_score for result in results)
    assert (report.seed, report.submission) == (7, "as given")
    assert report.sandbox.layers


def test_what_is_wrong_is_explained_when_nothing_else_runs_any_more(
    zygote: Zygote, course_folder: Path, tmp_path: Path
) -> None:
    """Explaining runs the solution's fills beside a stranger's code, which could remember them."""
    for exercise in load_course(course_folder).exercises:
        source = exercise.solution_path.read_text(encoding="utf-8")
        wrong = source.replace("np.sum(x)", "np.max(x)")
        (tmp_path / f"{exercise.name}.py").write_text(wrong, encoding="utf-8")
    results = results_of(zygote, course_folder, tmp_path)
    assert [result.id.rpartition("/")[2] for result in results] == ["double", "total"]
    assert [blank.status for blank in results[1].blanks] == ["right", "wrong"]
