"""What the failing cases have in common and the passing ones have not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.judge.explanation import Explanation
from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.properties import Property, properties
from grader.judge.patterns.rule import ENOUGH, Holds, Rule
from grader.words import sentence

# From here on the exponential function of float32 is infinite, later that of float64.
_LARGE = 80.0


def separating(evidence: Evidence) -> Property | None:
    """The first property that all failing cases have and no passing one."""
    failed = tuple(case.failed for case in evidence.cases)
    if min(sum(failed), len(failed) - sum(failed)) < ENOUGH:
        return None
    return next((one for one in properties(evidence.cases) if one.cases == failed), None)


def conditional_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas that are worth saying only together with the circumstances."""
    error = evidence.failing[0].error
    if error is not None:
        said = sentence("patterns.stops", type=error.type_name)
        yield Rule("raises", _raises(error.type_name), said, exact=False, alone=False)
    said = evidence.say("patterns.not_finite")
    yield Rule("not-finite", _is_not_finite, said, exact=False, alone=False)


def find_overflow(evidence: Evidence) -> Explanation | None:
    """Say that only large numbers lead to NaN or infinity."""
    if not evidence.failing or not all(map(_is_not_finite, evidence.failing)):
        return None
    for name in evidence.failing[0].arguments:
        failing = [_size(case, name) for case in evidence.failing]
        least = min(failing)
        spared = [case for case in evidence.passing if _size(case, name) < least]
        if least <= _LARGE or len(failing) < ENOUGH or len(spared) < ENOUGH:
            continue
        said = evidence.say("patterns.overflow", name=name, least=f"{least:.6g}")
        asked = sentence("patterns.overflow_ask", name=name)
        return Explanation("pattern", "overflow", said, asked, "likely")
    return None


def _raises(type_name: str) -> Holds:
    return lambda case: case.error is not None and case.error.type_name == type_name


def _is_not_finite(case: Case) -> bool:
    """Whether NaN or infinity stands where a number should."""
    if case.wanted is None or case.found is None or case.wanted.shape != case.found.shape:
        return False
    return bool((np.isfinite(case.wanted) & ~np.isfinite(case.found)).any())


def _size(case: Case, name: str) -> float:
    array = case.arguments.get(name)
    if array is None or not array.size:
        return 0.0
    size = float(np.max(np.abs(array)))
    return size if np.isfinite(size) else 0.0
