"""Grades one exercise of one submission."""

from __future__ import annotations

import ast
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from grader.calls.messages import MAX_WARNINGS
from grader.course.blanks import Alignment, Fill, align
from grader.course.plan import Plan
from grader.course.submission import Answer
from grader.grading.bench import Bench
from grader.grading.blanks import BlankResults
from grader.grading.running import Run, run_answer
from grader.grading.status import Standing, standing_of
from grader.judge.verdict import Verdict, counterexample, judge_outcomes
from grader.model import BlankResult, CaseCount, Result
from grader.words import Sentence, sentence

Explain: TypeAlias = Callable[[Result], Result]


class Graded(NamedTuple):
    """The result of an answer's cases, whether the labs are to be trained with it, and what adds
    an explanation to the result.

    Explaining runs the solution's fills beside the student's code, which must not have anybody to
    hand them to: it comes last of all that a command does.
    """

    result: Result
    wants_labs: bool = False
    explain: Explain | None = None


def grade_cases(bench: Bench, plan: Plan, answer: Answer | None) -> Graded:
    """Grade an answer by its cases; whatever it does, the outcome is a result.

    Raises:
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    if answer is None:
        return _grade(bench, plan, None)
    graded = _grade(bench._replace(earlier=answer.earlier), plan, answer)
    result = _told_about(bench, answer, graded.result)
    result = replace(result, file=str(answer.path), source=answer.source)
    explain = graded.explain and _if_readable(graded.explain)
    return graded._replace(result=result, explain=explain)


def blocked_result(bench: Bench, plan: Plan, needed: tuple[str, ...]) -> Result:
    """The result of an exercise that waits for others."""
    said = sentence("submission.blocked", names=", ".join(needed))
    return replace(_bare(bench, plan, Standing("blocked", (said,))), blocked_by=needed)


def _if_readable(explain: Explain) -> Explain:
    """Let a result whose code is too deep to be looked at keep its mark without a reason."""

    def explain_or_leave(result: Result) -> Result:
        try:
            return explain(result)
        except RecursionError:
            return result

    return explain_or_leave


def _told_about(bench: Bench, answer: Answer, result: Result) -> Result:
    """Add what reading a notebook or an archive has to say about the answer."""
    remarks = (*result.warnings, *map(bench.say, answer.remarks))
    messages = result.messages
    if answer.cell is not None and result.status not in ("passed", "invalid"):
        messages += (bench.say(sentence("notebook.lines_counted", cell=answer.cell)),)
    return replace(result, warnings=remarks, messages=messages)


def _grade(bench: Bench, plan: Plan, answer: Answer | None) -> Graded:
    if answer is None:
        said = sentence("submission.not_handed_in", name=plan.exercise.name)
        return Graded(_bare(bench, plan, Standing("todo", (said,))))
    if answer.problem is not None:
        return Graded(_bare(bench, plan, Standing("invalid", (answer.problem,))))
    problem = syntax_problem(answer)
    if problem is not None:
        return Graded(_bare(bench, plan, problem), explain=_syntax_explained(bench, answer))
    alignment = align(plan.template, answer.source)
    if any(fill.todo for fill in alignment.fills):
        return _todo(bench, plan, answer, alignment)
    return _run_and_judge(bench, plan, answer, alignment)


def _bare(bench: Bench, plan: Plan, standing: Standing) -> Result:
    return Result(
        id=plan.exercise.id,
        title=bench.say(plan.title),
        status=standing.status,
        score=0.0,
        max_score=plan.points,
        line=standing.line,
        question=plan.table.spec.question,
        messages=tuple(bench.say(said) for said in standing.said),
    )


def syntax_problem(answer: Answer) -> Standing | None:
    """What keeps Python from reading an answer."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(answer.source)
    except SyntaxError as error:
        return _unreadable(answer, error.lineno, error.msg, (error.text or "").strip()[:200])
    except (ValueError, RecursionError, MemoryError):
        return _unreadable(answer, 1, "too deeply nested", "")
    return None


def _syntax_explained(bench: Bench, answer: Answer) -> Explain:
    def explain(result: Result) -> Result:
        from grader.grading.explaining import explain_unreadable

        return explain_unreadable(bench, answer.source, result)

    return explain


def _unreadable(answer: Answer, line: int | None, error: str, text: str) -> Standing:
    values = {"line": line, "error": error, "text": text}
    if answer.cell is None:
        said = sentence("submission.syntax_error", file=answer.path, **values)
    else:
        said = sentence("notebook.syntax_error", cell=answer.cell, **values)
    return Standing("invalid", (said,), line)


def _todo(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Graded:
    from grader.grading.explaining import blank_results, explain_unfinished

    open_blanks = [fill for fill in alignment.fills if fill.todo]
    said = blanks_left(open_blanks)
    result = replace(
        _bare(bench, plan, Standing("todo", (said,), open_blanks[0].line)),
        aligned=alignment.aligned,
        blanks=blank_results(bench, answer.source, alignment, {}),
    )
    if len(open_blanks) == len(alignment.fills):
        return Graded(result)

    def explain(result: Result) -> Result:
        findings = explain_unfinished(bench, plan, answer.source, alignment)
        return replace(result, blanks=blank_results(bench, answer.source, alignment, findings))

    return Graded(result, explain=explain)


def blanks_left(open_blanks: Iterable[Fill]) -> Sentence:
    """Say where there is still something to fill in."""
    places = tuple(
        sentence("submission.blank_at_line", label=fill.label, line=fill.line)
        for fill in open_blanks
    )
    return sentence("submission.blanks_left", places=places)


def _run_and_judge(bench: Bench, plan: Plan, answer: Answer, alignment: Alignment) -> Graded:
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
        duration=round(time.monotonic() - started, 4),
    )
    wants_labs = run.loaded is not None and _wants_labs(bench, plan, verdict)
    if verdict.passed:
        return Graded(replace(result, blanks=_right_blanks(answer, alignment)), wants_labs)

    def explain(result: Result) -> Result:
        from grader.grading import explaining

        return explaining.explain(bench, plan, answer.source, alignment, run, verdict, result)

    return Graded(result, wants_labs, explain)


def _wants_labs(bench: Bench, plan: Plan, verdict: Verdict) -> bool:
    wanted = {"never": False, "auto": verdict.passed, "always": True}
    return bool(plan.table.spec.labs) and wanted[bench.settings.labs]


def _right_blanks(answer: Answer, alignment: Alignment) -> tuple[BlankResult, ...]:
    made = BlankResults(answer.source)
    return tuple(made.make(fill, "right") for fill in alignment.fills)


def _remarks(run: Run, verdict: Verdict) -> list[Sentence]:
    """What was passed over, and the warnings: of the case that is shown, or of all."""
    skipped = run.loaded.remarks if run.loaded else ()
    said = [
        sentence("submission.import_skipped", module=module, line=line) for module, line in skipped
    ]
    shown = verdict.telling
    warnings_shown = run.warnings if shown is None else run.warnings_of(shown.case)
    for warned in warnings_shown[:MAX_WARNINGS]:
        name = "verdict.warned_at" if warned.line else "verdict.warned"
        said.append(
            sentence(name, line=warned.line, category=warned.category, message=warned.message)
        )
    return said
