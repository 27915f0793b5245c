"""Slips that change a value on its way: an input, or what a piece of code gives.

The forms are written with NumPy under its usual name, which every solution imports.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.judge.variants.slip import Slip, Slips
from grader.words import Sentence, sentence


class Change(NamedTuple):
    """What happens to a value: the code for it, and the name of what it is called."""

    form: str
    name: str


CHANGES = (
    Change("-({})", "negated"),
    Change("2 * ({})", "doubled"),
    Change("({}) / 2", "halved"),
    Change("({}) + 1", "one_more"),
    Change("({}) - 1", "one_less"),
    Change("({}) ** 2", "squared"),
    Change("np.abs({})", "absolute"),
    Change("np.maximum({}, 0)", "negatives_cut"),
    Change("np.clip({}, -1, 1)", "clipped"),
    Change("({}).T", "transposed"),
    Change("(({}) + ({}).T) / 2", "symmetrised"),
    Change("({})[::-1]", "reversed"),
    Change("({})[:1]", "first_row"),
    Change("({})[0]", "first_only"),
    Change("np.sum({})", "summed"),
    Change("np.mean({})", "averaged"),
    Change("np.sum({}, axis=0)", "summed_over_rows"),
    Change("np.mean({}, axis=0)", "averaged_over_rows"),
    Change("np.sum({}, axis=-1, keepdims=True)", "summed_over_columns"),
    Change("np.mean({}, axis=-1, keepdims=True)", "averaged_over_columns"),
    Change("({0}) - np.mean({0})", "centred"),
    Change("({0}) - np.mean({0}, axis=-1, keepdims=True)", "centred"),
    Change("(({0}) - np.mean({0})) / np.std({0})", "standardised"),
    Change("({0}) / np.linalg.norm({0})", "normalised"),
    Change("({0}) / np.max(np.abs({0}))", "normalised"),
    Change("np.asarray({}).astype(int)", "whole_numbers"),
    Change("np.round({})", "rounded"),
    Change("np.asarray({}).astype(np.float32)", "single_precision"),
    Change("np.asarray({}).astype(np.float16)", "half_precision"),
    Change("np.asarray({}).astype(float)", "made_float"),
    Change("({}) + 1e-7", "slightly_more"),
    Change("({}) * 0", "zeros"),
    Change("({}) * 0 + 1", "ones"),
    Change("({}).tolist()", "made_a_list"),
    Change("({})[:, np.newaxis]", "made_a_column"),
    Change("np.ravel({})", "flattened"),
)


def changed_expressions(piece: ast.expr) -> Slips:
    """Everything that can happen to the value of an expression."""
    if isinstance(piece, (ast.Compare, ast.BoolOp)):
        yield Slip("never_holds", ast.Constant(value=False))
        yield Slip("always_holds", ast.Constant(value=True))
        return
    yield from _changed(ast.unparse(piece), sentence("slips.the_value"))


def changed_returns(node: ast.Return) -> Slips:
    """Everything that can happen to what a function returns."""
    if node.value is None:
        return
    for slip in _changed(ast.unparse(node.value), sentence("slips.the_result")):
        assert isinstance(slip.node, ast.expr)
        yield Slip(slip.kind, ast.Return(slip.node), slip.values)


def changed_inputs(name: str) -> Iterator[tuple[str, Slip]]:
    """Statements that change a parameter before anything else is done, each with its slip."""
    for change in CHANGES:
        said = _said(change, sentence("slips.the_argument", name=name))
        yield f"{name} = {change.form.format(name, name)}", Slip("changed", None, said)


def _changed(text: str, what: Sentence) -> Slips:
    for change in CHANGES:
        node = ast.parse(change.form.format(text, text), mode="eval").body
        yield Slip("changed", node, _said(change, what))


def _said(change: Change, what: Sentence) -> dict[str, object]:
    return {"what": what, "change": sentence(f"changes.{change.name}")}
