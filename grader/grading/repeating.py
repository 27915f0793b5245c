"""Asks an answer the same thing twice: so code that remembers or draws at random is found out."""

from __future__ import annotations

from grader.calls.steps import RaisedError
from grader.course.plan import Plan
from grader.grading.bench import Bench
from grader.judge.compare import compare, same_outcome
from grader.judge.explanation import Explanation
from grader.judge.verdict import Verdict, tolerance_of
from grader.sandbox import Stopped
from grader.words import sentence


def explain_by_repeating(
    bench: Bench, plan: Plan, source: str, verdict: Verdict
) -> Explanation | None:
    """Ask the telling case again, alone and twice, in a fresh worker.

    Raises:
        SandboxError: no student code can be run.
    """
    failure = verdict.telling
    if failure is None or failure.step.kind != "call":
        return None
    name, tolerance = plan.exercise.name, tolerance_of(plan.table.spec)
    with bench.zygote.start_worker(bench.settings.limits) as worker:
        try:
            if isinstance(worker.load(source, f"{name}.py", name, bench.earlier), RaisedError):
                return None
            first, second = worker.perform(failure.step), worker.perform(failure.step)
        except Stopped:
            return None
    if not same_outcome(first, second, tolerance):
        return Explanation("pattern", "two-calls-differ", sentence("verdict.two_calls_differ"))
    if compare(failure.expected, first, failure.step, tolerance) is None:
        said = sentence("verdict.remembers", case=verdict.table.cases[failure.case].name)
        return Explanation("pattern", "remembers-earlier-calls", said)
    return None
