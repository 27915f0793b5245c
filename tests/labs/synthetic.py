"""Digits that need no file: seven segments, badly drawn, learned much like handwritten ones."""

from __future__ import annotations

import functools

import numpy as np

from grader.data.dataset import Dataset, digest_of
from grader.data.mnist import load_mnist
from grader.labs.lab import Lab

SIDE = 28
TRAIN, TEST = 480, 120
# Which segments each digit lights, and the rows and columns that they cover.
LIT = ("abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg")
SEGMENTS = {
    "a": (slice(5, 8), slice(9, 19)),
    "b": (slice(5, 14), slice(16, 19)),
    "c": (slice(14, 23), slice(16, 19)),
    "d": (slice(20, 23), slice(9, 19)),
    "e": (slice(14, 23), slice(9, 12)),
    "f": (slice(5, 14), slice(9, 12)),
    "g": (slice(12, 15), slice(9, 19)),
}


@functools.cache
def digits() -> Dataset:
    """The same 600 images each time, in the arrays of MNIST."""
    rng = np.random.default_rng(2024)
    labels = rng.permutation(np.arange(TRAIN + TEST) % 10).astype(np.uint8)
    images = np.stack([_drawn(int(label), rng) for label in labels])
    arrays = {
        "train_images": images[:TRAIN],
        "train_labels": labels[:TRAIN],
        "test_images": images[TRAIN:],
        "test_labels": labels[TRAIN:],
    }
    return Dataset(arrays, digest_of(arrays), {"mnist": "synthetic"})


def data_for(lab: Lab) -> Dataset:
    """What to train a lab on without MNIST."""
    return digits() if lab.load_data is load_mnist else lab.load_data()


def _drawn(digit: int, rng: np.random.Generator) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    image = np.zeros((SIDE, SIDE))
    for segment in LIT[digit]:
        image[SEGMENTS[segment]] = rng.uniform(80, 255)
    image = np.roll(image, rng.integers(-1, 2, size=2), axis=(0, 1))
    # A scratch hides a part, and most of the paper stays black, as in MNIST.
    row, column = rng.integers(4, 20, size=2)
    image[row : row + 5, column : column + 5] = 0
    specks = (rng.random(image.shape) < 0.03) * rng.uniform(0, 255, image.shape)
    return np.maximum(image, specks).astype(np.uint8)
