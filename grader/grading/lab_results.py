"""Puts what became of a lab into the result format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from grader.errors import GraderError
from grader.grading.bench import Desk
from grader.grading.training import Setting, UntrainableError
from grader.judge.training import Runs, judge_training
from grader.labs.lab import Lab, Metric, Run
from grader.model import LabResult
from grader.words import Language, Sentence, Text, sentence, speak


def trained(desk: Desk, setting: Setting, runs: Runs) -> LabResult:
    """The result of a lab that was trained to the end."""
    slot = setting.lab.slot(setting.slot)
    verdict = judge_training(runs, slot, setting.lab.metrics)
    said = [*verdict.sentences, *(compared.sentence for compared in verdict.metrics)]
    named = {"": runs.student, "reference_": runs.reference, "without_": runs.without}
    # A wrong answer has been told what is wrong with it; what the right one teaches comes later.
    finding = slot.finding if verdict.agrees else None
    result = _complete(desk, setting, named, said, finding)
    return replace(result, status="passed" if verdict.agrees else "failed")


def demonstrated(desk: Desk, setting: Setting, reference: Run, without: Run | None) -> LabResult:
    """The result of a lab in which no student's function took part."""
    lab = setting.lab
    said = [_measured(name, metric, reference, without) for name, metric in lab.metrics.items()]
    finding = lab.slot(setting.slot).finding if setting.slot else None
    named = {"reference_": reference, "without_": without}
    return _complete(desk, setting, named, said, finding)


def not_trained(desk: Desk, lab: Lab, slot: str, error: GraderError) -> LabResult:
    """The result of a lab that cannot be trained here, which is nobody's fault."""
    return replace(_empty(desk, lab, slot), messages=(desk.say(error.sentence),))


def broken_off(desk: Desk, setting: Setting, error: UntrainableError) -> LabResult:
    """The result of training that came to an early end."""
    result = _empty(desk, setting.lab, setting.slot)
    said = (desk.say(error.sentence),)
    return replace(result, status="error", data=setting.data.source, messages=said)


def _empty(desk: Desk, lab: Lab, slot: str) -> LabResult:
    """What is known of a result before there is anything to tell."""
    return LabResult(lab.name, desk.say(lab.title), "not_run", slot)


def _complete(
    desk: Desk,
    setting: Setting,
    runs: Mapping[str, Run | None],
    said: Iterable[Sentence],
    finding: Text | None,
) -> LabResult:
    """Gather what each run gave under names that say which run it was."""
    messages: list[str] = [desk.say(one) for one in said]
    if finding is not None:
        messages.append(desk.say(finding))
    return replace(
        _empty(desk, setting.lab, setting.slot),
        data=setting.data.source,
        metrics=dict(_named(runs, lambda run: run.metrics)),
        history=dict(_named(runs, _series)),
        curves=curves_of(setting.lab, setting.slot, desk.settings.language),
        messages=tuple(messages),
    )


def curves_of(lab: Lab, slot: str, language: Language) -> dict[str, str]:
    """Name the series of a lab, the one in which a slot shows most first."""
    telling = [lab.slot(slot).curve] if slot else []
    names = [*telling, *(name for name in lab.curves if name not in telling)]
    return {name: speak(lab.curves[name], language) for name in names}


def _measured(name: str, metric: Metric, reference: Run, without: Run | None) -> Sentence:
    with_it = format(reference.metrics[name], metric.spec)
    if without is None:
        return sentence("lab_command.metric", label=metric.label, reference=with_it)
    without_it = format(without.metrics[name], metric.spec)
    return sentence(
        "lab_command.metric_of_two", label=metric.label, reference=with_it, without=without_it
    )


def _series(run: Run) -> Mapping[str, tuple[float, ...]]:
    history = run.training.history
    return {name: tuple(map(float, values)) for name, values in history.items()}


def _named(
    runs: Mapping[str, Run | None], read: Callable[[Run], Mapping[str, Any]]
) -> Iterator[tuple[str, Any]]:
    for prefix, run in runs.items():
        if run is not None:
            yield from ((f"{prefix}{name}", value) for name, value in read(run).items())
