"""Numbers and code in the quiz on back-propagation, computed anew."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.quiz.parse.markdown import plain
from tests.labs.slopes import numerical_gradient
from tests.quizzes.keys import Keys

Values = NDArray[np.float64]
KEYS = Keys("day1/section5_backpropagation")


RNG = np.random.default_rng(0)
X, D = RNG.normal(size=(5, 2)), RNG.normal(size=(5, 3))
W1, B1 = RNG.normal(size=(2, 4)), RNG.normal(size=4)
W2, B2 = RNG.normal(size=(4, 3)), RNG.normal(size=3)


def sigmoid(u: Values) -> Values:
    return 1 / (1 + np.exp(-u))


def d_sigmoid(v: Values) -> Values:
    return sigmoid(v) * (1 - sigmoid(v))


def d_mean_squared_error(d: Values, y: Values) -> Values:
    return (y - d) / len(y)


def error() -> float:
    y = sigmoid(X @ W1 + B1) @ W2 + B2
    return float(np.sum((y - D) ** 2) / (2 * len(X)))


def names() -> dict[str, object]:
    u1 = X @ W1 + B1
    z1 = sigmoid(u1)
    own = SimpleNamespace(d_mean_squared_error=d_mean_squared_error, d_sigmoid=d_sigmoid)
    known: dict[str, object] = {"np": np, "x": X, "d": D, "W2": W2, "u1": u1, "z1": z1}
    known |= {"functions": own, "y": z1 @ W2 + B2, "sigmoid": sigmoid, **vars(own)}
    return known | {"delta2": d_mean_squared_error(D, z1 @ W2 + B2)}


@pytest.mark.parametrize("fill", KEYS.fills("chain-lines", "1"))
def test_the_output_delta_is_the_numerical_gradient_of_the_bias(fill: str) -> None:
    assert np.allclose(eval(fill, names()).sum(axis=0), numerical_gradient(error, B2))


@pytest.mark.parametrize("fill", KEYS.fills("chain-lines", "2"))
def test_the_gradient_of_the_weights_is_the_numerical_one(fill: str) -> None:
    assert np.allclose(eval(fill, names()), numerical_gradient(error, W2))


@pytest.mark.parametrize("fill", KEYS.fills("bias-gradient", "1"))
def test_the_gradient_of_the_bias_is_the_numerical_one(fill: str) -> None:
    assert np.allclose(eval(fill, names()), numerical_gradient(error, B2))


def first_gradient(fill: str) -> Values:
    known = names()
    delta: Values = eval(f"np.dot(delta2, W2.T) * ({fill})", known)
    return X.T @ delta


@pytest.mark.parametrize("fill", KEYS.fills("hidden-delta", "1"))
def test_the_hidden_delta_leads_to_the_numerical_gradient(fill: str) -> None:
    assert np.allclose(first_gradient(fill), numerical_gradient(error, W1))


@pytest.mark.parametrize("fill", ["d_sigmoid(z1)", "z1", "u1 * (1 - u1)"])
def test_wrong_hidden_deltas_do_not(fill: str) -> None:
    assert not np.allclose(first_gradient(fill), numerical_gradient(error, W1), rtol=0.05)
    assert KEYS.explains("hidden-delta", fill)


def test_the_sigmoid_applied_twice() -> None:
    u = np.array(3.0)
    ratio = float(d_sigmoid(sigmoid(u)) / d_sigmoid(u))
    assert KEYS.accepts("sigmoid-twice", ratio)
    assert KEYS.explains("sigmoid-twice", 1 / ratio)
    assert KEYS.explains("sigmoid-twice", float(d_sigmoid(sigmoid(u))))


def test_the_shape_of_a_gradient() -> None:
    x, delta = np.zeros((100, 784)), np.zeros((100, 50))
    assert KEYS.accepts("gradient-shape", str((x.T @ delta).shape))
    assert KEYS.explains("gradient-shape", str((delta.T @ x).shape))


def test_the_error_of_differences() -> None:
    def central(h: float) -> float:
        return ((1 + h) ** 3 - (1 - h) ** 3) / (2 * h)

    def forward(h: float) -> float:
        return ((1 + h) ** 3 - 1) / h

    assert (central(0.1) - 3) / (central(0.01) - 3) == pytest.approx(100, rel=0.01)
    assert (forward(0.1) - 3) / (forward(0.01) - 3) == pytest.approx(10, rel=0.05)
    assert KEYS.accepts("grad-check", "C")
    assert KEYS.accepts("central-by-hand", central(0.01))
    assert KEYS.explains("central-by-hand", forward(0.01))
    assert KEYS.explains("central-by-hand", forward(-0.01))
    assert KEYS.explains("central-by-hand", 2 * central(0.01))


def test_the_kept_result_is_used_in_three_lines() -> None:
    question = KEYS.quiz.question("reuse-line")
    listing = [line for line in plain(question.body.en.blocks).splitlines() if " = " in line]
    for option in question.options:
        stored = plain(option.text.en.blocks).split(" = ")[0]
        uses = sum(stored in line.split(" = ")[1] for line in listing)
        assert KEYS.accepts("reuse-line", option.letter) == (uses == 3)
