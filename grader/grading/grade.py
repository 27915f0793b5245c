"""Grades the selected exercises of a submission, one result at a time."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence

import numpy as np

from grader import __version__
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.plan import make_plan
from grader.course.submission import Submission, find_answer
from grader.grading.bench import Bench
from grader.grading.exercise import blocked_result, grade_exercise
from grader.model import Report, Result, Sandbox


def grade_each(
    bench: Bench, exercises: Sequence[Exercise], submission: Submission
) -> Iterator[Result]:
    """Grade exercises in order; an exercise waits for those it requires, if they are graded too.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    not_passed: set[str] = set()
    for exercise in exercises:
        plan = make_plan(exercise, bench.settings.seed)
        needed = tuple(name for name in plan.table.spec.requires if name in not_passed)
        if needed:
            result = blocked_result(bench, plan, needed)
        else:
            result = grade_exercise(bench, plan, find_answer(submission, exercise))
        if result.status != "passed":
            not_passed.add(exercise.id)
        yield result


def assemble_report(
    bench: Bench, course: Course, submission: Submission, results: Sequence[Result]
) -> Report:
    """Put results into a report, with all that is needed to obtain them again."""
    return Report(
        grader=__version__,
        course=course.id,
        seed=bench.settings.seed,
        language=bench.settings.language,
        data={},
        sandbox=Sandbox(bench.zygote.level, bench.zygote.layers),
        versions={"python": platform.python_version(), "numpy": np.__version__},
        submission=submission.given,
        results=tuple(results),
    )
