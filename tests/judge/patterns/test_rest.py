from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.judge.patterns.observing import name_of, said

RIGHT = "def f(grad, param, rate): return grad + rate * np.sign(param)"


def weights(seed: int = 0) -> list[dict[str, object]]:
    rng = np.random.default_rng(seed)
    shapes = [(2,), (3,), (2, 3), (3, 3), (4, 2)]
    return [
        {"grad": rng.normal(size=s), "param": rng.normal(size=s), "rate": 0.1 * (k + 1)}
        for k, s in enumerate(shapes)
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            "grad - rate * np.sign(param)",
            "What is added to `grad` is the expected one with the opposite sign.",
        ),
        (
            "grad + 2 * rate * np.sign(param)",
            "What is added to `grad` is twice the expected one.",
        ),
        (
            "grad + rate ** 2 * np.sign(param)",
            "What is added to `grad` is the expected one times `rate`.",
        ),
        (
            "grad + np.sign(param)",
            "What is added to `grad` is the expected one divided by `rate`.",
        ),
        (
            "grad + rate * np.sign(param) / param.size",
            "What is added to `grad` is the expected one divided by "
            "the number of elements of `grad`.",
        ),
    ],
)
def test_one_term_is_right_and_the_rest_is_not(wrong: str, sentence: str) -> None:
    assert said(RIGHT, f"def f(grad, param, rate): return {wrong}", weights()) == sentence


def test_an_update_that_goes_the_wrong_way() -> None:
    right = "def f(grad, param, rate):\n    param -= rate * np.tanh(grad)"
    wrong = "def f(grad, param, rate):\n    param += rate * np.tanh(grad)"
    assert name_of(right, wrong, weights()) == "sign-in-a-sum"
    assert said(right, wrong, weights()).startswith("What is added to `param` is")


def test_a_rest_of_another_kind_is_not_named() -> None:
    wrong = "def f(grad, param, rate): return grad + rate * np.tanh(param)"
    assert name_of(RIGHT, wrong, weights()) is None


def test_a_factor_of_everything_is_no_matter_of_the_rest() -> None:
    wrong = "def f(grad, param, rate): return 2 * (grad + rate * np.sign(param))"
    assert name_of(RIGHT, wrong, weights()) == "doubled"


@settings(max_examples=30, deadline=None)
@given(st.integers(-20, 20), st.integers(0, 99))
def test_the_factor_named_is_the_one_applied(factor: int, seed: int) -> None:
    assume(abs(factor) > 2)
    wrong = f"def f(grad, param, rate): return grad + {factor} * rate * np.sign(param)"
    assert said(RIGHT, wrong, weights(seed)).endswith(f" times {factor}.")
