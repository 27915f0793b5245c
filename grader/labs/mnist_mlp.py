"""A network with one hidden layer learns to read handwritten digits.

784 pixels, 50 hidden units with ReLU, 10 classes; plain gradient descent on mini-batches. Softmax
turns scores into probabilities, and the cross entropy is the loss that is reported.
"""

from __future__ import annotations

import numpy as np

from grader.data.mnist import load_mnist
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
from grader.labs.pixels import as_rows
from grader.labs.slots import Slot, arrays
from grader.words import Text

HIDDEN_SIZE = 50
CLASSES = 10
BATCH_SIZE = 100
LEARNING_RATE = 0.2


def train(slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress) -> Training:
    """Learn from mini-batches; softmax and the loss are called once for each."""
    rng = np.random.default_rng(seed)
    images, labels = data["train_images"], data["train_labels"]
    parameters = affine_parameters(rng, [as_rows(images[:1]).shape[1], HIDDEN_SIZE, CLASSES])
    losses = np.zeros(scale.updates)
    for update in range(scale.updates):
        batch = rng.integers(len(images), size=BATCH_SIZE)
        d = labels[batch]
        activations = forward(parameters, as_rows(images[batch]))
        y = slots["softmax"](activations[-1])
        losses[update] = slots["cross_entropy_error"](d, y)
        grads, _ = backward(parameters, activations, softmax_cross_entropy_gradient(d, y))
        for name, param in parameters.items():
            param -= LEARNING_RATE * grads[name]
        progress(update + 1, scale.updates)
    return Training(history={"loss": losses}, parameters=parameters)


def evaluate(training: Training, data: Arrays) -> dict[str, float]:
    """Read the digits that were kept apart; the largest score is the class, softmax or not."""
    scores = forward(training.parameters, as_rows(data["test_images"]))[-1]
    return {"test_accuracy": accuracy(scores, data["test_labels"])}


LAB = Lab(
    name="mnist_mlp",
    title=Text(
        en="A network with one hidden layer learns handwritten digits",
        ja="中間層が1つのネットワークで手書き数字を学習する",
    ),
    slots={
        "softmax": Slot(
            default=softmax,
            accept=arrays(lambda x: x.shape),
            role=Text(en="softmax", ja="ソフトマックス関数"),
        ),
        "cross_entropy_error": Slot(
            default=cross_entropy_error,
            accept=arrays(lambda d, y: ()),  # noqa: ARG005 - the arguments of the slot
            role=Text(en="the loss", ja="損失関数"),
            steers=False,
        ),
    },
    curves={"loss": Text(en="loss of the mini-batch", ja="ミニバッチの損失")},
    metrics={
        "test_accuracy": Metric(Text(en="accuracy on test images", ja="テスト画像の正解率"), ".3f")
    },
    load_data=load_mnist,
    train=train,
    evaluate=evaluate,
    scale=Scale(updates=500),
    full_scale=Scale(updates=3_000),
)
