"""What the terminal can show, and how progress and output reach it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from grader.cli import discard_stdout
from grader.errors import UsageError
from grader.layout import cut, pad
from grader.report import Style
from grader.words import readers_language, sentence

WIDTH = 80
BAR_WIDTH = 20
BETWEEN_DRAWINGS = 0.1


def terminal_style() -> Style:
    """Look at standard output: colours only on a terminal, at most 80 columns."""
    with suppress(AttributeError):
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    columns = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
    return Style(
        width=max(40, min(WIDTH, columns)),
        colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ,
        unicode=encoding.startswith("utf"),
        default_language=readers_language(None),
    )


def print_whole(text: str) -> None:
    """Write to standard output; a reader who leaves early has seen enough.

    Raises:
        UsageError: standard output cannot take it, as when its disk is full.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_stdout()
    except OSError as error:
        discard_stdout()
        raise UsageError(
            sentence("cli.cannot_write", file="stdout", error=error.strerror)
        ) from error


class TerminalProgress:
    """One progress bar on standard error for all training runs; none if that is no terminal.

    Runs may tell about themselves from several threads.
    """

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._updates: dict[str, tuple[int, int]] = {}
        self._drawn = 0.0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._lock:
            self._clear()
            # A run that is being broken off must not write over the report.
            self._shown = False

    def training(self, run: str, done: int, total: int) -> None:
        """Show how far training is; a run is known from its first update 0 on."""
        if not self._shown:
            return
        with self._lock:
            self._updates[run] = (done, total)
            if done < total and time.monotonic() - self._drawn < BETWEEN_DRAWINGS:
                return
            self._draw()

    def _draw(self) -> None:
        if not self._shown:
            return
        self._drawn = time.monotonic()
        done, total = (sum(column) for column in zip(*self._updates.values(), strict=True))
        if done == total:
            self._clear()
            return
        filled = "#" * (BAR_WIDTH * done // total)
        bar = f"  [{filled:-<{BAR_WIDTH}}]  {100 * done // total:3d}%"
        label = ", ".join(run for run, (at, of) in self._updates.items() if 0 < at < of)
        room = shutil.get_terminal_size().columns - len(bar) - 1
        sys.stderr.write(f"\r\033[K{pad(cut(label, room), room)}{bar}")
        sys.stderr.flush()

    def _clear(self) -> None:
        if not self._shown:
            return
        # The bar leaves its line to the report.
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
