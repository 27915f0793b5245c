from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.calls.steps import Outcome, RaisedError, Step, Warned
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported, plain
from grader.judge.compare import compare, same_outcome
from grader.judge.difference import Difference
from grader.judge.numbers import Tolerance
from grader.words import translate

STEP = Step("call", "function")
TOLERANCE = Tolerance(rtol=1e-9)
VALUE_ERROR = RaisedError("ValueError", ("ValueError", "Exception"), "no", 3)
LINALG_ERROR = RaisedError("LinAlgError", ("LinAlgError", "ValueError", "Exception"), "singular", 4)
KEY_ERROR = RaisedError("KeyError", ("KeyError", "LookupError", "Exception"), "'x'", 5)


def differ(expected: Any, got: Any, rtol: float = 1e-9, atol: float = 0.0) -> Difference | None:
    return compare(Outcome(expected), Outcome(got), STEP, Tolerance(rtol, atol))


def kind(expected: Any, got: Any, rtol: float = 1e-9, atol: float = 0.0) -> str | None:
    difference = differ(expected, got, rtol, atol)
    return None if difference is None else difference.kind


def said(expected: Any, got: Any) -> str:
    difference = differ(expected, got)
    assert difference is not None
    assert translate(difference.said, "ja") != translate(difference.said, "en")
    return translate(difference.said, "en")


def array(*values: Any, dtype: Any = None) -> np.ndarray[Any, Any]:
    return np.array(values, dtype=dtype)


# Each question, with its sentence


@pytest.mark.parametrize(
    ("expected", "got", "wanted", "sentence"),
    [
        (
            array(1.0),
            None,
            "nothing_returned",
            "The result is None. Is there a `return`, on every path?",
        ),
        (
            (1.0, 2.0),
            (1.0, None),
            "nothing_returned",
            "`[1]` is None. Is there a `return`, on every path?",
        ),
        (
            array(1.0),
            [1.0],
            "type",
            "The result is of type list, but ndarray (float64) was expected.",
        ),
        (1.0, "1.0", "type", "The result is of type str, but float was expected."),
        ((1.0,), [1.0], "type", "The result is of type list, but tuple was expected."),
        (
            [1.0],
            array(1.0),
            "type",
            "The result is of type ndarray (float64), but list was expected.",
        ),
        ("a", array(1.0), "type", "The result is of type ndarray (float64), but str was expected."),
        (
            array(1.0),
            Unsupported("DataFrame"),
            "type",
            "The result is a DataFrame, but ndarray (float64) was expected.",
        ),
        (
            [1.0],
            Drained((1.0,), complete=True),
            "type",
            "The result is of type generator, but list was expected.",
        ),
        ((1.0, 2.0), (1.0,), "length", "The result has 1 items, but 2 were expected."),
        (
            {"a": 1},
            {"b": 1},
            "type",
            "The result has the keys [\"'b'\"], but [\"'a'\"] were expected.",
        ),
        (
            array(1.0, 2.0),
            array([1.0, 2.0]),
            "shape",
            "The result has shape (1, 2), but shape (2,) was expected.",
        ),
        (
            array(1.0),
            array(1),
            "dtype",
            "The result must hold floating-point numbers; it is ndarray (int64).",
        ),
        (3, 3.0, "dtype", "The result must be a whole number (an integer type); it is float."),
        (True, 1, "dtype", "The result must be True or False; it is int."),
        (1j, 1.0, "dtype", "The result must be complex; it is float."),
        (
            array(1.0, 2.0),
            array(1.0, np.nan),
            "finiteness",
            "The result is nan at [1], but 2.0 was expected.",
        ),
        (1.0, math.inf, "finiteness", "The result is inf, but 1.0 was expected."),
        (
            array(1.0, 2.0, 3.0),
            array(1.5, 2.0, 1.0),
            "value",
            "The result differs in 2 of 3 numbers, most at [2]: expected 3, got 1.",
        ),
        (
            array([1.0], [2.0]),
            array([1.0], [2.5]),
            "value",
            "The result differs in 1 of 2 numbers, most at [1, 0]: expected 2, got 2.5.",
        ),
        (2.0, 2.5, "value", "The result is 2.5, but 2 was expected."),
        ("relu", "tanh", "value", "The result is 'tanh', but 'relu' was expected."),
        (
            {"W": array(1.0)},
            {"W": array(2.0)},
            "value",
            "`['W']` is 2, but 1 was expected.",
        ),
        ([(1, 2), (3, 4)], [(1, 2), (3, 5)], "value", "`[1][1]` is 5, but 4 was expected."),
    ],
)
def test_what_is_said(expected: Any, got: Any, wanted: str, sentence: str) -> None:
    assert kind(expected, got) == wanted
    assert said(expected, got) == sentence


def test_questions_are_asked_in_order() -> None:
    wrong_in_everything = [
        ("type", "text"),
        ("shape", array([1, 2, 3])),
        ("dtype", array(1, 2)),
        ("finiteness", array(np.inf, 9.0)),
        ("value", array(1.0, 9.0)),
    ]
    assert [kind(array(1.0, 2.0), got) for _, got in wrong_in_everything] == [
        wanted for wanted, _ in wrong_in_everything
    ]


def test_the_value_is_judged_before_the_arguments() -> None:
    expected, changed = Outcome(1.0), {"x": array(0.0)}
    wrong = compare(expected, Outcome(2.0, changed=changed), STEP, TOLERANCE)
    right = compare(expected, Outcome(1.0, changed=changed), STEP, TOLERANCE)
    assert wrong is not None
    assert wrong.kind == "value"
    assert right is not None
    assert right.kind == "argument_changed"
    assert "the argument `x` was changed" in translate(right.said, "en")


def test_the_first_of_several_parts_is_told() -> None:
    assert "`[0]`" in said((1.0, 2.0), (5.0, 6.0))


# Exceptions


def raised(expected: Outcome, got: Outcome, raises: str | None = None) -> Difference | None:
    return compare(expected, got, Step("call", "function", raises=raises), TOLERANCE)


def test_an_exception_where_a_value_was_expected() -> None:
    difference = raised(Outcome(1.0), Outcome(error=KEY_ERROR))
    assert difference is not None
    assert difference.kind == "raised"
    assert translate(difference.said, "en") == "Your code stopped with KeyError: 'x'"


@pytest.mark.parametrize("got", [VALUE_ERROR, LINALG_ERROR])
def test_the_exception_that_is_needed_or_a_kind_of_it(got: RaisedError) -> None:
    assert raised(Outcome(error=VALUE_ERROR), Outcome(error=got), "ValueError") is None


def test_another_exception_than_the_one_that_is_needed() -> None:
    difference = raised(Outcome(error=VALUE_ERROR), Outcome(error=KEY_ERROR), "ValueError")
    assert difference is not None
    assert difference.kind == "wrong_exception"
    assert "refused with ValueError, but KeyError was raised" in translate(difference.said, "en")


def test_a_value_where_an_exception_is_needed() -> None:
    difference = raised(Outcome(error=VALUE_ERROR), Outcome(array(1.0)), "ValueError")
    assert difference is not None
    assert difference.kind == "not_raised"
    assert "ValueError, but a result came back (ndarray (float64))" in translate(
        difference.said, "en"
    )


def test_what_the_author_asks_for_counts_not_what_the_solution_raises() -> None:
    assert raised(Outcome(error=LINALG_ERROR), Outcome(error=VALUE_ERROR), "ValueError") is None
    assert raised(Outcome(error=LINALG_ERROR), Outcome(error=VALUE_ERROR)) is not None


def test_messages_lines_and_warnings_are_not_compared() -> None:
    other = RaisedError("ValueError", ("ValueError",), "other words", 30)
    assert raised(Outcome(error=VALUE_ERROR), Outcome(error=other), "ValueError") is None
    warned = Outcome(1.0, warnings=(Warned("RuntimeWarning", "overflow", 2),))
    assert raised(Outcome(1.0), warned) is None


# Arguments


def changes(expected: dict[str, Any], got: dict[str, Any]) -> str | None:
    difference = compare(Outcome(changed=expected), Outcome(changed=got), STEP, TOLERANCE)
    return None if difference is None else difference.kind


def test_arguments_that_are_to_be_updated_in_place() -> None:
    update = {"param": array(1.0)}
    assert changes(update, {"param": array(1.0)}) is None
    assert changes(update, {"param": array(2.0)}) == "value"
    assert changes(update, {}) == "argument_not_changed"
    assert changes(update, {"param": array(1.0), "grad": array(0.0)}) == "argument_changed"
    assert changes({}, {"grad": array(0.0)}) == "argument_changed"


def test_sentences_about_arguments_name_them() -> None:
    expected = Outcome(changed={"param": array(1.0)})
    missing = compare(expected, Outcome(), STEP, TOLERANCE)
    wrong = compare(expected, Outcome(changed={"param": array(3.0)}), STEP, TOLERANCE)
    assert missing is not None
    assert "`param` should have been updated in place" in translate(missing.said, "en")
    assert wrong is not None
    assert translate(wrong.said, "en").startswith("`param` is 3, but 1 was expected")


def test_a_result_where_none_is_expected_is_ignored() -> None:
    assert kind(None, 3.0) is None
    assert kind((None,), (3.0,)) == "type"


# What NumPy's own comparisons let pass


@pytest.mark.parametrize(
    ("expected", "got", "wanted"),
    [
        (np.ones(3), np.ones((3, 1)), "shape"),
        (np.ones((3, 1)), np.ones(3), "shape"),
        (np.ones(3), np.ones((1, 3)), "shape"),
        (np.ones(3), 1.0, "shape"),
        (np.full(3, 0.5), 0.5, "shape"),
        (1.0, np.ones(1), "shape"),
        (np.ones(1), np.empty(0), "shape"),
        (np.empty((0, 3)), np.empty((3, 0)), "shape"),
        (array(1.0), array(np.nan), "finiteness"),
        (array(np.nan), array(1.0), "finiteness"),
        (array(np.inf), array(-np.inf), "finiteness"),
        (array(np.inf), array(1e308), "finiteness"),
        (array(1.0, 2.0), array(1, 2), "dtype"),
        (array(1, 2), array(1.0, 2.0), "dtype"),
        (array(1, 0), array(True, False), "dtype"),
        (np.zeros(3), np.full(3, 9e-9), "value"),
        (array(1e-9), array(2e-9), "value"),
        (array(1.0, 1e-9), array(1.0, 2e-9), "value"),
        (array(1e-300), array(1.1e-300), "value"),
    ],
)
def test_what_allclose_lets_pass_is_found(expected: Any, got: Any, wanted: str) -> None:
    assert kind(expected, got) == wanted


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (array(np.nan, np.inf, -np.inf), array(np.nan, np.inf, -np.inf)),
        (array(0.0), array(-0.0)),
        (-0.0, 0.0),
        (np.empty((0, 3)), np.empty((0, 3))),
        ([], []),
        ({}, {}),
        (2.0, np.float64(2.0)),
        (np.float64(2.0), np.array(2.0)),
        (np.array(2.0), 2.0),
        (True, np.True_),
        (3, np.int8(3)),
        (array(1, 2, dtype=np.int32), array(1, 2, dtype=np.uint64)),
        (1 + 2j, np.complex64(1 + 2j)),
        (array(1 + 2j), array(1 + 2j)),
        ({"a": 1.0, "b": (2, [3.0])}, {"b": (2, [3.0]), "a": 1.0}),
        (Drained((1.0, 2.0), complete=True), Drained((1.0, 2.0), complete=True)),
        ("text", "text"),
        (array(1e308, -1e308), array(1e308, -1e308)),
        (array(0.1 + 0.2), array(0.3)),
    ],
)
def test_what_is_equal_passes(expected: Any, got: Any) -> None:
    assert differ(expected, got) is None


def test_parts_of_what_a_generator_gave_are_compared() -> None:
    assert kind(Drained((1.0, 2.0), complete=True), Drained((1.0, 2.5), complete=True)) == "value"
    assert kind(Drained((1.0, 2.0), complete=True), Drained((1.0,), complete=True)) == "length"


@pytest.mark.parametrize(
    "got", [RandomGenerator(1), NamedFunction("product"), Unsupported("object")]
)
def test_stand_ins_are_no_numbers(got: Any) -> None:
    assert kind(1.0, got) == "type"


# Tolerance


@pytest.mark.parametrize(
    ("factor", "wanted"), [(1 + 5e-10, None), (1 - 5e-10, None), (1 + 2e-9, "value"), (-1, "value")]
)
@pytest.mark.parametrize("size", [1e-300, 1e-9, 1.0, 1e9, 1e300])
def test_tolerance_is_relative_at_every_size(
    size: float, factor: float, wanted: str | None
) -> None:
    assert kind(size, size * factor) == wanted
    assert kind(array(size, 2 * size), array(size, 2 * size * factor)) == wanted


def test_numbers_next_to_nothing_have_a_little_room() -> None:
    # A difference of near equals is rounding beside its neighbours of 1.
    assert kind(array(1.0, 0.0), array(1.0, 1e-16)) is None
    assert kind(array(1.0, 0.0), array(1.0, 1e-11)) == "value"
    assert kind(0.0, 1e-16) == "value"


def test_absolute_tolerance_is_the_authors_wish() -> None:
    assert kind(0.0, 1e-13, atol=1e-12) is None
    assert kind(0.0, 2e-12, atol=1e-12) == "value"


@pytest.mark.parametrize(
    ("dtype", "close", "far"),
    [(np.float32, 1e-6, 1e-4), (np.float16, 1e-2, 0.2), (np.complex64, 1e-6, 1e-4)],
)
def test_low_precision_is_compared_at_its_own(dtype: Any, close: float, far: float) -> None:
    one = np.ones(3, dtype)
    assert kind(one, (one * (1 + close)).astype(dtype)) is None
    assert kind(one, (one * (1 + far)).astype(dtype)) == "value"


def test_a_result_of_lower_precision_than_the_reference_is_not_excused() -> None:
    third = array(1 / 3)
    assert kind(third, third.astype(np.float32)) == "value"


def test_whole_numbers_are_never_rounded() -> None:
    assert kind(10_000_000_000, 10_000_000_001) == "value"
    assert kind(array(10**13, 1), array(10**13, 2)) == "value"
    assert kind(array(True, False), array(True, True)) == "value"
    assert kind(10, 11, atol=1) is None


def test_integers_at_the_ends_of_their_range() -> None:
    low, high = np.iinfo(np.int64).min, np.iinfo(np.int64).max
    assert kind(array(low), array(high)) == "value"
    assert kind(array(0, dtype=np.uint64), array(np.iinfo(np.uint64).max)) == "value"
    assert kind(array(low), array(low)) is None


@pytest.mark.parametrize("huge", [2**64, -(2**64), 2**1023])
def test_integers_beyond_64_bits(huge: int) -> None:
    assert kind(huge, huge) is None
    assert kind(huge, 2 * huge if abs(huge) < 2**1000 else 5) == "value"
    assert kind(5, huge) == "value"
    assert kind(huge, 5) == "value"
    assert kind(array(1, 2), huge) == "shape"
    assert kind(huge, array(1, 2)) == "shape"
    assert kind(1.0, huge) == "dtype"
    assert kind(huge, float(huge)) == "dtype"


def test_numbers_whose_difference_overflows() -> None:
    difference = differ(array(1e308, 1.0), array(-1e308, 1.0))
    assert difference is not None
    assert difference.worst is not None
    assert (difference.worst.index, difference.worst.differing) == ((0,), 1)
    assert kind(array(1.7e308), array(1.7e308 * (1 - 1e-12))) is None


def test_the_worst_number_is_shown() -> None:
    difference = differ(np.zeros((2, 3)), np.array([[0.0, 1e-6, 0.0], [-3.0, 2.0, 0.0]]))
    assert difference is not None
    worst = difference.worst
    assert worst is not None
    assert (worst.index, worst.expected, worst.got) == ((1, 0), 0.0, -3.0)
    assert (worst.differing, worst.total) == (3, 6)


def test_numbers_that_look_alike_are_written_out() -> None:
    assert "is 1.0000001, but 1 was expected" in said(1.0, 1.0000001)
    assert "is 0.333333334, but 0.333333333 was expected" in said(
        array(0.333333333), array(0.333333334)
    )


# Whether two answers are the same mistake


def test_equal_answers_are_the_same_whatever_is_right() -> None:
    assert same_outcome(Outcome(1.0), Outcome(1.0), TOLERANCE)
    assert same_outcome(Outcome(array(np.nan)), Outcome(array(np.nan)), TOLERANCE)
    assert same_outcome(Outcome(None), Outcome(None), TOLERANCE)
    assert same_outcome(Outcome(error=VALUE_ERROR), Outcome(error=VALUE_ERROR), TOLERANCE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Outcome(1.0), Outcome(2.0)),
        (Outcome(array(1.0)), Outcome(array(1))),
        (Outcome(np.ones(2)), Outcome(np.ones((2, 1)))),
        (Outcome(1.0), Outcome(None)),
        (Outcome(None), Outcome(1.0)),
        (Outcome(1.0), Outcome(error=VALUE_ERROR)),
        (Outcome(error=VALUE_ERROR), Outcome(1.0)),
        (Outcome(error=VALUE_ERROR), Outcome(error=LINALG_ERROR)),
        (Outcome(error=LINALG_ERROR), Outcome(error=VALUE_ERROR)),
        (Outcome(1.0, changed={"x": array(1.0)}), Outcome(1.0)),
        (Outcome(1.0), Outcome(1.0, changed={"x": array(1.0)})),
    ],
)
def test_answers_that_can_be_told_apart_are_not_the_same(one: Outcome, other: Outcome) -> None:
    assert not same_outcome(one, other, TOLERANCE)


# Properties

NUMERIC = st.one_of(
    arrays.boolean_dtypes(),
    arrays.integer_dtypes(endianness="="),
    arrays.unsigned_integer_dtypes(endianness="="),
    arrays.floating_dtypes(endianness="="),
    arrays.complex_number_dtypes(endianness="=", sizes=(64, 128)),
)
ARRAYS = arrays.arrays(NUMERIC, arrays.array_shapes(min_dims=0, min_side=0, max_dims=3, max_side=4))
LEAVES = st.one_of(
    ARRAYS, st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(max_size=3) | st.integers(-9, 9), inner, max_size=3),
    ),
    max_leaves=6,
)


@given(value=VALUES)
def test_every_value_equals_itself(value: Any) -> None:
    assert differ(plain(value), plain(value)) is None
    assert same_outcome(Outcome(plain(value)), Outcome(plain(value)), TOLERANCE)


@given(one=VALUES, other=VALUES)
def test_comparing_anything_with_anything_gives_an_answer(one: Any, other: Any) -> None:
    difference = differ(plain(one), plain(other))
    if difference is not None:
        assert translate(difference.said, "en")
        assert translate(difference.said, "ja")


FLOATS = st.floats(1e-200, 1e200) | st.floats(-1e200, -1e-200)
SHAPES = arrays.array_shapes(min_dims=1, max_dims=3, max_side=4)


@given(expected=arrays.arrays(np.float64, SHAPES, elements=FLOATS), data=st.data())
def test_a_change_above_tolerance_is_found_where_it_is(expected: Any, data: st.DataObject) -> None:
    index = tuple(data.draw(st.integers(0, length - 1)) for length in expected.shape)
    largest = np.abs(expected).max()
    changed = expected.copy()
    changed[index] += data.draw(st.sampled_from([-1, 1])) * (
        2e-9 * abs(expected[index]) + 2e-12 * largest
    )
    difference = differ(expected, changed)
    assert difference is not None
    assert difference.worst is not None
    assert difference.worst.index == index
    assert (difference.worst.differing, difference.worst.total) == (1, expected.size)
    assert difference.worst.expected == expected[index]
    assert difference.worst.got == changed[index]


@given(
    expected=arrays.arrays(np.float64, SHAPES, elements=FLOATS), factor=st.floats(-0.9e-9, 0.9e-9)
)
def test_a_change_below_tolerance_is_not(expected: Any, factor: float) -> None:
    assert differ(expected, expected * (1 + factor)) is None


@given(expected=st.integers(), got=st.integers())
def test_integers_that_a_float_can_tell_apart_differ(expected: int, got: int) -> None:
    assume(float(expected) != float(got))
    assert kind(expected, got) == "value"
