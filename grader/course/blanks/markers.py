"""Finding the blanks that an author marked in a solution.

Two forms: a comment at the end of a line, `# blank: EXPRESSION ; EXPRESSION`, each matching one
expression of the statement it stands on; and whole lines between `# blank` and `# end blank`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from grader.course.blanks.comments import Comment, find_markers, unclear_markers
from grader.course.blanks.expressions import marked_expressions
from grader.course.blanks.fences import fenced_blocks
from grader.course.blanks.layout import dedent
from grader.course.blanks.solution import BlankKind, Solution, Span
from grader.course.blanks.tokens import blank_label


class Blank(NamedTuple):
    """A place in a solution that the student fills.

    `start` and `end` are character offsets in the solution as it was given; `fill` is the source
    between them, a block without its indentation.
    """

    label: str
    kind: BlankKind
    line: int
    start: int
    end: int
    fill: str


class MarkedSource(NamedTuple):
    """A solution's blanks, and the comments that mark them."""

    blanks: tuple[Blank, ...]
    markers: tuple[Comment, ...]


def find_blanks(source: str, filename: str) -> tuple[Blank, ...]:
    """Find the blanks of a solution, numbered in the order in which they appear.

    Raises:
        CourseError: the source is not Python, or its markers are not sound; says where.
    """
    return read_markers(source, filename).blanks


@lru_cache(maxsize=1)
def read_markers(source: str, filename: str) -> MarkedSource:
    """Find the blanks of a solution together with their marker comments.

    The last answer is kept, because the blanks and the exercise file are asked for in turn.

    Raises:
        CourseError: the source is not Python, or its markers are not sound; says where.
    """
    solution = Solution(source, filename)
    for token in solution.tokens:
        if blank_label(token.text):
            line = solution.lines.line_at(token.start)
            raise solution.error("reserved_name", line, identifier=token.text)
    for line in unclear_markers(source):
        raise solution.error("unclear_marker", line)
    markers = find_markers(source)
    spans = [*fenced_blocks(solution, markers), *marked_expressions(solution, markers)]
    if not spans:
        raise solution.error("none", 1)
    return MarkedSource(_numbered(solution, sorted(spans)), markers)


def _numbered(solution: Solution, spans: list[Span]) -> tuple[Blank, ...]:
    blanks: list[Blank] = []
    for number, (start, end, kind) in enumerate(spans, start=1):
        line = solution.lines.line_at(start)
        if blanks and start < blanks[-1].end:
            raise solution.error("overlap", line, other=blanks[-1].line)
        fill = solution.source[start:end]
        if kind == "block":
            fill = dedent(solution.lines.before(start) + fill)
        blanks.append(Blank(str(number), kind, line, start, end, fill))
    return tuple(blanks)
