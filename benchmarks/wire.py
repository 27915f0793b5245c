"""What it costs a lab to have a slot's function in a worker: prints a Markdown table.

python -m benchmarks.wire overfitting --rounds 5

The same code is trained with in this process and across the wire, in turn. Noise only ever adds,
so the fastest round of each counts. The worker's start and the loading of the file are included.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from benchmarks.markdown import table
from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.plan import make_plan
from grader.course.sources import read_author_file
from grader.data.dataset import Dataset
from grader.grading import Bench, Settings
from grader.grading.processes import keep_freed_memory
from grader.grading.training import Contribution, Setting, train
from grader.labs import find_labs
from grader.labs.lab import Lab, silent
from grader.labs.slots import local
from grader.sandbox import Zygote

ROOT = Path(__file__).resolve().parents[1]
SEED = 0
COLUMNS = ("lab", "slot", "calls", "s in process", "s across", "share of the wire", "µs per call")


@dataclass(frozen=True)
class Measured:
    """One slot of one lab: how often it is called, and the fastest run of each kind in seconds."""

    lab: str
    slot: str
    calls: int
    inside: float
    across: float

    @property
    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        share = 1 - self.inside / self.across
        per_call = (self.across - self.inside) / self.calls * 1e6
        numbers = (f"{self.inside:.3f}", f"{self.across:.3f}", f"{share:.0%}", f"{per_call:.0f}")
        return (self.lab, self.slot, str(self.calls), *numbers)


@click.command(help=__doc__)
@click.argument("names", nargs=-1, type=click.Choice(list(find_labs())))
@click.option("--rounds", default=5, show_default=True, help="How often to train each way.")
def main(names: tuple[str, ...], rounds: int) -> None:
    """Measure every slot that an exercise takes part in."""
    keep_freed_memory()  # as in the processes that train
    with Zygote.start() as zygote:
        bench = Bench(zygote, Settings(seed=SEED))
        measured = [
            _measure(bench, lab, slot, given, rounds)
            for lab, slot, given in _contributions()
            if not names or lab.name in names
        ]
    click.echo(table(COLUMNS, (one.cells for one in measured)), nl=False)


def _contributions() -> Iterator[tuple[Lab, str, Contribution]]:
    """The solutions, as a student would hand them in, beside the slots they are for."""
    for exercise in load_course(ROOT).exercises:
        plan = make_plan(exercise, SEED)
        for link in plan.table.spec.labs:
            parameters = tuple(plan.table.cases[0].steps[0].arguments)
            yield find_labs()[link.lab], link.slot, _solution(exercise, parameters)


def _solution(exercise: Exercise, parameters: tuple[str, ...]) -> Contribution:
    return Contribution(read_author_file(exercise.solution_path), exercise.name, parameters)


def _measure(bench: Bench, lab: Lab, slot: str, given: Contribution, rounds: int) -> Measured:
    data = lab.load_data()
    setting = Setting(lab, slot, data, SEED, lab.scale)
    default = local(lab.slot(slot).default)
    inside, across = [], []
    for _ in range(rounds):
        inside.append(_seconds(lambda: lab.run({slot: default}, data, SEED)))
        across.append(_seconds(lambda: train(bench, setting, given, silent)))
    return Measured(lab.name, slot, _count_calls(lab, slot, data), min(inside), min(across))


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _count_calls(lab: Lab, slot: str, data: Dataset) -> int:
    default = local(lab.slot(slot).default)
    calls = 0

    def counted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        return default(*arguments)

    lab.run({slot: counted}, data, SEED)
    return calls


if __name__ == "__main__":
    main()
