"""Trains the labs of an exercise with the student's function in its slot.

The training loop runs here, in the trusted process; only the calls of the slot cross the wire.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from grader.calls.steps import RaisedError, Step
from grader.calls.values import Value
from grader.course.plan import Plan
from grader.course.vocabulary import FUNCTION, LabLink
from grader.errors import UsageError
from grader.grading.bench import Bench
from grader.judge.training import TrainingVerdict, judge_training
from grader.labs import find_labs
from grader.labs.lab import Lab, Run, SlotError
from grader.labs.reference import reference_run
from grader.model import LabResult
from grader.sandbox import Stopped, Worker
from grader.words import Sentence, sentence

LAB_SECONDS = 60.0


def train_labs(bench: Bench, plan: Plan, source: str) -> tuple[LabResult, ...]:
    """Train every lab the exercise takes part in."""
    return tuple(_train(bench, plan, source, link) for link in plan.table.spec.labs)


def _train(bench: Bench, plan: Plan, source: str, link: LabLink) -> LabResult:
    lab = find_labs()[link.lab]
    title = lab.title.in_language(bench.settings.language)
    try:
        data = lab.load_data()
    except UsageError as error:
        return LabResult(lab.name, title, "not_run", messages=(bench.say(error.sentence),))
    seed = bench.settings.seed

    def progress(done: int, total: int) -> None:
        bench.progress.training(title, done, total)

    reference = reference_run(lab, data, seed, progress=progress)
    limits = replace(bench.settings.limits, output_limit=None, total_seconds=LAB_SECONDS)
    with bench.zygote.start_worker(limits) as worker:
        try:
            loaded = worker.load(source, f"{plan.exercise.name}.py", plan.exercise.name)
            if isinstance(loaded, RaisedError):
                return _stopped(
                    bench, lab, title, sentence("labs.load_failed", type=loaded.type_name)
                )
            functions = {link.slot: _remote(worker, plan)}
            run = lab.run(functions, data, seed, progress)
        except (SlotError, _SlotRaisedError) as error:
            return _stopped(bench, lab, title, error.sentence)
        except Stopped as stopped:
            return _stopped(bench, lab, title, sentence("labs.stopped", what=stopped.sentence))
    verdict = judge_training(run, reference, lab.metrics, lab.slots[link.slot].role)
    return _result(bench, lab, title, verdict, run, reference)


class _SlotRaisedError(Exception):
    def __init__(self, error: RaisedError) -> None:
        super().__init__(error)
        self.sentence = sentence(
            "labs.raised", type=error.type_name, message=error.message, line=error.line or "?"
        )


def _remote(worker: Worker, plan: Plan) -> Callable[..., Value]:
    """The student's function as an ordinary function: each call is one step of the worker."""
    names = list(plan.table.cases[0].steps[0].arguments)

    def function(*arguments: Any) -> Value:
        outcome = worker.perform(Step("call", FUNCTION, dict(zip(names, arguments, strict=True))))
        if outcome.error is not None:
            raise _SlotRaisedError(outcome.error)
        return outcome.value

    return function


def _stopped(bench: Bench, lab: Lab, title: str, said: Sentence) -> LabResult:
    return LabResult(lab.name, title, "error", messages=(bench.say(said),))


def _result(
    bench: Bench, lab: Lab, title: str, verdict: TrainingVerdict, run: Run, reference: Run
) -> LabResult:
    metrics = {}
    for pair in verdict.metrics:
        metrics[pair.name] = pair.value
        metrics[f"reference_{pair.name}"] = pair.reference
    history = {}
    for name, values in run.training.history.items():
        history[name] = tuple(map(float, values))
        history[f"reference_{name}"] = tuple(map(float, reference.training.history[name]))
    said = [*verdict.sentences, *(pair.sentence for pair in verdict.metrics)]
    return LabResult(
        id=lab.name,
        title=title,
        status="passed" if verdict.agrees else "failed",
        metrics=metrics,
        history=history,
        messages=tuple(bench.say(one) for one in said),
    )
