"""Grades one exercise of one submission."""

from __future__ import annotations

import ast
import time
import warnings
from collections.abc import Mapping
from dataclasses import replace

from grader.course.blanks import Alignment, Fill, align
from grader.course.exercise import Exercise
from grader.course.mistakes import Mistake
from grader.course.plan import Plan, make_plan
from grader.course.submission import Answer
from grader.grading.bench import Bench
from grader.grading.localising import Finding, localise
from grader.grading.running import Run, run_answer
from grader.grading.status import Standing, standing_of
from grader.grading.training import train_labs
from grader.judge.mistakes import recognise
from grader.judge.verdict import Verdict, counterexample, judge_outcomes
from grader.model import BlankResult, Diagnosis, Result, Status
from grader.words import Sentence, sentence


def grade_exercise(bench: Bench, exercise: Exercise, answer: Answer | None) -> Result:
    """Grade an answer; whatever it does, the outcome is a `Result`.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    started = time.monotonic()
    plan = make_plan(exercise, bench.settings.seed)
    result = _grade(bench, plan, answer)
    file = None if answer is None else str(answer.path)
    return replace(result, file=file, duration=round(time.monotonic() - started, 4))


def blocked_result(bench: Bench, exercise: Exercise, needed: tuple[str, ...]) -> Result:
    """The result of an exercise that waits for others."""
    plan = make_plan(exercise, bench.settings.seed)
    said = sentence("submission.blocked", names=", ".join(needed))
    return replace(_bare(bench, plan, Standing("blocked", (said,))), blocked_by=needed)


def _grade(bench: Bench, plan: Plan, answer: Answer | None) -> Result:
    if answer is None:
        said = sentence("submission.not_handed_in", name=plan.exercise.name)
        return _bare(bench, plan, Standing("todo", (said,)))
    if answer.problem is not None:
        return _bare(bench, plan, Standing("invalid", (answer.problem,)))
    problem = _syntax_problem(answer)
    if problem is not None:
        return _bare(bench, plan, problem)
    alignment = align(plan.template, answer.source)
    if any(fill.todo for fill in alignment.fills):
        return _todo(bench, plan, answer, alignment)
    return _run_and_judge(bench, plan, answer, alignment)


def _bare(bench: Bench, plan: Plan, standing: Standing) -> Result:
    return Result(
        id=plan.exercise.id,
        title=plan.title.in_language(bench.settings.language),
        status=standing.status,
        score=0.0,
        max_score=plan.points,
        line=standing.line,
        question=plan.table.spec.question,
        messages=tuple(bench.say(said) for said in standing.said),
    )


def _syntax_problem(answer: Answer) -> Standing | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(answer.source)
    except SyntaxError as error:
        said = sentence("submission.syntax_error", file=answer.path, line=error.lineno,
                        error=error.msg, text=(error.text or "").strip())
        return Standing("invalid", (said,), error.lineno)
    except (ValueError, RecursionError, MemoryError):
        said = sentence("submission.syntax_error", file=answer.path, line=1,
                        error="too deeply nested", text="")
        return Standing("invalid", (said,), 1)
    return None


def _todo(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Result:
    open_blanks = [fill for fill in alignment.fills if fill.todo]
    places = [sentence("submission.blank_at_line", label=fill.label, line=fill.line)
              for fill in open_blanks]
    said = sentence("submission.blanks_left", places=", ".join(map(bench.say, places)))
    findings: Mapping[str, Finding] = {}
    if len(open_blanks) < len(plan.reference_fills):
        findings = localise(bench.zygote, plan, answer.source, _file_name(plan), alignment,
                            bench.settings.limits)
    result = _bare(bench, plan, Standing("todo", (said,), open_blanks[0].line))
    return replace(
        result,
        aligned=alignment.aligned,
        blanks=_blank_results(bench, alignment, findings),
    )


def _run_and_judge(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Result:
    run = run_answer(bench.zygote, answer.source, _file_name(plan), plan.exercise.name,
                     plan.table.cases, bench.settings.limits)
    verdict = judge_outcomes(plan.table, run.outcomes)
    standing = standing_of(plan, answer, run, verdict)
    result = replace(
        _bare(bench, plan, standing),
        aligned=alignment.aligned,
        cases=verdict.count,
        counterexample=counterexample(verdict),
        stdout=run.output,
        warnings=tuple(bench.say(said) for said in _remarks(run)),
    )
    labs = train_labs(bench, plan, answer.source, passed=verdict.passed, loads=run.loaded is not None)
    status = _with_labs(standing.status, [lab.status for lab in labs])
    result = replace(
        result,
        labs=labs,
        status=status,
        score=plan.points * verdict.share() if status == standing.status else 0.0,
    )
    return _explain(bench, plan, answer, alignment, run, verdict, result)


def _with_labs(status: Status, labs: list[str]) -> Status:
    if status == "passed" and any(lab in ("failed", "error") for lab in labs):
        return "failed"
    return status


def _remarks(run: Run) -> list[Sentence]:
    skipped = run.loaded.remarks if run.loaded else ()
    said = [sentence("submission.import_skipped", module=module, line=line) for module, line in skipped]
    for warned in run.warnings:
        name = "verdict.warned_at" if warned.line else "verdict.warned"
        said.append(sentence(name, line=warned.line, category=warned.category, message=warned.message))
    return said


def _explain(
    bench: Bench,
    plan: Plan,
    answer: Answer,
    alignment: Alignment,
    run: Run,
    verdict: Verdict,
    result: Result,
) -> Result:
    if verdict.passed:
        findings: Mapping[str, Finding] = {fill.label: Finding("right") for fill in alignment.fills}
        return replace(result, blanks=_blank_results(bench, alignment, findings))
    if not run.outcomes:
        return replace(result, blanks=_blank_results(bench, alignment, {}))
    findings = _findings(bench, plan, answer, alignment)
    blanks = _blank_results(bench, alignment, findings)
    mistakes = _recognised(plan, run, verdict, findings)
    return replace(
        result,
        blanks=blanks,
        line=result.line or next((blank.line for blank in blanks if blank.status == "wrong"), None),
        diagnosis=tuple(_diagnosis(bench, mistake) for mistake in mistakes),
    )


def _findings(
    bench: Bench, plan: Plan, answer: Answer, alignment: Alignment
) -> Mapping[str, Finding]:
    if alignment.aligned and len(plan.reference_fills) == 1:
        return dict.fromkeys(plan.reference_fills, Finding("wrong"))
    return localise(bench.zygote, plan, answer.source, _file_name(plan), alignment,
                    bench.settings.limits)


def _recognised(
    plan: Plan, run: Run, verdict: Verdict, findings: Mapping[str, Finding]
) -> list[Mistake]:
    whole = None if verdict.unanswered else recognise(plan, run.outcomes, plan.mistakes)
    if whole is not None:
        return [whole]
    return [finding.mistake for finding in findings.values() if finding.mistake is not None]


def _diagnosis(bench: Bench, mistake: Mistake) -> Diagnosis:
    language = bench.settings.language
    explanation = mistake.explanation.in_language(language)
    question = mistake.question.in_language(language)
    return Diagnosis("mistake", mistake.id, f"{explanation}\n{question}", "exact")


def _blank_results(
    bench: Bench, alignment: Alignment, findings: Mapping[str, Finding]
) -> tuple[BlankResult, ...]:
    return tuple(_blank_result(bench, fill, findings.get(fill.label)) for fill in alignment.fills)


def _blank_result(bench: Bench, fill: Fill, finding: Finding | None) -> BlankResult:
    if fill.todo:
        return BlankResult(fill.label, fill.line, fill.text, "todo")
    if finding is None:
        return BlankResult(fill.label, fill.line, fill.text, "unknown")
    message = ""
    if finding.mistake is not None:
        message = finding.mistake.explanation.in_language(bench.settings.language)
    return BlankResult(fill.label, fill.line, fill.text, finding.status, message)


def _file_name(plan: Plan) -> str:
    return f"{plan.exercise.name}.py"
