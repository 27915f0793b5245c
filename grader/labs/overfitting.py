"""A network learns 300 digits by heart, without and with a penalty on its weights.

784 pixels, two hidden layers of 50 units with ReLU, 10 classes, on so few images that it gets all
of them right. Each penalty takes part in a run of its own; biases are not penalised.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from grader.labs.slots import Array, Slot, arrays
from grader.words import Text

IMAGES = 300
HIDDEN_SIZES = (50, 50)
CLASSES = 10
BATCH_SIZE = 100
LEARNING_RATE = 0.1
RATES = {"l1_gradient": 0.001, "l2_gradient": 0.01}
NEAR_ZERO = 0.01
MEASURED_EVERY = 10


def l1_gradient(grad: Array, param: Array, rate: float) -> Array:
    """Add the gradient of the penalty rate · Σ |param|, which is 0 where param is 0."""
    return grad + rate * np.sign(param)


def l2_gradient(grad: Array, param: Array, rate: float) -> Array:
    """Add the gradient of the penalty ½ · rate · Σ param²."""
    return grad + rate * param


def in_one_vector(matrices: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
    """Lay arrays into one vector, so that one call treats them all.

    Returns:
        The vector, and by name the parts of it in the shapes of before; they share its memory.
    """
    vector = np.concatenate([matrix.ravel() for matrix in matrices.values()])
    ends = np.cumsum([matrix.size for matrix in matrices.values()])
    parts = np.split(vector, ends[:-1])
    shaped = {
        name: part.reshape(matrix.shape)
        for part, (name, matrix) in zip(parts, matrices.items(), strict=True)
    }
    return vector, shaped


def train(slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress) -> Training:
    """Learn a few images; a penalty is called once an update, with all weights in one vector."""
    rng = np.random.default_rng(seed)
    x, labels = as_rows(data["train_images"][:IMAGES]), data["train_labels"][:IMAGES]
    drawn = affine_parameters(rng, [x.shape[1], *HIDDEN_SIZES, CLASSES])
    names = [name for name in drawn if name.startswith("W")]
    weights, matrices = in_one_vector({name: drawn[name] for name in names})
    parameters = drawn | matrices
    losses = np.zeros(scale.updates)
    measured = []
    for update in range(scale.updates):
        batch = rng.integers(len(x), size=BATCH_SIZE)
        losses[update], grads = gradients(parameters, x[batch], labels[batch])
        weight_grad, _ = in_one_vector({name: grads.pop(name) for name in names})
        for name, rate in RATES.items():
            if name in slots:
                weight_grad = slots[name](weight_grad, weights, rate)
        weights -= LEARNING_RATE * weight_grad
        for name, grad in grads.items():
            parameters[name] -= LEARNING_RATE * grad
        if (scale.updates - update - 1) % MEASURED_EVERY == 0:
            measured.append((norm(weights), near_zero_share(weights)))
        progress(update + 1, scale.updates)
    norms, shares = np.array(measured).T
    history = {"loss": losses, "weight_norm": norms, "near_zero_share": shares}
    return Training(history, parameters)


def gradients(
    parameters: Mapping[str, Array], x: Array, d: Array
) -> tuple[float, dict[str, Array]]:
    """Compute the loss of a mini-batch, without any penalty, and its gradient."""
    activations = forward(parameters, x)
    y = softmax(activations[-1])
    grads, _ = backward(parameters, activations, softmax_cross_entropy_gradient(d, y))
    return cross_entropy_error(d, y), grads


def norm(weights: Array) -> float:
    """√(Σ w²)"""
    return float(np.sqrt(np.sum(weights**2)))


def near_zero_share(weights: Array) -> float:
    """The share of weights that hardly count any more."""
    return float(np.mean(np.abs(weights) < NEAR_ZERO))


def evaluate(training: Training, data: Arrays) -> dict[str, float]:
    """Read the digits that were learned and those that were kept apart."""
    seen = forward(training.parameters, as_rows(data["train_images"][:IMAGES]))[-1]
    unseen = forward(training.parameters, as_rows(data["test_images"]))[-1]
    return {
        "weight_norm": float(training.history["weight_norm"][-1]),
        "near_zero_share": float(training.history["near_zero_share"][-1]),
        "train_accuracy": accuracy(seen, data["train_labels"][:IMAGES]),
        "test_accuracy": accuracy(unseen, data["test_labels"]),
    }


GRADIENT = Text(en="the gradient", ja="勾配")

LAB = Lab(
    name="overfitting",
    title=Text(
        en="A network over-fits 300 digits, without and with a penalty on its weights",
        ja="300枚の手書き数字での過学習と、重みのペナルティ（正則化）の効果",
    ),
    slots={
        "l1_gradient": Slot(
            default=l1_gradient,
            accept=arrays(lambda grad, param, rate: grad.shape),  # noqa: ARG005
            role=GRADIENT,
            optional=True,
            curve="near_zero_share",
            finding=Text(
                en="L1 pushes most weights next to zero. The network still gets all its training "
                "images right, and is not clearly better at reading test images.",
                ja="L1 正則化によって、重みの大部分がほぼ 0 になります。それでも学習画像には"
                "すべて正解します。テスト画像の正解率がはっきり上がることはありません。",
            ),
        ),
        "l2_gradient": Slot(
            default=l2_gradient,
            accept=arrays(lambda grad, param, rate: grad.shape),  # noqa: ARG005
            role=GRADIENT,
            optional=True,
            curve="weight_norm",
            finding=Text(
                en="L2 makes the weights smaller on the whole. The network still gets all its "
                "training images right, and is not clearly better at reading test images.",
                ja="L2 正則化によって、重みが全体に小さくなります。それでも学習画像には"
                "すべて正解します。テスト画像の正解率がはっきり上がることはありません。",
            ),
        ),
    },
    curves={
        "loss": Text(en="loss of the mini-batch", ja="ミニバッチの損失"),
        "weight_norm": Text(en="norm of all weights", ja="重み全体のノルム"),
        "near_zero_share": Text(
            en="share of weights below 0.01", ja="絶対値が 0.01 未満の重みの割合"
        ),
    },
    metrics={
        "weight_norm": Metric(Text(en="norm of all weights", ja="重み全体のノルム"), ".2f"),
        "near_zero_share": Metric(
            Text(en="share of weights below 0.01", ja="絶対値が 0.01 未満の重みの割合")
        ),
        "train_accuracy": Metric(Text(en="accuracy on training images", ja="学習画像の正解率")),
        "test_accuracy": Metric(Text(en="accuracy on test images", ja="テスト画像の正解率")),
    },
    load_data=load_mnist,
    train=train,
    evaluate=evaluate,
    scale=Scale(updates=500),
    full_scale=Scale(updates=5_000),
)
