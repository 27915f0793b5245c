"""A real terminal with `grader watch` in it, as far as that needs one."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.cli.running import ROOT

PATIENCE = 30.0
# Like a shell with job control: the command gets a process group and the terminal for itself.
SHELL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
# What is started in the background may have to ignore these.
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
child = os.fork()
if not child:
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
if code < 0:
    os.kill(os.getpid(), -code)
sys.exit(code)
"""
# All that the screen is drawn with: places, erasing, modes; colours are passed over.
PIECE = re.compile(r"\x1b\[(\??)([0-9;]*)([A-Za-z])|([^\x1b]+)")


class Screen:
    """What stands where, by the control sequences that arrived."""

    def __init__(self, rows: int, columns: int) -> None:
        self.modes: dict[str, bool] = {}
        self._size = rows, columns
        self._rows = [""] * rows
        self._row = 0

    @property
    def text(self) -> str:
        return "\n".join(row.rstrip() for row in self._rows)

    def feed(self, text: str) -> None:
        for private, parameters, letter, plain in PIECE.findall(text):
            if plain:
                self._rows[self._row] += plain
            elif private:
                self.modes[parameters] = letter == "h"
            elif letter == "H":
                self._row = int(parameters.partition(";")[0] or 1) - 1
            elif letter == "K":
                self._rows[self._row] = ""
            elif letter == "J":
                self._rows = [""] * self._size[0]

    def resize(self, rows: int, columns: int) -> None:
        self._size = rows, columns
        self._rows, self._row = [""] * rows, 0


class Watched:
    """A run of `grader watch` in a terminal of its own; ended at the end of a `with` block."""

    def __init__(self, course: Path, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self._terminal, self.theirs = pty.openpty()
        self.screen = Screen(24, 80)
        self._resize(24, 80)
        self.found = termios.tcgetattr(self.theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-c", SHELL, "-m", "grader", "watch", *arguments],
            cwd=course,
            env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **(env or {})},
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            start_new_session=True,
        )
        self.written = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            # The hangup of its terminal would end the command, too, but not if it is stopped.
            os.killpg(self.group, signal.SIGKILL)
            self.process.kill()
        self.process.wait()
        os.close(self._terminal)
        os.close(self.theirs)

    @property
    def modes(self) -> list[Any]:
        """The modes of the terminal, whoever set them."""
        return termios.tcgetattr(self.theirs)

    @property
    def group(self) -> int:
        """The process group of the command, which is also its process id."""
        return os.tcgetpgrp(self._terminal)

    def press(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def resize(self, rows: int, columns: int) -> None:
        self.screen.resize(rows, columns)
        self._resize(rows, columns)

    def until(self, *expected: str, without: str | None = None) -> str:
        """Wait until the screen holds all of this, and give what it shows."""

        def there() -> bool:
            text = self.screen.text
            return all(one in text for one in expected) and (without is None or without not in text)

        self._wait(there, f"{expected} not in:\n")
        return self.screen.text

    def ended(self) -> int:
        """Wait for the end, and give the exit code."""
        self._wait(lambda: self.process.poll() is not None, "still running:\n")
        self._read()
        return self.process.wait()

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.group, number)

    def is_stopped(self) -> None:
        """Wait until the process is stopped, as by Ctrl-Z."""
        status = Path(f"/proc/{self.group}/stat")
        self._wait(lambda: status.read_text().rpartition(")")[2].split()[0] == "T", "runs:\n")
        self._read()

    def _wait(self, done: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, otherwise + self.screen.text
            self._read()

    def _read(self) -> None:
        while select.select([self._terminal], [], [], 0.01)[0]:
            piece = os.read(self._terminal, 1 << 16).decode(errors="replace")
            self.written += piece
            self.screen.feed(piece)

    def _resize(self, rows: int, columns: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
