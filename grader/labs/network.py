"""Layers that several labs share: a stack of affine layers with ReLU between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from grader.labs.slots import Array


def softmax(x: Array) -> Array:
    """softmax(x)_k = exp(x_k) / Σ_j exp(x_j), row by row.

    (I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, equation 6.29)

    Args:
        x: (batch, classes)
    """
    exp_x = np.exp(x - np.max(x, axis=-1, keepdims=True))
    probabilities: Array = exp_x / exp_x.sum(axis=-1, keepdims=True)
    return probabilities


def cross_entropy_error(d: Array, y: Array) -> float:
    """-Σ_n log(y[n, d_n] + 1e-7) / N

    Args:
        d: (batch,), the right class of each row.
        y: (batch, classes), probabilities.
    """
    picked = y[np.arange(len(y)), d]
    return float(-np.sum(np.log(picked + 1e-7)) / len(y))


def softmax_cross_entropy_gradient(d: Array, y: Array) -> Array:
    """Give the gradient of the mean cross entropy for the scores before softmax: (y - d) / N.

    Args:
        d: (batch,), the right class of each row.
        y: (batch, classes), probabilities.
    """
    delta = y.copy()
    delta[np.arange(len(y)), d] -= 1
    return delta / len(y)


def affine_parameters(rng: np.random.Generator, sizes: Sequence[int]) -> dict[str, Array]:
    """Draw weights `W1`, `W2`, … with variance 2 / inputs; the biases `b1`, `b2`, … are zero.

    (K. He et al., "Delving deep into rectifiers", ICCV 2015)

    Args:
        rng: what they are drawn from.
        sizes: the number of inputs, and then of the units of each layer.
    """
    parameters = {}
    for layer, (inputs, units) in enumerate(pairwise(sizes), start=1):
        parameters[f"W{layer}"] = rng.standard_normal((inputs, units)) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros(units)
    return parameters


def forward(parameters: Mapping[str, Array], x: Array) -> list[Array]:
    """Give what goes into each layer, and at last the scores: no ReLU after the last layer.

    Args:
        parameters: of `affine_parameters`.
        x: (batch, inputs)
    """
    depth = _depth(parameters)
    activations = [x]
    for layer in range(1, depth + 1):
        u = activations[-1] @ parameters[f"W{layer}"] + parameters[f"b{layer}"]
        activations.append(np.maximum(u, 0) if layer < depth else u)
    return activations


def backward(
    parameters: Mapping[str, Array], activations: Sequence[Array], delta: Array
) -> tuple[dict[str, Array], Array]:
    """Carry the error back through all layers.

    ∂L/∂W = aᵀ δ,  ∂L/∂b = Σ δ,  δ of the layer before = δ Wᵀ where its ReLU let through
    (D. Rumelhart, G. Hinton, R. Williams, "Learning representations by back-propagating errors",
    Nature 323, 1986)

    Args:
        parameters: of `affine_parameters`.
        activations: what `forward` gave.
        delta: (batch, classes), the error of the scores.

    Returns:
        A gradient of the shape of each parameter, and the error of the first layer.
    """
    grads = {}
    for layer in reversed(range(1, _depth(parameters) + 1)):
        a = activations[layer - 1]
        grads[f"W{layer}"] = a.T @ delta
        grads[f"b{layer}"] = delta.sum(axis=0)
        if layer > 1:
            delta = (delta @ parameters[f"W{layer}"].T) * (a > 0)
    return grads, delta


def accuracy(scores: Array, labels: Array) -> float:
    """The share of rows whose largest score is that of the right class."""
    # Where training has diverged there is no largest score, and argmax would name the first.
    right = (scores.argmax(axis=1) == labels) & np.isfinite(scores).all(axis=1)
    return float(np.mean(right))


def _depth(parameters: Mapping[str, Array]) -> int:
    return sum(name.startswith("W") for name in parameters)
