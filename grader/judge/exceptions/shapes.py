"""Arrays whose shapes do not fit: broadcasting, reshaping, joining, axes that do not exist."""

from __future__ import annotations

import ast
import math
import re

from grader.judge.describe import shape_text
from grader.judge.exceptions.arguments import known_shape
from grader.judge.exceptions.rules import NAME, NUMBER, SHAPE, Context, Rule, shape_of_text
from grader.words import Sentence, sentence

_ELEMENTWISE = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
# Functions that combine no arrays with each other: what does not fit is then the operator's.
_COMBINE_NOTHING = {
    *("abs", "amax", "amin", "arange", "argmax", "argmin", "array", "asarray", "astype", "copy"),
    *("exp", "float", "int", "len", "log", "max", "mean", "min", "ones", "ones_like", "range"),
    *("reshape", "sqrt", "std", "sum", "tanh", "transpose", "var", "zeros", "zeros_like"),
}
_ADDS_AN_AXIS = {"expand_dims", "stack"}


def _broadcast(found: re.Match[str], context: Context) -> Sentence | None:
    shapes = [shape_of_text(text) for text in re.findall(SHAPE, found["shapes"])]
    pair = _conflict(shapes)
    if pair is None:
        return None
    one, other, lengths = pair
    values = {"one": shape_text(one), "other": shape_text(other)}
    names = _operands(context) if shapes[:2] == [one, other] else None
    if names is None:
        return sentence("exceptions_arrays.broadcast", a=lengths[0], b=lengths[1], **values)
    return sentence(
        "exceptions_arrays.broadcast_named",
        left=names[0],
        right=names[1],
        a=lengths[0],
        b=lengths[1],
        **values,
    )


def _conflict(
    shapes: list[tuple[int, ...]],
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, int]] | None:
    """The first two shapes that do not fit, and the lengths that meet where they do not."""
    for position, other in enumerate(shapes):
        for one in shapes[:position]:
            for a, b in zip(one[::-1], other[::-1], strict=False):
                if a != b and 1 not in (a, b):
                    return one, other, (a, b)
    return None


def _operands(context: Context) -> tuple[str, str] | None:
    """Both sides of the only operator on the line that can have combined two arrays."""
    code = context.code
    if {*code.calls()} - _COMBINE_NOTHING or code.on_line(ast.Compare):
        return None
    if any(
        {"out", "where"} & {word.arg for word in call.keywords} for call in code.on_line(ast.Call)
    ):
        return None
    sides = [
        (node.left, node.right)
        for node in code.on_line(ast.BinOp)
        if isinstance(node.op, _ELEMENTWISE)
    ]
    sides += [(node.target, node.value) for node in code.on_line(ast.AugAssign)]
    sides = [pair for pair in sides if () not in [known_shape(side, context) for side in pair]]
    if len(sides) != 1:
        return None
    left, right = code.text(sides[0][0]), code.text(sides[0][1])
    return (left, right) if left and right else None


def _axis(found: re.Match[str], context: Context) -> Sentence | None:
    count = int(found["count"])
    adds = _ADDS_AN_AXIS & {*context.code.calls()}
    array = sentence("exceptions_arrays.the_result" if adds else "exceptions_arrays.the_array")
    if count == 0:
        return sentence("exceptions_arrays.axis_of_number", axis=found["axis"], array=array)
    if count == 1:
        return sentence("exceptions_arrays.axis_of_vector", axis=found["axis"], array=array)
    return sentence(
        "exceptions_arrays.axis", axis=found["axis"], array=array, count=count, last=count - 1
    )


def _reshape(found: re.Match[str], _context: Context) -> Sentence | None:
    shape = shape_of_text(found["shape"])
    count = math.prod(shape)
    if count == int(found["size"]) or len(str(count)) > 18:
        return None
    # Of the length -1 NumPy writes nothing, or `newaxis`.
    if "newaxis" in found["shape"] or (len(shape) == 1 and "," not in found["shape"]):
        return sentence("exceptions_arrays.reshape_unknown", size=found["size"], count=count)
    return sentence(
        "exceptions_arrays.reshape", size=found["size"], shape=shape_text(shape), count=count
    )


def _fit_into(found: re.Match[str], _context: Context) -> Sentence | None:
    value, place = shape_of_text(found["value"]), shape_of_text(found["place"])
    return sentence(
        "exceptions_arrays.assign_shape", value=shape_text(value), place=shape_text(place)
    )


def _output(found: re.Match[str], _context: Context) -> Sentence | None:
    held, result = shape_of_text(found["held"]), shape_of_text(found["result"])
    return sentence(
        "exceptions_arrays.output_shape", held=shape_text(held), result=shape_text(result)
    )


RULES = [
    Rule(
        "ValueError",
        rf"operands could not be broadcast together with shapes (?P<shapes>(?:{SHAPE} ?){{2,32}})",
        _broadcast,
    ),
    Rule(
        "ValueError",
        r"shape mismatch: objects cannot be broadcast to a single shape\. +"
        rf"Mismatch is between (?P<shapes>arg \d+ with shape {SHAPE} and arg \d+ with shape "
        rf"{SHAPE})",
        _broadcast,
    ),
    Rule(
        "ValueError",
        rf"non-broadcastable output operand with shape (?P<held>{SHAPE}) "
        rf"doesn't match the broadcast shape (?P<result>{SHAPE})",
        _output,
    ),
    Rule(
        "ValueError",
        r"operands could not be broadcast together with remapped shapes \[original->remapped\]: "
        rf"(?P<value>{SHAPE}) +and requested shape (?P<place>{SHAPE})",
        _fit_into,
    ),
    Rule(
        "ValueError",
        rf"could not broadcast input array from shape (?P<value>{SHAPE}) "
        rf"into shape (?P<place>{SHAPE})",
        _fit_into,
    ),
    Rule(
        "ValueError",
        rf"shape mismatch: value array of shape (?P<value>{SHAPE}) +"
        rf"could not be broadcast to indexing result of shape (?P<place>{SHAPE})",
        _fit_into,
    ),
    Rule(
        "AxisError",
        rf"(?:{NAME}: )?axis (?P<axis>{NUMBER}) is out of bounds "
        r"for array of dimension (?P<count>\d{1,3})",
        _axis,
    ),
    Rule("ValueError", r"duplicate value in 'axis'", "exceptions_arrays.axis_twice"),
    Rule(
        "ValueError",
        r"cannot reshape array of size (?P<size>\d{1,18}) into shape (?P<shape>\([\w,]{1,200}\))",
        _reshape,
    ),
    Rule(
        "ValueError",
        r"can only specify one unknown dimension",
        "exceptions_arrays.reshape_two_unknown",
    ),
    Rule(
        "ValueError",
        r"axes don't match array|repeated axis in transpose",
        "exceptions_arrays.transpose_axes",
    ),
    Rule(
        "ValueError",
        r"need at least one array to (?:concatenate|stack)",
        "exceptions_arrays.join_nothing",
    ),
    Rule(
        "ValueError",
        r"all the input array dimensions except for the concatenation axis must match exactly, "
        r"but along dimension (?P<axis>\d{1,3}), the array at index (?P<one>\d{1,9}) has size "
        r"(?P<one_length>\d{1,18}) and the array at index (?P<other>\d{1,9}) has size "
        r"(?P<other_length>\d{1,18})",
        "exceptions_arrays.join_lengths",
    ),
    Rule(
        "ValueError",
        r"all the input arrays must have same number of dimensions, but the array at index "
        r"(?P<one>\d{1,9}) has (?P<one_count>\d{1,3}) dimension\(s\) and the array at index "
        r"(?P<other>\d{1,9}) has (?P<other_count>\d{1,3}) dimension\(s\)",
        "exceptions_arrays.join_axes",
    ),
    Rule(
        "ValueError",
        r"all input arrays must have the same shape",
        "exceptions_arrays.stack_shapes",
    ),
    Rule(
        "ValueError",
        r"negative dimensions are not allowed",
        "exceptions_arrays.negative_length",
    ),
    Rule(
        "ValueError",
        r"cannot select an axis to squeeze out which has size not equal to one",
        "exceptions_arrays.squeeze",
    ),
    Rule(
        "ValueError",
        r"array split does not result in an equal division",
        "exceptions_arrays.split",
    ),
    Rule("LinAlgError", r"Singular matrix", "exceptions_arrays.singular"),
    Rule(
        "LinAlgError",
        r"Last 2 dimensions of the array must be square",
        "exceptions_arrays.square",
    ),
]
