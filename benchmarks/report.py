"""Prints how long a report of 60 exercises takes as a page, and how large it is.

The results are those of a real submission with all its labs, repeated under other names.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.markdown import table
from grader.course.catalog import load_course
from grader.course.submission import open_submission
from grader.grading import Bench, Settings, assemble_report, grade_each
from grader.model import Report
from grader.report import Style, load_renderer
from grader.sandbox import Zygote

ROOT = Path(__file__).resolve().parent.parent
SUBMISSION = ROOT / "examples" / "first-attempt"
EXERCISES = 60
FORMATS = ("html", "json", "junit", "markdown", "github")
ROUNDS = 5
GOAL_SECONDS, GOAL_BYTES = 1.0, 1_000_000


def graded() -> Report:
    """Grade the sample submission."""
    course = load_course(ROOT)
    submission = open_submission(str(SUBMISSION), len(course.exercises))
    with Zygote.start() as zygote:
        bench = Bench(zygote, Settings(labs="always"))
        results = list(grade_each(bench, course.exercises, submission))
        return assemble_report(bench, course, submission, results)


def enlarged(report: Report) -> Report:
    """Repeat results until there are as many as a whole course has."""
    repeated = []
    for number in range(EXERCISES):
        result = report.results[number % len(report.results)]
        # Nothing that was written for one exercise may serve for another.
        task = {language: f"{text}\n\n({number})" for language, text in result.task.items()}
        repeated.append(replace(result, id=f"{result.id}_{number}", task=task))
    return replace(report, results=tuple(repeated))


def main() -> None:
    """Measure and print; the verdict is the reader's."""
    report = enlarged(graded())
    lines = []
    for name in FORMATS:
        started = time.perf_counter()
        text = load_renderer(name).render(report, Style())
        first = time.perf_counter() - started
        seconds = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            load_renderer(name).render(report, Style())
            seconds.append(time.perf_counter() - started)
        size = len(text.encode("utf-8"))
        lines.append([name, f"{first:.2f}", f"{statistics.median(seconds):.2f}", f"{size:,}"])
    print(
        f"A report of {EXERCISES} exercises, {sum(bool(r.labs) for r in report.results)} with labs"
    )
    print(f"(goal for html: {GOAL_SECONDS:g} s from the first import on, {GOAL_BYTES:,} bytes)\n")
    print(table(["format", "first time, s", "again, s", "bytes"], lines))


if __name__ == "__main__":
    main()
