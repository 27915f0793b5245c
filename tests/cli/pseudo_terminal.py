"""A terminal with the real command line in it: what is typed, what is shown, its size, Ctrl-C."""

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
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.cli.running import ROOT

ESCAPE = re.compile(r"\x1b(\[[?0-9;]*[a-zA-Z]|[=>])|[\x01\x02]")
PATIENCE = 20.0


class Terminal:
    """Runs `python -m grader` with a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 80,
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = (sys.executable, "-m", "grader"),
    ) -> None:
        self._ours, theirs = pty.openpty()
        self._set_size(theirs, columns)
        variables = {"LC_ALL": "C.UTF-8", "TERM": "xterm", "PYTHONPATH": str(ROOT), **(env or {})}
        inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        self.process = subprocess.Popen(
            [*command, *arguments],
            cwd=cwd,
            env={**inherited, **variables},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self._raw = b""
        self._read_up_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    @property
    def text(self) -> str:
        """Everything shown so far, without escape sequences."""
        shown = ESCAPE.sub("", self._raw.decode("utf-8", "replace"))
        return shown.replace("\r\n", "\n").replace("\r", "")

    @property
    def raw(self) -> str:
        """Everything shown so far."""
        return self._raw.decode("utf-8", "replace")

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._ours, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C while a line is waited for.

        Python sleeps through one that comes between the prompt and its waiting, until the next key.
        """
        state = Path(f"/proc/{self.process.pid}/stat")
        seen = ""
        while not seen.endswith("SSSSS"):
            time.sleep(0.02)
            seen += state.read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        self.type("\x03")

    def answer(self, prompt: str, text: str) -> None:
        """Wait for a prompt that was not yet waited for, and type a line."""
        self.wait_for(prompt)
        self.type(f"{text}\r")

    def wait_for(self, text: str) -> None:
        """Wait until a text is shown behind all that was waited for before."""
        end = time.monotonic() + PATIENCE
        while text not in self.text[self._read_up_to :]:
            assert time.monotonic() < end, f"no {text!r} in:\n{self.text}"
            assert self._read(), f"ended without {text!r}:\n{self.text}"
        self._read_up_to = self.text.index(text, self._read_up_to) + len(text)

    def ends(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"does not end:\n{self.text}"
        assert "Traceback" not in self.text
        return self.process.wait(PATIENCE)

    def resize(self, columns: int) -> None:
        """Change the width of the window."""
        self._set_size(self._ours, columns)
        self.process.send_signal(signal.SIGWINCH)

    def _read(self) -> bool:
        with suppress(OSError):
            ready, _, _ = select.select([self._ours], [], [], 0.2)
            if not ready:
                return True
            piece = os.read(self._ours, 65536)
            self._raw += piece
            return bool(piece)
        return False

    @staticmethod
    def _set_size(descriptor: int, columns: int) -> None:
        fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
