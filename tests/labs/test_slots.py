from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.calls.values import RandomGenerator, Unsupported
from grader.labs.simple_cnn import places_that_fit
from grader.labs.slots import Slot, SlotError, arrays, guarded, local, whole_number
from grader.words import LANGUAGES, Text, translate

SLOT = Slot(
    default=np.negative,
    accept=arrays(lambda x: x.shape),
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
    scalar = Slot(default=np.sum, accept=arrays(lambda _: ()), role=SLOT.role)
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
def test_what_is_no_array_of_that_shape_is_refused_with_a_sentence(value: Any, told: str) -> None:
    with pytest.raises(SlotError) as refused:
        giving(value)(X)
    assert_said(refused.value, told)


@pytest.mark.parametrize("value", [1, 24, np.int64(24), np.uint8(24)])
def test_a_whole_number_passes_as_an_int(value: Any) -> None:
    result = whole_number(value)
    assert type(result) is int
    assert result == value


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (24.0, "24.0"),
        (np.float64(24), "float64"),
        (True, "bool"),
        (np.True_, "bool"),
        (np.array(24), "ndarray"),
        ("24", "str"),
        (None, "NoneType"),
        (Unsupported("Tensor"), "Tensor"),
        (0, "0"),
        (-3, "-3"),
        (np.int64(-3), "-3"),
    ],
)
def test_what_is_no_whole_number_of_one_or_more_is_refused(value: Any, told: str) -> None:
    with pytest.raises(SlotError) as refused:
        whole_number(value)
    assert_said(refused.value, told)


@pytest.mark.parametrize(
    ("places", "arguments"),
    [
        (24, (28, 5, 1, 0)),
        (12, (24, 2, 2, 0)),
        (2, (6, 3, 2, 0)),
        (28, (28, 5, 1, 2)),
        (1, (3, 3, 1, 0)),
    ],
)
def test_places_are_accepted_as_long_as_the_filter_stays_on_its_input(
    places: int, arguments: tuple[int, int, int, int]
) -> None:
    for fewer in range(1, places + 1):
        assert places_that_fit(fewer, *arguments) == fewer
    with pytest.raises(SlotError) as refused:
        places_that_fit(places + 1, *arguments)
    assert refused.value.sentence.name == "labs.too_many_places"
    assert_said(refused.value, str(places + 1))


def test_places_have_to_be_whole_numbers() -> None:
    with pytest.raises(SlotError) as refused:
        places_that_fit(24.0, 28, 5, 1, 0)
    assert refused.value.sentence.name == "labs.not_whole"


def test_a_guard_knows_the_arguments_that_the_function_was_called_with() -> None:
    seen = []

    def accept(value: Any, *arguments: Any) -> Any:
        seen.append((value, arguments))
        return "accepted"

    slot = Slot(default=max, accept=accept, role=SLOT.role)
    assert guarded(slot, max)(2, 3) == "accepted"
    assert seen == [(3, (2, 3))]


def test_a_function_of_this_process_draws_from_a_real_generator() -> None:
    draw = local(lambda count, rng: rng.normal(size=count))
    expected = np.random.default_rng(5).normal(size=3)
    for _ in range(2):
        np.testing.assert_array_equal(draw(3, RandomGenerator(5)), expected)


def assert_said(refused: SlotError, told: str) -> None:
    for language in LANGUAGES:
        assert told in translate(refused.sentence, language)
