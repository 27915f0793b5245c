"""Numbers and code in the quiz on the affine map, computed anew."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from grader.quiz.parse.markdown import plain
from tests.quizzes.keys import Keys

KEYS = Keys("day1/section1_affine")

RNG = np.random.default_rng(0)
SIZES = [2, 3, 3, 1]


def test_shapes_of_the_network() -> None:
    offered = {"(3, 3)": "A", "(1, 3)": "B", "(2, 3)": "C", "(3, 2)": "D", "(3, 1)": "E"}
    weights = [np.zeros(shape) for shape in pairwise(SIZES)]
    assert np.linalg.multi_dot([np.ones((5, 2)), *weights]).shape == (5, 1)
    choices = KEYS.quiz.question("draw-network").choices
    letters = {plain(choice.text.en.blocks).strip(): choice.letter for choice in choices}
    assert letters == offered
    assert KEYS.accepts("draw-network", [letters[str(weight.shape)] for weight in weights])


def test_parameters_of_the_network() -> None:
    weights = sum(a * b for a, b in pairwise(SIZES))
    biases = sum(SIZES[1:])
    assert KEYS.accepts("network-parameters", weights + biases)
    assert KEYS.explains("network-parameters", weights)
    assert KEYS.explains("network-parameters", biases)
    one_hidden_layer = 2 * 3 + 3 + 3 * 1 + 1
    assert KEYS.explains("network-parameters", one_hidden_layer)


@pytest.mark.parametrize("fill", KEYS.fills("affine-code", "1"))
def test_every_writing_of_the_affine_map_gives_the_same(fill: str) -> None:
    x, w, b = RNG.random((5, 2)), RNG.random((2, 3)), RNG.random(3)
    expected = np.einsum("nd,dm->nm", x, w) + b
    assert np.allclose(eval(fill, {"np": np, "x": x, "W": w, "b": b}), expected)


def test_the_formula_copied_letter_by_letter_fails_or_is_silently_wrong() -> None:
    x, w, b = RNG.random((5, 2)), RNG.random((2, 3)), RNG.random(3)
    with pytest.raises(ValueError, match="not aligned"):
        np.dot(w, x) + b
    square, samples = RNG.random((3, 3)), RNG.random((3, 3))
    assert not np.allclose(np.dot(square, samples) + b, np.dot(samples, square) + b)
    assert KEYS.explains("affine-code", "np.dot(W, x) + b")


def test_the_shape_of_the_affine_map() -> None:
    shape = (np.ones((5, 2)) @ np.ones((2, 3)) + np.ones(3)).shape
    assert KEYS.accepts("affine-shape", str(shape))


def test_the_affine_map_by_hand() -> None:
    x, w, b = np.array([1, 2]), np.array([[1, 2], [3, 4]]), np.array([10, 20])
    assert KEYS.accepts("affine-by-hand", float((x @ w + b)[0]))
    wrong = [(w @ x + b)[0], (x @ w)[0], (x * w[0] + b)[0], (x @ (w + b))[0]]
    assert all(KEYS.explains("affine-by-hand", float(value)) for value in wrong)
