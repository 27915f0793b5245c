from __future__ import annotations

import pytest

from tests.judge.patterns.observing import arrays, name_of, said

MATRICES = arrays((2, 3), (3, 2), (3, 3), (4, 2))
RIGHT = "def f(x): return np.exp(x)"
MEAN = "def f(x): return np.exp(x).mean()"
SUM = "def f(x): return np.exp(x).sum(axis=0)"


@pytest.mark.parametrize(
    ("right", "shown", "name"),
    [
        (RIGHT, "r[3:2]", "empty"),
        (RIGHT, "r[0]", "first-only"),
        (RIGHT, "r[:1]", "first-only"),
        (RIGHT, "r[-1]", "last-only"),
        (RIGHT, "r[-1:]", "last-only"),
        (RIGHT, "r[:, 0]", "first-column"),
        (RIGHT, "r[:, -1]", "last-column"),
        (RIGHT, "r[0, 0]", "first-number"),
        (RIGHT, "r[:-1]", "without-last"),
        (RIGHT, "r[1:]", "without-first"),
        (RIGHT, "r.mean()", "mean"),
        (RIGHT, "r.sum()", "sum"),
        (RIGHT, "r.mean(axis=0)", "mean"),
        (RIGHT, "r.sum(axis=-1)", "sum"),
        (RIGHT, "r.sum(axis=1, keepdims=True)", "sum"),
        (MEAN, "r", "not-averaged"),
        (MEAN, "r.mean(axis=1)", "not-averaged"),
        (SUM, "r", "not-summed"),
        (MEAN, "np.full(len(r), r.mean())", "number-repeated"),
    ],
)
def test_a_part_or_a_summary_is_named(right: str, shown: str, name: str) -> None:
    wrong = f"def f(x):\n    r = np.exp(x)\n    return {shown}"
    assert name_of(right, wrong, MATRICES) == name
    assert said(right, wrong, MATRICES)


def test_a_single_row_has_no_other_rows_to_lose() -> None:
    wrong = "def f(x): return np.exp(x)[:1]"
    assert name_of(RIGHT, wrong, [*MATRICES, *arrays((1, 3), (1, 4))]) == "first-only"


def test_a_mean_of_other_numbers_is_not_named() -> None:
    assert name_of(RIGHT, "def f(x): return np.sin(x).mean()", MATRICES) is None
    assert name_of(MEAN, "def f(x): return np.sin(x)", MATRICES) is None
