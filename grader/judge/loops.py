"""Finds the loop that cannot end, in code that did not come back."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.judge.explanation import Explanation
from grader.words import Sentence, sentence

_LEAVES = (ast.Break, ast.Return, ast.Raise)


def explain_endless(source: str) -> Explanation | None:
    """Say which `while` loop never ends, if that can be seen from the code.

    Args:
        source: a file whose function ran out of time.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.While))
    for loop in loops:
        said = _why_endless(loop)
        if said is not None:
            return Explanation("pattern", "endless-loop", said)
    return None


def _why_endless(loop: ast.While) -> Sentence | None:
    if any(isinstance(node, _LEAVES) for node in _inside(loop)):
        return None
    if isinstance(loop.test, ast.Constant) and loop.test.value:
        return sentence("verdict.loop_without_way_out", line=loop.lineno)
    asked = [name for name in _names(loop.test) if name != "len"]
    calls = [node for node in ast.walk(loop.test) if isinstance(node, ast.Call)]
    if not asked or not all(map(_counts, calls)):
        return None
    if set(asked) & set(_names_touched(loop)):
        return None
    names = ", ".join(f"`{name}`" for name in dict.fromkeys(asked))
    return sentence("verdict.loop_changes_nothing", line=loop.lineno, names=names)


def _counts(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "len"


def _inside(loop: ast.While) -> Iterator[ast.AST]:
    for statement in loop.body:
        yield from ast.walk(statement)


def _names_touched(loop: ast.While) -> Iterator[str]:
    """Names that the body may give another value, directly or through what they refer to."""
    for node in _inside(loop):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            yield from _names(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _names(node.func.value)
        if isinstance(node, ast.Call):
            # A number that is handed on stays what it is; an array or a list may be changed.
            yield from (one.id for one in node.args if isinstance(one, ast.Name))


def _names(node: ast.AST) -> Iterator[str]:
    return (inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))
