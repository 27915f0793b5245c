"""Finds out which blank is wrong: the student's file with one of their fills, the others the solution's.

It runs last, in fresh workers, and never scores: beside the solution's fills a dishonest fill could
find out the answer, so all that leaves here is right, wrong, and which known mistake it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.course.blanks import Alignment, Fill, substitute
from grader.course.mistakes import Mistake
from grader.course.plan import Plan
from grader.grading.running import run_answer
from grader.judge.mistakes import recognise
from grader.judge.verdict import judge_outcomes
from grader.model import BlankStatus
from grader.sandbox import Limits, Zygote


@dataclass(frozen=True)
class Finding:
    """What one blank's fill turned out to be."""

    status: BlankStatus
    mistake: Mistake | None = None


def localise(
    zygote: Zygote, plan: Plan, source: str, filename: str, alignment: Alignment, limits: Limits
) -> Mapping[str, Finding]:
    """Judge each filled blank by itself; empty when the file does not align with the template."""
    return {
        fill.label: _judge_fill(zygote, plan, source, filename, alignment, fill, limits)
        for fill in alignment.fills
        if alignment.aligned and not fill.todo
    }


def _judge_fill(
    zygote: Zygote,
    plan: Plan,
    source: str,
    filename: str,
    alignment: Alignment,
    fill: Fill,
    limits: Limits,
) -> Finding:
    others = {label: text for label, text in plan.reference_fills.items() if label != fill.label}
    only_this = substitute(source, alignment, others)
    run = run_answer(zygote, only_this, filename, plan.exercise.name, plan.table.cases, limits)
    if judge_outcomes(plan.table, run.outcomes).passed:
        return Finding("right")
    candidates = [mistake for mistake in plan.mistakes if set(mistake.fills) == {fill.label}]
    return Finding("wrong", recognise(plan, run.outcomes, candidates))
