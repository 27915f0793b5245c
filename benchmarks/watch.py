"""How long after a save the verdict of `grader watch` stands on the screen.

`python -m benchmarks.watch` edits softmax in a copy of the course, right and wrong in turn, in a
terminal of 80 columns.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

from benchmarks.timing import python, time_in_turn

ROOT = Path(__file__).resolve().parent.parent
EXERCISE = "day1/section3_output/softmax"
ROUNDS = 15
GOAL_SECONDS = 0.1
PATIENCE = 60.0
CONTROL = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]")
RIGHT, WRONG, READY = "cases pass", "not right yet", "Save the file"


class Watching:
    """`grader watch` in a terminal, from outside."""

    def __init__(self, course: Path, *options: str) -> None:
        self._terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            [*python("-m", "grader"), "watch", "softmax", "--no-labs", "--lang", "en", *options],
            cwd=course,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def wait_for(self, *expected: str) -> float:
        """Wait until all of this was written, and tell when the first of it was.

        Raises:
            TimeoutError: it does not come.
        """
        seen, first = "", 0.0
        deadline = time.perf_counter() + PATIENCE
        while not all(one in seen for one in expected):
            if not select.select([self._terminal], [], [], deadline - time.perf_counter())[0]:
                raise TimeoutError(seen)
            seen += CONTROL.sub("", os.read(self._terminal, 1 << 16).decode(errors="replace"))
            if not first and expected[0] in seen:
                first = time.perf_counter()
        return first

    def close(self) -> None:
        """Quit as a person does."""
        os.write(self._terminal, b"q")
        self._process.wait()
        os.close(self._terminal)


def measure(options: tuple[str, ...]) -> dict[str, list[float]]:
    """Save right and wrong answers in turn, and take the time until their verdicts."""
    with tempfile.TemporaryDirectory(prefix="grader-watch-") as folder:
        course = Path(folder)
        for name in ("solutions", "exercises"):
            shutil.copytree(ROOT / name, course / name)
        shutil.copy(ROOT / "course.toml", course)
        answer = course / "exercises" / f"{EXERCISE}.py"
        right = (course / "solutions" / EXERCISE / "softmax.py").read_text(encoding="utf-8")
        texts = {WRONG: right.replace("axis=-1", "axis=0"), RIGHT: right}
        seconds: dict[str, list[float]] = {WRONG: [], RIGHT: []}
        watching = Watching(course, *options)
        watching.wait_for(READY)
        for _ in range(ROUNDS):
            for verdict, text in texts.items():
                started = time.perf_counter()
                answer.write_text(text, encoding="utf-8")
                seconds[verdict].append(watching.wait_for(verdict, READY) - started)
                time.sleep(0.2)
        watching.close()
    return {verdict: times[1:] for verdict, times in seconds.items()}


def main() -> None:
    """Measure and print; the verdict is the reader's."""
    numpy = time_in_turn({"import numpy": python("-c", "import numpy")})["import numpy"].median
    print(f"import numpy: {1000 * numpy:.0f} ms")
    for options in ((), ("--poll",)):
        for verdict, times in measure(options).items():
            middle = statistics.median(times)
            print(
                f"grader watch {' '.join(options):7} save to “{verdict}”: {1000 * middle:4.0f} ms"
                f"  (min {1000 * min(times):.0f}, max {1000 * max(times):.0f})"
                f"  / import numpy: {middle / numpy:.2f}  (goal: {1000 * GOAL_SECONDS:.0f} ms)"
            )


if __name__ == "__main__":
    main()
