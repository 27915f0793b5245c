"""Finding the lines between `# blank` and `# end blank`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.course.blanks.comments import Comment, MarkerKind
from grader.course.blanks.solution import Solution, Span


def fenced_blocks(solution: Solution, markers: tuple[Comment, ...]) -> Iterator[Span]:
    """Yield the blocks that the fences among `markers` enclose.

    Raises:
        CourseError: fences do not come in pairs, or enclose something else than whole statements.
    """
    opened: Comment | None = None
    for marker in markers:
        if marker.kind is MarkerKind.INLINE:
            continue
        if marker.statement is not None:
            raise solution.error("fence_not_alone", marker.line, marker=marker.text)
        if marker.kind is MarkerKind.OPEN:
            if opened is not None:
                raise solution.error("fence_nested", marker.line, other=opened.line)
            opened = marker
        else:
            if opened is None:
                raise solution.error("fence_not_opened", marker.line)
            yield _block(solution, opened, marker)
            opened = None
    if opened is not None:
        raise solution.error("fence_not_closed", opened.line)


def _block(solution: Solution, opened: Comment, closed: Comment) -> Span:
    lines = solution.lines
    tokens = [
        token for token in solution.tokens if opened.end < token.start < token.end < closed.start
    ]
    if not tokens:
        raise solution.error("fence_empty", opened.line)
    first_line = lines.start(opened.line + 1)
    text = solution.source[first_line : lines.start(closed.line)]
    start = first_line + len(text) - len(text.lstrip())
    end = first_line + len(text.rstrip())
    statements = _outermost_statements(solution.module, opened.line, closed.line)
    # An unequal end means that a statement is cut, an unequal start also that the fence begins
    # with `else:`, whose line belongs to no statement of its own.
    if (
        not statements
        or tokens[0].start != lines.node_start(statements[0])
        or tokens[-1].end != lines.node_end(statements[-1])
        or lines.before(start) != lines.before(tokens[0].start)
    ):
        raise solution.error("fence_cuts", opened.line)
    if statements[0] not in solution.called_later:
        raise solution.error("outside_function", opened.line)
    return Span(start, end, "block")


def _outermost_statements(module: ast.Module, after: int, before: int) -> list[ast.stmt]:
    # `ast.walk` comes to outer blocks before inner ones.
    for node in ast.walk(module):
        for _, field in ast.iter_fields(node):
            inside = [
                item
                for item in (field if isinstance(field, list) else [])
                if isinstance(item, ast.stmt)
                and after < item.lineno <= (item.end_lineno or item.lineno) < before
            ]
            if inside:
                return inside
    return []
