"""What the layers around student code cost, and whether many submissions leave anything behind.

python -m benchmarks.sandbox --submissions 1000
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.markdown import table
from grader.calls.steps import Step
from grader.sandbox import Limits, Stopped, Zygote
from grader.sandbox.zygote import WITHOUT_VARIABLE

ANSWER = "import numpy as np\n\n\ndef answer():\n    return np.ones(3)\n"
ENDS = "import os\n\nos._exit(1)\n"
LAYERS = ("bubblewrap", "landlock", "seccomp")
ROUNDS = 60


class Footprint(NamedTuple):
    """What a process holds: memory in KiB, open descriptors, and children."""

    memory: int
    descriptors: int
    children: int


@click.command(help=__doc__)
@click.option("--submissions", default=1000, show_default=True, help="How many in sequence.")
def main(submissions: int) -> None:
    """Measure and print; the verdict is the reader's."""
    rows = []
    for count in range(len(LAYERS) + 1):
        with _without(LAYERS[count:]), Zygote.start() as zygote:
            seconds = [_first_result(zygote, ANSWER) for _ in range(ROUNDS)]
            rows.append([", ".join(zygote.layers), *_milliseconds(seconds)])
    click.echo(table(["layers", "median ms", "largest ms"], rows))
    with Zygote.start() as zygote:
        _first_result(zygote, ANSWER)
        before = _footprint()
        for number in range(submissions):
            _first_result(zygote, ENDS if number % 7 == 0 else ANSWER)
        after = _footprint()
    columns = ["after", "memory KiB", "descriptors", "children"]
    lines = [["1 submission", *map(str, before)], [f"{submissions} more", *map(str, after)]]
    click.echo(table(columns, lines), nl=False)


@contextmanager
def _without(layers: tuple[str, ...]) -> Iterator[None]:
    os.environ[WITHOUT_VARIABLE] = ",".join(layers)
    try:
        yield
    finally:
        del os.environ[WITHOUT_VARIABLE]


def _first_result(zygote: Zygote, source: str) -> float:
    started = time.perf_counter()
    with zygote.start_worker(Limits()) as worker:
        try:
            worker.load(source, "answer.py", "answer")
            worker.perform(Step("call", "function"))
        except Stopped:
            pass
        return time.perf_counter() - started


def _milliseconds(seconds: list[float]) -> list[str]:
    # The first one waits for the zygote to have loaded NumPy.
    warm = seconds[1:]
    return [f"{value * 1000:.1f}" for value in (statistics.median(warm), max(warm))]


def _footprint() -> Footprint:
    """Of this process and all below it."""
    pids = [os.getpid(), *_below(os.getpid())]
    memory = sum(_resident(pid) for pid in pids)
    descriptors = sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids)
    return Footprint(memory, descriptors, len(pids) - 1)


def _below(pid: int) -> Iterator[int]:
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
        yield int(child)
        yield from _below(int(child))


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


if __name__ == "__main__":
    main()
