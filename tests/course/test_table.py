from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.calls.steps import Step
from grader.course.case import Case
from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.table import build_table, perform_source
from grader.errors import CourseError
from grader.words import Text

COUNTER = """\
class Counter:
    def __init__(self, start):
        self.n = start

    def add(self, x):
        self.n += x
        return self.n
"""


@pytest.fixture
def total(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[0]


def test_a_table_holds_what_the_solution_gives(total: Exercise) -> None:
    table = build_table(total, 0)
    assert [case.name.en for case in table.cases] == ["vector", "nothing"]
    assert table.groups == ("vectors", "refused")
    (value,), (refusal,) = table.expected
    assert value.value == 3.0
    assert refusal.error is not None
    assert (refusal.error.type_name, refusal.error.message) == ("ValueError", "nothing to add")
    assert refusal.error.line == 9


def test_a_table_is_drawn_with_a_seed(course_folder: Path) -> None:
    double = load_course(course_folder).exercises[1]
    tables = [build_table(double, seed) for seed in (1, 1, 2)]
    first, again, other = (table.expected[-1][0].value for table in tables)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    drawn = tables[0].cases[-1].steps[0].arguments["x"]
    assert np.array_equal(first, 2 * drawn)


def test_a_table_needs_a_case(total: Exercise) -> None:
    total.checks_path.write_text("from grader.authoring import spec\nexercise = spec()\n")
    with pytest.raises(CourseError) as caught:
        build_table(total, 0)
    assert str(caught.value) == f"{total.checks_path} yields no cases."


def test_a_solution_that_does_not_define_its_function(total: Exercise) -> None:
    total.solution_path.write_text("total = 3\n")
    with pytest.raises(CourseError) as caught:
        build_table(total, 0)
    assert str(caught.value) == f"{total.solution_path} does not define total."


def test_a_solution_that_cannot_be_run(total: Exercise) -> None:
    total.solution_path.write_text("x = 1\ny = z\n")
    with pytest.raises(CourseError) as caught:
        build_table(total, 0)
    assert str(caught.value).startswith(
        f"{total.solution_path}:2: NameError: name 'z' is not defined"
    )


def test_a_solution_that_is_missing(total: Exercise) -> None:
    total.solution_path.unlink()
    with pytest.raises(CourseError, match=r"total\.py is missing"):
        build_table(total, 0)


def test_every_case_has_an_object_of_its_own() -> None:
    steps = (Step("construct", "function", {"start": 1}), Step("method", "add", {"x": 2}))
    cases = [
        Case(Text("first", "first"), steps),
        Case(Text("second", "second"), (*steps, Step("attribute", "n"))),
    ]
    outcomes = perform_source(COUNTER, Path("counter.py"), "Counter", cases)
    assert [[outcome.value for outcome in case] for case in outcomes] == [[None, 3], [None, 3, 3]]


def test_an_object_does_not_outlive_its_case() -> None:
    cases = [
        Case(Text("first", "first"), (Step("construct", "function", {"start": 1}),)),
        Case(Text("second", "second"), (Step("attribute", "n"),)),
    ]
    _, (second,) = perform_source(COUNTER, Path("counter.py"), "Counter", cases)
    assert second.error is not None
    assert second.error.type_name == "AttributeError"


def test_a_solution_cannot_spoil_the_case_it_was_given() -> None:
    spoiling = "def spoil(x):\n    x[:] = 0\n    return x.sum()\n"
    step = Step("call", "function", {"x": np.ones(3)})
    ((outcome,),) = perform_source(
        spoiling, Path("spoil.py"), "spoil", [Case(Text("ones", "ones"), (step,))]
    )
    assert outcome.value == 0.0
    assert outcome.changed["x"].tolist() == [0.0, 0.0, 0.0]
    assert step.arguments["x"].tolist() == [1.0, 1.0, 1.0]
