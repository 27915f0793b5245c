"""What a run amounts to: a status, what to say about it, and at which line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from grader.calls.steps import RaisedError
from grader.course.plan import Plan
from grader.course.submission import Answer
from grader.grading.running import Run
from grader.judge.verdict import Verdict
from grader.model import Status
from grader.sandbox import Loaded, Stopped
from grader.words import Sentence, sentence


class Standing(NamedTuple):
    """A status with its reason."""

    status: Status
    said: tuple[Sentence, ...] = ()
    line: int | None = None


def standing_of(plan: Plan, answer: Answer, run: Run, verdict: Verdict) -> Standing:
    """Decide the status of an answer that was run."""
    if run.load_error is not None:
        return _load_error(answer, run.load_error)
    if run.stopped is not None and not verdict.failures:
        return _stopped(plan, run, run.stopped)
    if run.loaded is not None and not run.outcomes and run.stopped is None:
        return Standing("invalid", (_why_not_callable(plan, answer, run.loaded),))
    if verdict.passed:
        return Standing("passed")
    return _failed(plan, run, verdict)


def _load_error(answer: Answer, error: RaisedError) -> Standing:
    if error.type_name == "EOFError":
        return Standing("error", (sentence("verdict.input_called", line=error.line),), error.line)
    values = {"line": error.line or 1, "type": error.type_name, "message": error.message}
    if answer.cell is None:
        said = sentence("verdict.load_error", file=answer.path, **values)
    else:
        said = sentence("notebook.load_error", cell=answer.cell, **values)
    return Standing("error", (said,), error.line)


def _stopped(plan: Plan, run: Run, stopped: Stopped) -> Standing:
    status: Status = "timeout" if stopped.reason == "timeout" else "crashed"
    if run.loaded is None:
        return Standing(status, (sentence("verdict.loading_stopped", what=stopped.sentence),))
    case = plan.table.cases[len(run.outcomes)].name
    return Standing(status, (sentence("verdict.in_case", case=case, what=stopped.sentence),))


def _failed(plan: Plan, run: Run, verdict: Verdict) -> Standing:
    failure = verdict.telling
    assert failure is not None
    said = [failure.difference.said]
    if run.stopped is not None:
        said += _stopped(plan, run, run.stopped).said
    error = failure.got.error
    if failure.difference.kind != "raised" or error is None:
        return Standing("failed", tuple(said))
    if error.type_name == "EOFError":
        said[0] = sentence("verdict.input_called", line=error.line)
    elif error.line is not None:
        said[0] = sentence("verdict.at_line", line=error.line, what=said[0])
    return Standing("error", tuple(said), error.line)


def _why_not_callable(plan: Plan, answer: Answer, loaded: Loaded) -> Sentence:
    name = plan.exercise.name
    if name in loaded.defined:
        parameters = plan.table.cases[0].steps[0].arguments
        call = f"{name}({', '.join(parameters)})"
        return sentence("submission.wrong_signature", name=name, call=call)
    resembling = list(_resembling(name, loaded.defined))
    if resembling:
        return sentence(
            "submission.function_renamed", file=answer.path, name=name, found=resembling[0]
        )
    return sentence("submission.function_missing", file=answer.path, name=name)


def _resembling(name: str, defined: Iterable[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(name, list(defined), n=1, cutoff=0.6)
