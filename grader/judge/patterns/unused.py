"""Parameters that the student's function never looks at."""

from __future__ import annotations

import ast

from grader.judge.explanation import Explanation
from grader.judge.patterns.evidence import Evidence
from grader.judge.patterns.rule import ENOUGH
from grader.judge.patterns.source import parsed
from grader.words import sentence


def find_unused(evidence: Evidence) -> Explanation | None:
    """Name the parameters that stand in the first line of the function and nowhere else."""
    failing = [one for one in evidence.observations if one.failed]
    if len(failing) < ENOUGH or any(one.got.error for one in failing):
        return None
    names = list(failing[0].step.arguments)
    unused = _unused(evidence.source, names)
    if not unused or len(unused) == len(names):
        return None
    said = sentence("patterns.unused", names=", ".join(f"`{name}`" for name in unused))
    asked = sentence("patterns.unused_ask", name=unused[0])
    return Explanation("pattern", "parameter-unused", said, asked, "likely")


def _unused(source: str, names: list[str]) -> list[str]:
    """The unused parameters, if exactly one function of the file has these parameters."""
    tree = parsed(source)
    functions = [] if tree is None else _functions(tree, names)
    if len(functions) != 1:
        return []
    used = {
        node.id
        for statement in functions[0].body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name)
    }
    return [name for name in names if name not in used]


def _functions(tree: ast.Module, names: list[str]) -> list[ast.FunctionDef]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and names == [argument.arg for argument in node.args.args if argument.arg != "self"]
    ]
