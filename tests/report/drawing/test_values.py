from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported
from grader.judge.describe import describe
from grader.layout import display_width
from grader.report.drawing.values import draw_pair, draw_value

WIDTH = 60


def drawn(value: Any, width: int = WIDTH) -> list[str]:
    return draw_value(describe(value), width)


def pair(expected: Any, got: Any, width: int = WIDTH) -> tuple[list[str], list[str]]:
    return draw_pair(describe(expected), describe(got), width)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (3, "3"),
        (2.0, "2.0"),
        (0.1, "0.1"),
        (1e-9, "1e-09"),
        (1 / 3, "0.333333"),
        (math.nan, "NaN"),
        (-math.inf, "-Infinity"),
        (1 + 2j, "1.0+2.0j"),
        (1 - 2j, "1.0-2.0j"),
        ("relu", "relu"),
        ([], "[]"),
        ((), "()"),
        ((1,), "(1,)"),
        ((1, 2.0), "(1, 2.0)"),
        ([1, [2, None]], "[1, [2, None]]"),
        ({"W": 1, 2: (3,)}, "{'W': 1, '2': (3,)}"),
        ((np.array([1.0, 2.0]), 3), "([1.0  2.0], 3)"),
        (Drained((1, 2), complete=True), "[1, 2]"),
        (RandomGenerator(7), "np.random.default_rng(7)"),
        (NamedFunction("cube_sum"), "cube_sum"),
        (Unsupported("DataFrame"), "DataFrame"),
        (np.array([1.0, -2.5]), "[ 1.0  -2.5]"),
        (np.array([1, 20]), "[ 1  20]"),
        (np.array([True, False]), "[ True  False]"),
        (np.array([1.0, np.nan, np.inf]), "[     1.0       NaN  Infinity]"),
        (np.empty((0, 3)), "[]  shape (0, 3)"),
    ],
)
def test_values_on_one_line(value: Any, text: str) -> None:
    assert drawn(value) == [text]


def test_a_matrix_has_aligned_columns() -> None:
    assert drawn(np.array([[1.0, -2.0], [30.0, 0.5]])) == [
        "[[ 1.0  -2.0]",
        " [30.0   0.5]]",
    ]


def test_more_axes_are_nested() -> None:
    assert drawn(np.arange(8).reshape(2, 2, 2)) == [
        "[[[0  1]",
        "  [2  3]]",
        " [[4  5]",
        "  [6  7]]]",
    ]


def test_a_long_array_says_its_shape() -> None:
    assert drawn(np.arange(100)) == ["[ 0   1   2   3   …  96  97  98  99]", "shape (100,)"]
    assert drawn(np.arange(100), width=20) == ["[ 0   1   …  98  99]", "shape (100,)"]


def test_rows_that_do_not_fit_are_cut_in_the_middle() -> None:
    assert drawn(np.arange(7) / 7, width=60) == [
        "[     0.0  0.142857         …  0.714286  0.857143]",
        "shape (7,)",
    ]
    assert drawn(np.arange(7) / 7, width=30) == ["[     0.0         …  0.857143]", "shape (7,)"]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("word " * 5, ["word word", "word word", "word"]),
        ([1, 2, 3, 4, 5], ["[1, 2, 3,", "4, 5]"]),
        ("a\nb", ["a b"]),
    ],
)
def test_long_values_go_on_in_the_next_line(value: Any, lines: list[str]) -> None:
    assert drawn(value, width=10) == lines


def test_an_exception_is_its_name_and_message() -> None:
    error: Any = {"type": "exception", "name": "ValueError", "message": "no\x1b[2J", "line": 3}
    assert draw_value(error, WIDTH) == ["ValueError: no?[2J"]
    assert draw_value({**error, "message": ""}, WIDTH) == ["ValueError"]


def test_differing_numbers_are_marked() -> None:
    expected, got = pair(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.5], [3.0, -4.0]]))
    assert expected == ["[[1.0  2.0]", " [3.0  4.0]]"]
    assert got == [
        "[[ 1.0   2.5]",
        "         ^^^",
        " [ 3.0  -4.0]]",
        "        ^^^^",
    ]


def test_equal_arrays_have_no_marks() -> None:
    expected, got = pair(np.array([1.0, 2.0]), np.array([1.0, 2.0]))
    assert expected == got == ["[1.0  2.0]"]


def test_numbers_are_written_with_enough_digits_to_differ() -> None:
    expected, got = pair(np.array([1.0, 2.0]), np.array([1.0, 2.00000001]))
    assert expected == ["[1.0  2.0]"]
    assert got == ["[       1.0  2.00000001]", "             ^^^^^^^^^^"]
    assert pair(0.3, 0.1 + 0.2) == (["0.3"], ["0.3"])
    assert pair(1.0, 1.0000001) == (["1.0"], ["1.0000001"])


def test_what_is_not_a_number_differs_from_one() -> None:
    _, got = pair(np.array([1.0, 2.0]), np.array([1.0, np.nan]))
    assert got == ["[1.0  NaN]", "      ^^^"]
    _, same = pair(np.array([np.nan]), np.array([np.nan]))
    assert same == ["[NaN]"]


def test_other_shapes_are_shown_side_by_side_without_marks() -> None:
    expected, got = pair(np.array([1.0, 2.0]), np.array([[1.0], [3.0]]))
    assert expected == ["[1.0  2.0]"]
    assert got == ["[[1.0]", " [3.0]]"]


def test_an_array_beside_something_else() -> None:
    assert pair(np.array([1.0]), None) == (["[1.0]"], ["None"])
    assert pair(2, "two") == (["2"], ["two"])


@given(
    value=arrays.arrays(
        st.sampled_from([np.float64, np.int64, np.complex128, np.bool_, np.float32]),
        arrays.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=12)
        | arrays.array_shapes(min_dims=3, max_dims=4, min_side=0, max_side=3),
    ),
    width=st.integers(30, 80),
)
def test_arrays_stay_inside_the_width(value: Any, width: int) -> None:
    assert all(display_width(line) <= width for line in drawn(value, width))
    expected, got = pair(value, np.zeros_like(value), width)
    assert all(display_width(line) <= width for line in [*expected, *got])


@given(
    value=arrays.arrays(
        np.float64, arrays.array_shapes(max_dims=3, max_side=4), elements=st.floats(-9, 9)
    )
)
def test_every_number_of_a_small_array_is_shown(value: Any) -> None:
    shown = " ".join(drawn(value, width=200)).translate(str.maketrans("[]", "  ")).split()
    assert [float(number) for number in shown] == pytest.approx(
        value.ravel().tolist(), rel=1e-5, abs=1e-300
    )
