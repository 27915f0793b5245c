"""What every screen is written with: the reader's language, and what the terminal can show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from grader.layout import display_width, pad, printable, wrap
from grader.quiz.model import Option, Quiz
from grader.quiz.prose import Prose
from grader.quiz.terminal.prose import ProseWriter, hanging
from grader.quiz.terminal.session import Item
from grader.words import Language, Sentence, Text, as_typed, sentence, translate

INDENT = 2
WIDEST, NARROWEST = 80, 30
Style = Literal["bold", "faint", "red", "green", "yellow"]
_CODES: dict[Style, int] = {"bold": 1, "faint": 2, "red": 31, "green": 32, "yellow": 33}


class Look(NamedTuple):
    """What a terminal can show, and what commands speak there if no language is asked for."""

    columns: int = WIDEST
    colour: bool = False
    unicode: bool = True
    default_language: Language | None = None

    @property
    def width(self) -> int:
        """How many columns are written to."""
        return max(NARROWEST, min(WIDEST, self.columns))


class Pen:
    """Writes lines for one reader."""

    def __init__(self, language: Language, look: Look) -> None:
        self.language = language
        self.look = look

    def say(self, name: str, /, **values: object) -> str:
        """Put a sentence into words."""
        return self.spoken(sentence(name, **values))

    def spoken(self, said: Sentence) -> str:
        """Put a sentence into words that cannot steer the terminal."""
        return printable(translate(said, self.language))

    def text(self, text: Text) -> str:
        """Take a text in the reader's language."""
        return printable(text.in_language(self.language))

    def told(self, said: str, style: Style | None = None, indent: int = INDENT) -> list[str]:
        """Break a text into lines."""
        lines = [f"{' ' * indent}{line}" for line in wrap(said, self.look.width - indent)]
        return [self.styled(line, style) for line in lines] if style else lines

    def command(self, command: str, indent: int = INDENT) -> str:
        """Write a command on a line of its own, whole, so that it can be copied."""
        typed = as_typed(command, self.language, self.look.default_language)
        return f"{' ' * indent}{printable(typed)}"

    def styled(self, line: str, style: Style) -> str:
        """Give a line a style, where styles can be seen."""
        return f"\x1b[{_CODES[style]}m{line}\x1b[0m" if self.look.colour else line

    def rule(self) -> str:
        """A line between two questions, short enough where its signs count twice."""
        return self.styled(("─" if self.look.unicode else "-") * (self.look.width // 2), "faint")

    def sign(self, unicode_sign: str, ascii_sign: str) -> str:
        """A sign, or what stands for it in ASCII."""
        return unicode_sign if self.look.unicode else ascii_sign

    def title(self, item: Item) -> str:
        """The title of a question, on one line."""
        return self._writer(None).line(item.question.title.in_language(self.language))

    def prose(self, quiz: Quiz, prose: Prose, indent: int = INDENT) -> list[str]:
        """Write a passage."""
        passage = prose.in_language(self.language)
        written = self._writer(quiz).lines(passage, self.look.width - indent)
        return [f"{' ' * indent}{line}" if line else "" for line in written]

    def options(self, options: Sequence[Option], marks: Sequence[str]) -> list[str]:
        """Write options behind their marks; long ones have an empty line between them."""
        column = max(map(display_width, marks)) + 2
        blocks = []
        for option, mark in zip(options, marks, strict=True):
            passage = option.text.in_language(self.language)
            lines = self._writer(None).lines(passage, self.look.width - INDENT - column)
            blocks.append(hanging(" " * INDENT + pad(mark, column), lines))
        between = [""] if any(len(block) > 1 for block in blocks) else []
        spaced = [line for block in blocks for line in (*block, *between)]
        return spaced[: len(spaced) - len(between)]

    def _writer(self, quiz: Quiz | None) -> ProseWriter:
        folder = None if quiz is None else quiz.folder
        return ProseWriter(self.language, unicode=self.look.unicode, folder=folder)


def number(points: float) -> str:
    """Write points with as few digits as they need, two at most behind the point."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def pass_mark(quiz: Quiz) -> float:
    """The points needed to pass."""
    return quiz.pass_share * quiz.points
