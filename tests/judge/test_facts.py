from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.plan import make_plan
from grader.course.table import perform_source
from grader.judge.facts import find_fact
from grader.judge.verdict import judge_outcomes
from grader.words import LANGUAGES, Text, translate

ROOT = Path(__file__).resolve().parents[2]
HEAD = "import numpy as np\n"


def fact(name: str, source: str) -> tuple[str, str] | None:
    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}
    plan = make_plan(exercises[name], seed=0)
    path = Path(f"{name}.py")
    outcomes = perform_source(HEAD + source, path, name, plan.table.cases)
    verdict = judge_outcomes(plan.table, outcomes)
    found = find_fact(verdict, HEAD + source)
    if found is None:
        return None
    assert not isinstance(found.said, Text)
    assert all(translate(found.said, language) for language in LANGUAGES)
    return found.id, translate(found.said, "en")


@pytest.mark.parametrize(
    ("name", "source", "expected", "told"),
    [
        (
            "l2_gradient",
            "def l2_gradient(grad, param, rate):\n    for g in grad:\n        return g * 2.0\n",
            "return-in-loop",
            "Line 4",
        ),
        (
            "softmax",
            "def softmax(x):\n    return print(x)\n",
            "returns-print",
            "Line 3",
        ),
        (
            "rnn_delta",
            "def rnn_delta(delta_next, delta_out, W, W_out, u):\n"
            "    return np.random.normal(size=u.shape)\n",
            "draws-at-random",
            "Line 3",
        ),
        (
            "cross_entropy_error",
            "def cross_entropy_error(d, y):\n    return -np.sum(np.log(y))\n",
            "log-of-zero",
            "logarithm of 0",
        ),
        (
            "l2_gradient",
            "def l2_gradient(grad, param, rate):\n    param[...] = 1\n    return grad * 3.0\n",
            "overwrites",
            "`param`",
        ),
    ],
)
def test_a_fact_is_said_with_its_place(name: str, source: str, expected: str, told: str) -> None:
    found = fact(name, source)
    assert found is not None
    assert found[0] == expected
    assert told in found[1]


def test_drawing_from_the_generator_that_is_passed_is_no_fact() -> None:
    source = "def random_crop(image, crop_size, rng):\n    return image * rng.random()\n"
    found = fact("random_crop", source)
    assert found is None or found[0] != "draws-at-random"


def test_an_answer_that_is_merely_wrong_has_no_fact() -> None:
    source = "def l2_gradient(grad, param, rate):\n    return grad + rate * param * 0.3\n"
    assert fact("l2_gradient", source) is None


@pytest.mark.parametrize("chain", [".a" * 1_500, "[0]" * 1_500, "()" * 1_500])
def test_code_of_any_depth_is_read(chain: str) -> None:
    source = f"def l2_gradient(grad, param, rate):\n    lambda x: x{chain}.choice\n"
    source += "    return grad * 3.7\n"
    assert fact("l2_gradient", source) is None
