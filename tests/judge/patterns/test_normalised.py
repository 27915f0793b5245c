from __future__ import annotations

import pytest

from tests.judge.patterns.observing import arrays, name_of, said

SOFTMAX = "def f(x): return np.exp(x) / np.exp(x).sum(axis=-1, keepdims=True)"
CENTRED = "def f(x): return x - x.mean(axis=0)"
MATRICES = arrays((2, 3), (3, 2), (3, 3), (4, 2), (3,), (4,), (5,))


@pytest.mark.parametrize(
    ("right", "wrong", "name"),
    [
        (SOFTMAX, "np.exp(x) / np.exp(x).sum(axis=0)", "columns-add-up"),
        (SOFTMAX, "np.exp(x) / np.exp(x).sum()", "everything-adds-up"),
        (SOFTMAX, "np.exp(x)", "rows-scaled"),
        (CENTRED, "x - x.mean(axis=-1, keepdims=True)", "rows-centred"),
    ],
)
def test_the_axis_of_the_sums_is_named(right: str, wrong: str, name: str) -> None:
    assert name_of(right, f"def f(x): return {wrong}", MATRICES) == name
    assert said(right, f"def f(x): return {wrong}", MATRICES)


def test_columns_that_should_add_up_and_rows_that_do() -> None:
    right = "def f(x): return np.exp(x) / np.exp(x).sum(axis=0)"
    wrong = "def f(x): return np.exp(x) / np.exp(x).sum(axis=-1, keepdims=True)"
    assert name_of(right, wrong, MATRICES) == "rows-add-up"


def test_a_result_that_adds_up_nowhere_is_not_named() -> None:
    wrong = "def f(x): return np.exp(x) / (1 + np.exp(x))"
    assert name_of(SOFTMAX, wrong, MATRICES) is None


def test_lines_of_one_number_say_nothing_about_proportions() -> None:
    right, wrong = "def f(x): return x ** 2", "def f(x): return np.cosh(x)"
    assert name_of(right, wrong, arrays((3, 1), (4, 1), (5, 1), (6, 1))) is None
