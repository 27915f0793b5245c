"""One training run with the student's function in its slot.

The training loop runs here, in the trusted process; only the calls of the slot cross the wire.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from grader.calls.steps import RaisedError, Step
from grader.calls.values import Value
from grader.course.vocabulary import FUNCTION
from grader.data.dataset import Dataset
from grader.grading.bench import Bench
from grader.labs.lab import Lab, Progress, Run, Scale
from grader.labs.slots import SlotError, SlotFunction
from grader.sandbox import Stopped, Worker
from grader.words import Sentence, sentence

LAB_SECONDS = 60.0
FULL_SCALE_SECONDS = 600.0


class Contribution(NamedTuple):
    """A student's function on its way into a slot: the file, and how its function is called."""

    source: str
    name: str
    parameters: tuple[str, ...]
    earlier: str = ""


class Setting(NamedTuple):
    """Which lab is trained how, and the slot that it is about, if it is about one."""

    lab: Lab
    slot: str
    data: Dataset
    seed: int
    scale: Scale


class UntrainableError(Exception):
    """Training with the student's function came to an early end; `sentence` says why."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)
        self.sentence = said


def train(bench: Bench, setting: Setting, given: Contribution, progress: Progress) -> Run:
    """Train with the student's function, which runs in a worker of its own.

    Raises:
        UntrainableError: it raised, was stopped, or gave something that cannot be trained with.
    """
    seconds = FULL_SCALE_SECONDS if bench.settings.full_scale else LAB_SECONDS
    limits = replace(
        bench.settings.limits, output_limit=None, total_seconds=seconds, cpu_seconds=int(seconds)
    )
    with bench.zygote.start_worker(limits) as worker:
        try:
            filename = f"{given.name}.py"
            loaded = worker.load(given.source, filename, given.name, given.earlier)
            if isinstance(loaded, RaisedError):
                raise UntrainableError(sentence("labs.load_failed", type=loaded.type_name))
            function = _remote(worker, given.parameters)
            lab, slot, data, seed, scale = setting
            return lab.run({slot: function}, data, seed, scale, progress)
        except SlotError as error:
            raise UntrainableError(error.sentence) from None
        except Stopped as stopped:
            raise UntrainableError(sentence("labs.stopped", what=stopped.sentence)) from None


def _remote(worker: Worker, parameters: tuple[str, ...]) -> SlotFunction:
    """The student's function as an ordinary function: each call is one step of the worker."""

    def function(*arguments: Any) -> Value:
        named = dict(zip(parameters, arguments, strict=True))
        outcome = worker.perform(Step("compute", FUNCTION, named))
        if outcome.error is not None:
            raise UntrainableError(_raised(outcome.error))
        return outcome.value

    return function


def _raised(error: RaisedError) -> Sentence:
    return sentence(
        "labs.raised", type=error.type_name, message=error.message, line=error.line or "?"
    )
