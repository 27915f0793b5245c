from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.layout import display_width
from grader.report.drawing.curve import draw, is_logarithmic

FALLING = np.geomspace(1.5, 0.0025, 400)
SERIES = st.lists(
    st.tuples(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]), max_size=30),
        st.lists(st.floats(), max_size=150),
    ),
    max_size=8,
)


def braille(lines: Sequence[str]) -> int:
    return sum(0x2800 < ord(character) <= 0x28FF for line in lines[1:] for character in line)


@given(series=SERIES, width=st.integers(0, 120), height=st.integers(0, 30), plain=st.booleans())
def test_no_line_is_wider_than_asked_whatever_the_numbers(
    series: list[tuple[str, list[float]]], width: int, height: int, plain: bool
) -> None:
    lines = draw(series, width, height, ascii_only=plain)
    assert len(lines) in (0, height)
    assert all(0 <= display_width(line) <= width for line in lines)
    finite = any(math.isfinite(number) for _, numbers in series for number in numbers)
    assert bool(lines) == (finite and width >= 24 and height >= 4)


def test_a_falling_loss_looks_like_this() -> None:
    assert draw([("reference", FALLING), ("yours", FALLING)], 48, 8) == [
        "        ⠒⠒⠒ reference   o yours   (log)",
        "   1.5 ┤⠉o⠲⠤⢤o⡀",
        "       │      ⠉⠉⠓o⠤⢤⣀⡀",
        "       │             o⠉⠓⠲o⢤⣀⡀",
        "0.0323 ┤                    ⠉o⠒⠲⠤o⣀⡀",
        "       │                           ⠉⠙o⠲⠤⣄o⡀",
        "0.0025 ┤                                  ⠉⠙⠒o⠤⣄",
        "        1                                    400",
    ]


def test_without_unicode_only_ascii_is_used() -> None:
    lines = draw([("reference", FALLING), ("yours", FALLING[::-1])], 60, 10, ascii_only=True)
    assert "".join(lines).isascii()
    assert any("." in line and "o" in line for line in lines[1:-1])


def test_two_series_can_be_told_apart_without_colour() -> None:
    lines = draw([("reference", FALLING), ("yours", np.full(400, 1.5))], 76, 10)
    assert "o" in lines[1]
    assert all("o" not in line for line in lines[2:-1])
    assert braille(lines[2:]) > 40


def test_the_axes_say_where_the_curve_begins_and_ends() -> None:
    lines = draw([("loss", FALLING)], 76, 10)
    assert lines[1].split()[0] == "1.5"
    assert lines[-2].split()[0] == "0.0025"
    assert lines[-1].split() == ["1", "400"]


def test_the_axis_is_logarithmic_only_for_positive_numbers_far_apart() -> None:
    assert "(log)" in draw([("loss", FALLING)], 76, 10)[0]
    assert "(log)" not in draw([("accuracy", np.linspace(0.1, 1, 50))], 76, 10)[0]
    assert "(log)" not in draw([("balance", np.linspace(-100, 100, 50))], 76, 10)[0]


def test_numbers_that_are_not_finite_are_a_gap() -> None:
    losses = FALLING.copy()
    losses[200:] = np.nan
    whole, half = (draw([("loss", values)], 76, 10) for values in (FALLING, losses))
    assert 0.4 * braille(whole) < braille(half) < 0.6 * braille(whole)


def test_a_curve_that_ends_early_ends_early_in_the_plot() -> None:
    lines = draw([("loss", FALLING), ("stopped", FALLING[:100])], 76, 10)
    last = max(line.rfind("o") for line in lines[1:-1])
    assert 20 < last < 30


def test_a_constant_is_a_level_line_with_its_value_beside_it() -> None:
    drawn = [line for line in draw([("loss", [2.5] * 9)], 40, 9)[1:-1] if braille(["", line])]
    assert len(drawn) == 1
    assert drawn[0].split()[0] == "2.5"
    assert braille(["", drawn[0]]) == 40 - len("2.5 ┤")


@pytest.mark.parametrize("series", [[], [("loss", [])], [("loss", [np.nan, np.inf])]])
def test_nothing_to_draw_is_no_lines(series: list[tuple[str, list[float]]]) -> None:
    assert draw(series, 76, 10) == []


def test_wide_labels_are_cut_at_the_edge() -> None:
    lines = draw([("模範解答" * 10, FALLING), ("あなたの関数", FALLING)], 40, 8)
    assert display_width(lines[0]) in (39, 40)


@pytest.mark.parametrize("count", [1, 200])
def test_the_largest_numbers_there_are_do_not_overflow(count: int) -> None:
    lines = draw([("loss", [-1.7e308] * count + [1.7e308] * count)], 40, 9)
    assert lines[1].split()[0] == "1.7e+308"
    assert lines[-2].split()[0] == "-1.7e+308"
    assert braille(["", lines[1]]) >= 4
    assert braille(["", lines[-2]]) >= 4


def test_three_series_can_be_told_apart_without_colour() -> None:
    level = [(name, np.full(40, height)) for name, height in [("a", 3.0), ("b", 2.0), ("c", 1.0)]]
    for ascii_only, line in ((False, "⠒"), (True, ".")):
        lines = draw(level, 60, 9, ascii_only=ascii_only)
        top, middle, bottom = lines[1], lines[4], lines[7]
        assert set(top[6:]) <= {line, "⠉"}
        assert set(middle[6:]) == {"o", " "}
        assert set(bottom[6:]) == {"x", " "}
        assert "o b   x c" in lines[0]


def test_series_on_each_other_all_show() -> None:
    lines = draw([(name, FALLING) for name in "abc"], 60, 10)
    plot = "".join(lines[1:-1])
    assert plot.count("o") > 8
    assert plot.count("x") > 8
    assert braille(lines) > 20


def test_the_horizontal_axis_counts_updates_not_numbers() -> None:
    lines = draw([("norm", FALLING[:50])], 60, 8, updates=500, axis="updates")
    assert lines[-1].split() == ["10", "updates", "500"]
    assert display_width(lines[-1]) == 60
    assert draw([("last", [1.0])], 60, 8, updates=500)[-1].split() == ["500"]


def test_the_name_of_the_axis_is_left_out_where_it_does_not_fit() -> None:
    assert draw([("loss", FALLING)], 24, 8, axis="更新回数" * 3)[-1].split() == ["1", "400"]


def test_others_can_ask_for_the_kind_of_axis() -> None:
    assert is_logarithmic([FALLING, [1.0, math.nan]])
    assert not is_logarithmic([FALLING, [-1.0]])
    assert not is_logarithmic([[math.nan]])
    assert not is_logarithmic([])
