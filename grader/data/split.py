"""A fixed division of labelled data into what is trained on and what is tested with."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 5_000
# One in five is for testing.
SHARE = 5


def split_indices(labels: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Divide 80 to 20, the same way every time, in a shuffled order.

    Every class keeps its share to within one item, in either part.

    Args:
        labels: (n,), integers from 0 on: the class of each item.

    Returns:
        Where the items for training are, and where those for testing.
    """
    order = np.random.default_rng(SEED).permutation(len(labels))
    shuffled = labels[order]
    is_test = np.zeros(len(labels), dtype=bool)
    for label, count in enumerate(_test_counts(labels)):
        is_test[np.flatnonzero(shuffled == label)[:count]] = True
    return order[~is_test], order[is_test]


def _test_counts(labels: NDArray[Any]) -> NDArray[np.intp]:
    """How many of each class are for testing: rounded so that the whole is right as well."""
    counts, remainders = np.divmod(np.bincount(labels), SHARE)
    missing = len(labels) // SHARE - counts.sum()
    nearest_above = np.argsort(-remainders, kind="stable")[:missing]
    counts[nearest_above] += 1
    return counts
