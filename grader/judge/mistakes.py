"""Recognises a known mistake: the one that gives the student's results on every case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.calls.steps import Outcome
from grader.course.mistakes import Mistake
from grader.course.plan import Plan
from grader.judge.verdict import same_everywhere


def recognise(
    plan: Plan, outcomes: Sequence[Sequence[Outcome]], candidates: Iterable[Mistake]
) -> Mistake | None:
    """Find the mistake whose results equal these on every case, exceptions and NaN included."""
    for mistake in candidates:
        if same_everywhere(plan.table, plan.mistake_outcomes(mistake), outcomes):
            return mistake
    return None
