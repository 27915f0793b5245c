from __future__ import annotations

import numpy as np

from grader.labs.adam import Adam


def test_two_steps_by_hand() -> None:
    param = np.array([1.0, -2.0])
    optimizer = Adam({"W": param}, learning_rate=0.1, beta1=0.5, beta2=0.75)
    # The first step is the learning rate, however large the gradient.
    optimizer.update({"W": np.array([4.0, -0.5])})
    np.testing.assert_allclose(param, [0.9, -1.9], rtol=1e-7)
    # m = 0.5 * 2 + 0.5 * 0 = 1, over 1 - 0.25; v = 0.75 * 4 + 0 = 3, over 1 - 0.5625.
    optimizer.update({"W": np.array([0.0, 0.0])})
    moved = 0.1 * (1 / 0.75) / np.sqrt(3 / 0.4375)
    np.testing.assert_allclose(param, [0.9 - moved, -1.9 + moved], rtol=1e-7)


def test_a_parameter_without_gradient_stays() -> None:
    parameters = {"W": np.array([1.0]), "b": np.array([1.0])}
    Adam(parameters, learning_rate=0.1).update({"b": np.array([1.0])})
    assert parameters["W"] == 1.0
    assert parameters["b"] < 1.0


def test_a_gradient_of_zero_moves_nothing() -> None:
    param = np.array([3.0])
    Adam({"W": param}, learning_rate=0.1).update({"W": np.array([0.0])})
    assert param == 3.0
