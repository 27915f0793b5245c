from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.plan import make_plan
from grader.course.submission import Answer
from grader.grading import Bench, LabMode, Settings
from grader.grading.exercise import grade_cases
from grader.grading.lab_work import LabWork
from grader.model import Result
from grader.sandbox import Zygote

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote.start() as started:
        yield started


@pytest.fixture
def grade(zygote: Zygote) -> Callable[..., Result]:
    """Grades source as the answer to an exercise of the course."""
    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}

    def run(name: str, source: str, labs: LabMode = "never") -> Result:
        plan = make_plan(exercises[name], seed=0)
        bench = Bench(zygote, Settings(labs=labs))
        graded = grade_cases(bench, plan, Answer(Path(f"{name}.py"), source))
        result = graded.result
        if graded.wants_labs:
            with LabWork(bench) as lab_work:
                lab_work.start(plan, source, result)
                (result,) = lab_work.finish_all()
        return result if graded.explain is None else graded.explain(result)

    return run


@pytest.fixture
def filled(grade: Callable[..., Result]) -> Callable[..., Result]:
    """Grades an exercise with these fills, and the solution's in all other blanks."""
    from grader.course.blanks import fill_template

    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}

    def run(name: str, fills: dict[str, str], labs: LabMode = "never") -> Result:
        plan = make_plan(exercises[name], seed=0)
        source = fill_template(plan.template, {**plan.reference_fills, **fills})
        return grade(name, source, labs)

    return run
