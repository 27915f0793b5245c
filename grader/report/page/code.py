"""A student's file with its blanks marked."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from grader.model import BlankResult, Result
from grader.report.page.prose import plain

SIGNS = {"right": "✓", "wrong": "✗", "todo": "…", "unknown": "?"}
LEFT_OUT = "⋯"
# A longer text in quotes, such as a docstring that repeats the task, is folded.
FOLDED_FROM = 3
MAX_LINES = 60
AROUND = 12
MAX_LINE = 400

_TOKEN = re.compile(
    r"(?P<s>[rbfuRBFU]{0,2}(?:\"\"\"[\s\S]*?(?:\"\"\"|\Z)|'''[\s\S]*?(?:'''|\Z)"
    r"|\"(?:\\.|[^\"\\\n])*+\"?|'(?:\\.|[^'\\\n])*+'?))"
    rf"|(?P<c>\#[^\n]*)|(?P<k>\b(?:{'|'.join(keyword.kwlist)})\b)"
)


class _Piece(NamedTuple):
    """A part of the source that something is said about, by its offsets."""

    start: int
    end: int
    kind: str


def mark_blanks(result: Result) -> Markup | None:
    """Write the source of a result; nothing if there is none."""
    if not result.source.strip():
        return None
    source = plain(result.source).rstrip("\n")
    lines = source.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    blanks = [found for blank in result.blanks if (found := _place(blank, starts, source))]
    tokens = list(_tokens(source))
    shown = _shown(len(lines), _folded(tokens, blanks, source), _telling_lines(result))
    writer = _Writer(source, tokens, blanks)
    written = []
    for before, number in pairwise([0, *shown, len(lines) + 1]):
        if number > before + 1:
            written.append(_line("", Markup('<span class="c">{}</span>').format(LEFT_OUT)))
        if number <= len(lines):
            line = writer.line(starts[number - 1], starts[number] - 1)
            written.append(_line(_number(number, result), line))
    return Markup("").join(written)


def _place(blank: BlankResult, starts: Sequence[int], source: str) -> _Piece | None:
    """Where the fill of a blank stands; nothing if the result does not say so."""
    column, end_line, end_column = blank.column, blank.end_line, blank.end_column
    if column is None or end_line is None or end_column is None:
        return None
    if not 0 < blank.line <= end_line < len(starts):
        return None
    start, end = starts[blank.line - 1] + column - 1, starts[end_line - 1] + end_column - 1
    if not start < end <= len(source):
        return None
    return _Piece(start, end, f"{blank.status} {blank.label}")


def _tokens(source: str) -> Iterator[_Piece]:
    for found in _TOKEN.finditer(source):
        yield _Piece(found.start(), found.end(), str(found.lastgroup))


def _folded(
    tokens: Iterable[_Piece], blanks: Sequence[_Piece], source: str
) -> Iterator[tuple[int, int]]:
    """The lines within long texts in quotes, first and last; none that holds a blank."""
    for token in tokens:
        text = source[token.start : token.end]
        holds_blank = any(token.start < blank.end and blank.start < token.end for blank in blanks)
        if token.kind == "s" and text.count("\n") >= FOLDED_FROM and not holds_blank:
            first = source.count("\n", 0, token.start) + 2
            yield first, first + text.count("\n") - 2


def _telling_lines(result: Result) -> list[int]:
    lines = [blank.line for blank in result.blanks]
    return lines if result.line is None else [result.line, *lines]


def _shown(count: int, folded: Iterable[tuple[int, int]], telling: Sequence[int]) -> list[int]:
    hidden = {line for first, last in folded for line in range(first, last + 1)}
    shown = [line for line in range(1, count + 1) if line not in hidden or line in telling]
    if len(shown) <= MAX_LINES:
        return shown
    near = [line for line in shown if any(abs(line - one) <= AROUND for one in telling)]
    return (near or shown)[:MAX_LINES]


def _number(number: int, result: Result) -> str:
    is_pointed_at = number == result.line and result.status != "passed"
    return f"▸{number}" if is_pointed_at else str(number)


def _line(number: str, written: Markup) -> Markup:
    return Markup('<span class="l" data-n="{}">{}\n</span>').format(number, written)


class _Writer:
    def __init__(self, source: str, tokens: Sequence[_Piece], blanks: Sequence[_Piece]) -> None:
        self._source = source
        self._tokens = tokens
        self._blanks = blanks
        self._next = 0

    def line(self, start: int, end: int) -> Markup:
        """Write a line; lines come in order, and a mark may go on over several of them."""
        end = min(end, start + MAX_LINE)
        while self._next < len(self._tokens) and self._tokens[self._next].end <= start:
            self._next += 1
        written, at = [], start
        for blank in sorted(self._blanks):
            left, right = max(at, blank.start), min(end, blank.end)
            if left < right:
                inside = self._coloured(left, right)
                written += [self._coloured(at, left), _marked(blank, inside, left == blank.start)]
                at = right
        return Markup("").join([*written, self._coloured(at, end)])

    def _coloured(self, start: int, end: int) -> Markup:
        written, at = [], start
        for token in self._tokens[self._next :]:
            if token.start >= end:
                break
            left, right = max(at, token.start), min(end, token.end)
            if left < right:
                text = self._source[left:right]
                coloured = Markup('<span class="{}">{}</span>').format(token.kind, text)
                written += [escape(self._source[at:left]), coloured]
                at = right
        return Markup("").join([*written, escape(self._source[at:end])])


def _marked(blank: _Piece, text: Markup, is_first: bool) -> Markup:
    status, _, label = blank.kind.partition(" ")
    if not is_first:
        return Markup('<mark class="{}">{}</mark>').format(status, text)
    tag = f"{label} {SIGNS[status]}"
    return Markup('<mark class="{}" data-tag="{}">{}</mark>').format(status, tag, text)
