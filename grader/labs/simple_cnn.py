"""A small convolutional network learns to read digits, without and with random crops of them.

Convolution with 8 filters of 5 x 5, max pooling over 2 x 2, ReLU, 50 hidden units, 10 classes;
Adam on mini-batches of 50. For random crops the images get a black border first, from which
windows of the old size are cut.

Feature maps have the filters as their first axis, then the images of the mini-batch, then height
and width.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.calls.values import RandomGenerator
from grader.data.mnist import load_mnist
from grader.labs.adam import Adam
from grader.labs.convolution import im2col, max_pool, max_pool_backward
from grader.labs.lab import Arrays, Lab, Metric, Progress, Scale, Slots, Training
from grader.labs.network import (
    accuracy,
    affine_parameters,
    backward,
    cross_entropy_error,
    forward,
    softmax,
    softmax_cross_entropy_gradient,
)
from grader.labs.pixels import scaled
from grader.labs.slots import Array, Slot, SlotError, arrays, whole_number
from grader.words import Text, sentence

FILTERS, FILTER_SIZE = 8, 5
POOL_SIZE = 2
HIDDEN_SIZE, CLASSES = 50, 10
BATCH_SIZE = 50
LEARNING_RATE = 0.003
BORDER = 2
MEASURED_EVERY, TEST_IMAGES = 50, 1_000
LAST_UPDATES = 30


def conv_output_size(input_size: int, filter_size: int, stride: int, padding: int) -> int:
    """Count the places of a filter along one axis: ⌊(n + 2p - f) / s⌋ + 1."""
    return (input_size + 2 * padding - filter_size) // stride + 1


def random_crop(
    image: NDArray[np.uint8], crop_size: tuple[int, int], rng: np.random.Generator
) -> NDArray[np.uint8]:
    """Cut a window out of an image at a random place; the row is drawn before the column.

    Args:
        image: (height, width, channels)
        crop_size: height and width of the window.
        rng: what the place is drawn from.
    """
    height, width = crop_size
    top = rng.integers(0, image.shape[0] - height + 1)
    left = rng.integers(0, image.shape[1] - width + 1)
    return image[top : top + height, left : left + width]


def cropped(slots: Slots, images: NDArray[np.uint8], seed: int) -> Array:
    """Cut one random window out of all images of a mini-batch.

    They lie behind each other like the channels of one image, so one call moves them all.

    Args:
        slots: `random_crop` is called once.
        images: (batch, height, width)
        seed: of the generator that the place is drawn from.

    Returns:
        (batch, height, width)
    """
    size = images.shape[1:]
    bordered = np.pad(images, ((0, 0), (BORDER, BORDER), (BORDER, BORDER)))
    channels_last = np.ascontiguousarray(bordered.transpose(1, 2, 0))
    window: Array = slots["random_crop"](channels_last, size, RandomGenerator(seed))
    return window.transpose(2, 0, 1)


def places_that_fit(
    value: Any, input_size: int, filter_size: int, stride: int, padding: int
) -> int:
    """Accept a number of places only if the filter stays on its input at all of them."""
    places = whole_number(value)
    if (places - 1) * stride + filter_size > input_size + 2 * padding:
        raise SlotError(
            sentence("labs.too_many_places", got=places, input=input_size, filter=filter_size)
        )
    return places


class Network:
    """The layers and their sizes; the parameters are given to it.

    The sizes come from the slot `conv_output_size`, called once for the convolution and once for
    the pooling.
    """

    def __init__(self, slots: Slots, image_size: int) -> None:
        self.conv_size = slots["conv_output_size"](image_size, FILTER_SIZE, 1, 0)
        self.pool_size = slots["conv_output_size"](self.conv_size, POOL_SIZE, POOL_SIZE, 0)

    def initial_parameters(self, rng: np.random.Generator) -> dict[str, Array]:
        """Draw the filters and the weights behind them."""
        filters = rng.standard_normal((FILTERS, FILTER_SIZE**2)) * np.sqrt(2 / FILTER_SIZE**2)
        sizes = [FILTERS * self.pool_size**2, HIDDEN_SIZE, CLASSES]
        bias = np.zeros((FILTERS, 1))
        return {"filters": filters, "filter_bias": bias, **affine_parameters(rng, sizes)}

    def maps(self, parameters: Mapping[str, Array], columns: Array) -> Array:
        """Convolve: each filter with what it sees, as one matrix product."""
        maps = parameters["filters"] @ columns + parameters["filter_bias"]
        return maps.reshape(FILTERS, -1, self.conv_size, self.conv_size)

    def scores(self, parameters: Mapping[str, Array], x: Array) -> Array:
        """Compute the scores of images, (batch, height, width)."""
        maps = self.maps(parameters, im2col(x, FILTER_SIZE, self.conv_size))
        pooled = max_pool(maps, POOL_SIZE, self.pool_size)
        return forward(parameters, features(pooled))[-1]

    def gradients(
        self, parameters: Mapping[str, Array], x: Array, d: Array
    ) -> tuple[float, dict[str, Array]]:
        """Compute the loss of a mini-batch and its gradient.

        Args:
            parameters: of `initial_parameters`.
            x: (batch, height, width)
            d: (batch,), the right classes.
        """
        columns = im2col(x, FILTER_SIZE, self.conv_size)
        maps = self.maps(parameters, columns)
        pooled = max_pool(maps, POOL_SIZE, self.pool_size)
        activations = forward(parameters, features(pooled))
        y = softmax(activations[-1])
        grads, delta = backward(parameters, activations, softmax_cross_entropy_gradient(d, y))
        delta_features = (delta @ parameters["W1"].T).reshape(len(x), *pooled[:, 0].shape)
        delta_pooled = delta_features.swapaxes(0, 1) * (pooled > 0)
        delta_maps = max_pool_backward(delta_pooled, maps, pooled, POOL_SIZE)
        delta_maps = delta_maps.reshape(FILTERS, -1)
        grads["filters"] = delta_maps @ columns.T
        grads["filter_bias"] = delta_maps.sum(axis=1, keepdims=True)
        return cross_entropy_error(d, y), grads


def features(pooled: Array) -> Array:
    """ReLU, and all feature maps of an image in one row: (batch, filters · height · width)."""
    return np.maximum(pooled, 0).swapaxes(0, 1).reshape(pooled.shape[1], -1)


def train(slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress) -> Training:
    """Learn from mini-batches; with random crops, a new window is cut for each of them."""
    rng = np.random.default_rng(seed)
    images, labels = data["train_images"][: scale.images], data["train_labels"][: scale.images]
    network = Network(slots, images.shape[-1])
    parameters = network.initial_parameters(rng)
    optimizer = Adam(parameters, LEARNING_RATE)
    losses = np.zeros(scale.updates)
    accuracies = []
    for update in range(scale.updates):
        batch = rng.integers(len(images), size=BATCH_SIZE)
        # Drawn in any case, so that runs with and without crops see the same mini-batches.
        crop_seed = int(rng.integers(2**31))
        x: Array = images[batch]
        if "random_crop" in slots:
            x = cropped(slots, images[batch], crop_seed)
        losses[update], grads = network.gradients(parameters, scaled(x), labels[batch])
        optimizer.update(grads)
        if (scale.updates - update - 1) % MEASURED_EVERY == 0:
            accuracies.append(test_accuracy(network, parameters, data))
        progress(update + 1, scale.updates)
    history = {"loss": losses, "test_accuracy": np.array(accuracies)}
    return Training(history, parameters)


def test_accuracy(network: Network, parameters: Mapping[str, Array], data: Arrays) -> float:
    """Read the first of the digits that were kept apart, as they are."""
    images, labels = data["test_images"][:TEST_IMAGES], data["test_labels"][:TEST_IMAGES]
    scores = [
        network.scores(parameters, scaled(images[start : start + BATCH_SIZE]))
        for start in range(0, len(images), BATCH_SIZE)
    ]
    return accuracy(np.concatenate(scores), labels)


def evaluate(training: Training, _data: Arrays) -> dict[str, float]:
    """Give what was measured last."""
    losses = training.history["loss"]
    return {
        "last_loss": float(np.mean(losses[-LAST_UPDATES:])),
        "test_accuracy": float(training.history["test_accuracy"][-1]),
    }


LAB = Lab(
    name="simple_cnn",
    title=Text(
        en="A small convolutional network learns handwritten digits",
        ja="小さな畳み込みネットワークで手書き数字を学習する",
    ),
    slots={
        "conv_output_size": Slot(
            default=conv_output_size,
            accept=places_that_fit,
            role=Text(en="the output size", ja="出力サイズ"),
        ),
        "random_crop": Slot(
            default=random_crop,
            accept=arrays(lambda image, size, rng: (*size, image.shape[2])),  # noqa: ARG005
            role=Text(en="the window", ja="切り出す窓"),
            optional=True,
            curve="test_accuracy",
            finding=Text(
                en="With random crops every image can come in 25 different places, so it is harder "
                "to learn by heart, and the loss on training images does not fall as low as "
                "without. Unseen digits are mostly read a little better.",
                ja="ランダムクロップを使うと、同じ画像でも切り出す位置が 25 通りあるため丸暗記"
                "しにくくなり、学習画像の損失は、使わないときほど下がりません。その一方で、"
                "見たことのない数字は、多くの場合少しよく読めるようになります。",
            ),
        ),
    },
    curves={
        "loss": Text(en="loss of the mini-batch", ja="ミニバッチの損失"),
        "test_accuracy": Text(en="accuracy on test images", ja="テスト画像の正解率"),
    },
    metrics={
        "last_loss": Metric(Text(en="loss at the end", ja="学習の終わりの損失")),
        "test_accuracy": Metric(Text(en="accuracy on test images", ja="テスト画像の正解率")),
    },
    load_data=load_mnist,
    train=train,
    evaluate=evaluate,
    scale=Scale(updates=300, images=1_000),
    full_scale=Scale(updates=3_000),
)
