"""Breaking lines of prose in which formulas and code stay whole where they can."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.layout import display_width, wrap

SHORT = 24
# No text has these: `printable` lets no control character through.
_HEAD, _REST = "\x01", "\x00"
_RUN = re.compile(f"{_HEAD}{_REST}*")


class Segment(NamedTuple):
    """A run of text; `whole` is one that should not be broken."""

    text: str
    whole: bool = False


def wrap_segments(segments: Sequence[Segment], width: int) -> list[str]:
    """Break text into lines of at most `width` columns.

    A segment that is to stay whole does if it is short; else it is broken at its spaces only.
    """
    kept: list[str] = []
    marked = "".join(_marked(segment, kept, min(SHORT, width // 2)) for segment in segments)
    lines = wrap(marked, width)
    if any(line.lstrip().startswith(_REST) for line in lines):
        return wrap("".join(segment.text for segment in segments), width)
    words = iter(kept)
    return [_RUN.sub(lambda _: next(words), line) for line in lines]


def _marked(segment: Segment, kept: list[str], short: int) -> str:
    if not segment.whole:
        return segment.text
    is_short = display_width(segment.text) <= short and "\n" not in segment.text
    words = [segment.text] if is_short else _words(segment.text)
    return "".join(_mark(word, kept) for word in words)


def _words(text: str) -> Iterator[str]:
    yield from re.findall(r"\s|[^\s]+", text)


def _mark(word: str, kept: list[str]) -> str:
    columns = display_width(word)
    if word.isspace() or not columns:
        return word
    kept.append(word)
    return _HEAD + _REST * (columns - 1)
