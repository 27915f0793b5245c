"""Values that cannot be used as they are: truth of arrays, ragged rows, empty ranges, unpacking."""

from __future__ import annotations

import ast
import re

from grader.judge.exceptions.rules import Context, Rule
from grader.judge.exceptions.student_code import name_of
from grader.words import Sentence, sentence

# What asks for one truth value itself.
_CONDITIONS: tuple[type[ast.AST], ...] = (ast.If, ast.While, ast.IfExp, ast.Assert, ast.Not)


def _truth(_found: re.Match[str], context: Context) -> Sentence | None:
    code = context.code
    chains = [node for node in code.on_line(ast.Compare) if len(node.ops) > 1]
    joined = code.on_line(ast.BoolOp)
    text = code.text(chains[0]) if len(chains) == 1 and not joined else None
    if text is not None:
        return sentence("exceptions_values.truth_chain", expression=text)
    words = {"and" if isinstance(node.op, ast.And) else "or" for node in joined}
    if len(words) == 1:
        return sentence("exceptions_values.truth_operator", word=words.pop())
    if joined or any(map(code.on_line, _CONDITIONS)):
        return sentence("exceptions_values.truth")
    for name in ("max", "min"):
        calls = code.calls().get(name, [])
        if any(isinstance(call.func, ast.Name) for call in calls):
            return sentence("exceptions_values.truth_function", name=name)
    return sentence("exceptions_values.truth")


def _ragged(_found: re.Match[str], _context: Context) -> Sentence | None:
    return sentence("exceptions_values.ragged")


def _too_few(found: re.Match[str], context: Context) -> Sentence | None:
    expected, got = found["expected"], found["got"]
    shape = _unpacked_shape(context)
    if shape is None:
        return sentence("exceptions.unpack_few", expected=expected, got=got)
    return sentence("exceptions_values.unpack_shape_few", shape=shape, expected=expected, got=got)


def _too_many(found: re.Match[str], context: Context) -> Sentence | None:
    shape = _unpacked_shape(context)
    if shape is None:
        return sentence("exceptions.unpack_many", expected=found["expected"])
    return sentence("exceptions_values.unpack_shape_many", shape=shape, expected=found["expected"])


def _unpacked_shape(context: Context) -> str | None:
    """The `x.shape` that the line takes apart."""
    statement = context.code.statement
    if not isinstance(statement, ast.Assign) or name_of(statement.value) != "shape":
        return None
    return context.code.text(statement.value)


def _text_to_number(found: re.Match[str], _context: Context) -> Sentence | None:
    text = found["text"]
    if not text.isprintable() or "`" in text:
        return None
    return sentence("exceptions.text_to_number", text=text)


def _empty(found: re.Match[str], _context: Context) -> Sentence | None:
    operation = found["operation"].replace("maximum", "max").replace("minimum", "min")
    return sentence("exceptions_values.empty", operation=operation)


RULES = [
    Rule(
        "ValueError",
        r"The truth value of an array with more than one element is ambiguous",
        _truth,
    ),
    Rule(
        "ValueError",
        r"The truth value of an empty array is ambiguous",
        "exceptions_values.truth_empty",
    ),
    Rule(
        "ValueError",
        r"setting an array element with a sequence\. The requested array has an inhomogeneous",
        _ragged,
    ),
    Rule(
        "ValueError",
        r"setting an array element with a sequence\.$",
        "exceptions_values.element_sequence",
    ),
    Rule(
        "ValueError",
        r"(?:assignment destination|output array) is read-only",
        "exceptions_values.read_only",
    ),
    Rule("ValueError", r"high <= 0", "exceptions_values.random_high"),
    Rule("ValueError", r"low >= high", "exceptions_values.random_range"),
    Rule(
        "ValueError",
        r"Cannot take a larger sample than population when replace is False",
        "exceptions_values.sample",
    ),
    Rule(
        "ValueError",
        r"not enough values to unpack \(expected (?:at least )?(?P<expected>\d{1,9}), "
        r"got (?P<got>\d{1,9})\)",
        _too_few,
    ),
    Rule(
        "ValueError",
        r"too many values to unpack \(expected (?P<expected>\d{1,9})",
        _too_many,
    ),
    Rule(
        "ValueError",
        r"could not convert string to (?:float|int): (?:np\.str_\()?(?P<text>'[^'\\]{0,40}')",
        _text_to_number,
    ),
    Rule(
        "ValueError",
        r"invalid literal for int\(\) with base \d{1,2}: (?P<text>'[^'\\]{0,40}')",
        "exceptions.text_to_integer",
    ),
    Rule(
        "ValueError",
        r"zero-size array to reduction operation (?P<operation>maximum|minimum) ",
        _empty,
    ),
    Rule("ValueError", r"attempt to get (?P<operation>argmax|argmin) of an empty", _empty),
    Rule(
        "ValueError",
        r"(?P<operation>max|min)\(\) (?:arg is an|iterable argument is) empty",
        _empty,
    ),
    Rule(
        "ValueError",
        r"can only convert an array of size 1 to a Python scalar",
        "exceptions_values.item_size",
    ),
    Rule("ValueError", r"cannot convert float NaN to integer", "exceptions.nan_to_integer"),
    Rule("OverflowError", r"cannot convert float infinity", "exceptions.infinity_to_integer"),
    Rule("ValueError", r"range\(\) arg 3 must not be zero", "exceptions.range_step"),
    Rule("ValueError", r"math domain error", "exceptions.math_domain"),
    Rule(
        "ValueError",
        r"expected a (?:positive|nonnegative|noninteger) input",
        "exceptions.math_domain",
    ),
    Rule(
        "OverflowError",
        r"Python integer (?P<number>-?\d{1,30}) out of bounds for (?P<type>u?int\d{1,2})",
        "exceptions_values.integer_bounds",
    ),
    Rule(
        "OverflowError", r"Python int too large to convert to C", "exceptions_values.integer_large"
    ),
    Rule(
        "OverflowError",
        r"math range error|\(34, |int too large to convert to float",
        "exceptions.overflow",
    ),
]
