"""Whether a lab learns at every seed: trains it with its defaults, and prints a Markdown table.

python -m benchmarks.lab_seeds binary_addition --seeds 20
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence

import click

from grader.labs import find_labs
from grader.labs.lab import Lab


@click.command(help=__doc__)
@click.argument("name", type=click.Choice(list(find_labs())))
@click.option("--seeds", default=20, show_default=True, help="How many seeds to train at.")
@click.option("--first", default=30, show_default=True, help="The first of them.")
def main(name: str, seeds: int, first: int) -> None:
    """Train a lab at several seeds and print what was measured."""
    lab = find_labs()[name]
    rows = _measure(lab, range(first, first + seeds))
    columns = [metric.label.en for metric in lab.metrics.values()] + ["last loss", "seconds"]
    specs = [metric.spec for metric in lab.metrics.values()] + [".5f", ".2f"]
    click.echo(_line(["seed", *columns]))
    click.echo(_line(["---", *("--:" for _ in columns)]))
    for seed, row in rows.items():
        click.echo(_line([str(seed), *_written(row, specs)]))
    for label, summary in (("min", min), ("median", statistics.median), ("max", max)):
        over_seeds = [summary(column) for column in zip(*rows.values(), strict=True)]
        click.echo(_line([f"**{label}**", *_written(over_seeds, specs)]))


def _measure(lab: Lab, seeds: Sequence[int]) -> dict[int, list[float]]:
    data = lab.load_data()
    rows = {}
    for seed in seeds:
        start = time.perf_counter()
        run = lab.run({}, data, seed)
        seconds = time.perf_counter() - start
        metrics = [run.metrics[name] for name in lab.metrics]
        rows[seed] = [*metrics, float(run.training.history["loss"][-1]), seconds]
    return rows


def _written(numbers: Sequence[float], specs: Sequence[str]) -> list[str]:
    return [format(number, spec) for number, spec in zip(numbers, specs, strict=True)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
