from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.labs.lab import Run, Scale
from grader.labs.overfitting import (
    IMAGES,
    LAB,
    MEASURED_EVERY,
    RATES,
    in_one_vector,
    l1_gradient,
    l2_gradient,
    near_zero_share,
    norm,
)
from tests.labs.synthetic import digits

WEIGHTS, BIASES = ["W1", "W2", "W3"], ["b1", "b2", "b3"]
SHORT = Scale(10)


def run_with(slot: str | None, scale: Scale | None = None) -> Run:
    return LAB.run(LAB.reference_functions(slot), digits(), seed=0, scale=scale)


@pytest.fixture(scope="module")
def runs() -> dict[str | None, Run]:
    return {slot: run_with(slot) for slot in (None, *RATES)}


def test_penalties_by_hand() -> None:
    grad, param = np.array([1.0, 1.0, 1.0]), np.array([2.0, 0.0, -4.0])
    np.testing.assert_allclose(l1_gradient(grad, param, 0.5), [1.5, 1.0, 0.5])
    np.testing.assert_allclose(l2_gradient(grad, param, 0.5), [2.0, 1.0, -1.0])


def test_all_training_images_are_learned_by_heart(runs: dict[str | None, Run]) -> None:
    for run in runs.values():
        assert run.metrics["train_accuracy"] == 1
        assert 0.7 < run.metrics["test_accuracy"] < 1


def test_only_so_many_images_are_learned() -> None:
    arrays = {name: array.copy() for name, array in digits().arrays.items()}
    arrays["train_images"][IMAGES:] = 255
    spoiled = digits()._replace(arrays=arrays)
    assert LAB.run({}, spoiled, 0, SHORT).metrics == LAB.run({}, digits(), 0, SHORT).metrics


def test_what_the_penalties_do_to_the_weights(runs: dict[str | None, Run]) -> None:
    without, l1, l2 = (runs[slot].metrics for slot in (None, "l1_gradient", "l2_gradient"))
    assert l2["weight_norm"] < 0.8 * without["weight_norm"]
    assert l1["weight_norm"] < 0.8 * without["weight_norm"]
    assert l1["near_zero_share"] > 0.5 > 0.3 > l2["near_zero_share"] > without["near_zero_share"]


def test_the_first_loss_comes_before_the_penalty_has_moved_anything(
    runs: dict[str | None, Run],
) -> None:
    expected = runs[None].training.history["loss"]
    for slot in RATES:
        losses = runs[slot].training.history["loss"]
        assert losses[0] == expected[0]
        assert not np.isclose(losses[1:10], expected[1:10], rtol=1e-6).any()


def test_a_penalty_gets_all_weights_and_no_bias() -> None:
    calls: list[tuple[Any, ...]] = []

    def watched(grad: Any, param: Any, rate: float) -> Any:
        calls.append((grad.shape, param.copy(), rate))
        return l2_gradient(grad, param, rate)

    parameters = LAB.run({"l2_gradient": watched}, digits(), 0, SHORT).training.parameters
    size = sum(parameters[name].size for name in WEIGHTS)
    assert [(shape, rate) for shape, _, rate in calls] == [((size,), RATES["l2_gradient"])] * 10
    # He's initial weights, layer by layer; biases would start with a row of zeros.
    assert np.count_nonzero(calls[0][1]) == size


@pytest.mark.parametrize("slot", RATES)
def test_biases_follow_their_own_gradient(slot: str) -> None:
    seen = []

    def nothing_moves(grad: Any, param: Any, _rate: float) -> Any:
        seen.append(param.copy())
        return np.zeros_like(grad)

    parameters = LAB.run({slot: nothing_moves}, digits(), 0, SHORT).training.parameters
    weights, _ = in_one_vector({name: parameters[name] for name in WEIGHTS})
    np.testing.assert_array_equal(weights, seen[0])
    # They start at 0 and would be there still.
    assert all(parameters[name].any() for name in BIASES)


def test_the_history_ends_with_what_is_measured_at_the_end(runs: dict[str | None, Run]) -> None:
    run = runs[None]
    parameters = run.training.parameters
    weights, _ = in_one_vector({name: parameters[name] for name in WEIGHTS})
    assert run.metrics["weight_norm"] == pytest.approx(np.linalg.norm(weights))
    assert run.metrics["near_zero_share"] == np.mean(np.abs(weights) < 0.01)
    for name in ("weight_norm", "near_zero_share"):
        assert run.training.history[name].shape == (LAB.scale.updates // MEASURED_EVERY,)


def test_measures_by_hand() -> None:
    weights = np.array([3.0, -4.0, 0.0, 0.0099, -0.0099, -0.01, 0.01, 0.0])
    assert norm(weights[:3]) == 5.0
    assert near_zero_share(weights) == 0.5


def test_the_parts_of_a_vector_are_windows_on_it() -> None:
    matrices = {"one": np.arange(6.0).reshape(2, 3), "two": np.array([[9.0]])}
    vector, shaped = in_one_vector(matrices)
    np.testing.assert_array_equal(vector, [0, 1, 2, 3, 4, 5, 9])
    assert {name: part.shape for name, part in shaped.items()} == {"one": (2, 3), "two": (1, 1)}
    vector *= 2
    np.testing.assert_array_equal(shaped["one"], 2 * matrices["one"])
    np.testing.assert_array_equal(shaped["two"], [[18.0]])
