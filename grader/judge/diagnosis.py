"""Why an answer is wrong: the best explanation there is for what it gave."""

from __future__ import annotations

from collections.abc import Sequence

from grader.calls.steps import Outcome, RaisedError, Step
from grader.course.plan import Plan
from grader.judge.difference import DifferenceKind
from grader.judge.exceptions import explain_exception
from grader.judge.explanation import Explanation
from grader.judge.facts import find_fact
from grader.judge.mistakes import recognise
from grader.judge.own_words import without_own_words
from grader.judge.patterns import Observation, find_pattern
from grader.judge.signature import explain_order
from grader.judge.variants import recognise_slip
from grader.judge.verdict import Verdict, tolerance_of

SELF_EXPLANATORY: frozenset[DifferenceKind] = frozenset(
    {"nothing_returned", "type", "length", "shape", "dtype", "not_raised", "wrong_exception"}
)
ABOUT_ARGUMENTS: frozenset[DifferenceKind] = frozenset(
    {"argument_changed", "argument_not_changed", "argument_returned"}
)


def diagnose(
    plan: Plan,
    outcomes: Sequence[Sequence[Outcome]],
    verdict: Verdict,
    source: str,
    label: str | None = None,
) -> Explanation | None:
    """Explain wrong results: a known mistake, a slip, a pattern in the numbers, an exception.

    Args:
        outcomes: of every case; an answer that did not get through them all has no explanation.
        source: the code that gave them.
        label: the blank they are due to, where all others hold the solution's fills.
    """
    if verdict.unanswered or not outcomes:
        return None
    compared = list(without_own_words(outcomes, source))
    known = recognise_mistake(plan, compared, verdict, label)
    wanted = list(verdict.failures[0].step.arguments)
    known = known or explain_order(source, plan.exercise.name, wanted)
    known = known or recognise_slip(plan, compared, verdict, label)
    if known is not None:
        return known
    tolerance = tolerance_of(plan.table.spec)
    pattern = find_pattern(_observed(verdict, outcomes), source, tolerance)
    if pattern is not None and pattern.confidence == "exact":
        return pattern
    stop = explain_stop(verdict, source) or pattern
    return stop or find_fact(verdict, source) or _one_kind(verdict)


def recognise_mistake(
    plan: Plan,
    outcomes: Sequence[Sequence[Outcome]],
    verdict: Verdict,
    label: str | None = None,
) -> Explanation | None:
    """Recognise a known mistake, of one blank or of all together."""
    if verdict.unanswered:
        return None
    candidates = [one for one in plan.mistakes if label is None or set(one.fills) == {label}]
    return recognise(plan, outcomes, candidates)


def explain_raised(error: RaisedError, source: str, step: Step | None = None) -> Explanation | None:
    """Explain an exception that left the student's code."""
    said = explain_exception(error, source, step)
    if said is None:
        return None
    return Explanation("exception", said.name.partition(".")[2].replace("_", "-"), said)


def explain_stop(verdict: Verdict, source: str) -> Explanation | None:
    """Explain the exception that the telling case stopped with, if it did."""
    failure = verdict.telling
    if failure is None or failure.got.error is None:
        return None
    return explain_raised(failure.got.error, source, failure.step)


def _one_kind(verdict: Verdict) -> Explanation | None:
    """What says it all: the numbers are right, or every failing case fails in the same way."""
    kinds = {failure.difference.kind for failure in verdict.failures}
    failure = verdict.telling
    if failure is None:
        return None
    kind = failure.difference.kind
    if kinds <= ABOUT_ARGUMENTS or (kinds == {kind} and kind in SELF_EXPLANATORY):
        return Explanation("pattern", kind.replace("_", "-"), failure.difference.said)
    return None


def _observed(verdict: Verdict, outcomes: Sequence[Sequence[Outcome]]) -> list[Observation]:
    """The step of each case that says most: the failing one, else the last."""
    failures = {failure.case: failure for failure in verdict.failures}
    observed = []
    for index, case in enumerate(verdict.table.cases):
        failure = failures.get(index)
        if failure is not None:
            observed.append(Observation(failure.step, failure.expected, failure.got, failed=True))
        else:
            expected, got = verdict.table.expected[index][-1], outcomes[index][-1]
            observed.append(Observation(case.steps[-1], expected, got, failed=False))
    return observed
