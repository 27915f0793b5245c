"""What ends a run whatever is computed: endless calls, memory, files, checks of one's own."""

from __future__ import annotations

import ast
import re

from grader.judge.describe import shape_text
from grader.judge.exceptions.rules import SHAPE, Context, Rule, shape_of_text
from grader.judge.exceptions.student_code import name_of
from grader.words import Sentence, sentence


def _recursion(_found: re.Match[str], context: Context) -> Sentence | None:
    function = context.code.function
    if function is None:
        return sentence("exceptions.recursion")
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    if function.name not in [name_of(call.func) for call in calls]:
        return sentence("exceptions.recursion")
    return sentence("exceptions.recursion_named", name=function.name)


def _memory(found: re.Match[str], _context: Context) -> Sentence | None:
    shape = shape_text(shape_of_text(found["shape"]))
    return sentence("exceptions_values.memory", size=found["size"].replace(". ", " "), shape=shape)


def _assertion(_found: re.Match[str], context: Context) -> Sentence | None:
    checks = context.code.on_line(ast.Assert)
    text = context.code.text(checks[0].test) if len(checks) == 1 else None
    return sentence("exceptions.assertion", test=text) if text is not None else None


RULES = [
    Rule("RecursionError", r"maximum recursion depth exceeded", _recursion),
    Rule(
        "MemoryError",
        r"Unable to allocate (?P<size>[\d.]{1,8} [KMGTPEZY]?i?B|[\d.]{1,8} bytes) "
        rf"for an array with shape (?P<shape>{SHAPE})",
        _memory,
    ),
    Rule("MemoryError", r"", "exceptions.memory"),
    Rule("AssertionError", r"", _assertion),
    Rule("FileNotFoundError", r"", "exceptions.no_file"),
    Rule("OSError", r"", "exceptions.not_allowed"),
    Rule("SyntaxError", r"'(?P<word>return|yield|await)' outside", "exceptions.outside_function"),
    Rule("SyntaxError", r"'(?P<word>break)' outside loop", "exceptions.outside_loop"),
    Rule("SyntaxError", r"'(?P<word>continue)' not properly in loop", "exceptions.outside_loop"),
]
