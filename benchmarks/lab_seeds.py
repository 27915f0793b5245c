"""Whether the labs show at every seed what they promise.

Trains without any optional slot and with each of them, the slots at their defaults. Prints
Markdown tables, and ends with exit code 1 if a number lies outside the bounds declared here.

python -m benchmarks.lab_seeds overfitting simple_cnn --seeds 20
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import click
import numpy as np

from benchmarks.markdown import table
from grader.data.dataset import Dataset
from grader.labs import find_labs
from grader.labs.lab import Lab

Rows: TypeAlias = Sequence[Mapping[str, float]]
SECONDS = "seconds"


class Bounds(NamedTuple):
    """Where a number lies at every seed and on any part of MNIST.

    `slot` is the optional slot that takes part. If `paired`, the bounds are those of the difference
    from the run without it at the same seed.
    """

    lab: str
    slot: str | None
    metric: str
    at_least: float
    at_most: float
    paired: bool = False


# Chosen at seeds 30 to 49, with a margin; binary addition needs a wider one, for seed 3004.
BOUNDS = (
    Bounds("binary_addition", None, "exact_sums", 15_000, 16_384),
    Bounds("mnist_mlp", None, "test_accuracy", 0.88, 0.96),
    Bounds("overfitting", None, "train_accuracy", 1, 1),
    Bounds("overfitting", None, "test_accuracy", 0.74, 0.85),
    Bounds("overfitting", None, "weight_norm", 15.5, 17.0),
    Bounds("overfitting", None, "near_zero_share", 0.12, 0.16),
    Bounds("overfitting", "l1_gradient", "train_accuracy", 1, 1),
    Bounds("overfitting", "l1_gradient", "test_accuracy", -0.025, 0.025, paired=True),
    Bounds("overfitting", "l1_gradient", "near_zero_share", 0.64, 0.71),
    Bounds("overfitting", "l2_gradient", "train_accuracy", 1, 1),
    Bounds("overfitting", "l2_gradient", "test_accuracy", -0.025, 0.025, paired=True),
    Bounds("overfitting", "l2_gradient", "weight_norm", 10.5, 11.5),
    Bounds("simple_cnn", None, "test_accuracy", 0.88, 0.96),
    Bounds("simple_cnn", None, "last_loss", 0, 0.04),
    Bounds("simple_cnn", "random_crop", "test_accuracy", 0.88, 0.97),
    Bounds("simple_cnn", "random_crop", "last_loss", 0.1, 0.4),
)


@click.command(help=__doc__)
@click.argument("names", type=click.Choice(list(find_labs())), nargs=-1)
@click.option("--seeds", default=20, show_default=True, help="How many seeds to train at.")
@click.option("--first", default=30, show_default=True, help="The first of them.")
@click.option("--each", is_flag=True, help="Print a row for each seed as well.")
def main(names: Sequence[str], seeds: int, first: int, each: bool) -> None:
    """Train labs at several seeds, all of them where none is named."""
    found: list[str] = []
    for name in names or find_labs():
        lab = find_labs()[name]
        data = lab.load_data()
        rows = measure(lab, data, range(first, first + seeds))
        source = ", ".join(data.source.values()) or "computed"
        print(f"\n{name}, {source}, seeds {first} to {first + seeds - 1}\n", flush=True)
        if each:
            for slot in rows:
                print(_each_seed(lab, slot, rows[slot], first))
        print(_summary(lab, source, rows))
        if len(rows) > 1:
            print(_paired(lab, source, rows))
        found += outside(lab, rows)
    print(*found or ["all numbers lie within their bounds"], sep="\n")
    sys.exit(bool(found))


def measure(lab: Lab, data: Dataset, seeds: Sequence[int]) -> dict[str | None, Rows]:
    """Train without any optional slot, under the key `None`, and with each of them."""
    optional = [name for name, slot in lab.slots.items() if slot.optional]
    return {slot: _rows(lab, slot, data, seeds) for slot in (None, *optional)}


def _rows(lab: Lab, slot: str | None, data: Dataset, seeds: Iterable[int]) -> Rows:
    rows = []
    for seed in seeds:
        start = time.perf_counter()
        run = lab.run(lab.reference_functions(slot), data, seed)
        rows.append({**run.metrics, SECONDS: time.perf_counter() - start})
    return rows


def _columns(lab: Lab) -> dict[str, str]:
    """What is measured, and how it is written."""
    return {**{name: metric.spec for name, metric in lab.metrics.items()}, SECONDS: ".2f"}


def _heads(lab: Lab) -> list[str]:
    return [*(metric.label.en for metric in lab.metrics.values()), SECONDS]


def _run_name(slot: str | None) -> str:
    return "without" if slot is None else f"`{slot}`"


def _each_seed(lab: Lab, slot: str | None, rows: Rows, first: int) -> str:
    lines = [
        [str(seed), *(format(row[name], spec) for name, spec in _columns(lab).items())]
        for seed, row in enumerate(rows, start=first)
    ]
    return table([f"seed, {_run_name(slot)}", *_heads(lab)], lines)


def _summary(lab: Lab, source: str, rows: Mapping[str | None, Rows]) -> str:
    """Give min / median / max over the seeds."""
    lines = []
    for slot, measured in rows.items():
        cells = [
            " / ".join(format(value, spec) for value in _ends_and_middle(measured, name))
            for name, spec in _columns(lab).items()
        ]
        lines.append([source, _run_name(slot), *cells])
    return table(["data", "run", *_heads(lab)], lines)


def _paired(lab: Lab, source: str, rows: Mapping[str | None, Rows]) -> str:
    """Compare the runs with an optional slot with the one without at the same seed."""
    lines = []
    for slot, measured in rows.items():
        if slot is None:
            continue
        differences = _differences(measured, rows[None])
        for name, metric in lab.metrics.items():
            values = [row[name] for row in differences]
            signs = [sum(np.sign(value) == sign for value in values) for sign in (1, 0, -1)]
            written = (f"{value:+{metric.spec}}" for value in _ends_and_middle(differences, name))
            label = metric.label.en
            lines.append([source, _run_name(slot), label, *map(str, signs), " / ".join(written)])
    heads = ["data", "run", "less the run without", "higher", "equal", "lower", "difference"]
    return table(heads, lines)


def _differences(rows: Rows, others: Rows) -> Rows:
    return [
        {name: row[name] - other[name] for name in row}
        for row, other in zip(rows, others, strict=True)
    ]


def _ends_and_middle(rows: Rows, name: str) -> tuple[float, float, float]:
    values = [row[name] for row in rows]
    return min(values), statistics.median(values), max(values)


def outside(lab: Lab, rows: Mapping[str | None, Rows]) -> Iterator[str]:
    """Name the numbers of a lab that lie outside their bounds, given the rows of each run."""
    for bounds in BOUNDS:
        if bounds.lab != lab.name:
            continue
        measured = rows[bounds.slot]
        compared = _differences(measured, rows[None]) if bounds.paired else measured
        low, _, high = _ends_and_middle(compared, bounds.metric)
        if not bounds.at_least <= low <= high <= bounds.at_most:
            yield (
                f"{lab.name}, {_run_name(bounds.slot)}: {bounds.metric} from {low:g} to {high:g}, "
                f"not within {bounds.at_least:g} to {bounds.at_most:g}"
            )


if __name__ == "__main__":
    main()
