"""Times whole commands in turn, so that ratios hold although the machine's speed drifts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 9


@dataclass(frozen=True)
class Timed:
    """Wall times of a command in seconds, and the memory of its largest process in MiB."""

    seconds: tuple[float, ...]
    peak: float

    @property
    def median(self) -> float:
        """The middle of the wall times."""
        return statistics.median(self.seconds)


def time_in_turn(commands: Mapping[str, Sequence[str]], rounds: int = ROUNDS) -> dict[str, Timed]:
    """Run all commands once unmeasured, then `rounds` times one after the other."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    for round_number in range(rounds + 1):
        for name, command in commands.items():
            elapsed, peak = _run(command)
            if round_number:
                seconds[name].append(elapsed)
                peaks[name] = max(peaks[name], peak)
    return {name: Timed(tuple(seconds[name]), peaks[name]) for name in commands}


def python(*arguments: str) -> list[str]:
    """A command line of this interpreter."""
    return [sys.executable, *arguments]


def _environment() -> dict[str, str]:
    """A user's environment, in which Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(command: Sequence[str]) -> tuple[float, float]:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with exit code {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024
