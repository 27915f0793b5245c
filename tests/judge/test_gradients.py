from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.calls.steps import Step
from grader.course.blanks import fill_template
from grader.course.catalog import load_course
from grader.course.plan import Plan, make_plan
from grader.course.table import perform_source
from grader.course.vocabulary import Antiderivative
from grader.judge.gradients import explain_gradient, numerical_gradient
from grader.judge.verdict import judge_outcomes
from grader.words import Sentence, Text

ROOT = Path(__file__).resolve().parents[2]
DERIVATIVES = ("l1_gradient", "l2_gradient", "rnn_delta")


def plan_of(name: str) -> Plan:
    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}
    return make_plan(exercises[name], seed=0)


def explained(name: str, label: str, fill: str) -> Sentence | None:
    plan = plan_of(name)
    source = fill_template(plan.template, {**plan.reference_fills, label: fill})
    outcomes = perform_source(source, Path("student.py"), name, plan.table.cases)
    assert plan.table.spec.antiderivative is not None
    found = explain_gradient(judge_outcomes(plan.table, outcomes), plan.table.spec.antiderivative)
    if found is None:
        return None
    assert found.kind == "gradient"
    assert not isinstance(found.said, Text)
    return found.said


@pytest.mark.parametrize("name", DERIVATIVES)
def test_the_measured_slope_is_what_the_solution_gives(name: str) -> None:
    table = plan_of(name).table
    assert table.spec.antiderivative is not None
    measured = 0
    for case, outcomes in zip(table.cases, table.expected, strict=True):
        if case.steps[0].raises:
            continue
        gradient = numerical_gradient(table.spec.antiderivative, case.steps[0])
        if gradient is not None:
            measured += 1
            np.testing.assert_allclose(gradient, outcomes[0].value, rtol=1e-5, atol=1e-9)
    assert measured > len(table.cases) * 0.7


def test_the_slope_stands_beside_the_students_number() -> None:
    said = explained("l2_gradient", "1", "param ** 2")
    assert said is not None
    assert said.values == {"place": "param[0]", "slope": "2.5", "got": "5.5"}


def test_nothing_is_said_about_another_shape_or_a_right_answer() -> None:
    assert explained("l2_gradient", "1", "np.array([[1.0, 2.0]])") is None
    assert explained("l2_gradient", "1", "param") is None
    assert explained("rnn_delta", "2", "None") is None


def kinked(x: NDArray[np.float64]) -> float:
    return float(np.maximum(x, 0).sum())


@pytest.mark.parametrize("place", [2e-6, -2e-6, 0.0])
def test_at_a_kink_nothing_is_measured(place: float) -> None:
    step = Step("call", "f", {"x": np.array([place])})
    assert numerical_gradient(Antiderivative(kinked, "x"), step) is None
    steep = Antiderivative(lambda x: float(np.abs(x).sum()), "x")
    assert numerical_gradient(steep, step) is None


def test_numbers_that_cannot_be_changed_a_little_are_left_alone() -> None:
    for value in (np.array([True]), np.array([1j]), np.zeros(20_000)):
        step = Step("call", "f", {"x": value})
        assert numerical_gradient(Antiderivative(kinked, "x"), step) is None


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=5))
def test_the_slope_of_a_parabola(numbers: list[float]) -> None:
    x = np.array(numbers)
    step = Step("call", "f", {"x": x})
    gradient = numerical_gradient(
        Antiderivative(lambda x: float(np.sum(x**2 + 300 * x)), "x"), step
    )
    assert gradient is not None
    np.testing.assert_allclose(gradient, 2 * x + 300, rtol=1e-6)
