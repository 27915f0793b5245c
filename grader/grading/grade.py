"""Grades the selected exercises of a submission, one result at a time."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from grader import __version__
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.plan import Plan, make_plan
from grader.course.submission import Answer, Submission, find_answer
from grader.grading.bench import Bench
from grader.grading.exercise import blocked_result, grade_cases
from grader.grading.lab_work import LabWork
from grader.model import Report, Result, Sandbox


def grade_each(
    bench: Bench, exercises: Sequence[Exercise], submission: Submission
) -> Iterator[Result]:
    """Grade exercises, and give each result as soon as it is there.

    Labs are trained in the background while the next exercises are graded. An exercise waits for
    those it requires, if they are graded too.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    with LabWork(bench) as lab_work:
        passed: dict[str, bool] = {}
        for exercise in exercises:
            plan = make_plan(exercise, bench.settings.seed)
            for result in lab_work.finish(plan.table.spec.requires):
                passed[result.id] = result.status == "passed"
                yield result
            graded = _grade(bench, lab_work, plan, find_answer(submission, exercise), passed)
            if graded is not None:
                passed[exercise.id] = graded.status == "passed"
                yield graded
        yield from lab_work.finish_all()


def _grade(
    bench: Bench,
    lab_work: LabWork,
    plan: Plan,
    answer: Answer | None,
    passed: Mapping[str, bool],
) -> Result | None:
    """Grade one exercise; there is no result yet if it waits for its labs."""
    needed = tuple(name for name in plan.table.spec.requires if not passed.get(name, True))
    if needed:
        return blocked_result(bench, plan, needed)
    graded = grade_cases(bench, plan, answer)
    if answer is None or not graded.wants_labs:
        return graded.result
    lab_work.start(plan, answer.source, graded.result)
    return None


def assemble_report(
    bench: Bench, course: Course, submission: Submission, results: Sequence[Result]
) -> Report:
    """Put results into a report, with all that is needed to obtain them again.

    They come in the order of the course, whenever they were finished.
    """
    order = {exercise.id: number for number, exercise in enumerate(course.exercises)}
    return Report(
        grader=__version__,
        course=course.id,
        seed=bench.settings.seed,
        language=bench.settings.language,
        data={
            kind: edition
            for result in results
            for lab in result.labs
            for kind, edition in lab.data.items()
        },
        sandbox=Sandbox(bench.zygote.level, bench.zygote.layers),
        versions={"python": platform.python_version(), "numpy": np.__version__},
        submission=submission.given,
        results=tuple(sorted(results, key=lambda result: order[result.id])),
    )
