"""Whether two formulas are the same function: equal at random points, as a number would be."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from grader.quiz.formula.nodes import Node, Undefined, value_at

POINTS, TRIES = 24, 400
RELATIVE, ABSOLUTE = 1e-9, 1e-12


class Probe(NamedTuple):
    """Points where the key has a value, those values, and how close a response has to come."""

    points: tuple[Mapping[str, float], ...]
    values: tuple[float, ...]
    tolerance: float


def make_probe(key: Node, variables: Sequence[str], domain: tuple[float, float]) -> Probe | None:
    """Draw points at which the key is defined; the same ones every time.

    Args:
        key: the author's formula.
        variables: the names to draw numbers for.
        domain: lower and upper end of the numbers, for every variable.

    Returns:
        Points and values, or None where the key is hardly ever defined.
    """
    rng = random.Random("quiz")  # the same questions get the same points on every machine
    points: list[Mapping[str, float]] = []
    values: list[float] = []
    for _ in range(TRIES):
        point = {name: rng.uniform(*domain) for name in variables}
        try:
            values.append(value_at(key, point))
        except Undefined:
            continue
        points.append(point)
        if len(points) == POINTS:
            scale = max(map(abs, values))
            return Probe(tuple(points), tuple(values), max(RELATIVE * scale, ABSOLUTE))
    return None


def same(probe: Probe, formula: Node) -> bool:
    """Whether a formula has the key's values at all points."""
    try:
        return all(
            abs(value_at(formula, point) - value) <= probe.tolerance
            for point, value in zip(probe.points, probe.values, strict=True)
        )
    except Undefined:
        return False
