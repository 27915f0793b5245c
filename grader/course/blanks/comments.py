"""The comments that mark blanks, and the statements whose lines they stand on."""

from __future__ import annotations

import re
import tokenize
from enum import Enum, auto
from typing import NamedTuple

from grader.course.blanks.lines import Lines
from grader.course.blanks.tokens import Token, scan


class MarkerKind(Enum):
    """`# blank: …`, `# blank` and `# end blank`."""

    INLINE = auto()
    OPEN = auto()
    CLOSE = auto()


class Comment(NamedTuple):
    """A marker comment.

    `start` and `end` are its offsets. `statement` holds the offsets of the logical line it stands
    on (of a compound statement that is the header), None if it stands between statements.
    """

    kind: MarkerKind
    text: str
    line: int
    start: int
    end: int
    statement: tuple[int, int] | None

    @property
    def expressions(self) -> str:
        """What follows `# blank:`."""
        return self.text.partition(":")[2].strip()


_FORMS = {
    MarkerKind.INLINE: re.compile(r"#\s*blank\s*:"),
    MarkerKind.OPEN: re.compile(r"#\s*blank\s*\Z"),
    MarkerKind.CLOSE: re.compile(r"#\s*end\s+blank\s*\Z"),
}
_RESEMBLES_MARKER = re.compile(r"#\s*(end\s+)?b(la|al|l|a)nks?\b", re.IGNORECASE)
_RESEMBLES_FENCE = re.compile(_RESEMBLES_MARKER.pattern + r"\s*\Z", re.IGNORECASE)
_LAYOUT = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def unclear_markers(source: str) -> tuple[int, ...]:
    """Find the lines of comments that look like a marker and are none.

    What such a comment names would stay in the students' file, answer and all.
    """
    lines = Lines(source)
    return tuple(
        lines.line_at(token.start)
        for token in scan(source)
        if token.kind == tokenize.COMMENT
        and _resembles_marker(token, source)
        and not any(form.match(token.text) for form in _FORMS.values())
    )


def _resembles_marker(comment: Token, source: str) -> bool:
    # Alone on its line, `# blank lines follow` is prose.
    before = source[: comment.start].rpartition("\n")[2]
    form = _RESEMBLES_MARKER if before.strip() else _RESEMBLES_FENCE
    return form.match(comment.text) is not None


def find_markers(source: str) -> tuple[Comment, ...]:
    """Find all marker comments, in order. `source` is valid Python."""
    lines = Lines(source)
    found: list[Comment] = []
    comments: list[Token] = []
    begin: int | None = None
    for token in scan(source):
        if token.kind == tokenize.COMMENT and begin is None:
            found += _marker(token, lines, None)
        elif token.kind == tokenize.COMMENT:
            comments.append(token)
        elif token.kind == tokenize.NEWLINE and begin is not None:
            for comment in comments:
                found += _marker(comment, lines, (begin, token.start))
            comments, begin = [], None
        elif token.kind not in _LAYOUT and begin is None:
            begin = token.start
    return tuple(found)


def _marker(token: Token, lines: Lines, statement: tuple[int, int] | None) -> list[Comment]:
    line = lines.line_at(token.start)
    return [
        Comment(kind, token.text, line, token.start, token.end, statement)
        for kind, form in _FORMS.items()
        if form.match(token.text)
    ]
