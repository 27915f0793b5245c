from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from grader.labs.network import (
    accuracy,
    affine_parameters,
    backward,
    cross_entropy_error,
    forward,
    softmax,
    softmax_cross_entropy_gradient,
)
from grader.labs.slots import Array
from tests.labs.slopes import numerical_gradient

D = np.array([2, 0, 1, 2])
SIZES = [5, 4, 6, 3]


@pytest.fixture
def parameters() -> dict[str, Array]:
    rng = np.random.default_rng(3)
    drawn = affine_parameters(rng, SIZES)
    for name in drawn:
        if name.startswith("b"):
            drawn[name] = rng.normal(size=drawn[name].shape)
    return drawn


@pytest.fixture
def x() -> Array:
    return np.random.default_rng(4).normal(size=(4, SIZES[0]))


def loss_of(parameters: dict[str, Array], x: Array) -> float:
    # Without the 1e-7 of `cross_entropy_error`, which the gradient leaves out as well.
    y = softmax(forward(parameters, x)[-1])
    return float(-np.mean(np.log(y[np.arange(len(x)), D])))


def test_softmax_by_hand() -> None:
    x = np.log([[1.0, 2.0, 5.0], [3.0, 3.0, 4.0]])
    np.testing.assert_allclose(softmax(x), [[0.125, 0.25, 0.625], [0.3, 0.3, 0.4]], rtol=1e-15)


def test_softmax_of_scores_too_large_for_exp() -> None:
    with np.errstate(all="raise"):
        y = softmax(np.array([[1000.0, 1000.0], [-1000.0, -1000.0]]))
    np.testing.assert_array_equal(y, np.full((2, 2), 0.5))


def test_cross_entropy_by_hand() -> None:
    y = np.array([[0.25, 0.75], [0.5, 0.5], [1.0, 0.0]])
    right = cross_entropy_error(np.array([1, 0, 0]), y)
    assert right == pytest.approx(-(math.log(0.75) + math.log(0.5)) / 3, abs=3e-7)
    assert cross_entropy_error(np.array([1]), y[2:]) == pytest.approx(-math.log(1e-7))


@pytest.mark.parametrize("sizes", [[2, 3], SIZES])
def test_biases_start_at_zero_and_weights_as_wide_as_they_should(sizes: list[int]) -> None:
    parameters = affine_parameters(np.random.default_rng(0), sizes)
    for layer, shape in enumerate(pairwise(sizes), start=1):
        assert parameters[f"W{layer}"].shape == shape
        np.testing.assert_array_equal(parameters[f"b{layer}"], np.zeros(shape[1]))
    wide = affine_parameters(np.random.default_rng(0), [200, 300])["W1"]
    assert wide.std() == pytest.approx(0.1, rel=0.01)


def test_relu_follows_every_layer_but_the_last() -> None:
    parameters = {
        "W1": np.array([[1.0, -1.0]]),
        "b1": np.array([0.5, 0.5]),
        "W2": np.array([[-2.0], [3.0]]),
        "b2": np.array([-1.0]),
    }
    x, hidden, scores = forward(parameters, np.array([[2.0], [-3.0]]))
    np.testing.assert_array_equal(x, [[2.0], [-3.0]])
    np.testing.assert_array_equal(hidden, [[2.5, 0.0], [0.0, 3.5]])
    np.testing.assert_array_equal(scores, [[-6.0], [9.5]])


@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2", "W3", "b3"])
def test_the_gradient_is_the_slope_of_the_loss(
    name: str, parameters: dict[str, Array], x: Array
) -> None:
    activations = forward(parameters, x)
    delta = softmax_cross_entropy_gradient(D, softmax(activations[-1]))
    grads, _ = backward(parameters, activations, delta)
    assert grads.keys() == parameters.keys()
    slope = numerical_gradient(lambda: loss_of(parameters, x), parameters[name])
    np.testing.assert_allclose(grads[name], slope, rtol=1e-6, atol=1e-8)


def test_the_error_of_the_first_layer_leads_on_to_the_input(
    parameters: dict[str, Array], x: Array
) -> None:
    activations = forward(parameters, x)
    delta = softmax_cross_entropy_gradient(D, softmax(activations[-1]))
    _, delta = backward(parameters, activations, delta)
    slope = numerical_gradient(lambda: loss_of(parameters, x), x)
    np.testing.assert_allclose(delta @ parameters["W1"].T, slope, rtol=1e-6, atol=1e-8)


def test_the_gradient_leaves_the_probabilities_alone() -> None:
    y = softmax(np.zeros((4, 3)))
    softmax_cross_entropy_gradient(D, y)
    np.testing.assert_array_equal(y, softmax(np.zeros((4, 3))))


def test_accuracy_counts_rows_whose_largest_score_is_right() -> None:
    scores = np.array([[0.0, 2.0], [3.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
    assert accuracy(scores, np.array([1, 0, 0, 1])) == 0.5


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_a_row_that_is_not_finite_is_never_right(broken: float) -> None:
    scores = np.array([[broken, 0.0], [1.0, 0.0]])
    assert accuracy(scores, np.array([0, 0])) == 0.5
    assert accuracy(scores, np.array([1, 0])) == 0.5
