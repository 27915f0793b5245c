"""Lines of text by the columns they take up: Japanese characters take two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate, takewhile

TAB = 4
PILED = 4
ELLIPSIS = "…"

_NEVER_FIRST = (
    "、。，．・：；？！」』）］｝〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}…”’"
)
# A word of narrow characters is kept together; between wide ones a line may be broken anywhere,
# but not before a sign that never comes first. A command of ours is copied, and stays whole.
_NARROW = r"[^\s\u1100-\uffff\U0001f000-\U0003ffff]"
_PIECE = re.compile(
    rf"\s+|(?:{_NARROW}*?`grader [^`\n]+`|{_NARROW}+|.)[{re.escape(_NEVER_FIRST)}]*", re.DOTALL
)


def display_width(text: str) -> int:
    """Count the columns a text takes up in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a number of columns."""
    return text + " " * (width - display_width(text))


def printable(text: str) -> str:
    """Replace what could steer the terminal: what a student's code says is shown to others."""
    return "".join(one if _is_harmless(one) else "?" for one in text.expandtabs(TAB))


def cut(text: str, width: int) -> str:
    """Keep as much of a text as fits into `width` columns; an ellipsis says that there was more."""
    fits = len(text) <= PILED * width and display_width(text) <= width
    return text if fits else f"{_head(text, width - 1)}{ELLIPSIS}"


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, two at least.

    Line breaks of the text stay. Words are kept together unless they alone are too long, and so
    are a closing bracket or a full stop and what they follow.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width)]


def _wrap_paragraph(text: str, width: int) -> list[str]:
    lines = [""]
    for piece in _pieces(text, width):
        fits = display_width(lines[-1] + piece.rstrip()) <= width
        if fits:
            lines[-1] += piece
        elif not lines[-1].strip():
            lines[-1] = piece
        elif not piece.isspace():
            lines.append(piece)
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        start = columns = 0
        for index, character in enumerate(piece):
            columns += _character_width(character)
            # Any number of combining characters fits into one column.
            if index > start and (columns > width or index - start >= PILED * width):
                yield piece[start:index]
                start, columns = index, _character_width(character)
        yield piece[start:]


def _head(text: str, width: int) -> str:
    columns = accumulate(map(_character_width, text[: PILED * width]))
    return text[: sum(1 for _ in takewhile(lambda column: column <= width, columns))]


def _is_harmless(character: str) -> bool:
    # The full-width space of Japanese text does not count as printable.
    return character.isprintable() or character == "\n" or unicodedata.category(character) == "Zs"


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
