"""Operators and conversions between things they are not made for."""

from __future__ import annotations

import ast
import re

from grader.judge.exceptions.rules import NAME, Context, Rule, in_front
from grader.judge.exceptions.type_names import FUNCTION_TYPES, TYPE, plain_type, type_said
from grader.words import Sentence, sentence

_OPERATORS: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
    "//": ast.FloorDiv,
    "%": ast.Mod,
    "**": ast.Pow,
    "@": ast.MatMult,
}
_BITWISE = {
    "bitwise_and": "&",
    "bitwise_or": "|",
    "bitwise_xor": "^",
    "invert": "~",
    "left_shift": "<<",
    "right_shift": ">>",
}
_SEQUENCES = {"list", "tuple"}
_NUMBERS = {"int", "float", "bool", "list", "tuple"}


def _unsupported(found: re.Match[str], context: Context) -> Sentence | None:
    operator = found["operator"].split(" ")[0].removesuffix("=")
    left, right = found["left"], found["right"]
    types = {plain_type(left), plain_type(right)}
    if types & FUNCTION_TYPES:
        said = sentence("exceptions.operand_function", operator=operator)
        return in_front(_operation(operator, context), said)
    if operator == "^":
        return sentence("exceptions.caret")
    if types & _SEQUENCES and types <= _NUMBERS:
        said = sentence("exceptions.list_operator", operator=operator)
    elif "NoneType" in types:
        said = sentence("exceptions.operand_none", operator=operator)
    else:
        said = sentence(
            "exceptions.operands", operator=operator, left=type_said(left), right=type_said(right)
        )
    return in_front(_operation(operator, context), said)


def _concatenate(found: re.Match[str], context: Context) -> Sentence | None:
    said = sentence(
        "exceptions.concatenate", one=type_said(found["one"]), other=type_said(found["other"])
    )
    return in_front(_operation("+", context), said)


def _repeat(_found: re.Match[str], context: Context) -> Sentence | None:
    return in_front(_operation("*", context), sentence("exceptions.repeat"))


def _unary(found: re.Match[str], _context: Context) -> Sentence | None:
    operator = found["operator"]
    return sentence("exceptions.unary", operator=operator, type=type_said(found["type"]))


def _compare(found: re.Match[str], _context: Context) -> Sentence | None:
    return sentence(
        "exceptions.comparison",
        operator=found["operator"],
        left=type_said(found["left"]),
        right=type_said(found["right"]),
    )


def _operation(operator: str, context: Context) -> str | None:
    """The only use of an operator on the line."""
    wanted = _OPERATORS.get(operator)
    code = context.code
    found: list[ast.BinOp | ast.AugAssign] = [*code.on_line(ast.BinOp)]
    found += code.on_line(ast.AugAssign)
    uses = [node for node in found if wanted is not None and isinstance(node.op, wanted)]
    return code.text(uses[0]) if len(uses) == 1 else None


def _ufunc_object(found: re.Match[str], _context: Context) -> Sentence | None:
    if plain_type(found["type"]) in ("int", "float", "bool", "ndarray"):
        return sentence("exceptions.ufunc_objects", name=found["name"])
    return sentence("exceptions.ufunc_type", name=found["name"], type=type_said(found["type"]))


def _ufunc_inputs(found: re.Match[str], _context: Context) -> Sentence | None:
    operator = _BITWISE.get(found["name"])
    if operator == "^":
        return sentence("exceptions.caret")
    if operator is not None:
        return sentence("exceptions.bitwise", operator=operator)
    return sentence("exceptions.ufunc_inputs", name=found["name"])


def _cast(found: re.Match[str], context: Context) -> Sentence | None:
    changed = context.code.on_line(ast.AugAssign)
    text = context.code.text(changed[0].target) if len(changed) == 1 else None
    target = (
        sentence("exceptions.quoted", name=text)
        if text
        else sentence("exceptions_arrays.an_array_there_is")
    )
    return sentence(
        "exceptions_values.cast_in_place",
        target=target,
        held=found["held"],
        result=found["result"],
    )


def _zero(_found: re.Match[str], context: Context) -> Sentence | None:
    code = context.code
    divisors = [
        node.right for node in code.on_line(ast.BinOp) if isinstance(node.op, _DIVISIONS)
    ] + [node.value for node in code.on_line(ast.AugAssign) if isinstance(node.op, _DIVISIONS)]
    if _arange(context):
        return None
    text = code.text(divisors[0]) if len(divisors) == 1 else None
    if text is None or isinstance(divisors[0], ast.Constant):
        return sentence("exceptions.zero_division")
    return sentence("exceptions.zero_division_named", divisor=text)


def _arange(context: Context) -> bool:
    """Whether the zero may be the step of `arange` or `range`."""
    return bool({"arange", "range", "divmod"} & {*context.code.calls()})


_DIVISIONS = (ast.Div, ast.FloorDiv, ast.Mod)

RULES = [
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for (?P<operator>\S{1,3}(?: or pow\(\))?): "
        rf"'(?P<left>{TYPE})' and '(?P<right>{TYPE})'",
        _unsupported,
    ),
    Rule(
        "TypeError",
        rf"can only concatenate (?P<one>{TYPE}) \(not \"(?P<other>{TYPE})\"\) to",
        _concatenate,
    ),
    Rule("TypeError", r"can't multiply sequence by non-int of type", _repeat),
    Rule(
        "TypeError",
        rf"bad operand type for (?:unary )?(?P<operator>[-+~]|abs\(\)): '(?P<type>{TYPE})'",
        _unary,
    ),
    Rule(
        "TypeError",
        r"'(?P<operator>[<>]=?)' not supported between instances of "
        rf"'(?P<left>{TYPE})' and '(?P<right>{TYPE})'",
        _compare,
    ),
    Rule(
        "TypeError",
        rf"loop of ufunc does not support argument \d of type (?P<type>{TYPE}) "
        rf"which has no callable (?P<name>{NAME}) method",
        _ufunc_object,
    ),
    Rule(
        "TypeError",
        rf"ufunc '(?P<name>{NAME})' not supported for the input types",
        _ufunc_inputs,
    ),
    Rule("TypeError", r"[Tt]he numpy boolean negative", "exceptions_values.boolean_minus"),
    Rule("TypeError", r"numpy boolean subtract", "exceptions_values.boolean_minus"),
    Rule(
        "TypeError",
        rf"Cannot cast ufunc '{NAME}' output from dtype\('(?P<result>\w{{1,20}})'\) "
        r"to dtype\('(?P<held>\w{1,20})'\)",
        _cast,
    ),
    Rule("ZeroDivisionError", r"(?:0\.0|zero|0) .{0,40}negative power", "exceptions.zero_power"),
    Rule("ZeroDivisionError", r"", _zero),
]
