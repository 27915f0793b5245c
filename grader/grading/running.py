"""Runs an answer: a fresh worker, the student's source, and every case of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from grader.calls.steps import Outcome, RaisedError, Warned
from grader.calls.values import numeric_bytes
from grader.course.case import Case
from grader.course.plan import Plan
from grader.course.table import Outcomes
from grader.grading.bench import Bench
from grader.sandbox import Limits, Loaded, Stopped, Worker


class Run(NamedTuple):
    """What came of running an answer.

    Attributes:
        outcomes: of the cases that were answered, in order.
        loaded: what the file defines; None when it could not be loaded.
        load_error: the exception that ended loading.
        stopped: how the worker died, if it did; the cases after that have no outcome.
        output: what was printed, as far as it is kept.
    """

    outcomes: tuple[Outcomes, ...] = ()
    loaded: Loaded | None = None
    load_error: RaisedError | None = None
    stopped: Stopped | None = None
    output: str = ""

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """The different warnings of all cases."""
        every = (w for case in range(len(self.outcomes)) for w in self.warnings_of(case))
        return tuple(dict.fromkeys(every))

    def warnings_of(self, case: int) -> tuple[Warned, ...]:
        """The different warnings of one case."""
        every = (warned for outcome in self.outcomes[case] for warned in outcome.warnings)
        return tuple(dict.fromkeys(every))


# A wrong answer may be larger than the right one, and deserves to be told its shape.
REPLY_ROOM = 4 << 20


def run_answer(bench: Bench, plan: Plan, source: str) -> Run:
    """Load an answer in a fresh worker and ask it every case; a worker that dies ends the run."""
    name, cases = plan.exercise.name, plan.table.cases
    with bench.zygote.start_worker(_limits(bench, plan)) as worker:
        try:
            loaded = worker.load(source, f"{name}.py", name, bench.earlier)
        except Stopped as stopped:
            return Run(stopped=stopped, output=worker.output)
        if isinstance(loaded, RaisedError):
            return Run(load_error=loaded, output=worker.output)
        if not _can_be_called(loaded, name, cases):
            return Run(loaded=loaded, output=worker.output)
        outcomes, stopped_by = _ask(worker, cases)
        return Run(outcomes, loaded, stopped=stopped_by, output=worker.output)


def _limits(bench: Bench, plan: Plan) -> Limits:
    """All outcomes are kept until they are judged, so none may be much larger than expected."""
    limits = bench.settings.limits
    largest = max(_expected_bytes(outcomes) for outcomes in plan.table.expected)
    return replace(limits, reply_bytes=min(limits.reply_bytes, REPLY_ROOM + 4 * largest))


def _expected_bytes(outcomes: Outcomes) -> int:
    return sum(numeric_bytes([outcome.value, dict(outcome.changed)]) for outcome in outcomes)


def _can_be_called(loaded: Loaded, name: str, cases: Sequence[Case]) -> bool:
    first = cases[0].steps[0]
    return name in loaded.defined and loaded.accepts(len(first.arguments))


def _ask(worker: Worker, cases: Sequence[Case]) -> tuple[tuple[Outcomes, ...], Stopped | None]:
    outcomes: list[tuple[Outcome, ...]] = []
    for case in cases:
        try:
            outcomes.append(tuple(worker.perform(step) for step in case.steps))
        except Stopped as stopped:
            return tuple(outcomes), stopped
    return tuple(outcomes), None
