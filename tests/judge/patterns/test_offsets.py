from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.judge.patterns.observing import name_of, said


def steps(count: int = 5, seed: int = 0) -> list[dict[str, object]]:
    rng = np.random.default_rng(seed)
    shapes = [(2,), (3,), (2, 3), (3, 3), (4, 2)][:count]
    return [
        {"grad": rng.normal(size=s), "param": rng.normal(size=s), "rate": 0.1 * (k + 1)}
        for k, s in enumerate(shapes)
    ]


RIGHT = "def f(grad, param, rate): return grad + rate * param"
INPUTS = steps()


@pytest.mark.parametrize(
    ("wrong", "name", "sentence"),
    [
        ("grad + rate * param + 1", "off-by-one", "Your result is too large by exactly 1."),
        ("grad + rate * param - 1", "off-by-one", "Your result is too small by exactly 1."),
        (
            "grad + rate * param + 1e-7",
            "constant-offset",
            "Your result is too large by 1e-07 in every number.",
        ),
        (
            "rate * param",
            "term-missing",
            "Your result is too small by exactly `grad`, as if a term were missing, "
            "or subtracted once too often.",
        ),
        (
            "2 * grad + rate * param",
            "term-too-much",
            "Your result is too large by exactly `grad`, as if a term were added once too often.",
        ),
        (
            "grad - rate * param",
            "twice-a-term-missing",
            "Your result is too small by exactly twice `rate * param`, "
            "as if a term were subtracted instead of added.",
        ),
        (
            "grad + rate * param / 2",
            "half-a-term-missing",
            "Your result is too small by exactly half of `rate * param`.",
        ),
        (
            "grad + rate * param + rate",
            "term-too-much",
            "Your result is too large by exactly `rate`, as if a term were added once too often.",
        ),
    ],
)
def test_an_offset_is_named(wrong: str, name: str, sentence: str) -> None:
    source = f"def f(grad, param, rate): return {wrong}"
    assert name_of(RIGHT, source, INPUTS) == name
    assert said(RIGHT, source, INPUTS) == sentence


def test_one_step_short_in_a_count() -> None:
    right = "def f(n, size, step): return (n - size) // step + 1"
    inputs = [{"n": n, "size": 3, "step": s} for n, s in [(5, 1), (7, 2), (9, 1), (6, 1)]]
    assert name_of(right, "def f(n, size, step): return (n - size) // step", inputs) == "off-by-one"


def test_a_missing_term_that_is_simply_the_other_argument() -> None:
    # Both are true; that `grad` came back as it is says it in the plainest way.
    assert name_of(RIGHT, "def f(grad, param, rate): return +grad", INPUTS) == "argument-returned"


def test_zeros_in_the_missing_term_explain_passing_cases() -> None:
    passing = [{"grad": np.zeros(3), "param": np.arange(3.0), "rate": 0.5}] * 3
    source = "def f(grad, param, rate): return rate * param"
    assert name_of(RIGHT, source, [*INPUTS, *passing]) == "term-missing"


def test_a_term_is_not_missing_where_a_passing_case_has_it() -> None:
    source = "def f(grad, param, rate): return rate * param + (grad if grad.ndim == 1 else 0)"
    assert name_of(RIGHT, source, INPUTS) != "term-missing"


def test_a_difference_that_is_no_term_is_not_named() -> None:
    source = "def f(grad, param, rate): return grad + rate * np.sign(param)"
    assert name_of(RIGHT, source, INPUTS) is None


@settings(max_examples=40, deadline=None)
@given(st.floats(-1e3, 1e3), st.integers(0, 99))
def test_the_offset_named_is_the_one_applied(offset: float, seed: int) -> None:
    assume(abs(offset) > 1e-3)
    source = f"def f(grad, param, rate): return grad + rate * param + {offset!r}"
    sentence = said(RIGHT, source, steps(4, seed))
    amount = float(sentence.split(" by ")[1].split(" in ")[0].removeprefix("exactly ").rstrip("."))
    assert np.isclose(amount, abs(offset), rtol=1e-5)
    assert ("too large" in sentence) == (offset > 0)
