"""Explains an answer that is not right: which blank it is, and which known mistake.

It is loaded only when there is something to explain; most answers of a batch are right.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from grader.course.blanks import Alignment, Fill
from grader.course.plan import Plan
from grader.grading.bench import Bench
from grader.grading.blanks import BlankResults
from grader.grading.localising import Finding, localise
from grader.grading.repeating import explain_by_repeating
from grader.grading.running import Run
from grader.judge.diagnosis import (
    diagnose,
    explain_raised,
    explain_stop,
    recognise_mistake,
)
from grader.judge.explanation import Explanation
from grader.judge.gradients import explain_gradient
from grader.judge.loops import explain_endless
from grader.judge.own_words import without_own_words
from grader.judge.syntax import explain_syntax
from grader.judge.verdict import Verdict
from grader.model import BlankResult, Diagnosis, Result
from grader.words import Sentence, Text, sentence

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
    findings = _findings(bench, plan, source, alignment, run, result)
    whole = _explain_whole(bench, plan, source, findings, run, verdict)
    if len(plan.reference_fills) == 1 and findings:
        findings = {label: Finding("wrong", whole) for label in findings}
    elif whole is not None and whole.labels:
        findings = {**findings, **_without_explanations(findings, whole.labels)}
    blanks = blank_results(bench, source, alignment, findings)
    wrong = [blank for blank in blanks if blank.status == "wrong"]
    messages = result.messages
    messages += tuple(map(bench.say, _about_blanks(alignment, run, blanks)))
    return replace(
        result,
        blanks=blanks,
        messages=messages,
        line=result.line or (wrong[0].line if wrong else None),
        diagnosis=tuple(
            _diagnosis(bench, named)
            for named in _all_there_is(plan, source, verdict, _named(findings, whole))
        ),
    )


def _about_blanks(
    alignment: Alignment, run: Run, blanks: Sequence[BlankResult]
) -> Iterator[Sentence]:
    """What has to be known to read the verdicts on the blanks."""
    if not run.outcomes:
        return
    wrong = sum(blank.status == "wrong" for blank in blanks)
    if not alignment.aligned:
        yield sentence("submission.not_aligned")
    elif wrong > 1:
        yield sentence("submission.blanks_alone")
    elif len(blanks) > 1 and all(blank.status == "right" for blank in blanks):
        yield sentence("submission.blanks_together")


def _all_there_is(
    plan: Plan, source: str, verdict: Verdict, named: Sequence[Explanation]
) -> Iterator[Explanation]:
    """What is wrong, what Python's message means, and the slope where there is one to measure."""
    yield from named
    stop = explain_stop(verdict, source)
    if stop is not None and all(one.kind != "exception" for one in named):
        yield stop
    yield from _measured(plan, verdict)


def _findings(
    bench: Bench, plan: Plan, source: str, alignment: Alignment, run: Run, result: Result
) -> Findings:
    if run.loaded is None or result.status == "invalid":
        return {}
    if alignment.aligned and len(plan.reference_fills) == 1:
        return dict.fromkeys(plan.reference_fills, Finding("wrong"))
    return localise(bench, plan, source, alignment)


def _explain_whole(
    bench: Bench, plan: Plan, source: str, findings: Findings, run: Run, verdict: Verdict
) -> Explanation | None:
    if run.load_error is not None:
        return explain_raised(run.load_error, source)
    if run.stopped is not None and run.stopped.reason == "timeout":
        return explain_endless(source)
    if any(found.explanation is not None for found in findings.values()):
        return recognise_mistake(plan, list(without_own_words(run.outcomes, source)), verdict)
    label = next(iter(findings)) if len(plan.reference_fills) == len(findings) == 1 else None
    found = diagnose(plan, run.outcomes, verdict, source, label)
    return found or explain_by_repeating(bench, plan, source, verdict)


def _without_explanations(findings: Findings, labels: Iterable[str]) -> Findings:
    """What one explanation says about several blanks is not said again for each of them."""
    return {
        label: replace(findings[label], explanation=None) for label in labels if label in findings
    }


def _measured(plan: Plan, verdict: Verdict) -> tuple[Explanation, ...]:
    """The slope beside the student's number, where the exercise is a derivative."""
    antiderivative = plan.table.spec.antiderivative
    found = antiderivative and explain_gradient(verdict, antiderivative)
    return (found,) if found else ()


def explain_unreadable(bench: Bench, source: str, result: Result) -> Result:
    """Add to a result what keeps Python from reading the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except SyntaxError as error:
        said = explain_syntax(error, source)
        if said is not None:
            name = said.name.partition(".")[2].replace("_", "-")
            found = Explanation("exception", name, said)
            return replace(result, diagnosis=(_diagnosis(bench, found),))
    except (ValueError, RecursionError, MemoryError):
        pass
    return result


def explain_unfinished(bench: Bench, plan: Plan, source: str, alignment: Alignment) -> Findings:
    """Judge the blanks that are filled already, while others are still open."""
    return localise(bench, plan, source, alignment)


def blank_results(
    bench: Bench, source: str, alignment: Alignment, findings: Findings
) -> tuple[BlankResult, ...]:
    """Put what was found about each blank into the result format."""
    made = BlankResults(source)
    return tuple(
        _blank_result(bench, made, fill, findings.get(fill.label)) for fill in alignment.fills
    )


def _named(findings: Findings, whole: Explanation | None) -> list[Explanation]:
    """What to name: a mistake that spans blanks, and what is wrong with each of the others."""
    of_blanks = [found.explanation for found in findings.values() if found.explanation is not None]
    if whole is None:
        return of_blanks
    if whole.labels:
        return [whole, *of_blanks]
    return of_blanks or [whole]


def _diagnosis(bench: Bench, explanation: Explanation) -> Diagnosis:
    kind, confidence = explanation.kind, explanation.confidence
    return Diagnosis(kind, explanation.id, _told(bench, explanation), confidence)


def _told(bench: Bench, explanation: Explanation) -> str:
    told = bench.say(explanation.said)
    if explanation.question is None:
        return told
    both = zip(told.text, bench.say(explanation.question).text, strict=True)
    return bench.say(Text(*(f"{said}\n{question}" for said, question in both)))


def _blank_result(
    bench: Bench, made: BlankResults, fill: Fill, finding: Finding | None
) -> BlankResult:
    if fill.todo:
        return made.make(fill, "todo")
    if finding is None:
        return made.make(fill, "unknown")
    message = ""
    if finding.explanation is not None:
        message = _told(bench, finding.explanation)
    elif finding.endless:
        message = bench.say(sentence("verdict.blank_endless"))
    return made.make(fill, finding.status, message)
