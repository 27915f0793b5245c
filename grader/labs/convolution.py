"""What a convolutional layer is made of: windows, im2col, max pooling and its way back."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.labs.slots import Array


def windows(maps: Array, size: int, stride: int, places: int) -> Iterator[Array]:
    """For each pixel of a window, give what all windows have there.

    Args:
        maps: (..., height, width)
        size: height and width of a window.
        stride: from one window to the next.
        places: how many windows there are along either axis.

    Yields:
        (..., places, places), views of `maps`; size² of them.
    """
    reach = stride * (places - 1) + 1
    for top in range(size):
        for left in range(size):
            yield maps[..., top : top + reach : stride, left : left + reach : stride]


def im2col(images: Array, size: int, places: int) -> Array:
    """Lay out what the filter sees at each of its places, so that a matrix product convolves.

    (K. Chellapilla, S. Puri, P. Simard, "High performance convolutional neural networks for
    document processing", 2006)

    Args:
        images: (batch, height, width)
        size: height and width of the filter.
        places: how many it has along either axis.

    Returns:
        (size², batch · places²)
    """
    columns = np.empty((size**2, len(images), places, places))
    for pixel, seen in enumerate(windows(images, size, 1, places)):
        columns[pixel] = seen
    return columns.reshape(len(columns), -1)


def max_pool(maps: Array, size: int, places: int) -> Array:
    """Keep the largest number of every window.

    Args:
        maps: (..., height, width)
        size: height and width of a window, and the stride from one to the next.
        places: how many windows there are along either axis.

    Returns:
        (..., places, places)
    """
    pooled = np.full((*maps.shape[:-2], places, places), -np.inf)
    for seen in windows(maps, size, size, places):
        np.maximum(pooled, seen, out=pooled)
    return pooled


def max_pool_backward(delta: Array, maps: Array, pooled: Array, size: int) -> Array:
    """Hand the error on to the number that was the largest of its window, the first of equals.

    Args:
        delta: (..., places, places), the error of `pooled`.
        maps: what was pooled.
        pooled: what `max_pool` gave.
        size: as it was given to `max_pool`.

    Returns:
        The error of `maps`, in their shape.
    """
    grad = np.zeros_like(maps)
    pending = np.ones(pooled.shape, dtype=bool)
    places = pooled.shape[-1]
    seen_and_grad = zip(
        windows(maps, size, size, places),
        windows(grad, size, size, places),
        strict=True,
    )
    for seen, part in seen_and_grad:
        largest = pending & (seen == pooled)
        part[...] = delta * largest
        pending &= ~largest
    return grad
