"""Numbers and code in the quiz on attention, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section7_attention")

STATES, QUERY = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([1.0, 2.0])
SCORES = STATES @ QUERY
WEIGHTS = np.exp(SCORES) / np.exp(SCORES).sum()


def test_the_weights() -> None:
    assert SCORES.tolist() == [1.0, 2.0, 3.0]
    assert KEYS.accepts("attention-weight", float(WEIGHTS[2]))
    assert KEYS.explains("attention-weight", float(WEIGHTS[0]))
    assert KEYS.explains("attention-weight", float(SCORES[2] / SCORES.sum()))


def test_the_context() -> None:
    context = WEIGHTS @ STATES
    assert KEYS.accepts("context-vector", float(context[0]))
    assert KEYS.explains("context-vector", float(context[1]))
    assert KEYS.explains("context-vector", float(STATES.sum(axis=0)[0]))
    assert KEYS.explains("context-vector", float((SCORES @ STATES)[0]))
    assert KEYS.explains("context-vector", float((SCORES / SCORES.sum() @ STATES)[0]))


def test_the_shape_of_all_weights() -> None:
    rows, columns = (np.zeros((7, 2)) @ np.zeros((10, 2)).T).shape
    assert KEYS.accepts("weight-matrix", f"{rows}x{columns}")
    assert KEYS.explains("weight-matrix", f"{columns}x{rows}")


def names() -> dict[str, object]:
    return {"scores": np.random.default_rng(0).normal(size=(7, 10))}


def rows_add_up(found: Mapping[str, object]) -> bool:
    return bool(np.allclose(np.asarray(found["weights"]).sum(axis=1), 1))


def test_the_axis_of_the_softmax() -> None:
    assert KEYS.code_is_sound("softmax-axis", names, rows_add_up)


def test_what_the_bottleneck_lets_through() -> None:
    last_state = {words: np.zeros((words, 256))[-1].size for words in (10, 100)}
    all_states = {words: np.zeros((words, 256)).size for words in (10, 100)}
    assert set(last_state.values()) == {256}
    assert list(all_states.values()) == [2560, 25600]
    assert KEYS.accepts("bottleneck", KEYS.letter("bottleneck", "256 in both cases"))
    assert KEYS.explains("bottleneck", KEYS.letter("bottleneck", "2,560 and 25,600"))
