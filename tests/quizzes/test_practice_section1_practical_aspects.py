"""Numbers and code in the quiz on practical aspects, computed anew."""

from __future__ import annotations

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section1_practical_aspects")

EXAMPLES = 1_000_000
FEATURE, NEW = np.array([1.0, 2.0, 3.0, 4.0]), 5.0


def test_the_size_of_the_dev_set() -> None:
    assert KEYS.accepts("split", EXAMPLES * 1 // 100)
    assert KEYS.explains("split", EXAMPLES * 20 // 100)
    assert KEYS.explains("split", EXAMPLES * 98 // 100)


def test_a_new_example_is_scaled_like_the_training_data() -> None:
    centred = NEW - FEATURE.mean()
    assert KEYS.accepts("normalise-test", float(centred / FEATURE.std()))
    assert KEYS.explains("normalise-test", float(centred / FEATURE.var()))
    assert KEYS.explains("normalise-test", float(centred / FEATURE.std(ddof=1)))
    assert KEYS.explains("normalise-test", float(centred))
    together = np.append(FEATURE, NEW)
    assert KEYS.explains("normalise-test", float((NEW - together.mean()) / together.std()))


def test_dividing_by_which_makes_the_variance_one() -> None:
    centred = FEATURE - FEATURE.mean()
    divisors = {"A": FEATURE.var(), "B": FEATURE.std(), "C": FEATURE.max(), "D": FEATURE.size}
    for letter, divisor in divisors.items():
        becomes_one = bool(np.isclose((centred / divisor).var(), 1))
        assert KEYS.accepts("sigma", letter) == becomes_one
