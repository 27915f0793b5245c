"""Sums of which one term is right: the rest is too large or too small by a factor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from grader.judge.numbers import Tolerance
from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.factors import rules as factor_rules
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Rule, first_named
from grader.words import sentence

# Of a difference of near equals only so many of the last digits are rounding.
_ROUNDING = 16 * float(np.finfo(np.float64).eps)


def first_of_rest(evidence: Evidence, *, passing_explained: bool = False) -> Rule | None:
    """Find an argument of which, taken from the result, a plain multiple of the right rest is left.

    Args:
        evidence: the cases as they are, the argument still in the results.
        passing_explained: it is known already why the passing cases pass.
    """
    for without in _without_an_argument(evidence):
        named = first_named(
            tuple(factor_rules(without)), without, passing_explained=passing_explained
        )
        if named is not None:
            return replace(named, id=f"{named.id}-in-a-sum")
    return None


def _without_an_argument(evidence: Evidence) -> Iterator[Evidence]:
    for name in evidence.failing[0].arguments:
        cases = [_without(case, name) for case in evidence.cases]
        if all(case is not None for case in cases):
            kept = tuple(case for case in cases if case is not None)
            subject = sentence("patterns.rest", name=name)
            yield replace(evidence, cases=kept, subject=subject)


def _without(case: Case, name: str) -> Case | None:
    """Take an argument from both results; None where it is no array of their shape."""
    term = case.arguments.get(name)
    if term is None or not term.ndim or not _is_real(term) or not case.comparable:
        return None
    if case.wanted is None or case.found is None or not _is_real(case.wanted):
        return None
    if not term.shape == case.wanted.shape == case.found.shape:
        return None
    return replace(
        case,
        expected=case.wanted - term,
        got=case.found - term,
        tolerance=_with_rounding(case.tolerance, case.wanted, term),
        wide_tolerance=_with_rounding(case.wide_tolerance, case.wanted, term),
    )


def _is_real(array: Array) -> bool:
    return array.dtype.kind == "f" and bool(np.isfinite(array).all())


def _with_rounding(tolerance: Tolerance, *arrays: Array) -> Tolerance:
    largest = max(float(np.abs(array).max(initial=0.0)) for array in arrays)
    share = max(_ROUNDING, tolerance.rtol if tolerance.rtol > 1e-6 else 0.0)
    return Tolerance(tolerance.rtol, tolerance.atol + share * largest)
