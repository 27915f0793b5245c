"""Matching a template with a student's code on their syntax trees.

Here redundant parentheses, quotes and trailing commas make no difference. A blank matches one
expression; a blank that is a statement matches one or more statements.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

from grader.course.blanks.tokens import blank_label

_IGNORED = frozenset(("ctx", "kind", "type_comment"))


class Captured(NamedTuple):
    """What stands for a blank: an expression, or the statements from `first` to `last`."""

    label: str
    first: ast.expr | ast.stmt
    last: ast.expr | ast.stmt


_Way: TypeAlias = tuple[Captured, ...]
# Two ways are enough to know that there is not exactly one.
_Ways: TypeAlias = list[_Way]
_ENOUGH = 2


def match_tree(template: ast.AST, student: ast.AST) -> tuple[Captured, ...] | None:
    """Find what the student wrote for each blank of the template.

    Returns:
        None unless there is exactly one way to read the student's code so.

    Raises:
        RecursionError: the template is nested more deeply than Python can follow.
    """
    ways = _match(template, student)
    return ways[0] if len(ways) == 1 else None


def _match(template: object, student: object) -> _Ways:
    if isinstance(template, ast.Name) and isinstance(student, ast.expr):
        label = blank_label(template.id)
        if label:
            return [(Captured(label, student, student),)]
    if type(template) is not type(student):
        return []
    if isinstance(template, list) and isinstance(student, list):
        return _match_lists(template, student)
    if isinstance(template, ast.AST):
        return _match_fields(template, student)
    return [()] if template == student else []


def _match_fields(template: ast.AST, student: object) -> _Ways:
    ways: _Ways = [()]
    for field in template._fields:
        if field not in _IGNORED and ways:
            there, here = getattr(template, field, None), getattr(student, field, None)
            ways = _combined(ways, _match(there, here))
    return ways


def _match_lists(template: Sequence[object], student: Sequence[object]) -> _Ways:
    template = [item for item in template if not _is_docstring(item)]
    student = [item for item in student if not _is_docstring(item)]
    if any(_statement_blank(item) for item in template):
        return _match_statements(template, student)
    ways: _Ways = [()] if len(template) == len(student) else []
    for there, here in zip(template, student, strict=False):
        if not ways:
            break
        ways = _combined(ways, _match(there, here))
    return ways


def _match_statements(template: Sequence[object], student: Sequence[object]) -> _Ways:
    # `onward[i]`: how the rest of the template matches the student's statements from i on.
    onward: list[_Ways] = [[] for _ in student] + [[()]]
    for item in reversed(template):
        label = _statement_blank(item)
        if label:
            onward = _match_blank(label, student, onward)
        else:
            onward = [
                _combined(_match(item, here), onward[index + 1]) if onward[index + 1] else []
                for index, here in enumerate(student)
            ] + [[]]
    return onward[0]


def _match_blank(label: str, student: Sequence[object], onward: list[_Ways]) -> list[_Ways]:
    matched: list[_Ways] = [[] for _ in onward]
    ends: list[tuple[ast.stmt, _Way]] = []
    for index in reversed(range(len(student))):
        here = student[index]
        if isinstance(here, ast.stmt):
            ends = [*((here, way) for way in onward[index + 1]), *ends][:_ENOUGH]
            matched[index] = [(Captured(label, here, last), *way) for last, way in ends]
    return matched


def _combined(left: _Ways, right: _Ways) -> _Ways:
    return list(islice(((*first, *second) for first in left for second in right), _ENOUGH))


def _statement_blank(item: object) -> str | None:
    match item:
        case ast.Expr(ast.Name(name)):
            return blank_label(name)
    return None


def _is_docstring(item: object) -> bool:
    match item:
        case ast.Expr(ast.Constant(str())):
            return True
    return False
