"""The tree of a formula, its value, and how it is said back."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias


class Number(NamedTuple):
    """A number or a constant, as it was written."""

    value: float
    text: str


class Name(NamedTuple):
    """A variable."""

    name: str


class Apply(NamedTuple):
    """A function of one argument."""

    function: str
    argument: Node


class Negative(NamedTuple):
    """A minus in front."""

    operand: Node


class Binary(NamedTuple):
    """Two operands with `+ - * / ^` between."""

    operator: str
    left: Node
    right: Node


Node: TypeAlias = "Number | Name | Apply | Negative | Binary"


class Undefined(Exception):  # noqa: N818 - a property of a point, not a failure
    """A formula has no finite real value at a point."""


def _sigmoid(u: float) -> float:
    return 1.0 / (1.0 + math.exp(-u))


FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "ln": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "abs": abs,
    "sigmoid": _sigmoid,
    "relu": lambda u: max(u, 0.0),
}
CONSTANTS: Mapping[str, float] = {"pi": math.pi, "e": math.e}
_OPERATORS: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
}
_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}


def value_at(node: Node, point: Mapping[str, float]) -> float:
    """Evaluate a formula in real numbers.

    Raises:
        Undefined: some step has no finite real value there.
    """
    try:
        value = _value(node, point)
    except (ArithmeticError, ValueError) as error:
        raise Undefined from error
    return value


def _value(node: Node, point: Mapping[str, float]) -> float:
    match node:
        case Number(value, _):
            return value
        case Name(name):
            return point[name]
        case Negative(operand):
            return -_value(operand, point)
        case Apply(function, argument):
            return _finite(FUNCTIONS[function](_value(argument, point)))
        case Binary(operator, left, right):
            return _finite(_OPERATORS[operator](_value(left, point), _value(right, point)))


def _finite(value: float | complex) -> float:
    # A negative base to a fraction gives a complex number in Python.
    if isinstance(value, complex) or not math.isfinite(value):
        raise Undefined
    return value


def spoken(node: Node) -> str:
    """Write a formula out with every sign, such as `2·(x + y)`."""
    match node:
        case Number(_, text) | Name(text):
            return text
        case Negative(operand):
            return f"-{_wrapped(operand, 3)}"
        case Apply(function, argument):
            return f"{function}({spoken(argument)})"
        case Binary(operator, left, right):
            return _spoken_binary(operator, left, right)


def _spoken_binary(operator: str, left: Node, right: Node) -> str:
    tightness = _TIGHTNESS[operator]
    sign = {"*": "·", "/": "/", "^": "^"}.get(operator, f" {operator} ")
    first = _wrapped(left, tightness + (operator == "^"))
    return f"{first}{sign}{_wrapped(right, tightness + (operator in '-/'))}"


def _wrapped(node: Node, needed: int) -> str:
    text = spoken(node)
    loose = isinstance(node, Binary) and _TIGHTNESS[node.operator] < needed
    return f"({text})" if loose or isinstance(node, Negative) else text
