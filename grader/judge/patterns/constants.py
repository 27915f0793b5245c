"""Results that the input does not change, or that are an input as it is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule, predicting, predicting_from_case


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which nothing is computed."""
    constant = _fitted(evidence.failing[0])
    if constant is not None:
        said = evidence.say("patterns.constant", number=f"{constant:.6g}")
        asked = evidence.say("patterns.constant_ask")
        yield Rule("constant", _constant(constant), said, asked)
    for name in evidence.failing[0].arguments:
        said = evidence.say("patterns.is_argument", name=name)
        asked = evidence.say("patterns.is_argument_ask", name=name)
        yield Rule("argument-returned", _argument(name), said, asked)


def _fitted(case: Case) -> float | None:
    if case.found is None or case.found.dtype.kind == "c" or not case.found.size:
        return None
    number = float(case.found.flat[0])
    return number if bool((case.found == number).all()) else None


def _constant(number: float) -> Holds:
    return predicting(lambda wanted: np.full(wanted.shape, number))


def _argument(name: str) -> Holds:
    def argument(case: Case, _wanted: Array) -> Array | None:
        return case.arguments.get(name)

    return predicting_from_case(argument)
