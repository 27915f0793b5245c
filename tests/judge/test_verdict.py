from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from grader.authoring import call, cases, raises, spec
from grader.calls.steps import Outcome, RaisedError, Step
from grader.course.case import Case
from grader.course.table import CaseTable
from grader.course.vocabulary import Spec
from grader.judge.verdict import (
    Verdict,
    counterexample,
    judge_outcomes,
    same_everywhere,
    tolerance_of,
)
from grader.model import CaseCount, Counterexample
from grader.words import Text

REFUSED = RaisedError("ValueError", ("ValueError", "Exception"), "no", 12)
NAMES = ("a", "b", "c", "d")
GROUPS = ("easy", "easy", "hard", "hard")


def spec_with(**weights: float | None) -> Spec:
    exercise = spec()
    for name, weight in weights.items():
        source: Any = lambda _rng: iter(())  # noqa: E731 - only its name matters
        source.__name__ = name
        cases(exercise, weight=weight)(source)
    return exercise


def table_of(**weights: float | None) -> CaseTable:
    """Four cases `double(x)` for x = 1 … 4, two in each of the groups easy and hard."""
    return CaseTable(
        spec_with(**(weights or {"easy": None, "hard": None})),
        tuple(Case(Text(name, name), (call(x=float(x)),)) for x, name in enumerate(NAMES, 1)),
        GROUPS,
        tuple((Outcome(2.0 * x),) for x in range(1, 5)),
    )


def answers(*values: float) -> list[tuple[Outcome, ...]]:
    return [(Outcome(value),) for value in values]


def judged(*values: float, **weights: float | None) -> Verdict:
    return judge_outcomes(table_of(**weights), answers(*values))


def test_all_right_passes() -> None:
    verdict = judged(2.0, 4.0, 6.0, 8.0)
    assert verdict.passed
    assert verdict.count == CaseCount(4, 4)
    assert verdict.share() == 1.0
    assert counterexample(verdict, "en") is None


def test_failures_are_in_the_order_of_the_table() -> None:
    verdict = judged(2.0, 5.0, 6.0, 9.0)
    assert not verdict.passed
    assert [failure.case for failure in verdict.failures] == [1, 3]
    assert [failure.got.value for failure in verdict.failures] == [5.0, 9.0]
    assert [failure.expected.value for failure in verdict.failures] == [4.0, 8.0]
    assert verdict.count == CaseCount(2, 4)


def test_a_case_without_an_answer_has_not_passed() -> None:
    verdict = judged(2.0, 4.0)
    assert (verdict.passed, verdict.failures, verdict.unanswered) == (False, (), 2)
    assert verdict.count == CaseCount(2, 4)
    assert verdict.share() == 0.0
    assert counterexample(verdict, "en") is None


def test_no_answer_at_all() -> None:
    verdict = judged()
    assert not verdict.passed
    assert verdict.count == CaseCount(0, 4)
    assert verdict.share() == 0.0


@pytest.mark.parametrize(
    ("values", "share"),
    [
        ((2.0, 4.0, 6.0, 8.0), 1.0),
        ((2.0, 4.0, 6.0, 0.0), 0.25),
        ((0.0, 4.0, 6.0, 8.0), 0.75),
        ((0.0, 4.0, 6.0, 0.0), 0.0),
        ((2.0, 4.0), 0.25),
        ((2.0, 4.0, 6.0), 0.25),
        ((2.0,), 0.0),
        ((0.0, 4.0, 6.0), 0.0),
        ((), 0.0),
    ],
)
def test_groups_with_weights_count_by_them(values: Sequence[float], share: float) -> None:
    assert judged(*values, easy=1.0, hard=3.0).share() == share


@pytest.mark.parametrize("values", [(2.0, 4.0, 6.0, 0.0), (0.0, 4.0, 6.0, 8.0), (2.0, 4.0)])
def test_without_weights_it_is_all_or_nothing(values: Sequence[float]) -> None:
    assert judged(*values).share() == 0.0


def test_a_group_without_a_weight_earns_nothing_by_itself() -> None:
    assert judged(2.0, 4.0, 6.0, 0.0, easy=None, hard=2.0).share() == 0.0
    assert judged(0.0, 4.0, 6.0, 8.0, easy=None, hard=2.0).share() == 1.0


def steps_table() -> CaseTable:
    steps = (
        Step("construct", "function", {"rate": 0.5}),
        Step("method", "step", {"grad": np.ones(2)}),
        Step("attribute", "count"),
    )
    expected = (Outcome(None), Outcome(np.array([0.5, 0.5])), Outcome(1))
    return CaseTable(spec(), (Case(Text("one step", "一歩"), steps),), ("group",), (expected,))


def test_the_first_step_that_differs_fails_the_case() -> None:
    got = (Outcome(None), Outcome(np.array([0.5, 0.25])), Outcome(2))
    verdict = judge_outcomes(steps_table(), [got])
    (failure,) = verdict.failures
    assert failure.step.name == "step"
    assert failure.difference.kind == "value"
    assert verdict.count == CaseCount(0, 1)


def test_the_counterexample_is_the_smallest_failing_case() -> None:
    got = (Outcome(None), Outcome(np.array([0.5, 0.25])), Outcome(2))
    assert counterexample(judge_outcomes(steps_table(), [got]), "en") == Counterexample(
        case="one step",
        inputs={"grad": {"type": "array", "dtype": "float64", "shape": [2], "values": [1.0, 1.0]}},
        expected={"type": "array", "dtype": "float64", "shape": [2], "values": [0.5, 0.5]},
        got={"type": "array", "dtype": "float64", "shape": [2], "values": [0.5, 0.25]},
        difference={
            "kind": "value",
            "index": [1],
            "expected": 0.5,
            "got": 0.25,
            "differing": 1,
            "total": 2,
        },
    )


def test_the_counterexample_keeps_the_line_of_the_solution_to_itself() -> None:
    table = CaseTable(
        spec(),
        (Case(Text("empty", "empty"), (raises(ValueError, x=[]),)),),
        ("g",),
        ((Outcome(error=REFUSED),),),
    )
    example = counterexample(judge_outcomes(table, answers(3.0)), "en")
    assert example is not None
    assert example.expected == {
        "type": "exception",
        "name": "ValueError",
        "message": "no",
        "line": None,
    }
    assert (example.got, example.difference) == (3.0, {"kind": "not_raised"})


def test_the_counterexample_shows_the_students_exception_with_its_line() -> None:
    error = RaisedError("KeyError", ("KeyError",), "'x'", 4)
    example = counterexample(judge_outcomes(table_of(), [(Outcome(error=error),)]), "en")
    assert example is not None
    assert example.got == {"type": "exception", "name": "KeyError", "message": "'x'", "line": 4}


def test_the_tolerance_is_the_authors() -> None:
    table = CaseTable(spec(rtol=0.1, atol=0.5), table_of().cases, GROUPS, table_of().expected)
    tolerance = tolerance_of(table.spec)
    assert (tolerance.rtol, tolerance.atol) == (0.1, 0.5)
    assert judge_outcomes(table, answers(2.5, 4.5, 6.5, 8.5)).passed


def test_answers_are_the_same_if_they_agree_on_every_case() -> None:
    wrong = answers(1.0, 1.0, 1.0, 1.0)
    assert same_everywhere(table_of(), wrong, answers(1.0, 1.0, 1.0, 1.0))
    assert not same_everywhere(table_of(), wrong, answers(1.0, 1.0, 1.0, 8.0))
    assert not same_everywhere(table_of(), wrong, answers(1.0, 1.0, 1.0))


def test_answers_that_fail_to_refuse_in_the_same_way_are_the_same() -> None:
    table = CaseTable(
        spec(),
        (Case(Text("empty", "empty"), (raises(ValueError, x=[]),)),),
        ("g",),
        ((Outcome(error=REFUSED),),),
    )
    assert same_everywhere(table, answers(0.0), answers(0.0))
    assert not same_everywhere(table, answers(0.0), answers(1.0))
    assert not same_everywhere(table, answers(0.0), [(Outcome(error=REFUSED),)])
