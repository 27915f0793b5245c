"""Things of one type where another is needed: numbers, integers, sequences."""

from __future__ import annotations

import ast
import re

from grader.judge.exceptions.rules import Context, Explain, Rule
from grader.judge.exceptions.student_code import name_of
from grader.judge.exceptions.type_names import TYPE, type_said
from grader.words import Sentence, sentence

_JOINING = ("concatenate", "stack", "vstack", "hstack")
_MAKING = ("zeros", "ones", "empty")


def _names_type(name: str) -> Explain:
    """Say a sentence that mentions nothing but the type."""
    return lambda found, _context: sentence(name, type=type_said(found["type"]))


def _integer(found: re.Match[str], context: Context) -> Sentence | None:
    divisions = [node for node in context.code.on_line(ast.BinOp) if isinstance(node.op, ast.Div)]
    text = context.code.text(divisions[0]) if len(divisions) == 1 else None
    if found["type"] == "float" and text is not None:
        return sentence("exceptions.integer_division", expression=text)
    return sentence("exceptions.integer_needed", type=type_said(found["type"]))


def _list_index(found: re.Match[str], _context: Context) -> Sentence | None:
    kind = type_said(found["kind"])
    if found["type"] == "tuple":
        return sentence("exceptions.list_index_pair", kind=kind)
    return sentence("exceptions.list_index", kind=kind, type=type_said(found["type"]))


def _array_as_integer(_found: re.Match[str], context: Context) -> Sentence | None:
    calls = context.code.calls()
    for name in _JOINING:
        if any(len(call.args) > 1 for call in calls.get(name, [])):
            return sentence("exceptions_arrays.join_list", name=name)
    return sentence("exceptions_values.array_as_integer")


def _array_as_number(_found: re.Match[str], context: Context) -> Sentence | None:
    code = context.code
    used = [
        call.func
        for call in code.on_line(ast.Call)
        if isinstance(call.func, ast.Attribute) and name_of(call.func.value) == "math"
    ]
    text = code.text(used[0]) if len(used) == 1 else None
    if text is not None:
        return sentence("exceptions_values.math_on_array", name=text)
    return sentence("exceptions_values.array_as_number")


def _data_type(_found: re.Match[str], context: Context) -> Sentence | None:
    calls = context.code.calls()
    for name in _MAKING:
        if any(len(call.args) > 1 for call in calls.get(name, [])):
            return sentence("exceptions_values.shape_as_arguments", name=name)
    return sentence("exceptions_values.data_type")


RULES = [
    Rule(
        "TypeError",
        rf"(?:int|float|complex)\(\) argument must be a string.{{0,60}}, not '(?P<type>{TYPE})'",
        _names_type("exceptions.number_needed"),
    ),
    Rule(
        "TypeError",
        rf"object of type '(?P<type>{TYPE})' has no len\(\)",
        _names_type("exceptions.no_length"),
    ),
    Rule("TypeError", r"len\(\) of unsized object", "exceptions_values.no_length"),
    Rule("TypeError", r"iteration over a 0-d array", "exceptions_values.no_iteration"),
    Rule(
        "TypeError",
        rf"argument of type '(?P<type>{TYPE})' is not",
        _names_type("exceptions.no_search"),
    ),
    Rule(
        "TypeError",
        rf"'(?P<type>{TYPE})' object is not iterable",
        _names_type("exceptions.not_iterable"),
    ),
    Rule(
        "TypeError",
        rf"cannot unpack non-iterable (?P<type>{TYPE}) object",
        _names_type("exceptions.not_unpackable"),
    ),
    Rule(
        "TypeError",
        rf"'(?P<type>{TYPE})' object does not support item assignment",
        _names_type("exceptions.no_item_assignment"),
    ),
    Rule(
        "TypeError", rf"unhashable type: '(?P<type>{TYPE})'", _names_type("exceptions.unhashable")
    ),
    Rule(
        "TypeError",
        rf"'(?P<type>{TYPE})' object cannot be interpreted as an integer",
        _integer,
    ),
    Rule("TypeError", r"integer argument expected, got (?P<type>float)", _integer),
    Rule(
        "TypeError",
        r"expected a sequence of integers or a single integer, got '(?P<value>[-\d.e+]{1,30})'",
        "exceptions_values.shape_not_integer",
    ),
    Rule("TypeError", r"slice indices must be integers", "exceptions.slice_type"),
    Rule(
        "TypeError",
        r"(?P<kind>list|tuple|string) indices must be integers(?: or slices)?, "
        rf"not '?(?P<type>{TYPE})",
        _list_index,
    ),
    Rule(
        "TypeError",
        r"only integer scalar arrays can be converted to a scalar index",
        _array_as_integer,
    ),
    Rule(
        "TypeError",
        r"only (?:length-1|0-dimensional|size-1) arrays can be converted to Python scalars",
        _array_as_number,
    ),
    Rule("TypeError", r"Cannot interpret '\d{1,18}' as a data type", _data_type),
    Rule(
        "TypeError",
        r"Cannot interpret .{1,80} as a data type|data type .{1,80} not understood",
        "exceptions_values.data_type",
    ),
]
