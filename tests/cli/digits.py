"""A folder of files like MNIST's that a small network can learn from."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.data.mnist_files import write_idx

COUNT = 400


def write_digits(folder: Path) -> Path:
    """Write images with a bright square whose place tells the class, and give the folder."""
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 10, COUNT).astype(np.uint8)
    images = rng.integers(0, 60, (COUNT, 28, 28), dtype=np.uint8)
    for image, label in zip(images, labels.tolist(), strict=True):
        row, column = divmod(label, 5)
        image[4 + 12 * row : 12 + 12 * row, 5 * column + 1 : 5 * column + 6] = 230
    write_idx(folder / "train-images-idx3-ubyte", images)
    write_idx(folder / "train-labels-idx1-ubyte", labels)
    return folder
