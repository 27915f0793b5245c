"""Grades the selected exercises of a submission, one result at a time."""

from __future__ import annotations

import platform
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from grader import __version__
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.plan import make_plan
from grader.course.submission import Submission, find_answer
from grader.course.task import read_task
from grader.errors import GraderError
from grader.grading.bench import Bench
from grader.grading.exercise import Explain, blocked_result, grade_cases
from grader.grading.lab_work import LabWork
from grader.grading.translations import translations
from grader.model import Report, Result, Sandbox
from grader.words import LANGUAGES


def grade_each(
    bench: Bench, exercises: Sequence[Exercise], submission: Submission
) -> Iterator[Result]:
    """Grade exercises, and give each result as soon as it is complete.

    Labs are trained in the background while the next exercises are graded. An exercise waits for
    those it requires, if they are graded too. What is not right is explained in the end, when no
    other code of the submission is going to run that could report something.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    explanations: dict[str, Explain] = {}
    unexplained: deque[Result] = deque()
    try:
        for result in _judge_each(bench, exercises, submission, explanations):
            if result.id not in explanations:
                yield result
                continue
            unexplained.append(result)
        while unexplained:
            yield explanations[unexplained[0].id](unexplained[0])
            unexplained.popleft()
    except (KeyboardInterrupt, GraderError):
        yield from unexplained
        raise


def _judge_each(
    bench: Bench,
    exercises: Sequence[Exercise],
    submission: Submission,
    explanations: dict[str, Explain],
) -> Iterator[Result]:
    with LabWork(bench) as lab_work:
        passed: dict[str, bool] = {}
        for exercise in exercises:
            plan = make_plan(exercise, bench.settings.seed)
            for result in lab_work.finish(plan.table.spec.requires):
                passed[result.id] = result.status == "passed"
                yield result
            needed = tuple(name for name in plan.table.spec.requires if not passed.get(name, True))
            if needed:
                passed[exercise.id] = False
                yield blocked_result(bench, plan, needed)
                continue
            answer = find_answer(submission, exercise)
            graded = grade_cases(bench, plan, answer)
            if graded.explain is not None:
                explanations[exercise.id] = graded.explain
            if answer is not None and graded.wants_labs:
                lab_work.start(plan, answer.source, graded.result, answer.earlier)
                continue
            passed[exercise.id] = graded.result.status == "passed"
            yield graded.result
        yield from lab_work.finish_all()


def assemble_report(
    bench: Bench, course: Course, submission: Submission, results: Sequence[Result]
) -> Report:
    """Put results into a report, with all that is needed to obtain them again.

    They come in the order of the course, whenever they were finished.
    """
    exercises = {exercise.id: exercise for exercise in course.exercises}
    order = {name: number for number, name in enumerate(exercises)}
    in_order = tuple(
        _with_task(result, exercises[result.id])
        for result in sorted(results, key=lambda result: order[result.id])
    )
    titles = _titles(bench, course, in_order)
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
        results=in_order,
        titles=titles,
        translations=translations((titles, in_order)),
    )


def _with_task(result: Result, exercise: Exercise) -> Result:
    """Add the task, so that a report can show what was asked beside what was answered."""
    if result.file is None:
        return result
    task = {language: read_task(exercise, language).text for language in LANGUAGES}
    return replace(result, task=task)


def _titles(bench: Bench, course: Course, results: Sequence[Result]) -> dict[str, str]:
    sections = {result.id.rpartition("/")[0] for result in results}
    titles: dict[str, str] = {course.id: bench.say(course.title)}
    for section in course.sections:
        if section.id in sections:
            titles[section.id] = bench.say(section.title)
    return titles
