"""Numbers and code in the quiz on bidirectional networks, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section4_bidirectional_rnn")

FORWARD, BACKWARD = np.arange(15.0).reshape(5, 3), np.arange(100.0, 115.0).reshape(5, 3)


def names() -> dict[str, object]:
    return {"h_f": FORWARD, "h_b": BACKWARD}


def joins_words(found: Mapping[str, object]) -> bool:
    words = [np.hstack([FORWARD[word], BACKWARD[4 - word]]) for word in range(5)]
    return np.array_equal(np.asarray(found["h"]), np.array(words))


def test_the_joined_states() -> None:
    assert KEYS.code_is_sound("reverse-code", names, joins_words)


def shape(rows: int, columns: int) -> str:
    return f"{rows}x{columns}"


def test_the_shape_of_the_joined_states() -> None:
    beside, below = np.hstack([FORWARD, BACKWARD]), np.vstack([FORWARD, BACKWARD])
    assert KEYS.accepts("concat-shape", shape(*beside.shape))
    assert KEYS.explains("concat-shape", shape(*below.shape))
    assert KEYS.explains("concat-shape", shape(*(FORWARD + BACKWARD).shape))


def test_words_read_backwards() -> None:
    words = list(range(1, 9))
    assert KEYS.accepts("words-read", words[::-1].index(3) + 1)
    assert KEYS.explains("words-read", words.index(3) + 1)


def test_parameters_of_two_directions() -> None:
    one = np.zeros((4, 3)).size + np.zeros((3, 3)).size + np.zeros(3).size
    assert KEYS.accepts("bi-parameters", 2 * one)
    assert KEYS.explains("bi-parameters", one)
