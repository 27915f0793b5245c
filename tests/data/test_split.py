from __future__ import annotations

import hashlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.data.split import split_indices


@given(labels=st.lists(st.integers(0, 9), min_size=5, max_size=300).map(np.array))
def test_every_item_is_in_one_part_and_every_class_keeps_its_share(labels: np.ndarray) -> None:
    train, test = split_indices(labels)
    assert sorted([*train, *test]) == list(range(len(labels)))
    assert len(test) == len(labels) // 5
    for label in range(10):
        share = np.count_nonzero(labels == label) / 5
        assert abs(np.count_nonzero(labels[test] == label) - share) < 1


def test_both_parts_are_shuffled_throughout() -> None:
    labels = np.repeat(np.arange(10), 100)
    for part in split_indices(labels):
        first, second = np.split(labels[part], 2)
        assert set(first) == set(second) == set(range(10))
        places = part[labels[part] == 3]
        assert sorted(places) != list(places)


def test_it_is_the_same_everywhere() -> None:
    train, test = split_indices(np.arange(100) % 10)
    told = ",".join(map(str, [*train, *test]))
    digest = hashlib.sha256(told.encode()).hexdigest()
    assert digest.startswith("66ae13dda8232d0b")
