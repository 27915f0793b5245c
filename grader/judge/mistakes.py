"""Recognises a known mistake: the one that gives the student's results on every case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.calls.steps import Outcome
from grader.course.mistakes import Mistake
from grader.course.plan import Plan
from grader.judge.explanation import Explanation
from grader.judge.own_words import without_own_words
from grader.judge.verdict import same_everywhere


def recognise(
    plan: Plan, outcomes: Sequence[Sequence[Outcome]], candidates: Iterable[Mistake]
) -> Explanation | None:
    """Find the mistake whose results equal these on every case, exceptions and NaN included.

    `outcomes` are without the texts of exceptions that the student's code raises itself.
    """
    for mistake in candidates:
        given = without_own_words(plan.mistake_outcomes(mistake), plan.mistake_source(mistake))
        if same_everywhere(plan.table, given, outcomes):
            labels = tuple(mistake.fills) if len(mistake.fills) > 1 else ()
            said, question = mistake.explanation, mistake.question
            return Explanation("mistake", mistake.id, said, question, labels=labels)
    return None
