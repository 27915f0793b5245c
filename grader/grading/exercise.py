"""Grades one exercise of one submission."""

from __future__ import annotations

import ast
import time
import warnings
from dataclasses import replace

from grader.course.blanks import Alignment, align
from grader.course.plan import Plan
from grader.course.submission import Answer
from grader.grading.bench import Bench
from grader.grading.running import Run, run_answer
from grader.grading.status import Standing, standing_of
from grader.judge.verdict import Verdict, counterexample, judge_outcomes
from grader.model import BlankResult, CaseCount, Result
from grader.words import Sentence, sentence


def grade_exercise(bench: Bench, plan: Plan, answer: Answer | None) -> Result:
    """Grade an answer; whatever it does, the outcome is a `Result`.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    result = _grade(bench, plan, answer)
    return replace(result, file=None if answer is None else str(answer.path))


def blocked_result(bench: Bench, plan: Plan, needed: tuple[str, ...]) -> Result:
    """The result of an exercise that waits for others."""
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
        said = sentence(
            "submission.syntax_error",
            file=answer.path,
            line=error.lineno,
            error=error.msg,
            text=(error.text or "").strip()[:200],
        )
        return Standing("invalid", (said,), error.lineno)
    except (ValueError, RecursionError, MemoryError):
        said = sentence(
            "submission.syntax_error", file=answer.path, line=1, error="too deeply nested", text=""
        )
        return Standing("invalid", (said,), 1)
    return None


def _todo(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Result:
    from grader.grading.explaining import blank_results, explain_unfinished

    open_blanks = [fill for fill in alignment.fills if fill.todo]
    places = [
        sentence("submission.blank_at_line", label=fill.label, line=fill.line)
        for fill in open_blanks
    ]
    said = sentence("submission.blanks_left", places=", ".join(map(bench.say, places)))
    findings = explain_unfinished(bench, plan, answer.source, alignment)
    return replace(
        _bare(bench, plan, Standing("todo", (said,), open_blanks[0].line)),
        aligned=alignment.aligned,
        blanks=blank_results(bench, alignment, findings),
    )


def _run_and_judge(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Result:
    started = time.monotonic()
    run = run_answer(bench, plan, answer.source)
    verdict = judge_outcomes(plan.table, run.outcomes)
    standing = standing_of(plan, answer, run, verdict)
    result = replace(
        _bare(bench, plan, standing),
        score=plan.points * verdict.share(),
        aligned=alignment.aligned,
        cases=CaseCount(0, 0) if standing.status == "invalid" else verdict.count,
        counterexample=counterexample(verdict, bench.settings.language),
        stdout=run.output,
        warnings=tuple(bench.say(said) for said in _remarks(run, verdict)),
    )
    if run.loaded is not None and _wants_labs(bench, plan, verdict):
        result = _train(bench, plan, answer, result)
    # Taken before localising, where fills of the solution stand beside a stranger's code: it
    # could tell them by the time it takes.
    result = replace(result, duration=round(time.monotonic() - started, 4))
    if verdict.passed:
        return replace(result, blanks=_right_blanks(alignment))
    from grader.grading.explaining import explain

    return explain(bench, plan, answer.source, alignment, run, verdict, result)


def _wants_labs(bench: Bench, plan: Plan, verdict: Verdict) -> bool:
    wanted = {"never": False, "auto": verdict.passed, "always": True}
    return bool(plan.table.spec.labs) and wanted[bench.settings.labs]


def _train(bench: Bench, plan: Plan, answer: Answer, result: Result) -> Result:
    from grader.grading.training import train_labs

    labs = train_labs(bench, plan, answer.source)
    if result.status == "passed" and any(lab.status in ("failed", "error") for lab in labs):
        return replace(result, labs=labs, status="failed", score=0.0)
    return replace(result, labs=labs)


def _right_blanks(alignment: Alignment) -> tuple[BlankResult, ...]:
    return tuple(BlankResult(fill.label, fill.line, fill.text, "right") for fill in alignment.fills)


def _remarks(run: Run, verdict: Verdict) -> list[Sentence]:
    """What was passed over, and the warnings: of the case that is shown, or of all."""
    skipped = run.loaded.remarks if run.loaded else ()
    said = [
        sentence("submission.import_skipped", module=module, line=line) for module, line in skipped
    ]
    shown = verdict.telling
    for warned in run.warnings if shown is None else run.warnings_of(shown.case):
        name = "verdict.warned_at" if warned.line else "verdict.warned"
        said.append(
            sentence(name, line=warned.line, category=warned.category, message=warned.message)
        )
    return said
