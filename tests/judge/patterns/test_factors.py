from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.judge.patterns.factors import snapped
from tests.judge.patterns.observing import Array, arrays, name_of, said

SHAPES = arrays((3,), (4,), (2, 3), (3, 2), (5, 4), (5,))
RIGHT = "def f(x): return np.tanh(x)"
LOSS = "def f(x): return np.log(np.abs(x)).sum() / (x.shape[0] if x.ndim > 1 else 1)"


def wrong(change: str) -> str:
    return f"def f(x):\n    r = np.tanh(x)\n    return {change}"


@pytest.mark.parametrize(
    ("change", "name", "sentence"),
    [
        ("-r", "sign", "Your result is the expected one with the opposite sign."),
        ("2 * r", "doubled", "Your result is twice the expected one."),
        ("r + r", "doubled", "Your result is twice the expected one."),
        ("r / 2", "halved", "Your result is half of the expected one."),
        ("10 * r", "constant-factor", "Your result is the expected one times 10."),
        ("-r / 3", "constant-factor", "Your result is the expected one times -1/3."),
        ("r * np.pi", "constant-factor", "Your result is the expected one times π."),
        ("r * 0.37", "constant-factor", "Your result is the expected one times 0.37."),
        (
            "r * x.size",
            "factor-of-the-input",
            "Your result is the expected one times the number of elements of `x`.",
        ),
        (
            "r / len(x)",
            "divisor-of-the-input",
            "Your result is the expected one divided by the length of the first axis of `x`.",
        ),
        (
            "r / x.shape[-1]",
            "divisor-of-the-input",
            "Your result is the expected one divided by the length of the last axis of `x`.",
        ),
    ],
)
def test_a_factor_is_named(change: str, name: str, sentence: str) -> None:
    assert name_of(RIGHT, wrong(change), SHAPES) == name
    assert said(RIGHT, wrong(change), SHAPES) == sentence


@pytest.mark.parametrize(("function", "base"), [("np.log10", "10"), ("np.log2", "2")])
def test_a_logarithm_to_another_base(function: str, base: str) -> None:
    other = LOSS.replace("np.log", function)
    assert name_of(LOSS, other, SHAPES) == "other-logarithm"
    assert f"to base {base} " in said(LOSS, other, SHAPES)


def test_a_sum_that_is_not_divided_by_the_rows_is_right_for_one_row() -> None:
    forgotten = "def f(x): return np.log(np.abs(x)).sum()"
    assert said(LOSS, forgotten, SHAPES) == (
        "Your result is the expected one times the number of rows of `x`."
    )
    twice = LOSS + " ** 2"
    assert said(LOSS, twice, SHAPES) == (
        "Your result is the expected one divided by the number of rows of `x`."
    )


def test_two_rows_throughout_are_simply_a_factor_of_two() -> None:
    forgotten = "def f(x): return np.log(np.abs(x)).sum()"
    assert name_of(LOSS, forgotten, arrays((2, 3), (2, 4), (2, 2))) == "doubled"


def test_one_case_with_other_rows_is_not_enough_to_blame_the_rows() -> None:
    forgotten = "def f(x): return np.log(np.abs(x)).sum()"
    assert name_of(LOSS, forgotten, arrays((2, 3), (2, 4), (2, 2), (3, 2))) is None


def test_a_number_among_the_arguments() -> None:
    rng = np.random.default_rng(1)
    inputs = [{"x": rng.normal(size=3), "rate": rate} for rate in (0.1, 0.5, 0.3, 1.0)]
    right = "def f(x, rate): return rate * x"
    assert said(right, "def f(x, rate): return rate ** 2 * x", inputs) == (
        "Your result is the expected one times `rate`."
    )
    assert said(right, "def f(x, rate): return np.array(x)", inputs) == (
        "Your result is `x`, unchanged."  # simpler than: divided by `rate`
    )
    right = "def f(x, rate): return rate * np.sin(x)"
    assert said(right, "def f(x, rate): return np.sin(x) + 0 * rate", inputs) == (
        "Your result is the expected one divided by `rate`."
    )


def test_a_factor_that_changes_from_case_to_case_is_not_constant() -> None:
    assert name_of(RIGHT, wrong("r * (2 + x.flat[0])"), SHAPES) == "rows-scaled"
    assert name_of(RIGHT, wrong("r * (2 + x.flat[0]) * (-1) ** len(x)"), SHAPES) is None


def test_a_factor_that_one_passing_case_lacks_is_not_named() -> None:
    assert name_of(RIGHT, wrong("r if len(r) == 4 else 2 * r"), SHAPES) != "doubled"


def test_a_factor_is_recognised_in_float32() -> None:
    singles = [{"x": one["x"].astype(np.float32)} for one in SHAPES]
    assert name_of(RIGHT, wrong("2 * r"), singles) == "doubled"
    assert said(RIGHT, wrong("r / 3"), singles).endswith(" times 1/3.")


def test_zeros_explain_why_a_case_passes() -> None:
    zeros: list[dict[str, Array]] = [{"x": np.zeros(3)}, {"x": np.zeros((2, 2))}]
    assert name_of(RIGHT, wrong("2 * r"), [*zeros, *SHAPES]) == "doubled"


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e6, 1e6), st.integers(0, 99))
def test_the_factor_named_is_the_one_applied(factor: float, seed: int) -> None:
    assume(abs(factor) > 1e-3)
    assume(abs(factor - 1) > 1e-6)
    inputs = arrays((3,), (4,), (2, 3), seed=seed)
    sentence = said(RIGHT, wrong(f"r * {factor!r}"), inputs)
    if "times " in sentence:
        text = sentence.split("times ")[1].removesuffix(".")
        assert math.isclose(_number(text), factor, rel_tol=1e-5)
    else:
        assert any(math.isclose(factor, value, rel_tol=1e-5) for value in (-1, 2, 0.5)) or (
            "logarithm" in sentence
        )


@given(st.floats(-1e300, 1e300).filter(lambda value: value != 0))
def test_a_snapped_factor_stays_where_it_was(factor: float) -> None:
    assert math.isclose(snapped(factor).value, factor, rel_tol=1e-5)


def _number(text: str) -> float:
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    named = {
        "π": math.pi,
        "e": math.e,
        "√2": math.sqrt(2),
        "√(2π)": math.sqrt(2 * math.pi),
    }
    if text.startswith("1/"):
        rest = text[2:]
        return sign / named.get(rest, 0) if rest in named else sign / float(rest)
    return sign * (named[text] if text in named else float(text))
