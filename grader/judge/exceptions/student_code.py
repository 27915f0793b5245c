"""The student's source around the line an exception came from, for naming what stands there."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from typing import TypeVar

MAX_SOURCE = 200_000
MAX_SHOWN = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What has names of its own: those inside are not seen from outside.
_SCOPES = (*_FUNCTIONS, *_COMPREHENSIONS, ast.ClassDef, ast.Lambda)


class StudentCode:
    """A student's file and the statements on one of its lines.

    Source that cannot be parsed, or a line that is not in it, is code of which nothing is known.

    Attributes:
        module: the whole file.
        line: the line of the exception, if any.
        statements: those on the line; of `if`, `for`, `def` and the like only the head counts.
        functions: those around the line, the outermost first.
    """

    def __init__(self, source: str, line: int | None) -> None:
        self._source = source
        self.module = _parsed(source)
        self.line = line if isinstance(line, int) else None
        self.statements: list[ast.stmt] = []
        self.functions: list[Function] = []
        if self.line is None:
            return
        around = [node for node in ast.walk(self.module) if _spans(node, self.line)]
        self.functions = [node for node in around if isinstance(node, _FUNCTIONS)]
        self.statements = [
            node
            for node in around
            if isinstance(node, ast.stmt) and self.line <= _end_of_head(node)
        ]

    @property
    def statement(self) -> ast.stmt | None:
        """The statement of the line, if there is just one."""
        return self.statements[0] if len(self.statements) == 1 else None

    @property
    def function(self) -> Function | None:
        """The function around the line."""
        return self.functions[-1] if self.functions else None

    def on_line(self, kind: type[Node]) -> list[Node]:
        """All nodes of a kind in the statements of the line, without blocks under them."""
        return [
            node
            for statement in self.statements
            for node in _head(statement)
            if isinstance(node, kind) and (self.line is None or _spans(node, self.line))
        ]

    def calls(self) -> dict[str, list[ast.Call]]:
        """The calls on the line, by the last part of the function's name."""
        found: dict[str, list[ast.Call]] = {}
        for call in self.on_line(ast.Call):
            found.setdefault(name_of(call.func), []).append(call)
        return found

    def all(self, kind: type[Node]) -> list[Node]:
        """All nodes of a kind in the file."""
        return [node for node in ast.walk(self.module) if isinstance(node, kind)]

    def text(self, node: ast.AST | None) -> str | None:
        """A piece of the source as it stands there; None if it is too long to be quoted."""
        if node is None:
            return None
        text = ast.get_source_segment(self._source, node)
        if text is None or len(text) > MAX_SHOWN or not text.isprintable() or "`" in text:
            return None
        return text


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def bound_names(scope: ast.AST) -> Iterator[tuple[str, int]]:
    """Names that a module or function binds itself, with their lines."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield from _bound_by(node)
        if not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)


def numpy_name(module: ast.AST) -> str | None:
    """What NumPy is called in a file; None if it is not imported."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == "numpy":
                    return alias.asname or alias.name
    return None


def _bound_by(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id, node.lineno
    elif isinstance(node, ast.arg):
        yield node.arg, node.lineno
    elif isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.ExceptHandler)):
        yield from [(node.name, node.lineno)] if node.name else []
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0], node.lineno


def _parsed(source: str) -> ast.Module:
    nothing = ast.Module(body=[], type_ignores=[])
    if len(source) > MAX_SOURCE:
        return nothing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return nothing


def _spans(node: ast.AST, line: int) -> bool:
    first, last = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    return first is not None and last is not None and first <= line <= last


def _head(statement: ast.stmt) -> Iterator[ast.AST]:
    """The statement without the statements inside it."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [
            child
            for child in ast.iter_child_nodes(node)
            if not isinstance(child, (ast.stmt, ast.ExceptHandler, ast.match_case))
        ]


def _end_of_head(statement: ast.stmt) -> int:
    if not hasattr(statement, "body"):
        return statement.end_lineno or statement.lineno
    parts = [node for node in _head(statement) if isinstance(node, ast.expr)]
    return max([statement.lineno, *(node.end_lineno or 0 for node in parts)])
