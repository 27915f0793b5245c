"""What the first losses of a lab can tell apart: right answers from wrong ones, at every seed.

Trains with each answer of `lab_answers` and compares with the reference at the same seed. Prints
Markdown tables, and ends with exit code 1 if at any seed a right answer departs, or a wrong one
agrees that is not known to.

python -m benchmarks.lab_agreement softmax l2_gradient --seeds 20
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

import click
import numpy as np

from benchmarks.lab_answers import UNSEEN, Part, parts
from benchmarks.markdown import table
from grader.judge.training import COMPARED_UPDATES, Runs, judge_training
from grader.labs.lab import Run, Scale
from grader.labs.slots import SlotError, SlotFunction


class Compared(NamedTuple):
    """How a run differs from the reference: at which update it departs, and by how much at most.

    `refused` says why there was no run.
    """

    departs_at: int | None
    difference: float
    refused: str | None = None

    @property
    def agrees(self) -> bool:
        """Whether the lab would be passed."""
        return self.departs_at is None and self.refused is None


@click.command(help=__doc__)
@click.argument("slots", nargs=-1)
@click.option("--seeds", default=20, show_default=True, help="How many seeds to train at.")
@click.option("--first", default=30, show_default=True, help="The first of them.")
def main(slots: Sequence[str], seeds: int, first: int) -> None:
    """Try the answers to these slots, to all where none is named."""
    surprises = []
    for part in parts():
        if slots and part.slot not in slots:
            continue
        right, wrong = part.right_answers(), part.wrong_answers()
        compared = compare(part, right | wrong, range(first, first + seeds))
        heads = [f"`{part.slot}`", "agrees at", "departs at update", "largest difference of a loss"]
        lines = [[name, *_written(found)] for name, found in compared.items()]
        print(table(heads, lines), flush=True)
        for name, found in compared.items():
            agreeing = sum(one.agrees for one in found)
            if name in right and agreeing < seeds:
                surprises.append(f"{part.slot}, {name}: right, but agrees at {agreeing} seeds only")
            if name in wrong and agreeing and name not in UNSEEN.get(part.slot, {}):
                surprises.append(f"{part.slot}, {name}: wrong, but agrees at {agreeing} seeds")
    print(*surprises or ["all as expected"], sep="\n")
    sys.exit(bool(surprises))


def compare(
    part: Part, answers: dict[str, SlotFunction], seeds: Sequence[int]
) -> dict[str, list[Compared]]:
    """Train with each answer at each seed, as long as losses are compared."""
    lab, data = part.lab, part.lab.load_data()
    scale = Scale(COMPARED_UPDATES, lab.scale.images)
    found: dict[str, list[Compared]] = {name: [] for name in answers}
    for seed in seeds:
        reference = lab.run(lab.reference_functions(part.slot), data, seed, scale)
        for name, function in answers.items():
            try:
                run = lab.run({part.slot: function}, data, seed, scale)
            except (SlotError, ValueError, IndexError) as error:
                found[name].append(Compared(None, np.nan, _reason(error)))
            else:
                found[name].append(_compared(part, run, reference))
    return found


def _compared(part: Part, run: Run, reference: Run) -> Compared:
    verdict = judge_training(Runs(run, reference), part.lab.slot(part.slot), part.lab.metrics)
    losses, expected = (one.training.history["loss"] for one in (run, reference))
    with np.errstate(all="ignore"):
        return Compared(verdict.departs_at, float(np.max(np.abs(losses - expected) / expected)))


def _reason(error: Exception) -> str:
    return error.sentence.name if isinstance(error, SlotError) else type(error).__name__


def _written(found: Sequence[Compared]) -> list[str]:
    return [
        f"{sum(one.agrees for one in found)} of {len(found)}",
        _departures(found),
        _range([one.difference for one in found if one.refused is None], ".1e"),
    ]


def _departures(found: Sequence[Compared]) -> str:
    departures = _range([one.departs_at for one in found if one.departs_at is not None], "d")
    refusals = [one.refused for one in found if one.refused is not None]
    refused = f"refused at {len(refusals)} ({', '.join(sorted(set(refusals)))})" if refusals else ""
    return ", ".join(filter(None, [departures, refused]))


def _range(values: Sequence[float], spec: str) -> str:
    if not values:
        return ""
    if not np.isfinite(values).all():
        return "not finite"
    low, high = (format(end, spec) for end in (min(values), max(values)))
    return low if low == high else f"{low} to {high}"


if __name__ == "__main__":
    main()
