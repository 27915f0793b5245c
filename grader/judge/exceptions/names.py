"""Names that mean nothing where they are used."""

from __future__ import annotations

import ast
import builtins
import re
import sys

import numpy as np

from grader.judge.exceptions.rules import NAME, Context, Rule, near
from grader.judge.exceptions.student_code import Function, bound_names, numpy_name
from grader.words import Sentence, sentence

_BLANK = re.compile(r"___[0-9]*", re.ASCII)


def _undefined(found: re.Match[str], context: Context) -> Sentence | None:
    name = found["name"]
    if _BLANK.fullmatch(name):
        return sentence("exceptions_names.blank", name=name)
    return (
        _numpy_itself(name, context)
        or _elsewhere(name, context)
        or _library(name, context)
        or _similar(name, context)
        or sentence("exceptions_names.undefined", name=name)
    )


def _numpy_itself(name: str, context: Context) -> Sentence | None:
    if name not in ("np", "numpy"):
        return None
    called = numpy_name(context.code.module)
    if called is None and name == "np":
        return sentence("exceptions_names.numpy_missing")
    if called is None or called == name:
        return None
    return sentence("exceptions_names.numpy_other_name", name=name, called=called)


def _elsewhere(name: str, context: Context) -> Sentence | None:
    """The name exists, but not here or not yet."""
    code = context.code
    if name in _names(code.module):
        return sentence("exceptions_names.not_yet", name=name)
    if _is_own_attribute(name, context):
        return sentence("exceptions_names.attribute", name=name)
    for function in code.all(ast.FunctionDef):
        if function not in code.functions and name in _names(function):
            return sentence("exceptions_names.elsewhere", name=name, function=function.name)
    return None


def _is_own_attribute(name: str, context: Context) -> bool:
    function = context.code.function
    if function is None or "self" not in _names(function):
        return False
    return any(
        node.attr == name and isinstance(node.value, ast.Name) and node.value.id == "self"
        for node in context.code.all(ast.Attribute)
    )


def _library(name: str, context: Context) -> Sentence | None:
    """The name of a module that is not imported, or of a function of NumPy."""
    code = context.code
    bases = {
        node.value.id for node in code.on_line(ast.Attribute) if isinstance(node.value, ast.Name)
    }
    if name in bases and name in sys.stdlib_module_names:
        return sentence("exceptions_names.module_not_imported", name=name)
    called = {node.func.id for node in code.on_line(ast.Call) if isinstance(node.func, ast.Name)}
    numpy = numpy_name(code.module)
    if numpy is not None and name in called and name in np.__all__:
        return sentence("exceptions_names.numpy_function", name=name, numpy=numpy)
    return None


def _similar(name: str, context: Context) -> Sentence | None:
    code = context.code
    own = _names(code.module).union(*map(_names, code.functions))
    public = {known for known in dir(builtins) if known[:1].islower()}
    other = near(name, own) or near(name, public)
    if other is None:
        return None
    return sentence("exceptions_names.near", name=name, near=other)


def _names(scope: ast.AST) -> set[str]:
    return {name for name, _ in bound_names(scope)}


def _unbound_local(found: re.Match[str], context: Context) -> Sentence | None:
    return _unbound(found["name"], context, context.code.functions[-1:])


def _unbound_free(found: re.Match[str], context: Context) -> Sentence | None:
    return _unbound(found["name"], context, context.code.functions[:-1])


def _unbound(name: str, context: Context, scopes: list[Function]) -> Sentence | None:
    code = context.code
    if _is_deleted(name, context):
        return None
    lines = _lines_that_bind(name, scopes)
    if not lines or code.line is None:
        return sentence("exceptions_names.unbound", name=name)
    if name in _names(code.module):
        return sentence("exceptions_names.unbound_outside", name=name, line=lines[0])
    others = [line for line in lines if line != code.line]
    if not others or (code.on_line(ast.AugAssign) and set(lines) <= _added_to(code.module)):
        return sentence("exceptions_names.unbound_itself", name=name)
    if others[0] > code.line and not _in_loop(context):
        return sentence("exceptions_names.unbound_later", name=name, line=others[0])
    listed = ", ".join(map(str, others[:5]))
    return sentence("exceptions_names.unbound_path", name=name, lines=listed)


def _lines_that_bind(name: str, scopes: list[Function]) -> list[int]:
    """Where a name gets a value; `+=` counts only where nothing else does, as it needs one."""
    every = {line for scope in scopes for bound, line in bound_names(scope) if bound == name}
    first_values = every - {line for scope in scopes for line in _added_to(scope)}
    return sorted(first_values or every)


def _added_to(scope: ast.AST) -> set[int]:
    return {node.lineno for node in ast.walk(scope) if isinstance(node, ast.AugAssign)}


def _is_deleted(name: str, context: Context) -> bool:
    """Whether the name may have had a value and lost it, as after `except … as name`."""
    code = context.code
    handled = {handler.name for handler in code.all(ast.ExceptHandler)}
    deleted = {node.id for node in code.all(ast.Name) if isinstance(node.ctx, ast.Del)}
    return name in handled | deleted


def _in_loop(context: Context) -> bool:
    line = context.code.line or 0
    loops = [*context.code.all(ast.For), *context.code.all(ast.While)]
    return any(loop.lineno <= line <= (loop.end_lineno or 0) for loop in loops)


def _no_module(found: re.Match[str], _context: Context) -> Sentence | None:
    name = found["name"]
    other = near(name, ["numpy", "math", "random", "functools", "itertools"])
    if other is not None:
        return sentence("exceptions_names.module_near", name=name, near=other)
    return sentence("exceptions_names.module_missing", name=name)


RULES = [
    Rule("UnboundLocalError", rf"cannot access local variable '(?P<name>{NAME})'", _unbound_local),
    Rule("NameError", rf"cannot access free variable '(?P<name>{NAME})'", _unbound_free),
    Rule("NameError", rf"name '(?P<name>{NAME})' is not defined", _undefined),
    Rule(
        "ModuleNotFoundError", rf"No module named '(?P<name>{NAME}(?:\.{NAME}){{0,5}})'", _no_module
    ),
    Rule(
        "ImportError",
        rf"cannot import name '(?P<name>{NAME})' from '(?P<module>[\w.]{{1,80}})'",
        "exceptions_names.import_name",
    ),
]
