"""Numbers and code in the quiz on error analysis, computed anew."""

from __future__ import annotations

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section5_error_analysis")

TROUBLES = ["Avoidable bias", "Variance", "Data mismatch"]


def percent(share: float) -> str:
    return f"{100 * share:.6g}%"


def test_the_ceiling() -> None:
    error, hits = 0.10, 80 / 100
    assert KEYS.accepts("ceiling", percent(error * (1 - hits)))
    assert KEYS.explains("ceiling", percent(error * hits))
    assert KEYS.explains("ceiling", percent(error * (1 - error * hits)))


def test_the_largest_step_is_the_trouble() -> None:
    cases = np.array([[0, 1, 9, 10], [0, 1, 1.5, 10], [0, 10, 11, 12]])
    largest = np.diff(cases, axis=1).argmax(axis=1)
    letters = [KEYS.letter("read-errors", TROUBLES[step]) for step in largest]
    assert KEYS.accepts("read-errors", {str(row): at for row, at in enumerate(letters, 1)})


def test_bias_and_mismatch_together() -> None:
    large = np.diff([0, 10, 11, 20]) >= 5
    assert large.tolist() == [True, False, True]
    right, old = "High bias and data mismatch.", "High bias and high variance."
    assert KEYS.accepts("mismatch", KEYS.letter("mismatch", right))
    assert KEYS.explains("mismatch", KEYS.letter("mismatch", old))


def test_unknown_labels_are_left_out() -> None:
    p, labels = np.array([0.8, 0.4, 0.5, 0.9]), np.array([1, 0, np.nan, np.nan])
    as_zero = np.nan_to_num(labels)
    costs = -(as_zero * np.log(p) + (1 - as_zero) * np.log(1 - p))
    known = ~np.isnan(labels)
    assert KEYS.accepts("masked-loss", float(costs[known].sum()))
    assert KEYS.explains("masked-loss", float(costs.sum()))
    assert KEYS.explains("masked-loss", float(costs[0]))
    assert KEYS.explains("masked-loss", float(-np.log(p[known]).sum()))


def test_the_share_of_wrong_labels() -> None:
    wrong, first, second = 0.6, 2.1, 1.9
    assert round(wrong / 2, 1) == 0.3
    assert np.isclose(wrong / (first - second), 3)
