"""Counts: which cases fail, the smallest of them, and what the answer is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

import numpy as np

from grader.calls.steps import Outcome, Step
from grader.calls.values import Value
from grader.course.table import CaseTable
from grader.course.vocabulary import Spec
from grader.judge.compare import compare, compare_identity, same_outcome
from grader.judge.describe import describe, describe_outcome
from grader.judge.difference import Difference
from grader.judge.numbers import Tolerance
from grader.model import CaseCount, Counterexample, Json
from grader.words import Language, speak

VISIBLE_SHARE = 1e-3


class Failure(NamedTuple):
    """The first step of a case whose outcome differs."""

    case: int
    step: Step
    expected: Outcome
    got: Outcome
    difference: Difference


@dataclass(frozen=True)
class Verdict:
    """How an answer did on the case table; a case without an outcome has not passed.

    `failures` are in the order of the table, which goes from the smallest case up.
    """

    table: CaseTable
    failures: tuple[Failure, ...]
    unanswered: int

    @property
    def passed(self) -> bool:
        """Whether every case was answered and answered right."""
        return not self.failures and not self.unanswered

    @property
    def telling(self) -> Failure | None:
        """The smallest failing case in which the difference can be seen without a magnifier."""
        visible = (failure for failure in self.failures if _is_visible(failure.difference))
        return next(visible, self.failures[0] if self.failures else None)

    @property
    def count(self) -> CaseCount:
        """How many cases pass."""
        total = len(self.table.cases)
        return CaseCount(total - len(self.failures) - self.unanswered, total)

    def share(self) -> float:
        """The share of the points that was reached, between 0 and 1.

        All or nothing, unless the author gave groups of cases weights: then each group counts by
        its weight, all or nothing in itself.
        """
        weights = {group.name: group.weight for group in self.table.spec.groups if group.weight}
        if self.passed or not weights:
            return float(self.passed)
        answered = len(self.table.cases) - self.unanswered
        lost = {self.table.groups[failure.case] for failure in self.failures}
        lost |= set(self.table.groups[answered:])
        reached = sum(weight for name, weight in weights.items() if name not in lost)
        return reached / sum(weights.values())


def tolerance_of(spec: Spec) -> Tolerance:
    """The tolerance an exercise asks for."""
    return Tolerance(spec.rtol, spec.atol)


def judge_outcomes(table: CaseTable, outcomes: Sequence[Sequence[Outcome]]) -> Verdict:
    """Judge the outcomes of the first `len(outcomes)` cases of a table."""
    failures = []
    for index, answered in enumerate(outcomes):
        failure = _judge_case(table, index, answered)
        if failure is not None:
            failures.append(failure)
    return Verdict(table, tuple(failures), unanswered=len(table.cases) - len(outcomes))


def same_everywhere(
    table: CaseTable, one: Iterable[Sequence[Outcome]], other: Iterable[Sequence[Outcome]]
) -> bool:
    """Whether two answers cannot be told apart on any case of the table.

    The first case that tells them apart is the last one that is asked for. Two exceptions of one
    type can have different causes; where none is expected, they have to say the same, too.
    """
    tolerance = tolerance_of(table.spec)
    for lefts, rights, wanted in zip_longest(one, other, table.expected, fillvalue=()):
        if not len(lefts) == len(rights) == len(wanted):
            return False
        for left, right, expected in zip(lefts, rights, wanted, strict=True):
            if not same_outcome(left, right, tolerance) or not _same_precision(left, right):
                return False
            if expected.error is None and _text_of(left) != _text_of(right):
                return False
    return True


def _same_precision(one: Outcome, other: Outcome) -> bool:
    """Results of low precision agree with everything nearby; they have to be of one kind."""
    kinds = {np.asarray(value).dtype for value in (one.value, other.value) if _is_inexact(value)}
    return len(kinds) <= 1


def _is_inexact(value: Value) -> bool:
    return (
        isinstance(value, (float, np.ndarray, np.generic)) and np.asarray(value).dtype.kind in "fc"
    )


def _text_of(outcome: Outcome) -> str | None:
    return None if outcome.error is None else outcome.error.message


def counterexample(verdict: Verdict, language: Language) -> Counterexample | None:
    """Show the smallest failing case."""
    failure = verdict.telling
    if failure is None:
        return None
    return Counterexample(
        case=speak(verdict.table.cases[failure.case].name, language),
        inputs={name: describe(value) for name, value in failure.step.arguments.items()},
        expected=describe_outcome(_as_required(failure)),
        got=describe_outcome(failure.got),
        difference=_describe_difference(failure.difference),
    )


def _judge_case(table: CaseTable, index: int, answered: Sequence[Outcome]) -> Failure | None:
    tolerance = tolerance_of(table.spec)
    steps = table.cases[index].steps
    for step, expected, got in zip(steps, table.expected[index], answered, strict=True):
        difference = compare(expected, got, step, tolerance)
        if difference is None and table.spec.returns_new_array:
            difference = compare_identity(got)
        if difference is not None:
            return Failure(index, step, expected, got, difference)
    return None


def _is_visible(difference: Difference) -> bool:
    if difference.kind != "value" or difference.worst is None:
        return True
    expected, got = difference.worst.expected, difference.worst.got
    return bool(abs(expected - got) > VISIBLE_SHARE * max(abs(expected), abs(got)))


def _as_required(failure: Failure) -> Outcome:
    """The expected outcome without the line of the solution that raised it."""
    if failure.expected.error is None:
        return failure.expected
    error = failure.expected.error
    return Outcome(error=type(error)(error.type_name, error.bases, error.message))


def _describe_difference(difference: Difference) -> Json:
    if difference.worst is None:
        return {"kind": difference.kind}
    worst = difference.worst
    return {
        "kind": difference.kind,
        "index": list(worst.index),
        "expected": describe(worst.expected),
        "got": describe(worst.got),
        "differing": worst.differing,
        "total": worst.total,
    }
