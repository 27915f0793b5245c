from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.calls.values import (
    MAX_DRAINED,
    MAX_ITEMS,
    Drained,
    NamedFunction,
    RandomGenerator,
    Unsupported,
    identical,
    materialise,
    plain,
)


class Colour(enum.IntEnum):
    RED = 1


class Text(str):
    __slots__ = ()


class Rate(np.float64):
    pass


class Rows(np.ndarray[Any, Any]):
    pass


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -(2**1000), 2.5, 1j, "確認", [1, (2, {"a": 3, 4: None})], np.float32(1)],
)
def test_values_stay_what_they_are(value: object) -> None:
    assert identical(plain(value), value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (object(), "object"),
        (Colour.RED, "Colour"),
        (Text("x"), "Text"),
        (Rate(1.0), "Rate"),
        (np.zeros(2).view(Rows), "Rows"),
        (np.ma.masked_array([1.0]), "MaskedArray"),
        (np.array([None]), "ndarray of dtype object"),
        (np.array(["a"]), "ndarray of dtype <U1"),
        (np.longdouble(1), "longdouble of dtype float128"),
        (np.datetime64("2020-01-01"), "datetime64 of dtype datetime64[D]"),
        (b"bytes", "bytes"),
        ({1, 2}, "set"),
        (2**1023, "int of 1024 bits"),
        ("\ud800", "str that is not valid Unicode"),
        ({(1, 2): 3}, "dict with keys other than str and short int"),
        ({True: 3}, "dict with keys other than str and short int"),
        ({"\ud800": 3}, "dict with keys other than str and short int"),
        (type("N" * 500, (), {})(), "N" * 200),
        ([0] * MAX_ITEMS, "value nested too deeply or holding too many items"),
    ],
)
def test_what_has_no_place_on_the_wire_is_named(value: object, said: str) -> None:
    assert plain(value) == Unsupported(said)


def test_a_list_that_contains_itself_is_refused() -> None:
    endless: list[Any] = []
    endless += [endless, endless]
    assert isinstance(plain(endless), Unsupported)


def test_arrays_are_copied_so_that_later_changes_do_not_show() -> None:
    state = np.zeros(2)

    def states() -> Iterator[np.ndarray[Any, Any]]:
        for _ in range(2):
            state[0] += 1
            yield state

    answered = plain(states())
    assert [item[0] for item in answered.items] == [1.0, 2.0]
    assert answered.complete


@pytest.mark.parametrize(
    ("length", "complete"), [(0, True), (MAX_DRAINED, True), (MAX_DRAINED + 1, False)]
)
def test_generators_are_drained_to_a_limit(length: int, complete: bool) -> None:
    assert plain(n for n in range(length)) == Drained(
        tuple(range(min(length, MAX_DRAINED))), complete
    )


def test_materialised_arguments_are_copies() -> None:
    original = {"a": [np.zeros(2)], "b": (np.ones(1),)}
    copy = materialise(original)
    copy["a"][0][0] = 7
    copy["b"][0][0] = 7
    assert original["a"][0][0] == 0
    assert original["b"][0][0] == 1


def test_without_copies_only_stand_ins_are_made_anew() -> None:
    array = np.zeros(2)
    made = materialise({"a": [array, RandomGenerator(1)]}, copies=False)
    assert made["a"][0] is array
    assert isinstance(made["a"][1], np.random.Generator)
    assert plain([array], copies=False)[0] is array


def test_stand_ins_become_what_they_stand_for() -> None:
    first, second = (materialise(RandomGenerator(3)).normal() for _ in range(2))
    assert first == second == np.random.default_rng(3).normal()
    assert materialise(NamedFunction("cube_sum"))(np.array([2.0])) == 8.0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, 1.0, False),
        (1, True, False),
        (0.0, -0.0, False),
        (float("nan"), float("nan"), True),
        (complex("nan"), complex("nan"), True),
        (complex(0.0, -0.0), complex(0.0, 0.0), False),
        ([1, 2], (1, 2), False),
        ([1, 2], [1, 2, 3], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        ({"a": [np.nan]}, {"a": [np.nan]}, True),
        (np.zeros(2), np.zeros((2, 1)), False),
        (np.zeros(2), np.zeros(2, np.float32), False),
        (np.array([np.nan]), np.array([np.nan]), True),
        (np.array([0.0]), np.array([-0.0]), False),
        (np.arange(6).reshape(2, 3).T, np.arange(6).reshape(2, 3).T.copy(), True),
        (np.arange(6.0)[::2], np.array([0.0, 2.0, 4.0]), True),
        (np.zeros((2, 0)), np.zeros((2, 0)), True),
        (np.float32(1), np.float32(2), False),
        (np.float64(1), 1.0, False),
    ],
)
def test_identical_is_to_the_last_bit(left: object, right: object, same: bool) -> None:
    assert identical(left, right) is same
