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
    whole = None
    if run.outcomes and not verdict.unanswered:
        whole = recognise(plan, run.outcomes, plan.mistakes)
    findings: Findings = {}
    if run.loaded is not None and result.status != "invalid":
        findings = _findings(bench, plan, source, alignment, whole)
    blanks = blank_results(bench, alignment, findings)
    wrong = [blank for blank in blanks if blank.status == "wrong"]
    messages = result.messages
    if not alignment.aligned and run.outcomes:
        messages += (bench.say(sentence("submission.not_aligned")),)
    return replace(
        result,
        blanks=blanks,
        messages=messages,
        line=result.line or (wrong[0].line if wrong else None),
        diagnosis=tuple(_diagnosis(bench, mistake) for mistake in _named(findings, whole)),
    )


def explain_unfinished(bench: Bench, plan: Plan, source: str, alignment: Alignment) -> Findings:
    """Judge the blanks that are filled already, while others are still open."""
    return localise(bench, plan, source, alignment)


def blank_results(
    bench: Bench, alignment: Alignment, findings: Findings
) -> tuple[BlankResult, ...]:
    """Put what was found about each blank into the result format."""
    return tuple(_blank_result(bench, fill, findings.get(fill.label)) for fill in alignment.fills)


def _findings(
    bench: Bench, plan: Plan, source: str, alignment: Alignment, whole: Mistake | None
) -> Findings:
    if alignment.aligned and len(plan.reference_fills) == 1:
        return dict.fromkeys(plan.reference_fills, Finding("wrong", whole))
    return localise(bench, plan, source, alignment)


def _named(findings: Findings, whole: Mistake | None) -> list[Mistake]:
    """The mistakes to name: with several wrong blanks each has its own, else that of the whole."""
    of_blanks = [finding.mistake for finding in findings.values() if finding.mistake is not None]
    several = sum(finding.status == "wrong" for finding in findings.values()) > 1
    if whole is None or (several and of_blanks):
        return of_blanks
    return [whole]


def _diagnosis(bench: Bench, mistake: Mistake) -> Diagnosis:
    return Diagnosis("mistake", mistake.id, _told(bench, mistake), "exact")


def _told(bench: Bench, mistake: Mistake) -> str:
    language = bench.settings.language
    explanation, question = mistake.explanation, mistake.question
    return f"{explanation.in_language(language)}\n{question.in_language(language)}"


def _blank_result(bench: Bench, fill: Fill, finding: Finding | None) -> BlankResult:
    if fill.todo:
        return BlankResult(fill.label, fill.line, fill.text, "todo")
    if finding is None:
        return BlankResult(fill.label, fill.line, fill.text, "unknown")
    message = ""
    if finding.mistake is not None:
        message = _told(bench, finding.mistake)
    elif finding.endless:
        message = bench.say(sentence("verdict.blank_endless"))
    return BlankResult(fill.label, fill.line, fill.text, finding.status, message)
