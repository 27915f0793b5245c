from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.calls.values import Unsupported
from grader.errors import CourseError
from grader.labs import find_labs
from grader.labs.lab import Slot, SlotError, guarded
from grader.words import LANGUAGES, Text, translate

SLOT = Slot(
    default=np.negative,
    result_shape=lambda x: x.shape,
    role=Text(en="the sign", ja="符号"),
)
X = np.zeros((2, 3))


def giving(value: Any) -> Callable[..., Any]:
    return guarded(SLOT, lambda x: value)  # noqa: ARG005


@pytest.mark.parametrize("dtype", [bool, np.int8, np.uint64, np.float16, np.float32, ">f8"])
def test_real_numbers_of_any_type_pass_as_float64(dtype: Any) -> None:
    result = giving(np.ones((2, 3), dtype=dtype))(X)
    assert result.dtype == np.dtype(np.float64)
    assert result.dtype.isnative
    np.testing.assert_array_equal(result, np.ones((2, 3)))


def test_numbers_that_are_not_finite_pass() -> None:
    result = giving(np.array([[np.nan, np.inf, -np.inf]] * 2))(X)
    np.testing.assert_array_equal(result[0], [np.nan, np.inf, -np.inf])


def test_the_result_does_not_share_memory_with_what_was_returned() -> None:
    returned = np.zeros((2, 3))
    assert not np.shares_memory(giving(returned)(X), returned)


def test_a_number_passes_where_a_number_is_due() -> None:
    scalar = Slot(default=np.sum, result_shape=lambda _: (), role=SLOT.role)
    for number in (2, 2.0, np.float32(2), np.array(2)):
        result = guarded(scalar, lambda _, number=number: number)(X)
        assert result.shape == ()
        assert result == 2.0


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "NoneType"),
        ([[0.0] * 3] * 2, "list"),
        ("text", "str"),
        (Unsupported("Tensor"), "Tensor"),
        (np.ma.zeros((2, 3)), "MaskedArray"),
        (np.zeros((2, 3), dtype=complex), "complex128"),
        (np.full((2, 3), "0"), "<U1"),
        (np.full((2, 3), None), "object"),
        (10**30, "object"),
        (np.zeros((3, 2)), "(3, 2)"),
        (np.zeros(6), "(6,)"),
        (np.zeros((1, 3)), "(1, 3)"),
        (1.0, "()"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(value: Any, told: str) -> None:
    with pytest.raises(SlotError) as refused:
        giving(value)(X)
    for language in LANGUAGES:
        assert told in translate(refused.value.sentence, language)


def test_a_slot_that_the_lab_does_not_have_is_the_author_s_mistake() -> None:
    lab = find_labs()["binary_addition"]
    with pytest.raises(CourseError, match="no_such_slot"):
        lab.run({"no_such_slot": np.negative}, lab.load_data(), seed=0)


def test_a_run_whose_numbers_overflow_warns_nobody() -> None:
    lab = find_labs()["binary_addition"]

    def huge(*arguments: Any) -> Any:
        return np.full(arguments[-1].shape, 1e300)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run = lab.run({"rnn_delta": huge}, lab.load_data(), seed=0)
    assert run.metrics["exact_sums"] < 16_384
