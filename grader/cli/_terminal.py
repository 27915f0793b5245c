"""What the terminal can show, and how progress and output reach it."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import click

from grader.cli import discard_stdout
from grader.errors import UsageError
from grader.report import Style
from grader.report.drawing.layout import cut
from grader.words import sentence

WIDTH = 80
# A bar that is wider than the terminal would begin a new line at every step.
BAR_WIDTH, BAR_FIGURES = 20, 24


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
    """A progress bar on standard error; none when that is not a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._finish()

    def training(self, lab: str, done: int, total: int) -> None:
        """Show how far training is."""
        if not self._shown:
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=total,
                label=cut(lab, shutil.get_terminal_size().columns - BAR_WIDTH - BAR_FIGURES),
                width=BAR_WIDTH,
                file=sys.stderr,
                update_min_steps=max(1, total // 50),
            )
            self._bar.render_progress()
        self._bar.update(1)
        if done == total:
            self._finish()

    def _finish(self) -> None:
        if self._bar is None:
            return
        self._bar = None
        # The bar leaves its line to the report.
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
