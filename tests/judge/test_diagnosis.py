from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.blanks import fill_template
from grader.course.catalog import load_course
from grader.course.plan import Plan, make_plan
from grader.course.table import perform_source
from grader.judge.diagnosis import diagnose
from grader.judge.explanation import Explanation
from grader.judge.verdict import judge_outcomes

ROOT = Path(__file__).resolve().parents[2]


def plan_of(name: str) -> Plan:
    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}
    return make_plan(exercises[name], seed=0)


def diagnosed(name: str, label: str, fill: str) -> Explanation | None:
    plan = plan_of(name)
    source = fill_template(plan.template, {**plan.reference_fills, label: fill})
    outcomes = perform_source(source, Path(f"{name}.py"), name, plan.table.cases)
    verdict = judge_outcomes(plan.table, outcomes)
    assert not verdict.passed
    return diagnose(plan, outcomes, verdict, source, label)


@pytest.mark.parametrize(
    ("name", "label", "fill", "kind"),
    [
        # Equal to a known mistake, although it is a slip as well.
        ("softmax", "3", "exp_x.sum()", "mistake"),
        # A slip that nobody wrote down, although it is a pattern as well.
        ("cross_entropy_error", "3", "-np.sum(np.log(picked + 1e-7)) / N / 2", "pattern"),
        ("softmax", "2", "np.expp(shifted)", "exception"),
    ],
)
def test_the_best_explanation_comes_first(name: str, label: str, fill: str, kind: str) -> None:
    found = diagnosed(name, label, fill)
    assert found is not None
    assert found.kind == kind


def test_what_fits_nothing_stays_unexplained() -> None:
    assert diagnosed("l2_gradient", "1", "param + np.sin(grad * 7) * 0.3 * np.sign(rate)") is None


def test_an_answer_that_was_not_asked_to_the_end_has_no_explanation() -> None:
    plan = plan_of("l2_gradient")
    verdict = judge_outcomes(plan.table, [])
    assert diagnose(plan, [], verdict, "", None) is None


def test_an_exception_is_explained_at_the_line() -> None:
    found = diagnosed(
        "conv_output_size", "2", "filter_size > padded or (stride < 1 and {}[stride])"
    )
    assert found is not None
    assert (found.kind, found.id) == ("exception", "key")
