"""Matrix products of shapes that do not fit."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from grader.judge.describe import shape_text
from grader.judge.exceptions.arguments import known_shape
from grader.judge.exceptions.rules import SHAPE, Context, Rule, shape_of_text
from grader.words import Sentence, sentence

# Functions that come to the same messages with operands they have rearranged.
_REARRANGING = {"inner", "tensordot", "multi_dot", "einsum"}


class _Product(NamedTuple):
    left: ast.expr
    right: ast.expr


def _length_mismatch(found: re.Match[str], context: Context) -> Sentence | None:
    right_length, left_length = int(found["right"]), int(found["left"])
    product = _only(_operator_products(context))
    if product is not None:
        left = known_shape(product.left, context)
        right = known_shape(product.right, context)
        if left and right and (left[-1], right[-2:][0]) == (left_length, right_length):
            return _shapes_mismatch(product, left, right, context)
    return sentence(
        "exceptions_arrays.product_lengths",
        left=_operand(product, 0, context),
        right=_operand(product, 1, context),
        left_length=left_length,
        right_length=right_length,
    )


def _dot_mismatch(found: re.Match[str], context: Context) -> Sentence | None:
    if _REARRANGING & {*context.code.calls()}:
        return None
    left, right = shape_of_text(found["left"]), shape_of_text(found["right"])
    if not left or not right:
        return None
    return _shapes_mismatch(_only(_dot_products(context)), left, right, context)


def _shapes_mismatch(
    product: _Product | None, left: tuple[int, ...], right: tuple[int, ...], context: Context
) -> Sentence:
    where = "exceptions_arrays.second_to_last" if len(right) > 2 else "exceptions_arrays.first"
    return sentence(
        "exceptions_arrays.product_shapes",
        left=_operand(product, 0, context),
        right=_operand(product, 1, context),
        left_shape=shape_text(left),
        right_shape=shape_text(right),
        left_length=left[-1],
        where=sentence(where),
        right_length=right[-2:][0],
    )


def _no_axes(found: re.Match[str], context: Context) -> Sentence | None:
    product = _only(_operator_products(context))
    operand = _operand(product, int(found["operand"]), context)
    return sentence("exceptions_arrays.product_number", operand=operand)


def _operator_products(context: Context) -> list[_Product]:
    """Products by `@`, `@=` and `matmul`."""
    code = context.code
    binary = [node for node in code.on_line(ast.BinOp) if isinstance(node.op, ast.MatMult)]
    products = [_Product(node.left, node.right) for node in binary]
    changed = [node for node in code.on_line(ast.AugAssign) if isinstance(node.op, ast.MatMult)]
    products += [_Product(node.target, node.value) for node in changed]
    calls = [call.args for call in code.calls().get("matmul", []) if len(call.args) > 1]
    return products + [_Product(*arguments[:2]) for arguments in calls]


def _dot_products(context: Context) -> list[_Product]:
    """Products by `np.dot(a, b)` and `a.dot(b)`."""
    products = []
    for call in context.code.calls().get("dot", []):
        if len(call.args) == 2:
            products.append(_Product(*call.args))
        elif len(call.args) == 1 and isinstance(call.func, ast.Attribute):
            products.append(_Product(call.func.value, call.args[0]))
    return products


def _only(products: list[_Product]) -> _Product | None:
    return products[0] if len(products) == 1 else None


def _operand(product: _Product | None, index: int, context: Context) -> Sentence:
    text = context.code.text(product[index]) if product is not None else None
    if text is not None:
        return sentence("exceptions.quoted", name=text)
    return sentence("exceptions_arrays.right" if index else "exceptions_arrays.left")


RULES = [
    Rule(
        "ValueError",
        r"matmul: Input operand 1 has a mismatch in its core dimension 0, .{0,200}"
        r"\(size (?P<right>\d{1,18}) is different from (?P<left>\d{1,18})\)",
        _length_mismatch,
    ),
    Rule(
        "ValueError",
        r"matmul: Input operand (?P<operand>[01]) does not have enough dimensions \(has 0",
        _no_axes,
    ),
    Rule(
        "ValueError",
        rf"shapes (?P<left>{SHAPE}) and (?P<right>{SHAPE}) not aligned",
        _dot_mismatch,
    ),
]
