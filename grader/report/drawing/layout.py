"""Lines of text by the columns they take up: Japanese characters take two."""

from __future__ import annotations

import re
import unicodedata

# A word of narrow characters is kept together; a wide character may be broken after anywhere.
_PIECE = re.compile(r"\s+|[^\s\u1100-\uffff]+|.", re.DOTALL)
_NEVER_FIRST = "、。，．・：；？！」』）］｝〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}…”’"


def display_width(text: str) -> int:
    """Count the columns a text takes up in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a number of columns."""
    return text + " " * (width - display_width(text))


def printable(text: str) -> str:
    """Replace what could steer the reader's terminal; what students' code says is shown to others."""
    return "".join(one if one.isprintable() or one == "\n" else "?" for one in text)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns.

    Line breaks of the text stay. Words are kept together unless they alone are too long, and no
    line begins with a closing bracket or a full stop.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width)]


def _wrap_paragraph(text: str, width: int) -> list[str]:
    lines = [""]
    for piece in _pieces(text, width):
        fits = display_width(lines[-1] + piece.rstrip()) <= width
        if fits or not lines[-1].strip() or piece[0] in _NEVER_FIRST:
            lines[-1] += piece
        elif not piece.isspace():
            lines[-1] = lines[-1].rstrip()
            lines.append(piece)
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> list[str]:
    pieces = []
    for piece in _PIECE.findall(text):
        pieces += [piece[start : start + width] for start in range(0, len(piece), width)]
    return pieces


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
