from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from grader.calls.steps import Outcome
from grader.course.blanks.substitution import fill_template
from grader.course.catalog import load_course
from grader.course.mistakes import Mistake
from grader.course.plan import Plan, make_plan
from grader.course.table import Outcomes, perform_source
from grader.judge.mistakes import recognise
from grader.words import Text

TEXT = Text(en="Because.", ja="理由です。")


def mistake(name: str, **fills: str) -> Mistake:
    return Mistake(
        name, {label.removeprefix("_"): fill for label, fill in fills.items()}, TEXT, TEXT
    )


@pytest.fixture
def plan(course_folder: Path) -> Plan:
    """The exercise `total`: blank 1 refuses an empty array, blank 2 sums."""
    return make_plan(load_course(course_folder).exercises[0], 0)


def answered(plan: Plan, fills: Mapping[str, str]) -> tuple[Outcomes, ...]:
    source = fill_template(plan.template, {**plan.reference_fills, **fills})
    return perform_source(source, Path("student.py"), plan.exercise.name, plan.table.cases)


DOUBLE = mistake("double", _2="np.sum(x) * 2")
MEAN = mistake("mean", _2="np.mean(x)")
FORGETS = mistake("forgets-to-refuse", _1="pass")
WRONG_KIND = mistake("wrong-kind", _1="if np.size(x) == 0:\n        raise KeyError(x)")


def test_a_mistake_is_recognised_by_what_it_gives_not_how_it_is_written(plan: Plan) -> None:
    outcomes = answered(plan, {"2": "x.sum() + x.sum()"})
    found = recognise(plan, outcomes, [MEAN, DOUBLE])
    assert found is not None
    assert found[:4] == ("mistake", DOUBLE.id, DOUBLE.explanation, DOUBLE.question)


def recognised(
    plan: Plan, outcomes: Sequence[Sequence[Outcome]], known: Sequence[Mistake]
) -> str | None:
    found = recognise(plan, outcomes, known)
    return found and found.id


@pytest.mark.parametrize("known", [DOUBLE, MEAN, FORGETS, WRONG_KIND], ids=lambda known: known.id)
def test_every_mistake_is_recognised_as_itself(plan: Plan, known: Mistake) -> None:
    outcomes = answered(plan, known.fills)
    assert recognised(plan, outcomes, [DOUBLE, MEAN, FORGETS, WRONG_KIND]) == known.id


def test_the_first_that_fits_is_taken(plan: Plan) -> None:
    other = DOUBLE._replace(id="twice")
    assert recognised(plan, answered(plan, DOUBLE.fills), [other, DOUBLE]) == "twice"


def test_an_unknown_mistake_is_none(plan: Plan) -> None:
    assert recognise(plan, answered(plan, {"2": "np.sum(x) * 3"}), [DOUBLE, MEAN, FORGETS]) is None
    assert recognise(plan, answered(plan, DOUBLE.fills), []) is None


def test_every_case_has_to_agree(plan: Plan) -> None:
    vector, nothing = answered(plan, DOUBLE.fills)
    assert recognise(plan, [vector], [DOUBLE]) is None
    assert recognise(plan, [vector, (Outcome(0.0),)], [DOUBLE]) is None
    assert recognised(plan, [vector, nothing], [DOUBLE]) == DOUBLE.id
