"""Explains why Python cannot read a student's file."""

from __future__ import annotations

import re

from grader.judge.syntax import layout, statements
from grader.judge.syntax.broken import Broken
from grader.words import Sentence


def explain_syntax(error: SyntaxError, source: str) -> Sentence | None:
    """Say what keeps Python from reading a file.

    Args:
        error: as `ast.parse` raised it.
        source: the student's file.

    Returns:
        A sentence or two; None if nothing is known beyond Python's own message. Lines and columns
        count from 1; the error's own line is mentioned only along with a column.
    """
    lines = re.split(r"\r\n?|\n", source)
    number = error.lineno or 0
    if not 1 <= number <= len(lines):
        return None
    line = lines[number - 1]
    place = min(max((error.offset or 1) - 1, 0), len(line))
    broken = Broken(error, source, number, line, place)
    for explain in (*layout.EXPLANATIONS, *statements.EXPLANATIONS):
        said = explain(broken)
        if said is not None:
            return said
    return None
