"""Exercises beyond plain functions: classes, in-place updates, callables, generators, refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.exercise import Exercise
from grader.course.plan import make_plan
from grader.course.submission import Answer
from grader.grading import Bench, Settings
from grader.grading.exercise import grade_cases
from grader.model import Result
from grader.sandbox import Zygote

Written = Callable[[str, str], Exercise]

MOMENTUM = '''"""Momentum."""
import numpy as np


class momentum:
    def __init__(self, learning_rate, decay):
        self.learning_rate, self.decay = learning_rate, decay
        self.velocity = None

    def update(self, param, grad):
        if self.velocity is None:
            self.velocity = np.zeros_like(param)
        self.velocity = self.decay * self.velocity - self.learning_rate * grad  # blank: self.decay
        param += self.velocity  # blank: self.velocity
'''
MOMENTUM_CHECKS = """
from grader.authoring import attribute, cases, construct, method, spec

exercise = spec(changes_arguments=True)


@cases(exercise)
def steps(rng):
    param = [1.0, 2.0]
    yield "two steps", "2 回の更新", [
        construct(learning_rate=0.1, decay=0.9),
        method("update", param=param, grad=[1.0, -1.0]),
        method("update", param=param, grad=rng.normal(size=2)),
        attribute("velocity"),
    ]
"""

GRADIENT = '''"""Numerical gradient."""
import numpy as np


def numerical_gradient(function, x):
    grad = np.zeros_like(x)
    for i in range(x.size):
        step = np.zeros_like(x)
        step[i] = 1e-4
        grad[i] = (function(x + step) - function(x - step)) / 2e-4  # blank: 2e-4
    return grad
'''
GRADIENT_CHECKS = """
from grader.authoring import call, cases, function, spec

exercise = spec(rtol=1e-6)


@cases(exercise)
def functions(rng):
    for name in ("square_sum", "sine_sum"):
        yield name, f"関数 {name}", call(function=function(name), x=rng.normal(size=3))
"""

BATCHES = '''"""Mini-batches."""


def batches(rows, size):
    if size < 1:
        raise ValueError("size must be 1 or more")
    for start in range(0, len(rows), size):  # blank: len(rows)
        yield rows[start : start + size]
'''
BATCHES_CHECKS = """
from grader.authoring import call, cases, raises, spec

exercise = spec()


@cases(exercise)
def sizes(rng):
    yield "pairs", "2 行ずつ", call(rows=[[1.0], [2.0], [3.0]], size=2)
    yield "none", "0 行ずつ", raises(ValueError, rows=[[1.0]], size=0)
"""

EXERCISES = {
    "momentum": (MOMENTUM, MOMENTUM_CHECKS),
    "numerical_gradient": (GRADIENT, GRADIENT_CHECKS),
    "batches": (BATCHES, BATCHES_CHECKS),
}


@pytest.fixture
def graded(zygote: Zygote, course_folder: Path) -> Callable[[str, str, str], Result]:
    """Grades the solution of an exercise with one piece of it replaced."""

    def run(name: str, old: str, new: str) -> Result:
        solution, checks = EXERCISES[name]
        exercise = Exercise(f"day1/section1_sums/{name}", course_folder, 10.0)
        exercise.folder.mkdir()
        exercise.solution_path.write_text(solution, encoding="utf-8")
        exercise.checks_path.write_text(checks, encoding="utf-8")
        for task in ("README.md", "README.ja.md"):
            neighbour = exercise.folder.parent / "double" / task
            (exercise.folder / task).write_text(neighbour.read_text("utf-8"), "utf-8")
        assert old in solution
        answer = Answer(Path(f"{name}.py"), solution.replace(old, new))
        return grade_cases(Bench(zygote, Settings()), make_plan(exercise, 0), answer).result

    return run


@pytest.mark.parametrize("name", EXERCISES)
def test_the_solution_passes(graded: Callable[..., Result], name: str) -> None:
    result = graded(name, "def ", "def ")
    assert (result.status, result.messages) == ("passed", ())


WRONG = [
    ("momentum", "param += self.velocity", "param = param + self.velocity", "is as it was"),
    ("momentum", "self.decay * self.velocity", "self.velocity", "`param` differs"),
    ("momentum", "def update(", "def step(", "AttributeError"),
    ("momentum", "__init__(self, learning_rate, decay)", "__init__(self)", "cannot be called as"),
    ("numerical_gradient", "/ 2e-4", "/ 1e-4", "The result differs in 3 of 3"),
    ("numerical_gradient", "function(x + step)", "function", "TypeError"),
    ("batches", "len(rows), size", "len(rows) - 1, size", "has 1 items, but 2 were expected"),
    ("batches", "        yield rows", "        return rows", "generator was expected"),
    ("batches", "raise ValueError", "raise KeyError", "KeyError was raised"),
    ("batches", 'raise ValueError("size must be 1 or more")', "return", "must be refused"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), WRONG)
def test_what_is_wrong_is_said(
    graded: Callable[..., Result], name: str, old: str, new: str, said: str
) -> None:
    result = graded(name, old, new)
    assert result.status in ("failed", "error", "invalid")
    assert said in " ".join(result.messages)
