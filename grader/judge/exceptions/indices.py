"""Indices that an array, a list or a dictionary does not have."""

from __future__ import annotations

import ast
import re

from grader.judge.describe import shape_text
from grader.judge.exceptions.rules import NUMBER, SHAPE, Context, Rule, near, shape_of_text
from grader.judge.exceptions.student_code import name_of
from grader.judge.exceptions.type_names import type_said
from grader.words import Sentence, sentence

# Types as these messages call them.
_KINDS = {"string": "str", "range object": "range"}
# Functions that look into an array by index themselves.
_INDEXING = {"at", "choose", "delete", "insert", "put", "take", "roll", "rollaxis", "unravel_index"}


def _bounds(found: re.Match[str], context: Context) -> Sentence | None:
    subscript = _subscript(context)
    size, axis = int(found["size"]), int(found["axis"])
    values = {"index": found["index"], "axis": axis, "array": _array(subscript, context)}
    if size == 0:
        return sentence("exceptions_arrays.index_empty", **values)
    values.update(size=size, last=size - 1)
    source = _index_for(subscript, axis, context)
    if source is None:
        return sentence("exceptions_arrays.index_bounds", **values)
    return sentence("exceptions_arrays.index_bounds_in", source=source, **values)


def _too_many(found: re.Match[str], context: Context) -> Sentence | None:
    array = _array(_subscript(context), context)
    if found["has"] == "0":
        return sentence("exceptions_arrays.index_of_number", array=array)
    return sentence(
        "exceptions_arrays.index_too_many", array=array, has=found["has"], given=found["given"]
    )


def _index_type(_found: re.Match[str], context: Context) -> Sentence | None:
    subscript = _subscript(context)
    if subscript is not None and _divides(subscript.slice):
        return sentence("exceptions_arrays.index_division")
    return sentence("exceptions_arrays.index_type")


def _float_array(_found: re.Match[str], context: Context) -> Sentence | None:
    subscript = _subscript(context)
    index = subscript.slice if subscript is not None else None
    text = context.code.text(index) if isinstance(index, ast.Name) else None
    if text is None:
        return sentence("exceptions_arrays.index_not_integers")
    return sentence("exceptions_arrays.index_not_integers_named", name=text)


def _index_arrays(found: re.Match[str], _context: Context) -> Sentence | None:
    shapes = [shape_text(shape_of_text(text)) for text in re.findall(SHAPE, found["shapes"])]
    return sentence("exceptions_arrays.index_arrays", shapes=", ".join(shapes))


def _sequence(found: re.Match[str], context: Context) -> Sentence | None:
    subscripts = context.code.on_line(ast.Subscript)
    if len(subscripts) == 1 and name_of(subscripts[0].value) == "shape":
        shape, index = subscripts[0].value, subscripts[0].slice
        shape_text_, index_text_ = context.code.text(shape), context.code.text(index)
        if shape_text_ and index_text_:
            return sentence("exceptions_arrays.shape_index", shape=shape_text_, index=index_text_)
    if not subscripts:
        return None
    return sentence(
        "exceptions.index_range", kind=type_said(_KINDS.get(found["kind"], found["kind"]))
    )


def _key(found: re.Match[str], context: Context) -> Sentence | None:
    key = found["key"]
    if not key.isprintable() or "`" in key:
        return None
    written = [node.value for node in context.code.all(ast.Constant)]
    others = [text for text in written if isinstance(text, str) and text.isprintable()]
    other = near(key[1:-1], (text for text in others if "`" not in text)) if "'" in key else None
    if other is not None:
        return sentence("exceptions.key_near", key=key, near=repr(other))
    return sentence("exceptions.key", key=key)


def _subscript(context: Context) -> ast.Subscript | None:
    """The only place on the line that indexes an array, `x.shape[0]` and the like left out."""
    code = context.code
    found = [node for node in code.on_line(ast.Subscript) if name_of(node.value) != "shape"]
    if len(found) != 1 or _INDEXING & {*code.calls()}:
        return None
    return found[0]


def _array(subscript: ast.Subscript | None, context: Context) -> Sentence:
    text = context.code.text(subscript.value) if subscript is not None else None
    if text is None:
        return sentence("exceptions_arrays.the_array")
    return sentence("exceptions.quoted", name=text)


def _index_for(subscript: ast.Subscript | None, axis: int, context: Context) -> str | None:
    """The index that belongs to an axis, if nothing before it can have shifted the axes."""
    if subscript is None:
        return None
    index = subscript.slice
    indices = index.elts if isinstance(index, ast.Tuple) else [index]
    if axis >= len(indices) or not all(map(_takes_one_axis, indices[:axis])):
        return None
    if not isinstance(indices[axis], (ast.Name, ast.Attribute, ast.BinOp)):
        return None
    return context.code.text(indices[axis])


def _takes_one_axis(index: ast.expr) -> bool:
    if isinstance(index, ast.Call):
        return name_of(index.func) == "arange"
    return isinstance(index, ast.Slice) or (
        isinstance(index, ast.Constant) and type(index.value) is int
    )


def _divides(index: ast.expr) -> bool:
    return any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) for node in ast.walk(index)
    )


RULES = [
    Rule(
        "IndexError",
        rf"index (?P<index>{NUMBER}) is out of bounds for axis (?P<axis>\d{{1,3}}) "
        r"with size (?P<size>\d{1,18})",
        _bounds,
    ),
    Rule(
        "IndexError",
        r"too many indices for array: array is (?P<has>\d{1,3})-dimensional, "
        r"but (?P<given>\d{1,3}) were indexed",
        _too_many,
    ),
    Rule("IndexError", r"only integers, slices \(`:`\), ellipsis", _index_type),
    Rule("IndexError", r"arrays used as indices must be of integer", _float_array),
    Rule(
        "IndexError",
        r"shape mismatch: indexing arrays could not be broadcast together with shapes "
        rf"(?P<shapes>(?:{SHAPE} ?){{2,32}})",
        _index_arrays,
    ),
    Rule(
        "IndexError",
        r"boolean index did not match indexed array along axis (?P<axis>\d{1,3}); size of axis is "
        r"(?P<size>\d{1,18}) but size of corresponding boolean axis is (?P<given>\d{1,18})",
        "exceptions_arrays.index_mask",
    ),
    Rule("IndexError", r"(?P<kind>list|tuple|string|range object) index out of range", _sequence),
    Rule("IndexError", r"(?P<kind>list) assignment index out of range", _sequence),
    Rule("IndexError", r"pop from empty list", "exceptions.pop_empty"),
    Rule("KeyError", r"(?P<key>'[^'\\]{1,40}'|-?\d{1,18})$", _key),
]
