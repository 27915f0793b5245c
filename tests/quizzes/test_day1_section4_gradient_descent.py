"""Numbers and code in the quiz on gradient descent, computed anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.quizzes.keys import Keys

KEYS = Keys("day1/section4_gradient_descent")


SAMPLES = 50_000


@pytest.mark.parametrize("fill", KEYS.fills("update-line", "1"))
def test_every_writing_of_the_update_does_the_same(fill: str) -> None:
    network = {"W": np.array([3.0, -1.0]), "b": np.array([0.5])}
    grad = {"W": np.array([6.0, 2.0]), "b": np.array([-1.0])}
    expected = {name: network[name] - 0.1 * grad[name] for name in network}
    names = {"network": network, "grad": grad, "learning_rate": 0.1}
    exec(f"for key in network:\n    {fill}", names)
    assert all(np.allclose(network[name], expected[name]) for name in network)


def test_one_step_by_hand() -> None:
    weight, rate = 3.0, 0.1
    slope = central(lambda w: w**2, weight)
    assert KEYS.accepts("gd-by-hand", weight - rate * slope)
    wrong = [
        weight - rate,
        weight - rate * weight,
        weight + rate * slope,
        weight - slope,
        weight - rate * weight**2,
    ]
    assert all(KEYS.explains("gd-by-hand", round(value, 6)) for value in wrong)


def central(function: Callable[[float], float], at: float) -> float:
    return round((function(at + 1e-4) - function(at - 1e-4)) / 2e-4, 6)


def test_two_steps_with_too_large_a_rate() -> None:
    def step(weight: float, factor: float = -2.0) -> float:
        return weight + 1.1 * factor * weight

    assert KEYS.accepts("too-large-rate", step(step(1.0)))
    assert abs(step(step(1.0))) > abs(step(1.0)) > 1.0
    assert KEYS.explains("too-large-rate", step(1.0))
    assert KEYS.explains("too-large-rate", step(step(1.0, 2.0), 2.0))
    assert KEYS.explains("too-large-rate", step(step(1.0, -1.0), -1.0))


def test_rates_above_one_diverge_on_this_curve() -> None:
    assert abs(1 - 2 * 1.01) > 1 > abs(1 - 2 * 0.99)


def test_updates_in_an_epoch() -> None:
    assert KEYS.accepts("updates-per-epoch", len(range(0, SAMPLES, 1000)))


def test_batches_that_do_not_divide_evenly() -> None:
    batches = np.split(np.arange(SAMPLES), range(128, SAMPLES, 128))
    assert KEYS.accepts("batch-count", len(batches))
    assert KEYS.accepts("last-batch", len(batches[-1]))
    assert KEYS.explains("batch-count", SAMPLES // 128)
    assert KEYS.explains("batch-count", SAMPLES / 128)
    assert KEYS.explains("last-batch", 128 - len(batches[-1]))
