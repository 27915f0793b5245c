"""MNIST's bytes as the numbers that networks learn from."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.labs.slots import Array

WHITE = 255


def as_rows(images: NDArray[np.uint8]) -> Array:
    """Lay each image into one row, from 0 (black) to 1 (white).

    Args:
        images: (n, height, width)

    Returns:
        (n, height · width), float64
    """
    return scaled(images).reshape(len(images), -1)


def scaled(images: NDArray[Any]) -> Array:
    """Write pixels as float64 from 0 (black) to 1 (white)."""
    return images / np.float64(WHITE)
