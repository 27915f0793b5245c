from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.judge.describe import describe
from grader.report.page.values import write_pair, write_value
from tests.report.reading import Element, read_page


def shown(value: Any) -> Element:
    return read_page(str(write_value(describe(value))))


def marked(expected: Any, got: Any) -> list[str]:
    """What is marked in what came."""
    wanted, came = write_pair(describe(expected), describe(got))
    assert '"d"' not in wanted
    return [
        one.text()
        for one in read_page(str(came)).walk()
        if "d" in (one.attributes.get("class") or "").split()
    ]


def test_a_matrix_is_a_table() -> None:
    page = shown(np.array([[1.0, 2.0], [3.0, 4.0]]))
    rows = [[cell.text() for cell in row.find("td")] for row in page.find("tr")]
    assert rows == [["1.0", "2.0"], ["3.0", "4.0"]]
    assert page.find("span", "shape")[0].text() == "(2, 2) float64"


def test_more_axes_become_one_table_for_each_matrix() -> None:
    page = shown(np.arange(12).reshape(2, 1, 3, 2))
    assert len(page.find("table")) == 2
    assert "[0, 0, :, :]" in page.text()
    assert "[1, 0, :, :]" in page.text()


def test_long_axes_are_cut_and_say_so() -> None:
    page = shown(np.arange(400).reshape(20, 20))
    assert len(page.find("tr")) == 9
    assert [cell.text() for cell in page.find("tr")[4].find("td")] == ["…"]
    assert page.find("tr")[0].find("td")[4].text() == "…"
    assert "(20, 20) int64" in page.text()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.zeros((0, 3)), "[] (0, 3) float64"),
        ((1, 2.5), "(1, 2.5)"),
        ({"a": 1}, "{'a': 1}"),
        (None, "None"),
        ("<b>", "<b>"),
        (float("nan"), "NaN"),
    ],
)
def test_small_values_stay_on_a_line(value: Any, text: str) -> None:
    assert shown(value).text() == text


def test_arrays_in_a_tuple_are_shown_one_by_one() -> None:
    page = shown((np.array([1.0]), 2))
    assert [item.attributes["value"] for item in page.find("li")] == ["0", "1"]
    assert len(page.find("table")) == 1


def test_only_entries_that_differ_are_marked() -> None:
    assert marked(np.array([1.0, 2.0]), np.array([1.0, 3.0])) == ["≠ 3.0"]
    assert marked(np.array([0.75]), np.array([0.7500001])) == ["≠ 0.7500001"]
    assert marked(np.array([1.0, np.nan]), np.array([1.0, np.nan])) == []
    assert marked(np.zeros((20, 20)), np.eye(20))[0] == "≠ 1.0"


@pytest.mark.parametrize(
    ("expected", "got", "marks"),
    [
        (0.5, 0.25, ["≠ 0.25"]),
        (1.0, None, ["≠ None"]),
        (3, 3, []),
        (np.zeros(2), np.zeros((2, 1)), ["≠ (2, 1) float64"]),
        (np.zeros(2), np.zeros(2, dtype=int), ["≠ (2,) int64"]),
        (np.zeros(2), np.zeros(2, dtype=np.float32), []),
        (np.zeros(2), 0.0, ["≠ 0.0"]),
    ],
)
def test_what_differs_as_a_whole_is_marked_as_a_whole(
    expected: Any, got: Any, marks: list[str]
) -> None:
    assert marked(expected, got) == marks


NUMBERS = arrays.arrays(
    np.float64, arrays.array_shapes(min_dims=1, max_dims=5, min_side=0, max_side=12)
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | NUMBERS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner) | st.dictionaries(st.text(), inner)
    ),
    max_leaves=5,
)


@given(VALUES, VALUES)
def test_any_two_values_can_be_shown_side_by_side(expected: Any, got: Any) -> None:
    for written in write_pair(describe(expected), describe(got)):
        page = read_page(str(written))
        assert {element.tag for element in page.walk()} <= {
            *("", "code", "span", "div", "table", "tbody", "tr", "td", "p", "ol", "li")
        }
