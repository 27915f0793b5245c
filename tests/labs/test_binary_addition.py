from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.judge.training import TrainingVerdict, judge_training
from grader.labs.binary_addition import (
    BATCH_SIZE,
    HIDDEN_SIZE,
    LAB,
    UPDATES,
    d_sigmoid,
    gradients,
    initial_parameters,
    rnn_delta,
    sigmoid,
)
from grader.labs.lab import Run

Delta = Callable[..., Any]

DATA = LAB.load_data()


@pytest.fixture(scope="module")
def reference() -> Run:
    return LAB.run({}, DATA, seed=0)


def verdict_on(delta: Delta, reference: Run) -> TrainingVerdict:
    return judge_training(trained(delta), reference, LAB.metrics, LAB.slots["rnn_delta"].role)


@functools.cache
def trained(delta: Delta) -> Run:
    return LAB.run({"rnn_delta": delta}, DATA, seed=0)


def test_the_network_learns_every_sum(reference: Run) -> None:
    assert reference.metrics == {"exact_sums": 16_384.0, "bit_accuracy": 1.0}
    losses = reference.training.history["loss"]
    assert losses.shape == (UPDATES,)
    assert losses.dtype == np.float64
    # An output of 0.5 for each of the eight bits would give 8 · ½ · ¼ = 1.
    assert 0.8 < losses[:20].mean() < 1.5
    assert losses[-20:].mean() < 0.01


def test_the_same_seed_gives_the_same_run_and_another_seed_another(reference: Run) -> None:
    again = LAB.run({}, DATA, seed=0).training.history["loss"]
    other = LAB.run({}, DATA, seed=1).training.history["loss"]
    np.testing.assert_array_equal(again, reference.training.history["loss"])
    assert not np.allclose(other, again)


def test_the_slot_is_called_once_for_every_time_step_of_every_update() -> None:
    shapes = []
    reported = []

    def watched(*arguments: Any) -> Any:
        shapes.append([argument.shape for argument in arguments])
        return rnn_delta(*arguments)

    def progress(done: int, total: int) -> None:
        reported.append((done, total))

    LAB.run({"rnn_delta": watched}, DATA, seed=0, progress=progress)
    rows, hidden = BATCH_SIZE, HIDDEN_SIZE
    state = (rows, hidden)
    assert len(shapes) == 8 * UPDATES
    assert all(s == [state, (rows, 1), (hidden, hidden), (hidden, 1), state] for s in shapes)
    assert reported == [(done, UPDATES) for done in range(1, UPDATES + 1)]


@pytest.mark.parametrize("name", ["W_in", "W", "W_out"])
def test_the_gradient_is_the_slope_of_the_loss(name: str) -> None:
    parameters = initial_parameters(np.random.default_rng(5))
    x, d = DATA["inputs"][:, 9_000:9_003], DATA["targets"][:, 9_000:9_003]
    slots = {"rnn_delta": rnn_delta}
    _, grads = gradients(slots, parameters, x, d)
    numerical = np.zeros_like(parameters[name])
    step = 1e-5
    for place in np.ndindex(numerical.shape):
        value = parameters[name][place]
        parameters[name][place] = value + step
        above, _ = gradients(slots, parameters, x, d)
        parameters[name][place] = value - step
        below, _ = gradients(slots, parameters, x, d)
        parameters[name][place] = value
        numerical[place] = (above - below) / (2 * step)
    np.testing.assert_allclose(grads[name], numerical, rtol=1e-5, atol=1e-9)


def reordered(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return d_sigmoid(u) * (delta_out @ w_out.T) + (w @ delta_next.T).T * d_sigmoid(u)


def with_einsum(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    back = np.einsum("bj,ij->bi", delta_next, w) + np.einsum("bo,io->bi", delta_out, w_out)
    return back * np.exp(-u) / (1 + np.exp(-u)) ** 2


def with_tanh(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w.T + delta_out @ w_out.T) * (1 - np.tanh(u / 2) ** 2) / 4


def in_float32(*arguments: Any) -> Any:
    return rnn_delta(*arguments).astype(np.float32)


@pytest.mark.parametrize("honest", [rnn_delta, reordered, with_einsum, with_tanh, in_float32])
def test_the_right_delta_agrees_however_it_is_written(honest: Delta, reference: Run) -> None:
    verdict = verdict_on(honest, reference)
    assert verdict.agrees
    assert verdict.departs_at is None
    assert verdict.metrics[0].value == 16_384


def not_transposed(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w + delta_out @ w_out.T) * d_sigmoid(u)


def without_the_future(_: Any, delta_out: Any, __: Any, w_out: Any, u: Any) -> Any:
    return (delta_out @ w_out.T) * d_sigmoid(u)


def without_the_output(delta_next: Any, _: Any, w: Any, __: Any, u: Any) -> Any:
    return (delta_next @ w.T) * d_sigmoid(u)


def derivative_of_activated(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w.T + delta_out @ w_out.T) * d_sigmoid(sigmoid(u))


def without_derivative(delta_next: Any, delta_out: Any, w: Any, w_out: Any, _: Any) -> Any:
    return delta_next @ w.T + delta_out @ w_out.T


def activation_for_derivative(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_next @ w.T + delta_out @ w_out.T) * sigmoid(u)


def minus(delta_next: Any, delta_out: Any, w: Any, w_out: Any, u: Any) -> Any:
    return (delta_out @ w_out.T - delta_next @ w.T) * d_sigmoid(u)


def doubled(*arguments: Any) -> Any:
    return 2 * rnn_delta(*arguments)


def not_a_number(*arguments: Any) -> Any:
    return np.full(arguments[-1].shape, np.nan)


WRONG = [
    not_transposed,
    without_the_future,
    without_the_output,
    derivative_of_activated,
    without_derivative,
    activation_for_derivative,
    minus,
    doubled,
    not_a_number,
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_delta_departs_within_three_updates(wrong: Delta, reference: Run) -> None:
    verdict = verdict_on(wrong, reference)
    assert not verdict.agrees
    assert verdict.departs_at is not None
    # The first loss is taken before the gradient has changed anything.
    assert 2 <= verdict.departs_at <= 3


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
