from __future__ import annotations

import numpy as np
import pytest

from tests.judge.patterns.observing import arrays, found, name_of, said

VECTORS = arrays((3,), (4,), (5,), (6,))
MATRICES = arrays((2, 3), (3, 2), (4, 2), (2, 5))
SQUARES = arrays((2, 2), (3, 3), (4, 4))
RIGHT = "def f(x): return np.cos(x) + x"
SOFTMAX = "def f(x):\n    e = np.exp(x - x.max())\n    return e / e.sum()"


def failing_if(condition: str) -> str:
    return f"def f(x): return np.sin(x) if {condition} else np.cos(x) + x"


@pytest.mark.parametrize(
    ("condition", "inputs", "told"),
    [
        ("x.ndim == 1", [*VECTORS, *MATRICES], "`x` is one-dimensional"),
        ("x.ndim == 2", [*VECTORS, *MATRICES], "`x` is two-dimensional"),
        ("x.shape[0] == x.shape[-1]", [*SQUARES, *MATRICES], "the first two axes of `x` are equal"),
        ("len(x) == 1", [*MATRICES, *arrays((1, 2), (1, 3), (1, 4))], "`x` has a single row"),
        (
            "x.shape[1] == 1",
            [*MATRICES, *arrays((2, 1), (3, 1), (4, 1))],
            "the last axis of `x` has length 1",
        ),
        (
            "x.dtype.kind == 'i'",
            [*VECTORS, *({"x": np.arange(n)} for n in (3, 4, 5))],
            "`x` is of an integer type",
        ),
        (
            "x.dtype == np.float32",
            [*VECTORS, *({"x": one["x"].astype(np.float32)} for one in VECTORS)],
            "`x` is of type float32",
        ),
        (
            "(x == 0).any()",
            [*VECTORS, *({"x": np.array([0.0, n, -n])} for n in (1, 2, 3))],
            "there is a 0 in `x`",
        ),
        (
            "np.abs(x).max() > 700",
            [*VECTORS, *({"x": np.array([900.0, n])} for n in (1, 2, 3))],
            "`x` holds numbers beyond 700 or -700",
        ),
    ],
)
def test_what_the_failing_cases_have_in_common(
    condition: str, inputs: list[dict[str, object]], told: str
) -> None:
    assert name_of(RIGHT, failing_if(condition), inputs) == "only-sometimes"
    sentence = said(RIGHT, failing_if(condition), inputs)
    assert sentence.startswith("Where a result is wanted, yours is wrong exactly in the cases")
    assert told in sentence


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("step > 1", "`step` is greater than 1"),
        ("step < 0", "`step` is negative"),
        ("n < step", "`n` is less than `step`"),
        ("n == step", "`n` and `step` are equal"),
    ],
)
def test_numbers_among_the_arguments(condition: str, told: str) -> None:
    pairs = {
        "step > 1": [(5, 1), (6, 1), (8, 1), (9, 2), (9, 3), (7, 4)],
        "step < 0": [(5, 1), (6, 2), (8, 3), (9, -2), (9, -3), (7, -4)],
        "n < step": [(5, 1), (6, 2), (8, 3), (1, 2), (2, 3), (3, 5)],
        "n == step": [(5, 1), (6, 2), (8, 9), (3, 3), (2, 2), (5, 5)],
    }
    inputs = [{"n": n, "step": step} for n, step in pairs[condition]]
    right = "def f(n, step): return 3 * n + step"
    wrong = f"def f(n, step): return n ** 3 + 7 if {condition} else 3 * n + step"
    assert told in said(right, wrong, inputs)


def test_two_shapes_that_agree() -> None:
    right = "def f(d, y): return np.sum(y) + np.sum(d)"
    wrong = "def f(d, y): return np.sum(y) - 1 / d.size if d.shape == y.shape else right(d, y)"
    inputs = [{"d": np.arange(1, n), "y": np.ones((n - 1, 3))} for n in (3, 4, 5)]
    inputs += [{"d": np.eye(n), "y": np.ones((n, n))} for n in (3, 4, 5)]
    source = right.replace("f(", "right(") + "\n" + wrong
    sentence = said(right, source, inputs)
    assert "`d` is two-dimensional" in sentence or "have the same shape" in sentence


def test_values_and_circumstances_together() -> None:
    wrong = "def f(x): return -(np.cos(x) + x) if x.ndim == 1 else np.cos(x) + x"
    assert name_of(RIGHT, wrong, [*VECTORS, *MATRICES]) == "sign-sometimes"
    assert said(RIGHT, wrong, [*VECTORS, *MATRICES]) == (
        "Your result is the expected one with the opposite sign. Among the inputs that have a "
        "result, this happens exactly where `x` is one-dimensional."
    )


def test_exceptions_and_circumstances_together() -> None:
    wrong = "def f(x): return np.cos(x) + x + 0 * x.sum(axis=1, keepdims=True)"
    assert said(RIGHT, wrong, [*VECTORS, *MATRICES]).startswith(
        "Your code stops with AxisError. Among the inputs"
    )


def test_the_same_expected_value_in_other_cases_is_evidence_of_an_exception() -> None:
    right, wrong = "def f(x): return 1", "def f(x): return x.shape[1] // x.shape[1]"
    assert name_of(right, wrong, [*VECTORS, *MATRICES]) == "raises-sometimes"


def test_one_exception_to_the_rule_and_it_is_not_named() -> None:
    wrong = failing_if("x.ndim == 1 and len(x) > 3")
    sentence = found(RIGHT, wrong, [*VECTORS, *MATRICES])
    assert sentence is None


@pytest.mark.parametrize("inputs", [[*VECTORS[:2], *MATRICES], [*VECTORS, *MATRICES[:2]]])
def test_two_of_a_kind_are_not_enough(inputs: list[dict[str, object]]) -> None:
    assert name_of(RIGHT, failing_if("x.ndim == 1"), inputs) is None


def test_refused_input_does_not_blur_what_separates_the_rest() -> None:
    guard = "def f(x):\n    if x.size > 20: raise ValueError\n    "
    right = guard + "return np.cos(x) + x"
    wrong = guard + failing_if("x.ndim == 1").removeprefix("def f(x): ")
    inputs = [*VECTORS, *MATRICES, *arrays((30,), (40,))]
    assert "`x` is one-dimensional" in said(right, wrong, inputs)


def test_overflow_of_large_numbers() -> None:
    wrong = "def f(x): return np.exp(x) / np.exp(x).sum()"
    large = [{"x": np.array([1000.0, 1000.0 + n])} for n in (1, 2, 3)]
    assert name_of(SOFTMAX, wrong, [*VECTORS, *large]) == "overflow"
    assert "some number of `x` is 1001 or more in size" in said(SOFTMAX, wrong, [*VECTORS, *large])


def test_nan_among_small_numbers_is_no_overflow() -> None:
    right, wrong = "def f(x): return np.sinc(x)", "def f(x): return np.sin(np.pi * x) / np.pi / x"
    zeros = [{"x": np.array([0.0, n])} for n in (0.1, 0.2, 0.3)]
    assert said(right, wrong, [*VECTORS, *zeros]) == (
        "Your result holds NaN or infinity where a finite number is expected. "
        "Among the inputs that have a result, this happens exactly where there is a 0 in `x`."
    )
