"""Every slip in a piece of code, as a source of its own each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from grader.course.blanks.lines import Lines
from grader.judge.variants import changes, expressions, operators, statements
from grader.judge.variants.slip import Slip, Slips


class Variant(NamedTuple):
    """A source with one slip in it."""

    slip: Slip
    source: str


_SLIPS_OF: dict[type[ast.AST], Callable[[Any], Slips]] = {
    ast.Attribute: expressions.slips_of_attribute,
    ast.BinOp: operators.slips_of_operation,
    ast.BoolOp: operators.slips_of_condition,
    ast.Call: expressions.slips_of_call,
    ast.Compare: operators.slips_of_comparison,
    ast.Constant: operators.slips_of_constant,
    ast.If: operators.slips_of_branch,
    ast.Return: changes.changed_returns,
    ast.Subscript: expressions.slips_of_index,
    ast.UnaryOp: operators.slips_of_sign,
}


def variants_in(source: str, piece: ast.AST, names: Collection[str]) -> Iterator[Variant]:
    """Make every variant of a source that has its slip in one piece.

    Args:
        source: the code that `piece` was parsed from.
        piece: an expression or a statement of it.
        names: what a name may be mistaken for, functions aside.
    """
    lines = Lines(source)
    for node in _walk(piece):
        for slip in _slips_of(node, names):
            yield _variant(source, lines, node, slip)
    if isinstance(piece, ast.expr):
        yield from (
            _variant(source, lines, piece, slip) for slip in changes.changed_expressions(piece)
        )


def _walk(piece: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those in f-strings, whose places are not known before Python 3.12."""
    todo = [piece]
    while todo:
        node = todo.pop(0)
        yield node
        if not isinstance(node, ast.JoinedStr):
            todo.extend(ast.iter_child_nodes(node))


def _slips_of(node: ast.AST, names: Collection[str]) -> Slips:
    if isinstance(node, ast.Name):
        yield from expressions.slips_of_name(node, names)
    elif isinstance(node, (ast.Assign, ast.AugAssign)):
        yield from statements.slips_of_step(node, names)
    elif type(node) in _SLIPS_OF:
        yield from _SLIPS_OF[type(node)](node)
    if isinstance(node, ast.BinOp):
        yield from expressions.slips_of_divisor(node, names)


def _variant(source: str, lines: Lines, node: ast.AST, slip: Slip) -> Variant:
    assert isinstance(node, (ast.expr, ast.stmt))
    assert slip.node is not None
    start, end = lines.node_start(node), lines.node_end(node)
    text = ast.unparse(ast.fix_missing_locations(slip.node))
    if isinstance(node, ast.expr):
        text = f"({text})"
    else:
        text = text.replace("\n", "\n" + " " * len(lines.before(start)))
    return Variant(slip, source[:start] + text + source[end:])
