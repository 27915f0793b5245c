"""Explains the common exceptions of NumPy and Python in a student's terms.

Type and message were written by a process nobody trusts: they are matched as text, what is quoted
from them is a name, a number or a shape, and what matches no rule stays unexplained.
"""

from __future__ import annotations

import ast

from grader.calls.steps import RaisedError, Step
from grader.judge.exceptions import (
    attributes,
    calls,
    conversions,
    indices,
    names,
    operators,
    products,
    runtime,
    shapes,
    values,
)
from grader.judge.exceptions.rules import Context, Rule
from grader.judge.exceptions.student_code import StudentCode
from grader.words import Sentence

MAX_MESSAGE = 1_000

_TOPICS = (
    products,
    shapes,
    indices,
    names,
    attributes,
    calls,
    operators,
    conversions,
    values,
    runtime,
)
_RULES: tuple[Rule, ...] = tuple(rule for topic in _TOPICS for rule in topic.RULES)


def explain_exception(error: RaisedError, source: str, step: Step | None) -> Sentence | None:
    """Say what an exception means, with the names that stand in the student's line.

    Args:
        error: the exception as the student's process told it.
        source: the student's file.
        step: what was asked of it, for the shapes of the arguments; None if only the file was run.

    Returns:
        A sentence or two without the line's number; None if the exception is not a known one, or
        one that the student's code raises itself.
    """
    code = StudentCode(source, error.line)
    if code.on_line(ast.Raise):
        return None
    context = Context(code, step)
    message = error.message[:MAX_MESSAGE]
    kinds = {error.type_name, *error.bases}
    for rule in _RULES:
        said = rule.apply(kinds, message, context)
        if said is not None:
            return said
    return None
