"""Slips with operators, comparisons and constants."""

from __future__ import annotations

import ast

from grader.judge.variants.slip import Slip, Slips

_OPPOSITE: dict[type[ast.operator], tuple[type[ast.operator], str]] = {
    ast.Add: (ast.Sub, "minus_for_plus"),
    ast.Sub: (ast.Add, "plus_for_minus"),
    ast.Mult: (ast.Div, "divided"),
    ast.Div: (ast.Mult, "multiplied"),
    ast.MatMult: (ast.Mult, "element_by_element"),
}
_SIDES = {
    ast.Add: "term_missing",
    ast.Sub: "term_missing",
    ast.Mult: "factor_missing",
    ast.Div: "divisor_missing",
    ast.FloorDiv: "divisor_missing",
    ast.MatMult: "factor_missing",
}
_ORDERED = (ast.Sub, ast.Div, ast.FloorDiv, ast.MatMult, ast.Pow)
_AT_BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_REVERSED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


def slips_of_operation(node: ast.BinOp) -> Slips:
    """Another operator, swapped sides, or one side only."""
    kind = type(node.op)
    if kind in _OPPOSITE:
        other, name = _OPPOSITE[kind]
        yield Slip(name, ast.BinOp(node.left, other(), node.right))
    if kind is ast.Mult:
        yield Slip("added", ast.BinOp(node.left, ast.Add(), node.right))
        yield Slip("raised_to_power", ast.BinOp(node.right, ast.Pow(), node.left))
        yield Slip("matrix_product", ast.BinOp(node.left, ast.MatMult(), node.right))
    if isinstance(node.op, _ORDERED):
        yield Slip("sides_swapped", ast.BinOp(node.right, node.op, node.left))
    if kind in _SIDES:
        if not _is_sum(node.right):
            yield Slip(_SIDES[kind], node.left)
        if not _is_sum(node.left):
            is_term = kind in (ast.Add, ast.Sub)
            yield Slip("term_missing" if is_term else "factor_missing", node.right)
    if kind in (ast.Add, ast.Sub, ast.Mult):
        twice = ast.BinOp(ast.Constant(2), ast.Mult(), node.right)
        yield Slip("doubled", ast.BinOp(node.left, node.op, twice))
        half = ast.BinOp(node.right, ast.Div(), ast.Constant(2))
        yield Slip("halved", ast.BinOp(node.left, node.op, half))
    yield from _without_brackets(node)
    if kind is ast.MatMult:
        yield from _transposed_sides(node)
    if kind is ast.FloorDiv:
        yield from _other_rounding(node)


def _is_sum(side: ast.expr) -> bool:
    return isinstance(side, ast.BinOp) and isinstance(side.op, (ast.Add, ast.Sub))


def _without_brackets(node: ast.BinOp) -> Slips:
    """`a + b * c` for `(a + b) * c`."""
    if isinstance(node.op, (ast.Add, ast.Sub)):
        return
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp) and isinstance(left.op, (ast.Add, ast.Sub)):
        inner = ast.BinOp(left.right, node.op, right)
        yield Slip("brackets_missing", ast.BinOp(left.left, left.op, inner))
    if isinstance(right, ast.BinOp) and isinstance(right.op, (ast.Add, ast.Sub)):
        inner = ast.BinOp(left, node.op, right.left)
        yield Slip("brackets_missing", ast.BinOp(inner, right.op, right.right))


def _transposed_sides(node: ast.BinOp) -> Slips:
    def transposed(side: ast.expr) -> ast.expr:
        return ast.Attribute(side, "T", ast.Load())

    if not _is_transposed(node.right):
        yield Slip("transposed", ast.BinOp(node.left, node.op, transposed(node.right)))
    if not _is_transposed(node.left):
        yield Slip("transposed", ast.BinOp(transposed(node.left), node.op, node.right))


def _is_transposed(side: ast.expr) -> bool:
    return isinstance(side, ast.Attribute) and side.attr == "T"


def _other_rounding(node: ast.BinOp) -> Slips:
    divided = ast.BinOp(node.left, ast.Div(), node.right)
    negative = ast.BinOp(ast.UnaryOp(ast.USub(), node.left), ast.FloorDiv(), node.right)
    yield Slip("not_rounded", divided)
    yield Slip("remainder", ast.BinOp(node.left, ast.Mod(), node.right))
    yield Slip("rounded_up", ast.UnaryOp(ast.USub(), negative))
    for function, kind in (("round", "rounded_to_nearest"), ("int", "rounded_to_zero")):
        yield Slip(kind, ast.Call(ast.Name(function, ast.Load()), [divided], []))


def slips_of_sign(node: ast.UnaryOp) -> Slips:
    """A minus that is missing."""
    if isinstance(node.op, ast.USub):
        yield Slip("sign_missing", node.operand)
    if isinstance(node.op, ast.Not):
        yield Slip("comparison_reversed", node.operand)


def slips_of_comparison(node: ast.Compare) -> Slips:
    """The other direction, or the boundary on the wrong side."""
    if len(node.ops) != 1:
        return
    kind = type(node.ops[0])
    for table, name in ((_AT_BOUNDARY, "boundary"), (_REVERSED, "comparison_reversed")):
        if kind in table:
            yield Slip(name, ast.Compare(node.left, [table[kind]()], node.comparators))


def slips_of_condition(node: ast.BoolOp) -> Slips:
    """`and` for `or`, or a part left out."""
    other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    yield Slip("and_or", ast.BoolOp(other, node.values))
    for index in range(len(node.values)):
        rest = node.values[:index] + node.values[index + 1 :]
        yield Slip("condition_missing", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))


def slips_of_constant(node: ast.Constant) -> Slips:
    """Whole numbers that are one off."""
    if type(node.value) is not int:
        return
    yield Slip("one_too_many", ast.Constant(node.value + 1))
    yield Slip("one_too_few", ast.Constant(node.value - 1))
    if node.value == 2:
        yield Slip("one_too_many", ast.Constant(4))


def slips_of_branch(node: ast.If) -> Slips:
    """A branch that is never, or always, taken."""
    refuses = any(isinstance(statement, ast.Raise) for statement in node.body)
    never: list[ast.stmt] = node.orelse or [ast.Pass()]
    yield Slip("check_missing" if refuses else "branch_missing", ast.If(_true(), never, []))
    yield Slip("always_taken", ast.If(_true(), node.body, []))


def _true() -> ast.expr:
    return ast.Constant(value=True)
