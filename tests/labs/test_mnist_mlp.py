from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.labs.lab import Run, Scale, Slots
from grader.labs.mnist_mlp import BATCH_SIZE, CLASSES, LAB
from grader.labs.network import cross_entropy_error, softmax
from tests.labs.synthetic import digits


@pytest.fixture(scope="module")
def reference() -> Run:
    return LAB.run({}, digits(), seed=0)


def test_it_learns_to_read(reference: Run) -> None:
    losses = reference.training.history["loss"]
    # Ten classes that are all the same to the network would give log 10 = 2.3.
    assert 2 < losses[0] < 3
    assert losses[-30:].mean() < 0.1
    assert reference.metrics["test_accuracy"] > 0.8


def test_both_slots_are_called_once_for_each_mini_batch() -> None:
    calls: list[str] = []

    def watched_softmax(x: Any) -> Any:
        calls.append("softmax")
        assert x.shape == (BATCH_SIZE, CLASSES)
        return softmax(x)

    def watched_error(d: Any, y: Any) -> Any:
        calls.append("cross_entropy_error")
        assert (d.shape, d.dtype) == ((BATCH_SIZE,), np.uint8)
        np.testing.assert_allclose(y.sum(axis=1), 1)
        return cross_entropy_error(d, y)

    functions: Slots = {"softmax": watched_softmax, "cross_entropy_error": watched_error}
    LAB.run(functions, digits(), seed=0, scale=Scale(5))
    assert calls == ["softmax", "cross_entropy_error"] * 5


def test_the_reported_loss_does_not_steer(reference: Run) -> None:
    run = LAB.run({"cross_entropy_error": lambda _d, _y: 7.0}, digits(), seed=0)
    np.testing.assert_array_equal(run.training.history["loss"], np.full(LAB.scale.updates, 7.0))
    for name, param in reference.training.parameters.items():
        np.testing.assert_array_equal(run.training.parameters[name], param)
    assert [slot.steers for slot in LAB.slots.values()] == [True, False]


def test_softmax_steers(reference: Run) -> None:
    run = LAB.run({"softmax": lambda x: np.full(x.shape, 0.1)}, digits(), seed=0)
    assert run.metrics["test_accuracy"] < reference.metrics["test_accuracy"]
