"""Numbers and code in the quiz on activation functions, computed anew."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.quiz.kinds.expr import Expr
from tests.quizzes.keys import Keys

Values = NDArray[np.float64]
KEYS = Keys("day1/section2_activation")


U = np.linspace(-8, 8, 1601)


def sigmoid(u: Values) -> Values:
    return 1 / (1 + np.exp(-u))


def slopes(values: Values) -> Values:
    return np.diff(values) / np.diff(U)


def is_linear(function: Callable[[float], float]) -> bool:
    points = [-2.0, -1.0, 0.5, 3.0]
    sums = [function(x + y) - function(x) - function(y) for x in points for y in points]
    multiples = [function(k * x) - k * function(x) for k in points for x in points]
    return np.allclose([*sums, *multiples], 0)


def test_which_functions_are_linear() -> None:
    functions: dict[str, Callable[[float], float]] = {
        "A": lambda x: -x / 2,
        "B": lambda x: 2 * x + 1,
        "C": lambda x: max(0.0, x),
        "D": lambda x: 3 * x,
        "E": lambda x: x**2,
    }
    right = [letter for letter, function in functions.items() if is_linear(function)]
    assert KEYS.accepts("which-linear", right)


def test_examples_of_what_is_not_linear() -> None:
    assert not is_linear(lambda x: 2 * x + 1)
    assert not is_linear(lambda x: x**3)
    assert is_linear(lambda x: -x)


def test_two_layers_without_activation_are_one() -> None:
    rng = np.random.default_rng(0)
    x, first, second = rng.random((5, 4)), rng.random((4, 8)), rng.random((8, 3))
    single = first @ second
    assert np.allclose(x @ first @ second, x @ single)
    assert KEYS.accepts("linear-collapse", str(single.shape))


@pytest.mark.parametrize("fill", KEYS.fills("activation-line", "1"))
def test_every_writing_of_the_activation_is_relu(fill: str) -> None:
    def relu(x: Values) -> Values:
        return np.maximum(0, x)

    names = {"np": np, "u1": U, "relu": relu, "functions": SimpleNamespace(relu=relu)}
    assert np.array_equal(eval(fill, names), np.where(U > 0, U, 0))


def test_descriptions_of_four_functions() -> None:
    assert 0 < sigmoid(U).min() < sigmoid(U).max() < 1
    assert slopes(sigmoid(U)).max() == pytest.approx(0.25, abs=1e-4)
    assert -1 < np.tanh(U).min() < np.tanh(U).max() < 1
    assert slopes(np.tanh(U)).max() == pytest.approx(1, abs=1e-4)
    assert {0, 1} == set(np.round(slopes(np.maximum(0, U)), 6))
    assert np.count_nonzero(slopes(np.heaviside(U, 1))) == 1
    assert KEYS.accepts("activation-match", {"1": "A", "2": "C", "3": "B", "4": "D"})


def test_the_slope_of_the_sigmoid_by_its_value() -> None:
    answer = KEYS.quiz.question("sigmoid-derivative").answer
    assert isinstance(answer, Expr)
    s = np.array([point["s"] for point in answer.probe.points])
    u, h = np.log(s / (1 - s)), 1e-5
    assert np.allclose(answer.probe.values, (sigmoid(u + h) - sigmoid(u - h)) / (2 * h))


def test_what_the_activated_value_does_to_derivatives() -> None:
    assert np.array_equal(np.maximum(0, U) > 0, U > 0)
    twice = sigmoid(sigmoid(U)) * (1 - sigmoid(sigmoid(U)))
    assert 0.196 < twice.min() < twice.max() <= 0.25
    assert not np.allclose(twice, sigmoid(U) * (1 - sigmoid(U)))
    assert KEYS.accepts("d-relu-z", "C")
