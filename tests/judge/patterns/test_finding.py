from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from grader.calls.steps import Outcome, RaisedError, Step
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported
from grader.judge.numbers import Tolerance
from grader.judge.patterns import Observation, find_pattern
from grader.words import LANGUAGES, Sentence, translate
from tests.judge.patterns.observing import TOLERANCE, arrays, found, name_of, said

DTYPES = ["?", "i1", "u2", "i8", "u8", "f2", "f4", "f8", "c8", "c16"]
ARRAYS = st.sampled_from(DTYPES).flatmap(
    lambda dtype: arrays_of.arrays(
        dtype, arrays_of.array_shapes(min_dims=0, min_side=0, max_side=3)
    )
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**1022), 2**1022),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=3),
    ARRAYS,
    ARRAYS.filter(lambda array: array.ndim == 0).map(lambda array: array[()]),
    st.sampled_from(
        [Unsupported("function"), RandomGenerator(1), RandomGenerator(2), NamedFunction("product")]
    ),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2) | st.integers(0, 3), inner, max_size=2)
        | st.builds(Drained, st.lists(inner, max_size=2).map(tuple), st.booleans())
    ),
    max_leaves=5,
)
ERRORS = st.sampled_from(["ValueError", "TypeError"]).map(
    lambda name: RaisedError(name, (name, "Exception"), "no", 2)
)
OUTCOMES = st.builds(
    Outcome,
    VALUES,
    st.none() | st.none() | ERRORS,
    st.dictionaries(st.sampled_from(["x", "y"]), VALUES, max_size=2),
)
STEPS = st.builds(
    Step,
    st.just("call"),
    st.just("function"),
    st.dictionaries(st.sampled_from(["x", "y", "rng"]), VALUES, max_size=3),
    st.sampled_from([None, None, None, "ValueError"]),
)
SOURCES = st.sampled_from(
    [
        "import numpy as np\ndef f(x, y):\n    raise ValueError\n    print(np.random.rand())",
        "def f(x): return x",
        "no program",
        "\0",
        "",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(Observation, STEPS, OUTCOMES, OUTCOMES, st.booleans()), max_size=7), SOURCES
)
def test_nothing_that_comes_is_too_odd(observations: list[Observation], source: str) -> None:
    say(find_pattern(observations, source, TOLERANCE))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(ARRAYS, min_size=4, max_size=6),
    st.lists(ARRAYS, min_size=6, max_size=6),
    st.floats(0, 0.1),
)
def test_no_array_is_too_odd(expected: list[Any], got: list[Any], rtol: float) -> None:
    observations = [
        Observation(
            Step("call", "function", {"x": one, "n": 2}), Outcome(one), Outcome(other), True
        )
        for one, other in zip(expected, got, strict=False)
    ]
    say(find_pattern(observations, "", Tolerance(rtol)))


def say(explanation: Any) -> None:
    if explanation is not None:
        for language in LANGUAGES:
            assert translate(explanation.said, language)
            assert isinstance(explanation.question, Sentence)
            assert translate(explanation.question, language)


def test_nothing_wrong_is_nothing_to_name() -> None:
    right = "def f(x): return 2 * x"
    assert found(right, right, arrays((3,), (4,), (5,))) is None
    assert found(right, right, []) is None


def test_an_item_of_the_result_is_named() -> None:
    right = "def f(x): return np.cos(x), np.sin(x)"
    wrong = "def f(x): return np.cos(x), -np.sin(x)"
    inputs = arrays((3,), (4,), (2, 3))
    assert said(right, wrong, inputs) == (
        "Item 1 of your result is the expected one with the opposite sign."
    )
    right, wrong = (
        source.replace("np.cos(x), ", "{'a': np.cos(x), 'b': ") + "}" for source in (right, wrong)
    )
    assert said(right, wrong, inputs).startswith("Item 'b' of your result is")


def test_two_wrong_items_are_not_told_as_one() -> None:
    right = "def f(x): return np.cos(x), np.sin(x)"
    wrong = "def f(x): return np.sin(x) ** 3, -np.sin(x)"
    assert name_of(right, wrong, arrays((3,), (4,), (2, 3))) is None


def test_a_wrong_value_beside_a_missing_refusal_is_not_told_as_one() -> None:
    right = "def f(x):\n    if x.size > 9: raise ValueError\n    return np.sin(x)"
    wrong = "def f(x): return -np.sin(x)"
    assert name_of(right, wrong, arrays((3,), (4,), (5,), (10,))) is None
    assert name_of(right, wrong, arrays((3,), (4,), (5,))) == "sign"


def test_one_failing_case_that_does_not_fit_is_enough_to_be_silent() -> None:
    right, wrong = "def f(x): return np.sin(x)", "def f(x): return -np.sin(x) + (len(x) == 5)"
    assert name_of(right, wrong, arrays((3,), (4,), (6,))) == "sign"
    assert name_of(right, wrong, arrays((3,), (4,), (6,), (5,))) is None


@pytest.mark.parametrize("size", [50_000, 300_000])
def test_large_arrays_do_not_take_long(size: int) -> None:
    rng = np.random.default_rng(0)
    observations = []
    for _ in range(10):
        x, other = rng.normal(size=(2, size))
        step = Step("call", "function", {"x": x, "y": other})
        observations.append(Observation(step, Outcome(x), Outcome(other + x**3), True))
    start = time.perf_counter()
    assert find_pattern(observations, "", TOLERANCE) is None
    assert time.perf_counter() - start < 10
