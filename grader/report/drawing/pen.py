"""What every part of a text report is written with: the reader's language, and what shows there."""

from __future__ import annotations

from collections.abc import Iterator

import click

from grader.layout import printable, wrap
from grader.report import Style
from grader.words import Language, Sentence, as_typed, translate

# For each status its sign, what stands for it in ASCII, and its colour.
SIGNS = {
    "passed": ("✓", "+", "green"),
    "failed": ("✗", "x", "red"),
    "error": ("✗", "x", "red"),
    "timeout": ("✗", "x", "red"),
    "crashed": ("✗", "x", "red"),
    "invalid": ("?", "?", "yellow"),
    "todo": ("·", "-", "yellow"),
    "blocked": ("·", "-", "yellow"),
    "not_run": ("·", "-", "yellow"),
}
# Our own signs for a terminal that knows no others, each as wide as what it stands for; Japanese
# cannot be helped there.
PLAIN = str.maketrans({"·": "|", "…": "~", "—": "-", "“": '"', "”": '"', "’": "'"})
INDENT = 4
MAX_PARAGRAPH = 4_000


class Pen:
    """Writes for one reader: in a language, and as the place it goes to can show it."""

    def __init__(self, language: Language, style: Style) -> None:
        self.language = language
        self.style = style

    def translate(self, said: Sentence) -> str:
        """Put a sentence into the reader's language."""
        return translate(said, self.language)

    def bold(self, text: str) -> str:
        """Make a text stand out."""
        return click.style(text, bold=True) if self.style.colour else text

    def coloured(self, text: str, colour: str) -> str:
        """Give a text a colour."""
        return click.style(text, fg=colour) if self.style.colour else text

    def dim(self, text: str) -> str:
        """Make a text stand back."""
        return click.style(text, dim=True) if self.style.colour else text

    def sign(self, status: str) -> str:
        """The sign of a status, in its colour."""
        unicode_sign, ascii_sign, colour = SIGNS[status]
        return self.coloured(unicode_sign if self.style.unicode else ascii_sign, colour)

    def paragraph(self, text: str, indent: int = INDENT) -> Iterator[str]:
        """Break a text into indented lines; whoever wrote it, it cannot steer the terminal."""
        for line in wrap(printable(text[:MAX_PARAGRAPH]), self.style.width - indent):
            yield f"{' ' * indent}{line}"

    def command(self, command: str, indent: int = INDENT + 2) -> Iterator[str]:
        """Write a command on a line of its own, whole, so that it can be copied."""
        typed = printable(as_typed(command, self.language, self.style.default_language))
        lines = wrap(typed, self.style.width - indent) if self.style.cuts else [typed]
        for line in lines:
            yield f"{' ' * indent}{line}"

    def page(self, lines: list[str]) -> str:
        """Put lines together, in characters that can be shown there."""
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        return text if self.style.unicode else text.translate(PLAIN)
