"""Slips with whole steps of a calculation."""

from __future__ import annotations

import ast
from collections.abc import Collection

from grader.judge.variants.slip import Slip, Slips


def slips_of_step(node: ast.Assign | ast.AugAssign, names: Collection[str]) -> Slips:
    """A step that is left out, made twice, or gives its value to the wrong name."""
    yield Slip("step_missing", ast.Pass())
    if isinstance(node, ast.AugAssign):
        return
    yield Slip("step_twice", ast.If(ast.Constant(value=True), [node, node], []))
    for target in node.targets:
        if isinstance(target, ast.Tuple) and len(target.elts) >= 2:
            swapped = [target.elts[1], target.elts[0], *target.elts[2:]]
            unpacked = ast.Assign([ast.Tuple(swapped, ast.Store())], node.value)
            yield Slip("unpacked_swapped", unpacked)
        elif isinstance(node.value, ast.Call):
            for name in names:
                given = ast.Assign(node.targets, ast.Name(name, ast.Load()))
                yield Slip("other_name", given, {"name": name})
