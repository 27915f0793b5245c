"""Calls: of what is no function, and with arguments that do not fit."""

from __future__ import annotations

import ast
import builtins
import re

from grader.judge.exceptions.rules import NAME, Context, Rule, near
from grader.judge.exceptions.student_code import bound_names, name_of, numpy_name
from grader.judge.exceptions.type_names import FUNCTION_TYPES, TYPE, plain_type, type_said
from grader.words import Sentence, sentence

# A function as messages name it: inside another one, with its class, or without a name.
_FUNCTION = rf"(?:.{{0,200}}<locals>\.)?(?P<function>(?:{NAME}\.){{0,5}}(?:{NAME}|<lambda>))\(\)"
_NUMPY_PARAMETERS = ("axis", "dtype", "keepdims", "out", "initial", "where", "ddof", "order")
_MULTIPLIED = {"int", "float", "ndarray"}


def _not_callable(found: re.Match[str], context: Context) -> Sentence | None:
    code = context.code
    called = [
        call.func for call in code.on_line(ast.Call) if _may_be_no_function(call.func, context)
    ]
    text = code.text(called[0]) if len(called) == 1 else None
    if text is None:
        return sentence("exceptions_calls.not_callable", type=type_said(found["type"]))
    name = name_of(called[0])
    lines = [line for bound, line in _bindings(context) if bound == name]
    if isinstance(called[0], ast.Name) and hasattr(builtins, name) and lines:
        return sentence("exceptions_calls.hidden_builtin", name=name, line=lines[0])
    brackets = [call for call in code.on_line(ast.Call) if call.func is called[0]]
    if plain_type(found["type"]) in _MULTIPLIED and len(brackets[0].args) == 1:
        return sentence(
            "exceptions_calls.not_callable_product", name=text, type=type_said(found["type"])
        )
    return sentence("exceptions_calls.not_callable_named", name=text, type=type_said(found["type"]))


def _may_be_no_function(func: ast.expr, context: Context) -> bool:
    """Whether calling it can fail: functions of NumPy, and Python's own, are callable."""
    if isinstance(func, ast.Name):
        bound = {name for name, _ in _bindings(context)}
        return func.id in bound or not hasattr(builtins, func.id)
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
        numpy = numpy_name(context.code.module)
        return func.value.id != numpy or func.attr in (
            "linalg",
            "random",
            "pi",
            "e",
            "inf",
            "newaxis",
        )
    return True


def _bindings(context: Context) -> list[tuple[str, int]]:
    code = context.code
    scopes = [code.module, *code.functions]
    return sorted(
        (pair for scope in scopes for pair in bound_names(scope)), key=lambda pair: pair[1]
    )


def _not_subscriptable(found: re.Match[str], context: Context) -> Sentence | None:
    code, kind = context.code, plain_type(found["type"])
    subscripts = code.on_line(ast.Subscript)
    text = code.text(subscripts[0].value) if len(subscripts) == 1 else None
    if text is None:
        return sentence("exceptions_calls.not_subscriptable", type=type_said(found["type"]))
    if kind in FUNCTION_TYPES:
        return sentence("exceptions_calls.function_subscript", name=text)
    return sentence(
        "exceptions_calls.not_subscriptable_named", name=text, type=type_said(found["type"])
    )


def _missing(found: re.Match[str], context: Context) -> Sentence | None:
    function = found["function"]
    names = ", ".join(f"`{name}`" for name in re.findall(rf"'({NAME})'", found["names"])[:8])
    if names == "`self`":
        return sentence("exceptions_calls.missing_self", function=function)
    if _called_by_the_exercise(function, context) and context.step is not None:
        given = len(context.step.arguments)
        return sentence(
            "exceptions_calls.exercise_gives_fewer", function=function, given=given, names=names
        )
    return sentence("exceptions_calls.missing_arguments", function=function, names=names)


def _too_many(found: re.Match[str], context: Context) -> Sentence | None:
    function, takes, given = found["function"], int(found["takes"]), int(found["given"])
    if "." in function and takes == 0:
        return sentence("exceptions_calls.no_self", function=function)
    if given < int(found["least"] or takes):
        least = int(found["least"] or takes)
        return sentence("exceptions_calls.too_few", function=function, given=given, least=least)
    if _called_by_the_exercise(function, context):
        name = "exceptions_calls.exercise_gives_more"
    elif "." in function:
        name = "exceptions_calls.too_many_method"
    else:
        name = "exceptions_calls.too_many"
    return sentence(name, function=function, takes=takes, given=given)


def _too_many_for_builtin(found: re.Match[str], _context: Context) -> Sentence | None:
    takes, given = int(found["one"] is not None), int(found["given"])
    if given <= takes:
        return None
    return sentence(
        "exceptions_calls.too_many", function=found["function"], takes=takes, given=given
    )


def _called_by_the_exercise(function: str, context: Context) -> bool:
    """Whether the call that failed was not the student's own."""
    step = context.step
    return context.code.line is None and step is not None and function == step.name


def _unexpected(found: re.Match[str], context: Context) -> Sentence | None:
    # NumPy names its own helpers: `x.sum` is `_sum` inside.
    function = found["function"].removeprefix("_")
    name = found["name"]
    own = {
        argument.arg
        for definition in context.code.all(ast.FunctionDef)
        if definition.name == function.rpartition(".")[2]
        for argument in [*definition.args.args, *definition.args.kwonlyargs]
    }
    other = near(name, own or _NUMPY_PARAMETERS)
    if other is not None:
        return sentence(
            "exceptions_calls.unexpected_keyword_near", function=function, name=name, near=other
        )
    return sentence("exceptions_calls.unexpected_keyword", function=function, name=name)


RULES = [
    Rule("TypeError", rf"'(?P<type>{TYPE})' object is not callable", _not_callable),
    Rule("TypeError", rf"'(?P<type>{TYPE})' object is not subscriptable", _not_subscriptable),
    Rule(
        "TypeError",
        rf"{_FUNCTION} missing \d{{1,3}} required (?:positional|keyword-only) arguments?: "
        r"(?P<names>.{1,300})",
        _missing,
    ),
    Rule(
        "TypeError",
        rf"{_FUNCTION} takes (?:from (?P<least>\d{{1,3}}) to )?(?P<takes>\d{{1,3}}) "
        r"positional arguments? but (?P<given>\d{1,6}) (?:was|were) given",
        _too_many,
    ),
    Rule(
        "TypeError",
        rf"(?P<function>{NAME})\(\) takes no arguments$",
        "exceptions_calls.takes_nothing",
    ),
    Rule(
        "TypeError",
        rf"{_FUNCTION} takes (?:no arguments|exactly (?P<one>one) argument) "
        r"\((?P<given>\d{1,6}) given\)",
        _too_many_for_builtin,
    ),
    Rule(
        "TypeError",
        rf"{_FUNCTION} got an unexpected keyword argument '(?P<name>{NAME})'",
        _unexpected,
    ),
    Rule(
        "TypeError",
        rf"'(?P<name>{NAME})' is an invalid keyword argument for",
        "exceptions_calls.invalid_keyword",
    ),
    Rule(
        "TypeError",
        rf"{_FUNCTION} got multiple values for argument '(?P<name>{NAME})'",
        "exceptions_calls.multiple_values",
    ),
]
