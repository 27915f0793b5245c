"""Numbers and code in the quiz on word2vec, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section6_word2vec")

WORDS = 8


def neighbours(window: int) -> list[list[int]]:
    """For each word the positions around it, as far as they exist."""
    return [
        [other for other in range(WORDS) if other != word and abs(other - word) <= window]
        for word in range(WORDS)
    ]


def test_pairs_for_skip_gram() -> None:
    near = neighbours(1)
    assert KEYS.accepts("skipgram-pairs", sum(map(len, near)))
    assert KEYS.explains("skipgram-pairs", 2 * WORDS)
    assert KEYS.explains("skipgram-pairs", sum(len(found) for found in near if len(found) == 2))


def test_pairs_of_a_wider_window() -> None:
    near = neighbours(2)
    assert KEYS.accepts("skipgram-wide", sum(map(len, near)))
    assert KEYS.explains("skipgram-wide", 4 * WORDS)
    assert KEYS.explains("skipgram-wide", sum(len(found) for found in near if len(found) == 4))


def test_samples_for_cbow() -> None:
    near = neighbours(1)
    assert KEYS.accepts("cbow-samples", sum(len(found) == 2 for found in near))
    assert KEYS.explains("cbow-samples", len(near))
    assert KEYS.explains("cbow-samples", sum(map(len, near)))


E, INDEX = np.arange(1.0, 13.0).reshape(4, 3), 2


def names() -> dict[str, object]:
    return {"E": E, "i": INDEX}


def is_row(found: Mapping[str, object]) -> bool:
    one_hot = np.eye(len(E))[[INDEX]]
    return np.array_equal(np.asarray(found["vector"]), (one_hot @ E)[0])


def test_picking_a_row() -> None:
    assert KEYS.code_is_sound("row-pick", names, is_row)
