"""Finding the expressions that `# blank: EXPRESSION ; EXPRESSION` names in its statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.course.blanks.comments import Comment, MarkerKind
from grader.course.blanks.solution import Solution, Span
from grader.course.blanks.syntax import parse_module
from grader.course.blanks.tokens import UNREADABLE, scan

# A generator expression takes the parentheses of the call around it for its own.
_NEVER_BLANK = (ast.GeneratorExp,)

# What is inside an f-string has no reliable place before Python 3.12, and a name in a pattern
# would capture instead of being looked up.
_NOT_ENTERED = (ast.JoinedStr, ast.pattern)


def marked_expressions(solution: Solution, markers: tuple[Comment, ...]) -> Iterator[Span]:
    """Yield the expressions that the inline markers name.

    Raises:
        CourseError: an expression does not match exactly once, or cannot become a blank.
    """
    whole_statements = {
        node.value for node in ast.walk(solution.module) if isinstance(node, ast.Expr)
    }
    for marker in markers:
        if marker.kind is not MarkerKind.INLINE:
            continue
        for expression in _named(solution, marker):
            node = _only_match(solution, expression, marker)
            start, end = solution.lines.node_start(node), solution.lines.node_end(node)
            _refuse_unfit(solution, node, expression, marker)
            if node not in whole_statements:
                yield Span(start, end, "expression")
                continue
            # What the student sees is a line with nothing but a blank, as a fence leaves it.
            if not solution.lines.hold_only(start, end):
                raise solution.error("shares_line", marker.line, expression=expression)
            yield Span(start, end, "block")


def _named(solution: Solution, marker: Comment) -> list[str]:
    text = marker.expressions
    try:
        cuts = [token.start for token in scan(text) if token.text == ";"]
    except UNREADABLE as error:
        raise solution.error("not_an_expression", marker.line, expression=text) from error
    bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)
    return [text[first:last].strip() for first, last in bounds]


def _only_match(solution: Solution, expression: str, marker: Comment) -> ast.expr:
    if marker.statement is None:
        raise solution.error("no_statement", marker.line)
    wanted = _dump_of(expression)
    if wanted is None:
        raise solution.error("not_an_expression", marker.line, expression=expression)
    first, last = marker.statement
    lines = solution.lines
    matches = [
        node
        for node in _expressions(solution.module)
        if first <= lines.node_start(node)
        and lines.node_end(node) <= last
        and _dumped(node) == wanted
    ]
    if not matches:
        raise solution.error("no_match", marker.line, expression=expression)
    if len(matches) > 1:
        count = len(matches)
        raise solution.error("several_matches", marker.line, expression=expression, count=count)
    return matches[0]


def _refuse_unfit(solution: Solution, node: ast.expr, expression: str, marker: Comment) -> None:
    if node not in solution.called_later:
        raise solution.error("outside_function", marker.line)
    lines = solution.lines
    beside = (
        lines.before(lines.node_start(node))[-1:],
        lines.after(lines.node_end(node))[:1],
    )
    if any(character.isalnum() or character == "_" for character in beside):
        raise solution.error("touches_word", marker.line, expression=expression)


def _expressions(module: ast.Module) -> Iterator[ast.expr]:
    todo: list[ast.AST] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.expr) and not isinstance(node, _NEVER_BLANK):
            yield node
        if not isinstance(node, _NOT_ENTERED):
            todo.extend(ast.iter_child_nodes(node))


def _dump_of(expression: str) -> str | None:
    try:
        statements = parse_module(f"({expression})").body if expression else []
    except SyntaxError:
        return None
    match statements:
        case [ast.Expr(value)]:
            return _dumped(value)
    return None


def _dumped(node: ast.expr) -> str | None:
    try:
        return ast.dump(node)
    except RecursionError:  # nobody writes a blank that deep
        return None
