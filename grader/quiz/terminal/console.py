"""The terminal itself: lines are written, and one line at a time is typed and edited."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress

from grader.quiz.terminal.screens import Look
from grader.words import readers_language

# Signs of ours with what stands for them where only ASCII can be shown, each as wide.
_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "…": "~", "·": "|", "・": ","})


class Console:
    """Standard input and output. Nothing is ever redrawn, so that readers aloud can follow."""

    def __init__(self) -> None:
        with suppress(AttributeError):
            sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
        self._unicode = encoding.startswith("utf")
        self._edit_lines()

    @property
    def look(self) -> Look:
        """What can be shown at this moment; the window may have been resized."""
        columns = shutil.get_terminal_size().columns
        return Look(
            columns,
            colour=not os.environ.get("NO_COLOR"),
            unicode=self._unicode,
            default_language=readers_language(None),
        )

    def write(self, lines: Sequence[str]) -> None:
        """Write lines."""
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        sys.stdout.write(text if self._unicode else text.translate(_PLAIN))
        sys.stdout.flush()

    def ask(self, prompt: str) -> str:
        """Have a line typed.

        Raises:
            EOFError: there will be no more lines.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        while True:
            # Bytes that are no text in the terminal's encoding were hardly meant as an answer.
            with suppress(UnicodeDecodeError):
                return input(prompt).encode("utf-8", "replace").decode()

    def _edit_lines(self) -> None:
        """Let `input` edit lines by characters, however wide, where the system can do that."""
        try:
            import readline
        except ImportError:
            return
        readline.set_auto_history(False)
        readline.parse_and_bind("tab: self-insert")
