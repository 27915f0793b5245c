"""Prints how long the commands a student waits for take, beside what they could not do without."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.timing import Timed, python, time_in_turn

GRADER = python("-m", "grader")


@dataclass(frozen=True)
class Goal:
    """A command may take `ratio` times as long as its yardstick, and `peak` MiB per process."""

    command: str
    yardstick: str
    ratio: float
    peak: float | None = None


GOALS = (
    Goal("grader --help", "import click", 1.5),
    Goal("grader check softmax --no-labs", "import numpy", 2.2, peak=120),
)
COMMANDS = {
    "import click": python("-c", "import click"),
    "import numpy": python("-c", "import numpy"),
    "grader --help": [*GRADER, "--help"],
    "grader check softmax --no-labs": [
        *GRADER,
        "check",
        "softmax",
        "--no-labs",
        "--submission",
        "solutions",
    ],
    "grader check rnn_delta --no-labs": [
        *GRADER,
        "check",
        "rnn_delta",
        "--no-labs",
        "--submission",
        "solutions",
    ],
    "grader check rnn_delta": [*GRADER, "check", "rnn_delta", "--submission", "solutions"],
}


def main() -> None:
    """Measure and print; the verdict is the reader's."""
    timed = time_in_turn(COMMANDS)
    for name, measured in timed.items():
        print(
            f"{name:34} {measured.median:6.3f} s  (min {min(measured.seconds):.3f}, "
            f"max {max(measured.seconds):.3f})  {measured.peak:4.0f} MiB"
        )
    print()
    for goal in GOALS:
        print(_compared(goal, timed))
    lab = timed["grader check rnn_delta"].median - timed["grader check rnn_delta --no-labs"].median
    print(f"lab binary_addition, reference cached: {lab:.2f} s  (goal: 3 s)")


def _compared(goal: Goal, timed: dict[str, Timed]) -> str:
    ratio = timed[goal.command].median / timed[goal.yardstick].median
    line = f"{goal.command} / {goal.yardstick}: {ratio:.2f}  (goal: {goal.ratio})"
    if goal.peak is None:
        return line
    return f"{line}; {timed[goal.command].peak:.0f} MiB  (goal: {goal.peak:.0f})"


if __name__ == "__main__":
    main()
