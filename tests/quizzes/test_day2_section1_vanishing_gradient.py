"""Numbers and code in the quiz on vanishing gradients, computed anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.quiz.kinds.expr import Expr
from grader.quiz.parse.markdown import plain
from tests.quizzes.keys import Keys

Values = NDArray[np.float64]
KEYS = Keys("day2/section1_vanishing_gradient")


def sigmoid(u: Values) -> Values:
    return 1 / (1 + np.exp(-u))


def slope_at_zero() -> float:
    return float((sigmoid(np.array(1e-4)) - sigmoid(np.array(-1e-4))) / 2e-4)


def test_the_chain_rule_against_differences() -> None:
    answer = KEYS.quiz.question("chain-rule").answer
    assert isinstance(answer, Expr)
    h = 1e-5
    for point, value in zip(answer.probe.points, answer.probe.values, strict=True):
        x, y = point["x"], point["y"]
        difference = ((x + h + y) ** 2 - (x - h + y) ** 2) / (2 * h)
        assert value == pytest.approx(difference, abs=1e-6)
    assert KEYS.explains("chain-rule", "2")


def test_the_steepest_slope_of_the_sigmoid() -> None:
    grid = np.linspace(-5, 5, 1001)
    assert slope_at_zero() == pytest.approx(np.max(np.gradient(sigmoid(grid), grid)), abs=1e-4)
    options = KEYS.quiz.question("sigmoid-max").options
    values = {option.letter: float(plain(option.text.en.blocks)) for option in options}
    for letter, value in values.items():
        assert KEYS.accepts("sigmoid-max", letter) == (value == pytest.approx(slope_at_zero()))


def test_five_layers_at_the_best_slope() -> None:
    assert KEYS.accepts("deep-product", slope_at_zero() ** 5)
    assert KEYS.explains("deep-product", round(slope_at_zero() * 5, 6))
    assert KEYS.explains("deep-product", round(slope_at_zero() / 5, 6))


def trained_from_zero(slope: Callable[[Values], Values]) -> dict[str, Values]:
    """Parameters of a net with one hidden layer after some steps; `slope` is the activation's."""
    rng = np.random.default_rng(0)
    x, d = rng.normal(size=(20, 2)), rng.normal(size=(20, 1)) + 1.0
    names = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    weights = {name: np.zeros(shape) for name, shape in names.items()}
    for _ in range(50):
        u = x @ weights["W1"] + weights["b1"]
        z = np.maximum(0, u) if slope is relu_slope else sigmoid(u)
        delta2 = (z @ weights["W2"] + weights["b2"] - d) / len(x)
        delta1 = delta2 @ weights["W2"].T * slope(u)
        grads = {"W1": x.T @ delta1, "b1": delta1.sum(0), "W2": z.T @ delta2, "b2": delta2.sum(0)}
        weights = {name: weights[name] - 0.5 * grads[name] for name in weights}
    return weights


def relu_slope(u: Values) -> Values:
    return (u > 0).astype(float)


def sigmoid_slope(u: Values) -> Values:
    return sigmoid(u) * (1 - sigmoid(u))


def test_units_that_start_at_zero_stay_alike() -> None:
    weights = trained_from_zero(sigmoid_slope)
    assert np.abs(weights["W1"]).max() > 1e-4
    assert np.allclose(weights["W1"], weights["W1"][:, :1])
    assert np.allclose(weights["W2"], weights["W2"][:1])


def test_with_relu_only_the_bias_of_the_output_moves() -> None:
    weights = trained_from_zero(relu_slope)
    moved = [name for name, values in weights.items() if np.any(values)]
    assert moved == ["b2"]
    assert KEYS.accepts("zero-init-relu", "D")


def test_the_width_of_he() -> None:
    assert KEYS.accepts("he-std", np.sqrt(2 / 100))
    assert KEYS.explains("he-std", np.sqrt(1 / 100))
    assert KEYS.explains("he-std", 2 / 100)
    assert KEYS.explains("he-std", 2 * np.sqrt(1 / 100))


def test_he_keeps_the_mean_square_of_a_signal() -> None:
    rng = np.random.default_rng(0)
    signal = rng.normal(size=(1000, 200))
    for _ in range(5):
        weights = rng.normal(size=(200, 200)) * np.sqrt(2 / 200)
        signal = np.maximum(0, signal @ weights)
    assert 0.7 < np.mean(signal**2) < 1.4


def test_fifty_linear_layers() -> None:
    signal, weak = np.ones(3), np.ones(3)
    for _ in range(50):
        signal, weak = 1.1 * np.eye(3) @ signal, 0.9 * np.eye(3) @ weak
    assert KEYS.accepts("linear-explode", signal[0])
    assert weak[0] == pytest.approx(0.005, abs=5e-4)
    assert KEYS.explains("linear-explode", round(1.1 * 50, 6))
    assert KEYS.explains("linear-explode", round(1 + 0.1 * 50, 6))


def test_a_constant_disappears_in_the_normalisation() -> None:
    values = np.array([1.0, 3.0, 5.0])
    assert np.allclose(normalised(values + 7.0), normalised(values))
    assert KEYS.accepts("bn-bias", "B")


def normalised(values: Values, ddof: int = 0) -> Values:
    result: Values = (values - values.mean()) / values.std(ddof=ddof)
    return result


def test_a_normalised_value_by_hand() -> None:
    values = np.array([1.0, 3.0, 5.0])
    assert KEYS.accepts("bn-by-hand", normalised(values)[0])
    assert KEYS.explains("bn-by-hand", normalised(values, ddof=1)[0])
    assert KEYS.explains("bn-by-hand", values[0] - values.mean())
    assert KEYS.explains("bn-by-hand", round((values[0] - values.mean()) / values.var(), 9))
    assert KEYS.explains("bn-by-hand", -normalised(values)[0])


def test_scaling_and_shifting() -> None:
    out = 2 * normalised(np.random.default_rng(0).normal(size=500)) + 1
    choices = KEYS.quiz.question("bn-out-std").choices
    letters = {float(plain(choice.text.en.blocks)): choice.letter for choice in choices}
    right = [letters[round(float(value), 6)] for value in (out.mean(), out.std())]
    assert KEYS.accepts("bn-out-std", right)
