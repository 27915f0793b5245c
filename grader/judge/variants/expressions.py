"""Slips with functions, axes, attributes, indices and names."""

from __future__ import annotations

import ast
from collections.abc import Collection

from grader.judge.variants.slip import Slip, Slips, call_name, is_of_module

_REDUCTIONS = ("sum", "mean", "max", "min", "prod")
_FAMILIES = (
    _REDUCTIONS,
    ("argmax", "argmin"),
    ("exp", "exp2", "expm1"),
    ("log", "log10", "log2", "log1p"),
    ("sign", "abs", "square"),
    ("sqrt", "square"),
    ("tanh", "sinh"),
)
_AXES = (0, 1, -1, None)


def slips_of_call(node: ast.Call) -> Slips:
    """Another function, none at all, another axis, arguments in another order."""
    name = call_name(node)
    yield from _other_axes(node)
    for family in _FAMILIES:
        if name in family:
            for other in family:
                if other != name:
                    values = {"name": other}
                    yield Slip("other_function", _renamed(node, other), values)
    yield from _not_applied(node)
    if len(node.args) >= 2 and not any(isinstance(one, ast.Starred) for one in node.args):
        swapped = [node.args[1], node.args[0], *node.args[2:]]
        yield Slip("arguments_swapped", ast.Call(node.func, swapped, node.keywords))
        yield Slip("sides_missing", ast.Call(node.func, node.args[1:], node.keywords))
    if name == "integers":
        inclusive = ast.keyword("endpoint", ast.Constant(value=True))
        yield Slip("end_included", ast.Call(node.func, node.args, [*node.keywords, inclusive]))


def _not_applied(node: ast.Call) -> Slips:
    if call_name(node).endswith("Error"):
        return
    if is_of_module(node) and node.args and isinstance(node.args[0], ast.expr):
        yield Slip("not_applied", node.args[0])
    elif isinstance(node.func, ast.Attribute) and not is_of_module(node):
        yield Slip("not_applied", node.func.value)


def _other_axes(node: ast.Call) -> Slips:
    for index, keyword in enumerate(node.keywords):
        rest = node.keywords[:index] + node.keywords[index + 1 :]
        if keyword.arg == "axis":
            for axis in _AXES:
                if ast.unparse(keyword.value) == str(axis):
                    continue
                chosen = [ast.keyword("axis", _axis(axis)), *rest]
                kind = "whole_array" if axis is None else "other_axis"
                yield Slip(kind, ast.Call(node.func, node.args, chosen), {"axis": axis})
                alone = [one for one in chosen if one.arg != "keepdims"]
                if len(alone) < len(chosen):
                    yield Slip(
                        f"{kind}_lost", ast.Call(node.func, node.args, alone), {"axis": axis}
                    )
        if keyword.arg == "keepdims":
            yield Slip("axis_lost", ast.Call(node.func, node.args, rest))


def _axis(axis: int | None) -> ast.expr:
    return (
        ast.Constant(axis) if axis is None or axis >= 0 else ast.UnaryOp(ast.USub(), _axis(-axis))
    )


def _renamed(node: ast.Call, name: str) -> ast.expr:
    if isinstance(node.func, ast.Attribute):
        return ast.Call(ast.Attribute(node.func.value, name, ast.Load()), node.args, node.keywords)
    return ast.Call(ast.Name(name, ast.Load()), node.args, node.keywords)


def slips_of_attribute(node: ast.Attribute) -> Slips:
    """A matrix that is not transposed, or the wrong dimension counted."""
    if node.attr == "T":
        yield Slip("not_transposed", node.value)
    if node.attr == "size":
        yield Slip("counted_wrong", _length(node.value))


def slips_of_index(node: ast.Subscript) -> Slips:
    """Indices in another order, ranges that begin or end elsewhere."""
    if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
        everything = ast.Attribute(node.value.value, "size", ast.Load())
        yield Slip("counted_all", everything)
        for index in (0, 1, -1):
            place = ast.Subscript(node.value, _axis(index), ast.Load())
            yield Slip("counted_wrong", place)
    if not isinstance(node.slice, ast.Tuple):
        yield from (Slip(slip.kind, _indexed(node, slip.node)) for slip in _other_range(node.slice))
        return
    parts = node.slice.elts
    if len(parts) >= 2:
        swapped = [parts[1], parts[0], *parts[2:]]
        yield Slip("indices_swapped", _indexed(node, ast.Tuple(swapped, ast.Load())))
        yield Slip("indices_swapped", _indexed(node, ast.Tuple(parts[::-1], ast.Load())))
        rotated = [parts[-1], *parts[:-1]]
        yield Slip("indices_swapped", _indexed(node, ast.Tuple(rotated, ast.Load())))
    for index, part in enumerate(parts):
        for slip in _other_range(part):
            assert isinstance(slip.node, ast.expr)
            changed = [*parts[:index], slip.node, *parts[index + 1 :]]
            yield Slip(slip.kind, _indexed(node, ast.Tuple(changed, ast.Load())))


def _other_range(part: ast.expr) -> Slips:
    if not isinstance(part, ast.Slice):
        yield Slip("whole_range", ast.Slice())
        return
    lower, upper = part.lower, part.upper
    if lower is None or upper is None:
        return
    for offset, kind in ((1, "range_too_long"), (-1, "range_too_short")):
        moved = ast.BinOp(upper, ast.Add(), _axis(offset))
        yield Slip(kind, ast.Slice(lower, moved, part.step))
        moved = ast.BinOp(lower, ast.Sub(), _axis(offset))
        yield Slip(kind, ast.Slice(moved, upper, part.step))
    yield Slip("range_from_start", ast.Slice(None, upper, part.step))
    yield Slip("range_to_end", ast.Slice(lower, None, part.step))
    yield Slip("whole_range", ast.Slice())


def _indexed(node: ast.Subscript, index: ast.expr | ast.stmt | None) -> ast.expr:
    assert isinstance(index, ast.expr)
    return ast.Subscript(node.value, index, ast.Load())


def _length(array: ast.expr) -> ast.expr:
    return ast.Call(ast.Name("len", ast.Load()), [array], [])


def slips_of_name(node: ast.Name, names: Collection[str]) -> Slips:
    """Another name of the function's where this one belongs."""
    if not isinstance(node.ctx, ast.Load) or node.id not in names:
        return
    for name in names:
        if name != node.id:
            yield Slip("other_name", ast.Name(name, ast.Load()), {"name": name})


def slips_of_divisor(node: ast.BinOp, names: Collection[str]) -> Slips:
    """A mean over another number of things."""
    if not isinstance(node.op, ast.Div) or not isinstance(node.right, ast.Name):
        return
    for name in names:
        for form in ("len({})", "{}.size", "{}.shape[-1]"):
            size = ast.parse(form.format(name), mode="eval").body
            yield Slip("counted_wrong", ast.BinOp(node.left, ast.Div(), size))
