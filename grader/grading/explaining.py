"""Explains an answer that is not right: which blank it is, and which known mistake.

It is loaded only when there is something to explain; most answers of a batch are right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grader.course.blanks import Alignment, Fill
from grader.course.mistakes import Mistake
from grader.course.plan import Plan
from grader.grading.bench import Bench
from grader.grading.localising import Finding, localise
from grader.grading.running import Run
from grader.judge.mistakes import recognise
from grader.judge.verdict import Verdict
from grader.model import BlankResult, Diagnosis, Result
from grader.words import sentence

Findings = Mapping[str, Finding]


def explain(
    bench: Bench,
    plan: Plan,
    source: str,
    alignment: Alignment,
    run: Run,
    verdict: Verdict,
    result: Result,
) -> Result:
    """Add to a result what can be found out about its blanks and mistakes."""
    findings: Findings = {}
    if run.outcomes and alignment.aligned:
        findings = _findings(bench, plan, source, alignment)
    blanks = blank_results(bench, alignment, findings)
    mistakes = _recognised(plan, run, verdict, findings)
    wrong_lines = [blank.line for blank in blanks if blank.status == "wrong"]
    messages = result.messages
    if not alignment.aligned:
        messages += (bench.say(sentence("submission.not_aligned")),)
    return replace(
        result,
        blanks=blanks,
        messages=messages,
        line=result.line or next(iter(wrong_lines), None),
        diagnosis=tuple(_diagnosis(bench, mistake) for mistake in mistakes),
    )


def explain_unfinished(bench: Bench, plan: Plan, source: str, alignment: Alignment) -> Findings:
    """Judge the blanks that are filled already, while others are still open."""
    if all(fill.todo for fill in alignment.fills):
        return {}
    return localise(bench, plan, source, alignment)


def blank_results(
    bench: Bench, alignment: Alignment, findings: Findings
) -> tuple[BlankResult, ...]:
    """Put what was found about each blank into the result format."""
    return tuple(_blank_result(bench, fill, findings.get(fill.label)) for fill in alignment.fills)


def _findings(bench: Bench, plan: Plan, source: str, alignment: Alignment) -> Findings:
    if len(plan.reference_fills) == 1:
        return dict.fromkeys(plan.reference_fills, Finding("wrong"))
    return localise(bench, plan, source, alignment)


def _recognised(plan: Plan, run: Run, verdict: Verdict, findings: Findings) -> list[Mistake]:
    whole = None if verdict.unanswered else recognise(plan, run.outcomes, plan.mistakes)
    if whole is not None:
        return [whole]
    return [finding.mistake for finding in findings.values() if finding.mistake is not None]


def _diagnosis(bench: Bench, mistake: Mistake) -> Diagnosis:
    explanation = mistake.explanation.in_language(bench.settings.language)
    question = mistake.question.in_language(bench.settings.language)
    return Diagnosis("mistake", mistake.id, f"{explanation}\n{question}", "exact")


def _blank_result(bench: Bench, fill: Fill, finding: Finding | None) -> BlankResult:
    if fill.todo:
        return BlankResult(fill.label, fill.line, fill.text, "todo")
    if finding is None:
        return BlankResult(fill.label, fill.line, fill.text, "unknown")
    message = ""
    if finding.mistake is not None:
        message = finding.mistake.explanation.in_language(bench.settings.language)
    return BlankResult(fill.label, fill.line, fill.text, finding.status, message)
