"""Shapes of the arguments a function was called with, where its code surely still sees them."""

from __future__ import annotations

import ast

import numpy as np

from grader.calls.values import Value
from grader.judge.exceptions.rules import Context
from grader.judge.exceptions.student_code import Function, StudentCode, name_of

Shape = tuple[int, ...]


def known_shape(node: ast.expr, context: Context) -> Shape | None:
    """The shape of an expression that is an argument, an argument transposed, or a number."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return ()
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return known_shape(node.operand, context)
    if isinstance(node, ast.Attribute) and node.attr == "T":
        shape = known_shape(node.value, context)
        return None if shape is None else shape[::-1]
    if isinstance(node, ast.Name):
        return _shape(_arguments(context).get(node.id))
    return None


def _shape(value: Value) -> Shape | None:
    if isinstance(value, (np.ndarray, np.generic)):
        return tuple(int(length) for length in value.shape)
    return () if isinstance(value, (bool, int, float)) else None


def _arguments(context: Context) -> dict[str, Value]:
    """The arguments by the student's names for them, without those that may have changed."""
    code, step = context.code, context.step
    if step is None or len(code.functions) != 1:
        return {}
    function = code.functions[0]
    called = "__init__" if step.kind == "construct" else step.name
    if function.name != called or function.decorator_list or _called_inside(code, step.name):
        return {}
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    if step.kind in ("construct", "method"):
        names = names[1:]
    changed = _changed_names(function)
    values = dict(zip(names, step.arguments.values(), strict=False))
    return {name: value for name, value in values.items() if name not in changed}


def _called_inside(code: StudentCode, name: str) -> bool:
    """Whether the code mentions the function itself: then other arguments are possible."""
    definitions = [node for node in code.all(ast.FunctionDef) if node.name == name]
    mentions = [*code.all(ast.Name), *code.all(ast.Attribute)]
    return len(definitions) > 1 or any(name_of(node) == name for node in mentions)


def _changed_names(function: Function) -> set[str]:
    """Names that the function binds anew, or whose shape it sets."""
    changed: set[str] = set()
    parameters = {*ast.walk(function.args)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            changed.add(node.id)
        elif isinstance(node, ast.arg) and node not in parameters:
            changed.add(node.arg)
        elif isinstance(node, ast.Attribute) and _sets_shape(node):
            changed.add(name_of(node.value))
    return changed


def _sets_shape(node: ast.Attribute) -> bool:
    return not isinstance(node.ctx, ast.Load) or node.attr == "resize"
