from __future__ import annotations

import numpy as np
import pytest

from tests.judge.patterns.observing import arrays, name_of, said

X = arrays((3,), (4,), (2, 3), (3, 3))
SQUARE = "def f(x): return x ** 2"


@pytest.mark.parametrize("number", ["0", "1", "-2.5"])
def test_a_constant_result_is_named_with_its_number(number: str) -> None:
    wrong = f"def f(x): return np.full_like(x, {number})"
    assert name_of(SQUARE, wrong, X) == "constant"
    assert said(SQUARE, wrong, X) == f"Your result holds nothing but the number {number}."


def test_a_constant_is_not_named_where_the_expected_value_is_always_the_same() -> None:
    right = "def f(x): return 4"
    assert name_of(right, "def f(x): return 2", X) is None


def test_a_result_that_depends_on_the_input_is_no_constant() -> None:
    assert name_of(SQUARE, "def f(x): return np.full_like(x, x.size)", X) is None


def test_an_argument_that_comes_back_as_it_is() -> None:
    assert name_of(SQUARE, "def f(x): return x", X) == "argument-returned"
    assert name_of(SQUARE, "def f(x): return x.copy()", X) == "argument-returned"
    assert said(SQUARE, "def f(x): return x", X) == "Your result is `x`, unchanged."


def test_the_argument_that_comes_back_is_named() -> None:
    rng = np.random.default_rng(0)
    inputs = [dict(zip("abc", rng.normal(size=(3, 4)), strict=True)) for _ in range(4)]
    right = "def f(a, b, c): return a + b * c"
    assert said(right, "def f(a, b, c): return b", inputs) == "Your result is `b`, unchanged."


def test_an_argument_that_comes_back_in_some_cases_only_is_not_enough() -> None:
    wrong = "def f(x): return x if x.ndim == 1 else np.sin(x)"
    assert name_of(SQUARE, wrong, X) is None
