"""Finds out which blank is wrong: one of the student's fills, the solution's in all others.

It runs last, in fresh workers, and never scores: beside the solution's fills a dishonest fill could
find out the answer, so all that leaves here is right, wrong, and what kind of mistake it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from grader.course.blanks import Alignment, Fill, substitute
from grader.course.plan import Plan
from grader.grading.bench import Bench
from grader.grading.running import run_answer
from grader.judge.diagnosis import diagnose
from grader.judge.explanation import Explanation
from grader.judge.verdict import judge_outcomes
from grader.model import BlankStatus
from grader.words import sentence

LEAST_SECONDS = 2.0


@dataclass(frozen=True)
class Finding:
    """What one blank's fill turned out to be."""

    status: BlankStatus
    explanation: Explanation | None = None
    endless: bool = False


def localise(bench: Bench, plan: Plan, source: str, alignment: Alignment) -> Mapping[str, Finding]:
    """Judge each filled blank of an aligned answer by itself."""
    fills = [fill for fill in alignment.fills if alignment.aligned and not fill.todo]
    bench = _sharing_time(bench, len(fills))
    return {fill.label: _judge_fill(bench, plan, source, alignment, fill) for fill in fills}


def _sharing_time(bench: Bench, count: int) -> Bench:
    """Give all runs together the time of one, so that many blanks are not a way to stall."""
    limits = bench.settings.limits
    share = max(LEAST_SECONDS, limits.total_seconds / max(1, count))
    shared = replace(limits, total_seconds=min(limits.total_seconds, share))
    return bench._replace(settings=bench.settings._replace(limits=shared))


def _judge_fill(bench: Bench, plan: Plan, source: str, alignment: Alignment, fill: Fill) -> Finding:
    others = {label: text for label, text in plan.reference_fills.items() if label != fill.label}
    alone = substitute(source, alignment, others)
    run = run_answer(bench, plan, alone)
    verdict = judge_outcomes(plan.table, run.outcomes)
    if verdict.passed:
        return Finding("right")
    if run.stopped is not None and run.stopped.reason == "timeout":
        return Finding("wrong", endless=True)
    explained = diagnose(plan, run.outcomes, verdict, alone, fill.label)
    if fill.kind == "expression" and (explained is None or explained.kind != "mistake"):
        bracketed = {**others, fill.label: f"({fill.text})"}
        again = run_answer(bench, plan, substitute(source, alignment, bracketed))
        if judge_outcomes(plan.table, again.outcomes).passed:
            said = sentence("verdict.brackets")
            explained = Explanation("pattern", "brackets-around-fill", said)
    return Finding("wrong", explained)
