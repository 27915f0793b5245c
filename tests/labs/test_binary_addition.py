from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.judge.training import Runs, TrainingVerdict, judge_training
from grader.labs.binary_addition import (
    BATCH_SIZE,
    HIDDEN_SIZE,
    LAB,
    d_sigmoid,
    gradients,
    initial_parameters,
    rnn_delta,
    sigmoid,
)
from grader.labs.lab import Run, Scale
from tests.labs.slopes import numerical_gradient

Delta = Callable[..., Any]

DATA = LAB.load_data()
UPDATES = LAB.scale.updates


@pytest.fixture(scope="module")
def reference() -> Run:
    return LAB.run({}, DATA, seed=0)


def verdict_on(delta: Delta, reference: Run) -> TrainingVerdict:
    runs = Runs(LAB.run({"rnn_delta": delta}, DATA, seed=0), reference)
    return judge_training(runs, LAB.slots["rnn_delta"], LAB.metrics)


def test_the_network_learns_every_sum(reference: Run) -> None:
    assert reference.metrics == {"exact_sums": 16_384.0, "bit_accuracy": 1.0}
    losses = reference.training.history["loss"]
    assert losses.shape == (UPDATES,)
    assert losses.dtype == np.float64
    # An output of 0.5 for each of the eight bits would give 8 · ½ · ¼ = 1.
    assert 0.8 < losses[:20].mean() < 1.5
    assert losses[-20:].mean() < 0.01


def test_the_slot_is_called_once_for_every_time_step_of_every_update() -> None:
    shapes = []

    def watched(*arguments: Any) -> Any:
        shapes.append([argument.shape for argument in arguments])
        return rnn_delta(*arguments)

    LAB.run({"rnn_delta": watched}, DATA, seed=0, scale=Scale(5))
    rows, hidden = BATCH_SIZE, HIDDEN_SIZE
    state = (rows, hidden)
    assert len(shapes) == 8 * 5
    assert all(s == [state, (rows, 1), (hidden, hidden), (hidden, 1), state] for s in shapes)


@pytest.mark.parametrize("name", ["W_in", "W", "W_out"])
def test_the_gradient_is_the_slope_of_the_loss(name: str) -> None:
    parameters = initial_parameters(np.random.default_rng(5))
    x, d = DATA.arrays["inputs"][:, 9_000:9_003], DATA.arrays["targets"][:, 9_000:9_003]
    slots = {"rnn_delta": rnn_delta}
    _, grads = gradients(slots, parameters, x, d)
    slope = numerical_gradient(lambda: gradients(slots, parameters, x, d)[0], parameters[name])
    np.testing.assert_allclose(grads[name], slope, rtol=1e-5, atol=1e-9)


def not_transposed(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w + delta_out @ w_out.T) * d_sigmoid(u)


def without_the_future(_: Any, delta_out: Any, __: Any, w_out: Any, u: Any) -> Any:
    return (delta_out @ w_out.T) * d_sigmoid(u)


def derivative_of_activated(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w.T + delta_out @ w_out.T) * d_sigmoid(sigmoid(u))


def without_derivative(delta_next: Any, delta_out: Any, w: Any, w_out: Any, _: Any) -> Any:
    return delta_next @ w.T + delta_out @ w_out.T


def minus(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_out @ w_out.T - delta_next @ w.T) * d_sigmoid(u)


def doubled(*arguments: Any) -> Any:
    return 2 * rnn_delta(*arguments)


def not_a_number(*arguments: Any) -> Any:
    return np.full(arguments[-1].shape, np.nan)


@pytest.mark.parametrize("wrong", [not_transposed, without_the_future, doubled])
def test_some_wrong_deltas_converge_and_are_told_so(wrong: Delta, reference: Run) -> None:
    verdict = verdict_on(wrong, reference)
    assert verdict.metrics[0].value > 15_000
    assert verdict.sentences[-1].name == "labs.still_learns"


@pytest.mark.parametrize("wrong", [derivative_of_activated, without_derivative, minus])
def test_other_wrong_deltas_do_not_learn(wrong: Delta, reference: Run) -> None:
    verdict = verdict_on(wrong, reference)
    assert verdict.metrics[0].value < 4_000
    assert verdict.sentences[-1].name == "labs.does_not_learn"


def test_an_output_that_is_no_number_is_never_a_right_bit(reference: Run) -> None:
    verdict = verdict_on(not_a_number, reference)
    assert verdict.diverged_at == 2
    assert [pair.value for pair in verdict.metrics] == [0.0, 0.0]
