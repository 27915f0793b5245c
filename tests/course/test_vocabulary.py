from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

import grader.authoring
from grader.authoring import (
    attribute,
    call,
    cases,
    construct,
    function,
    lab,
    method,
    raises,
    rng,
    spec,
)
from grader.calls.functions import FUNCTIONS
from grader.calls.steps import Step
from grader.calls.values import NamedFunction, RandomGenerator
from grader.course.vocabulary import LabLink


def test_what_a_spec_says_by_default() -> None:
    exercise = spec()
    assert (exercise.points, exercise.rtol, exercise.atol) == (None, 1e-9, 0.0)
    assert not exercise.changes_arguments
    assert (exercise.requires, exercise.question) == ((), None)
    assert (exercise.groups, exercise.labs) == ([], [])


def test_specs_do_not_share_their_lists() -> None:
    one, other = spec(), spec()
    lab(one, "binary_addition", slot="rnn_delta")
    assert one.labs == [LabLink("binary_addition", "rnn_delta")]
    assert other.labs == []


def test_cases_registers_a_function_and_leaves_it_as_it_is() -> None:
    exercise = spec()

    @cases(exercise, weight=2)
    def smallest(_rng: np.random.Generator) -> Iterator[tuple[str, str, Step | list[Step]]]:
        yield "one", "一つ", call(x=1)

    (group,) = exercise.groups
    assert (group.name, group.weight, group.source) == ("smallest", 2, smallest)
    assert list(smallest(np.random.default_rng())) == [("one", "一つ", call(x=1))]


def test_the_kinds_of_steps() -> None:
    assert call(x=1) == Step("call", "function", {"x": 1})
    assert construct(x=1) == Step("construct", "function", {"x": 1})
    assert method("forward", x=1) == Step("method", "forward", {"x": 1})
    assert attribute("grad") == Step("attribute", "grad")
    assert raises(ValueError, x=1) == Step("call", "function", {"x": 1}, raises="ValueError")


def test_arguments_keep_their_order() -> None:
    assert list(call(W=1, b=2, a=3).arguments) == ["W", "b", "a"]


def test_arguments_may_be_called_what_the_words_call_theirs() -> None:
    assert dict(method("forward", name=1).arguments) == {"name": 1}
    assert dict(raises(ValueError, exception=1).arguments) == {"exception": 1}


@pytest.mark.parametrize(
    ("numbers", "dtype"),
    [
        ([1.0, 2.0], "float64"),
        ([[1, 2], [3, 4]], "int64"),
        ([True, False], "bool"),
        ([1j], "complex128"),
        ([], "float64"),
    ],
)
def test_a_list_of_numbers_is_short_for_an_array(numbers: list[object], dtype: str) -> None:
    array = call(x=numbers).arguments["x"]
    assert isinstance(array, np.ndarray)
    assert array.dtype == dtype
    assert array.tolist() == numbers


@pytest.mark.parametrize("value", [["a", "b"], (1.0, 2.0), 1.5, "text", None, {"a": [1]}])
def test_other_values_are_passed_as_they_are(value: object) -> None:
    assert call(x=value).arguments["x"] is value


def test_lists_that_are_no_array_are_refused() -> None:
    with pytest.raises(ValueError, match="inhomogeneous"):
        call(x=[[1.0], [1.0, 2.0]])


def test_stand_ins() -> None:
    assert rng(3) == RandomGenerator(3)
    assert function("square_sum") == NamedFunction("square_sum")
    assert "square_sum" in FUNCTIONS


def test_authors_import_every_word_from_one_place() -> None:
    assert all(callable(getattr(grader.authoring, name)) for name in grader.authoring.__all__)
