from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.plan import make_plan
from grader.errors import CourseError
from grader.words import Text


@pytest.fixture
def total(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[0]


@pytest.fixture
def double(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[1]


def test_a_plan_holds_all_that_grading_needs(total: Exercise) -> None:
    plan = make_plan(total, seed=3)
    assert plan.exercise == total
    assert plan.title == Text(en="The title", ja="題名")
    assert len(plan.table.cases) == 2
    assert list(plan.reference_fills) == ["1", "2"]
    assert plan.reference_fills["2"] == "np.sum(x)"
    assert "nothing to add" in plan.reference_fills["1"]
    assert "___1" in plan.template
    assert "___2" in plan.template
    assert "nothing to add" not in plan.template


def test_points_are_the_authors_or_those_of_the_course(total: Exercise, double: Exercise) -> None:
    assert make_plan(total, 0).points == 4
    assert make_plan(double, 0).points == 10


def test_an_exercise_may_be_worth_nothing(double: Exercise) -> None:
    source = double.checks_path.read_text(encoding="utf-8")
    double.checks_path.write_text(source.replace("spec()", "spec(points=0)"), encoding="utf-8")
    assert make_plan(double, 0).points == 0


def test_what_a_mistake_gives_on_every_case(double: Exercise) -> None:
    plan = make_plan(double, 0)
    (mistake,) = plan.mistakes
    outcomes = tuple(plan.mistake_outcomes(mistake))
    assert len(outcomes) == len(plan.table.cases)
    assert outcomes[1][0].value.tolist() == [4.0, 9.0]
    assert plan.table.expected[1][0].value.tolist() == [4.0, -6.0]


def test_blanks_without_a_fill_of_the_mistake_are_the_solutions(total: Exercise) -> None:
    total.mistakes_path.write_text(
        '[[mistake]]\nid = "all"\nfills = { 2 = "2 * np.sum(x)" }\n'
        'en = "e"\nja = "j"\nask_en = "e"\nask_ja = "j"\n'
    )
    plan = make_plan(total, 0)
    vector, nothing = plan.mistake_outcomes(plan.mistakes[0])
    assert vector[0].value == 6.0
    assert nothing[0].error is not None
    assert nothing[0].error.message == "nothing to add"


def test_a_mistake_that_is_not_python_is_told_with_its_file(double: Exercise) -> None:
    plan = make_plan(double, 0)
    (mistake,) = plan.mistakes
    mistake.fills["1"] = "x **"  # type: ignore[index]
    with pytest.raises(CourseError, match=r"mistakes\.toml:\d+: SyntaxError"):
        tuple(plan.mistake_outcomes(mistake))


def test_mistakes_are_read_when_they_are_asked_for(double: Exercise) -> None:
    double.mistakes_path.write_text("not toml")
    plan = make_plan(double, 0)
    with pytest.raises(CourseError, match=r"mistakes\.toml cannot be read"):
        _ = plan.mistakes


def test_a_solution_without_blanks(double: Exercise) -> None:
    double.solution_path.write_text("def double(x):\n    return 2 * x\n")
    with pytest.raises(CourseError, match=r"double\.py:1: no blank is marked"):
        make_plan(double, 0)
