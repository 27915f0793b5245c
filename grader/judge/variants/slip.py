"""A slip: one small change to a piece of the solution, and what it is called."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias


class Slip(NamedTuple):
    """One change: `node` stands where something else stood.

    Attributes:
        kind: the name of its sentence in `grader/words/slips.py`.
        values: what the sentence mentions; only things that the slip put there, never what the
            solution has.
    """

    kind: str
    node: ast.expr | ast.stmt | None
    values: Mapping[str, object] = {}


Slips: TypeAlias = Iterator[Slip]


def call_name(node: ast.Call) -> str:
    """The last part of the name of what is called: `sum` for `np.sum(x)` and for `x.sum()`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_of_module(node: ast.Call) -> bool:
    """Whether a function of a module is called, not a method: `np.sum(x)`, not `x.sum()`."""
    function = node.func
    if isinstance(function, ast.Name):
        return True
    while isinstance(function, ast.Attribute):
        function = function.value
    return isinstance(function, ast.Name) and function.id in ("np", "numpy", "math")
