"""Results that are the expected ones plus or minus something."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule, predicting, predicting_from_case

_NEAR = 1e-9
# A term left out, added once too often, or with its sign turned.
_TIMES = (-1.0, 1.0, -2.0, 2.0, -0.5, 0.5)

_TermOf = Callable[[Case], Array | None]


def constant_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which the result is too large or too small by the same number everywhere."""
    offset = _fitted(evidence)
    if offset is None:
        return
    if offset in (1, -1):
        said = evidence.say("patterns.one_more" if offset > 0 else "patterns.one_less")
        asked = evidence.say("patterns.off_by_one_ask")
        yield Rule("off-by-one", _shifted(offset), said, asked)
        return
    name = "patterns.more" if offset > 0 else "patterns.less"
    said = evidence.say(name, amount=f"{abs(offset):.6g}")
    yield Rule("constant-offset", _shifted(offset), said, evidence.say("patterns.offset_ask"))


def term_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which a term is missing from a sum, in it twice, or has the wrong sign."""
    for term in _terms(evidence):
        for times in _TIMES:
            yield _term_rule(evidence, term, times)


def _fitted(evidence: Evidence) -> float | None:
    case = evidence.failing[0]
    if not case.comparable or case.wanted is None or case.found is None:
        return None
    if case.wanted.dtype.kind == "c" or case.wanted.shape != case.found.shape:
        return None
    usable = np.isfinite(case.wanted) & np.isfinite(case.found)
    if not usable.any():
        return None
    place = np.argmin(np.where(usable, np.abs(case.wanted), np.inf))
    offset = float(case.found.flat[place] - case.wanted.flat[place])
    if not math.isfinite(offset) or offset == 0:
        return None
    whole = round(offset)
    return float(whole) if whole and math.isclose(offset, whole, rel_tol=_NEAR) else offset


def _shifted(offset: float) -> Holds:
    return predicting(lambda wanted: wanted + offset)


class _Term(NamedTuple):
    text: str
    of: _TermOf


def _terms(evidence: Evidence) -> Iterator[_Term]:
    """The arguments, and the products of a number among them with any other."""
    arguments = evidence.failing[0].arguments
    for name in arguments:
        yield _Term(f"`{name}`", _argument(name))
    scalars = [name for name, array in arguments.items() if not array.ndim]
    for place, scalar in enumerate(scalars):
        for name in arguments:
            if name not in scalars[: place + 1]:
                yield _Term(f"`{scalar} * {name}`", _product(scalar, name))


def _argument(name: str) -> _TermOf:
    return lambda case: case.arguments.get(name)


def _product(scalar: str, name: str) -> _TermOf:
    def product(case: Case) -> Array | None:
        one, other = case.arguments.get(scalar), case.arguments.get(name)
        return None if one is None or other is None or one.ndim else np.asarray(one * other)

    return product


def _term_rule(evidence: Evidence, term: _Term, times: float) -> Rule:
    say = evidence.say
    said, asked = {
        -1.0: (say("patterns.term_missing", term=term.text), say("patterns.term_missing_ask")),
        1.0: (say("patterns.term_extra", term=term.text), say("patterns.term_extra_ask")),
        -2.0: (say("patterns.term_less_twice", term=term.text), say("patterns.term_sign_ask")),
        2.0: (say("patterns.term_more_twice", term=term.text), say("patterns.term_sign_ask")),
        -0.5: (say("patterns.term_less_half", term=term.text), say("patterns.term_half_ask")),
        0.5: (say("patterns.term_more_half", term=term.text), say("patterns.term_half_ask")),
    }[times]
    name = {1.0: "term", 2.0: "twice-a-term", 0.5: "half-a-term"}[abs(times)]
    direction = "missing" if times < 0 else "too-much"
    return Rule(f"{name}-{direction}", _with_term(term.of, times), said, asked)


def _with_term(term_of: _TermOf, times: float) -> Holds:
    def predict(case: Case, wanted: Array) -> Array | None:
        term = term_of(case)
        if term is None or (term.shape and not _fits(term, wanted)):
            return None
        return np.asarray(wanted + times * term)

    return predicting_from_case(predict)


def _fits(term: Array, wanted: Array) -> bool:
    """Whether the sum has the shape of the expected numbers."""
    if term.ndim > wanted.ndim:
        return False
    ends = zip(reversed(term.shape), reversed(wanted.shape), strict=False)
    return all(length in (1, whole) for length, whole in ends)
