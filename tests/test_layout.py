from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.layout import cut, display_width, pad, printable, wrap

# What texts here are made of: words, Japanese, wide and combining signs, spaces of all kinds.
SIGNS = st.sampled_from(
    [*"ab1.,)]: \n\t\u3000", *"日本語、。」ーっ（「がabc", "🎉", "𠮟", "e\u0301", "…", "“", "”"]
)
MIXED = st.lists(SIGNS | st.characters(codec="utf-8"), max_size=120).map("".join)


@pytest.mark.parametrize("width", range(30, 80, 7))
def test_a_command_in_backticks_is_kept_together(width: int) -> None:
    lines = wrap("Too weak（`grader doctor --lang ja`）。 It is so (see `grader doctor`).", width)
    assert any("`grader doctor --lang ja`）。" in line for line in lines)
    assert any("`grader doctor`)." in line for line in lines)
    assert max(map(display_width, lines)) <= width


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("日本", 4),
        ("ｱｲ", 2),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("🎉", 2),
        ("あa。", 5),
        ("…", 1),
    ],
)
def test_width_is_counted_in_columns(text: str, width: int) -> None:
    assert display_width(text) == width


def test_padding_counts_columns() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("日本", 3) == "日本"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("abc", 0, "…"),
        ("", 0, ""),
    ],
)
def test_cutting_says_that_there_was_more(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


@given(text=MIXED, width=st.integers(1, 40))
def test_a_cut_text_fits_and_is_the_beginning(text: str, width: int) -> None:
    kept = cut(text, width)
    assert display_width(kept) <= width
    assert kept == text or text.startswith(kept.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
        ("日本語の文", 4, ["日本", "語の", "文"]),
        ("日本語の文", 5, ["日本", "語の", "文"]),
        ("勾配は正です。次の文", 12, ["勾配は正で", "す。次の文"]),
        ("値は「勾配」です", 10, ["値は「勾", "配」です"]),
        ("正規化（L2）を使う", 10, ["正規化（", "L2）を使う"]),
        ("データ", 4, ["デー", "タ"]),
        ("値は array([1]) です", 12, ["値は", "array([1])", "です"]),
    ],
)
def test_lines_are_broken_as_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(text=MIXED, width=st.integers(2, 60))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert all(display_width(line) <= width for line in wrap(text, width))


@given(text=MIXED, width=st.integers(-1, 60))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    assert without_spaces("".join(wrap(text, width))) == without_spaces(text)


@given(
    parts=st.lists(st.from_regex("[日本語][、。」）]{0,3}", fullmatch=True), min_size=1),
    width=st.integers(8, 40),
)
def test_no_line_begins_with_a_closing_sign(parts: list[str], width: int) -> None:
    assert all(line[0] in "日本語" for line in wrap("".join(parts), width))


@given(
    words=st.lists(st.text("abcdef", min_size=1, max_size=10), min_size=1),
    width=st.integers(10, 40),
)
def test_words_stay_whole_and_lines_are_full(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width)
    assert " ".join(lines).split(" ") == words
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split(" ")[0]) > width


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "\r", "\b", "\x00", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "\x85"]
)
def test_what_steers_a_terminal_is_replaced(text: str) -> None:
    assert printable(f"a{text}b") == f"a?{text[1:]}b"


@pytest.mark.parametrize("text", ["a b", "日本語　文", "e\u0301", "a\nb", "🎉", "a\u00a0b"])
def test_what_is_read_stays(text: str) -> None:
    assert printable(text) == text


def test_tabs_become_spaces() -> None:
    assert printable("a\tb\n\tc") == "a   b\n    c"


@given(text=st.text())
def test_only_harmless_signs_are_left(text: str) -> None:
    left = printable(text)
    assert all(one == "\n" or unicodedata.category(one)[0] in "LMNPSZ" for one in left)
    assert left.splitlines() == (left.removesuffix("\n").split("\n") if left else [])
