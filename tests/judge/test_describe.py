from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from grader.calls.steps import Outcome, RaisedError
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported, plain
from grader.judge.describe import (
    describe,
    describe_outcome,
    distinct_numbers,
    index_text,
    shape_text,
    type_text,
)

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/result.schema.json").read_text(encoding="utf-8")
)
VALUE = Draft202012Validator({"$ref": "#/$defs/value", "$defs": SCHEMA["$defs"]})


def array(values: Any, dtype: str, shape: list[int]) -> dict[str, Any]:
    return {"type": "array", "dtype": dtype, "shape": shape, "values": values}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (2**80, 2**80),
        (0.5, 0.5),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
        (1 - 2j, {"type": "complex", "real": 1.0, "imag": -2.0}),
        (complex(math.nan, math.inf), {"type": "complex", "real": "NaN", "imag": "Infinity"}),
        ("text", "text"),
        (np.float32(0.5), 0.5),
        (np.int8(3), 3),
        (np.bool_(True), True),
        (np.array(2.5), 2.5),
        (np.array([1.0, np.nan]), array([1.0, "NaN"], "float64", [2])),
        (np.array([[1, 2], [3, 4]], dtype=np.int32), array([[1, 2], [3, 4]], "int32", [2, 2])),
        (np.array([True]), array([True], "bool", [1])),
        (np.array([1j]), array([{"type": "complex", "real": 0.0, "imag": 1.0}], "complex128", [1])),
        (np.empty((0, 3)), array([], "float64", [0, 3])),
        (np.empty((2, 0)), array([[], []], "float64", [2, 0])),
        ([1, (2.0, None)], {"type": "list", "items": [1, {"type": "tuple", "items": [2.0, None]}]}),
        ({"W": 1, 2: "b"}, {"type": "dict", "items": {"W": 1, "2": "b"}}),
        (Drained((1, 2), complete=True), {"type": "generator", "items": [1, 2]}),
        (RandomGenerator(7), {"type": "rng", "seed": 7}),
        (NamedFunction("cube_sum"), {"type": "function", "name": "cube_sum"}),
        (Unsupported("DataFrame"), {"type": "other", "name": "DataFrame"}),
    ],
)
def test_values_as_the_result_format_shows_them(value: Any, expected: Any) -> None:
    described = describe(value)
    assert described == expected
    assert type(described) is type(expected)
    VALUE.validate(described)


def test_a_long_axis_is_cut_in_the_middle_and_keeps_its_shape() -> None:
    described = describe(np.arange(10.0))
    assert described == array([0.0, 1.0, 2.0, 3.0, "…", 6.0, 7.0, 8.0, 9.0], "float64", [10])
    assert describe(np.arange(9.0)) == array(list(range(9)), "float64", [9])


def test_every_axis_is_cut() -> None:
    described = describe(np.zeros((20, 30)))
    assert isinstance(described, dict)
    rows = described["values"]
    assert isinstance(rows, list)
    assert described["shape"] == [20, 30]
    assert [row if row == "…" else len(row) for row in rows] == [9] * 4 + ["…"] + [9] * 4  # type: ignore[arg-type]


def test_long_lists_and_texts_are_cut() -> None:
    assert describe(list(range(100))) == {
        "type": "list",
        "items": [0, 1, 2, 3, "…", 96, 97, 98, 99],
    }
    text = describe("x" * 501)
    assert text == "x" * 500 + "…"
    assert describe("x" * 500) == "x" * 500


def test_an_outcome_is_its_value_or_its_exception() -> None:
    assert describe_outcome(Outcome(1.5)) == 1.5
    error = RaisedError("ValueError", ("ValueError",), "y" * 600, 3)
    assert describe_outcome(Outcome(error=error)) == {
        "type": "exception",
        "name": "ValueError",
        "message": "y" * 500 + "…",
        "line": 3,
    }


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (1.0, 2.0, ("1", "2")),
        (1.0, 1.0000001, ("1", "1.0000001")),
        (0.1 + 0.2, 0.3, ("0.30000000000000004", "0.3")),
        (1e-9, -1e-9, ("1e-09", "-1e-09")),
        (123456789, 123456780, ("123456789", "123456780")),
        (1j, 2j, ("1j", "2j")),
        (True, False, ("True", "False")),
    ],
)
def test_two_numbers_are_written_so_that_they_differ(
    one: Any, other: Any, texts: tuple[str, str]
) -> None:
    assert distinct_numbers(one, other) == texts


@given(one=st.floats(allow_nan=False), other=st.floats(allow_nan=False))
def test_different_floats_are_never_written_alike(one: float, other: float) -> None:
    texts = distinct_numbers(one, other)
    assert (texts[0] == texts[1]) <= (one == other)


def test_indices_and_shapes_are_written_as_python_writes_them() -> None:
    assert index_text((1, 2)) == "[1, 2]"
    assert index_text(()) == "[]"
    assert shape_text([3]) == "(3,)"
    assert shape_text(np.ones((2, 3)).shape) == "(2, 3)"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (1, "int"),
        (np.float32(1), "float32"),
        (np.ones(2, np.float32), "ndarray (float32)"),
        (Drained((), complete=True), "generator"),
        (Unsupported("DataFrame"), "DataFrame"),
        ((1,), "tuple"),
    ],
)
def test_types_are_named_as_a_student_knows_them(value: Any, text: str) -> None:
    assert type_text(value) == text


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)


@given(value=NESTED)
def test_every_value_fits_the_schema_and_json(value: Any) -> None:
    described = describe(plain(value))
    VALUE.validate(described)
    assert json.dumps(described, allow_nan=False)
