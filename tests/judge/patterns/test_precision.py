from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judge.patterns.observing import arrays, found, name_of, said

SPREAD = [{"x": 3 * one["x"]} for one in arrays((3,), (4,), (2, 3), (3, 3))]
POSITIVE = [{"x": np.abs(one["x"]) + 0.3} for one in SPREAD]
RIGHT = "def f(x): return x * 1.3"


def wrong(change: str) -> str:
    return f"def f(x):\n    r = x * 1.3\n    return {change}"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("np.abs(r)", "absolute"),
        ("np.maximum(r, 0)", "clipped-at-0"),
        ("np.clip(r, 0, 1)", "clipped-to-0-1"),
        ("r ** 2", "squared"),
        ("1 - r", "complement"),
        ("1 / r", "reciprocal"),
        ("np.exp(r)", "exponential"),
        ("np.trunc(r)", "truncated"),
        ("r.astype(int)", "truncated"),
        ("np.round(r)", "rounded"),
        ("np.floor(r)", "rounded-down"),
        ("np.ceil(r)", "rounded-up"),
        ("np.round(r, 3)", "rounded-to-3"),
        ("r.astype(np.float32)", "float32-precision"),
        ("r.astype(np.float32) + np.float64(0)", "float32-precision"),
        ("r.astype(np.float16)", "float16-precision"),
    ],
)
def test_a_change_of_every_number_is_named(change: str, name: str) -> None:
    assert name_of(RIGHT, wrong(change), SPREAD) == name
    assert said(RIGHT, wrong(change), SPREAD)


@pytest.mark.parametrize(
    ("change", "name"), [("np.sqrt(r)", "square-root"), ("np.log(r)", "logarithm")]
)
def test_a_change_of_positive_numbers_is_named(change: str, name: str) -> None:
    assert name_of(RIGHT, wrong(change), POSITIVE) == name


def test_a_logarithm_of_what_is_too_small_to_be_seen() -> None:
    right = "def f(x):\n    e = np.exp(x - x.max())\n    return e / e.sum()"
    logs = "def f(x):\n    s = x - x.max()\n    return s - np.log(np.exp(s).sum())"
    inputs = [{"x": np.array([0.0, 1.0, -size])} for size in (2.0, 30.0, 900.0, 2000.0)]
    assert name_of(right, logs, inputs) == "logarithm"


def test_rounding_down_differs_from_truncating_in_negative_numbers_only() -> None:
    negative = [{"x": np.array([-0.3, 5.1])}]
    assert name_of(RIGHT, wrong("np.floor(r)"), [*POSITIVE, *negative]) == "rounded-down"
    assert name_of(RIGHT, wrong("np.trunc(r)"), [*POSITIVE, *negative]) == "truncated"


def test_whole_numbers_explain_why_truncating_is_not_seen() -> None:
    whole = [{"x": np.array([10.0, -20.0])}, {"x": np.zeros(3)}]
    assert name_of(RIGHT, wrong("np.trunc(r)"), [*whole, *SPREAD]) == "truncated"


def test_truncated_only_where_the_input_is_of_an_integer_type() -> None:
    # What np.zeros_like(x) does to results with a fraction.
    source = "def f(x):\n    out = np.zeros_like(x)\n    out[...] = x / 4\n    return out"
    integers = [{"x": np.arange(1, n)} for n in (4, 5, 6, 7)]
    right = "def f(x): return x / 4"
    assert name_of(right, source, [*integers, *SPREAD]) == "truncated-sometimes"
    sentence = said(right, source, [*integers, *SPREAD])
    assert sentence.endswith("this happens exactly where `x` is of an integer type.")


def test_the_simplest_function_is_named() -> None:
    # Where nothing is negative, the maximum with 0 does nothing and the clipping at 1 all.
    assert name_of(RIGHT, wrong("np.clip(r, 0, 1)"), POSITIVE) == "clipped-to-0-1"


@pytest.mark.parametrize("change", ["np.sin(r)", "np.round(r, 3) + 1e-5", "np.clip(r, -1, 1)"])
def test_other_functions_are_not_named(change: str) -> None:
    assert name_of(RIGHT, wrong(change), SPREAD) is None


def test_low_precision_is_not_said_to_be_exact() -> None:
    explanation = found(RIGHT, wrong("r.astype(np.float32)"), SPREAD)
    assert explanation is not None
    assert explanation.confidence == "likely"


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 7), st.integers(0, 99))
def test_the_number_of_decimals_is_the_one_applied(decimals: int, seed: int) -> None:
    inputs = arrays((5,), (6,), (4, 3), (3, 3), seed=seed)
    named = name_of(RIGHT, wrong(f"np.round(r, {decimals})"), inputs)
    assert named == f"rounded-to-{decimals}"
