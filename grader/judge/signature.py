"""Parameters in another order than the function is called with."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from grader.judge.explanation import Explanation
from grader.words import sentence


def explain_order(source: str, name: str, wanted: Sequence[str]) -> Explanation | None:
    """Say that a parameter stands in another place than its argument comes in.

    Args:
        source: the student's file.
        name: of the function that is called.
        wanted: the names of the arguments in the order in which they are passed.
    """
    found = _parameters(source, name)
    for place, parameter in enumerate(found):
        if parameter in wanted and place < len(wanted) and wanted[place] != parameter:
            said = sentence(
                "verdict.order",
                call=f"{name}({', '.join(wanted)})",
                defined=f"{name}({', '.join(found)})",
                name=parameter,
                got=wanted[place],
            )
            return Explanation("pattern", "parameters-in-another-order", said)
    return None


def _parameters(source: str, name: str) -> list[str]:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    for node in reversed(body):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
    return []
