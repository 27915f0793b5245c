from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.calls.values import RandomGenerator
from grader.labs.lab import Run, Scale, Slots
from grader.labs.simple_cnn import (
    BATCH_SIZE,
    BORDER,
    FILTER_SIZE,
    FILTERS,
    LAB,
    MEASURED_EVERY,
    Network,
    conv_output_size,
    cropped,
    random_crop,
)
from grader.labs.slots import Array, local
from tests.labs.slopes import numerical_gradient
from tests.labs.synthetic import SIDE, digits

CROP = local(random_crop)
SLOTS: Slots = {"conv_output_size": conv_output_size, "random_crop": CROP}
SHORT = Scale(MEASURED_EVERY)
IMAGE_SIZE = 7


@pytest.fixture
def network() -> Network:
    return Network(SLOTS, IMAGE_SIZE)


@pytest.fixture
def parameters(network: Network) -> dict[str, Array]:
    rng = np.random.default_rng(11)
    drawn = network.initial_parameters(rng)
    biases = {
        name: rng.normal(scale=0.3, size=param.shape)
        for name, param in drawn.items()
        if not param.any()
    }
    assert biases.keys() == {"filter_bias", "b1", "b2"}
    return drawn | biases


def test_the_sizes_come_from_the_slot(network: Network) -> None:
    assert (network.conv_size, network.pool_size) == (3, 1)
    asked = []

    def watched(*arguments: int) -> int:
        asked.append(arguments)
        return conv_output_size(*arguments)

    LAB.run({"conv_output_size": watched}, digits(), 0, SHORT)
    assert asked == [(SIDE, FILTER_SIZE, 1, 0), (24, 2, 2, 0)]


@pytest.mark.parametrize("name", ["filters", "filter_bias", "W1", "b1", "W2", "b2"])
def test_the_gradient_is_the_slope_of_the_loss(
    name: str, network: Network, parameters: dict[str, Array]
) -> None:
    x = np.random.default_rng(12).uniform(size=(3, IMAGE_SIZE, IMAGE_SIZE))
    d = np.array([7, 0, 7])
    _, grads = network.gradients(parameters, x, d)
    assert {key: grad.shape for key, grad in grads.items()} == {
        key: param.shape for key, param in parameters.items()
    }
    slope = numerical_gradient(lambda: network.gradients(parameters, x, d)[0], parameters[name])
    # The gradient leaves out the 1e-7 of the loss.
    np.testing.assert_allclose(grads[name], slope, rtol=1e-4, atol=1e-6)


def test_the_convolution_is_what_a_plain_loop_gives(
    network: Network, parameters: dict[str, Array]
) -> None:
    x = np.random.default_rng(12).uniform(size=(2, IMAGE_SIZE, IMAGE_SIZE))
    filters = parameters["filters"].reshape(FILTERS, FILTER_SIZE, FILTER_SIZE)
    expected = np.zeros((2, FILTERS))
    for image, kernel in np.ndindex(2, FILTERS):
        maps = [
            np.sum(x[image, top : top + FILTER_SIZE, left : left + FILTER_SIZE] * filters[kernel])
            for top, left in np.ndindex(2, 2)
        ]
        expected[image, kernel] = max(0, max(maps) + parameters["filter_bias"][kernel, 0])
    hidden = np.maximum(expected @ parameters["W1"] + parameters["b1"], 0)
    scores = hidden @ parameters["W2"] + parameters["b2"]
    np.testing.assert_allclose(network.scores(parameters, x), scores)


@pytest.mark.parametrize(
    ("arguments", "places"),
    [
        ((28, 5, 1, 0), 24),
        ((24, 2, 2, 0), 12),
        ((5, 2, 2, 0), 2),
        ((7, 3, 2, 1), 4),
        ((3, 3, 1, 0), 1),
    ],
)
def test_places_by_hand(arguments: tuple[int, int, int, int], places: int) -> None:
    assert conv_output_size(*arguments) == places


def test_a_mini_batch_is_cut_at_one_place() -> None:
    images = digits().arrays["train_images"][:BATCH_SIZE]
    bordered = np.pad(images, ((0, 0), (BORDER, BORDER), (BORDER, BORDER)))
    places = set()
    for seed in range(200):
        window = cropped(SLOTS, images, seed)
        rng = np.random.default_rng(seed)
        top, left = (int(rng.integers(0, 2 * BORDER + 1)) for _ in range(2))
        places.add((top, left))
        expected = bordered[:, top : top + SIDE, left : left + SIDE]
        np.testing.assert_array_equal(window, expected, strict=True)
    assert len(places) == (2 * BORDER + 1) ** 2


def test_crops_are_called_once_an_update_with_the_mini_batch_as_channels() -> None:
    calls = []
    generators = set()

    def watched(image: Any, size: Any, rng: Any) -> Any:
        calls.append((image.shape, size, image.dtype))
        assert isinstance(rng, RandomGenerator)
        generators.add(rng)
        return CROP(image, size, rng)

    LAB.run({"random_crop": watched}, digits(), 0, SHORT)
    bordered = (SIDE + 2 * BORDER, SIDE + 2 * BORDER, BATCH_SIZE)
    assert calls == [(bordered, (SIDE, SIDE), np.dtype(np.uint8))] * SHORT.updates
    assert len(generators) == SHORT.updates


def test_with_and_without_crops_the_mini_batches_are_the_same() -> None:
    def middle(image: Any, size: Any, _rng: Any) -> Any:
        return image[BORDER : BORDER + size[0], BORDER : BORDER + size[1]]

    uncropped = LAB.run({}, digits(), 0, SHORT).training.history["loss"]
    losses = LAB.run({"random_crop": middle}, digits(), 0, SHORT).training.history["loss"]
    np.testing.assert_array_equal(losses, uncropped)


def test_the_scale_says_how_many_images_are_learned() -> None:
    some = Scale(MEASURED_EVERY, images=100)
    arrays = {name: array.copy() for name, array in digits().arrays.items()}
    arrays["train_images"][100:] = 255
    spoiled = digits()._replace(arrays=arrays)
    assert LAB.run({}, spoiled, 0, some).metrics == LAB.run({}, digits(), 0, some).metrics
    assert LAB.run({}, digits(), 0, SHORT).metrics != LAB.run({}, digits(), 0, some).metrics


@pytest.fixture(scope="module")
def runs() -> dict[str | None, Run]:
    scale = Scale(4 * MEASURED_EVERY)
    return {
        slot: LAB.run(LAB.reference_functions(slot), digits(), 0, scale)
        for slot in (None, "random_crop")
    }


def test_it_learns_to_read(runs: dict[str | None, Run]) -> None:
    for run in runs.values():
        assert 2 < run.training.history["loss"][0] < 3
        assert run.metrics["test_accuracy"] > 0.75
        assert run.training.history["test_accuracy"].shape == (4,)
        assert run.metrics["test_accuracy"] == run.training.history["test_accuracy"][-1]


def test_crops_keep_the_loss_on_training_images_higher(runs: dict[str | None, Run]) -> None:
    assert runs["random_crop"].metrics["last_loss"] > 2 * runs[None].metrics["last_loss"]
