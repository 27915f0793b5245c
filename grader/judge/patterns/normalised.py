"""Results whose numbers add up in the wrong direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule

_NEAR = 1e-5
_Axis = int | None


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which the sums along an axis tell along which axis was normalised."""
    say = evidence.say
    asked = say("patterns.normalised_ask")
    for name, total, wanted_axis, found_axis, said in [
        ("columns-add-up", 1.0, -1, 0, say("patterns.columns_add_up")),
        ("rows-add-up", 1.0, 0, -1, say("patterns.rows_add_up")),
        ("everything-adds-up", 1.0, -1, None, say("patterns.everything_adds_up")),
        ("everything-adds-up", 1.0, 0, None, say("patterns.everything_adds_up_columns")),
        ("rows-centred", 0.0, 0, -1, say("patterns.rows_centred")),
        ("columns-centred", 0.0, -1, 0, say("patterns.columns_centred")),
    ]:
        holds = _adds_up(total, wanted_axis, found_axis)
        yield Rule(name, holds, said, asked, exact=False)


def weak_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas that fit every right result, so that they never tell why some cases pass."""
    say = evidence.say
    asked = say("patterns.proportions_ask")
    for name, axis, said in [
        ("rows-scaled", -1, say("patterns.rows_scaled")),
        ("columns-scaled", 0, say("patterns.columns_scaled")),
    ]:
        holds = _is_scaled(axis)
        yield Rule(name, holds, said, asked, exact=False, shows=_has_proportions(axis))


def _is_scaled(axis: int) -> Holds:
    """Make the idea that along this axis the numbers have the right proportions."""

    def holds(case: Case) -> bool | None:
        if case.wanted is None or not case.wanted.ndim or not case.wanted.size:
            return None
        if not case.comparable or case.found is None or case.wanted.shape != case.found.shape:
            return False
        if "c" in (case.wanted_kind, case.found_kind) or (case.failed and case.is_only_imprecise):
            return False
        place = np.argmax(np.abs(case.wanted), axis=axis, keepdims=True)
        largest = np.take_along_axis(case.wanted, place, axis)
        scale = np.take_along_axis(case.found, place, axis) / np.where(largest == 0, 1, largest)
        is_size = np.isfinite(scale).all() and (scale > 0).all()
        return bool(is_size) and case.gives(case.wanted * scale)

    return holds


def _has_proportions(axis: int) -> Callable[[Case], bool]:
    def shows(case: Case) -> bool:
        if case.wanted is None:
            return False
        several = (case.wanted != 0).sum(axis=axis) > 1
        return bool(several.any())

    return shows


def _adds_up(total: float, wanted_axis: _Axis, found_axis: _Axis) -> Holds:
    def holds(case: Case) -> bool | None:
        if case.wanted is None or case.wanted.ndim != 2 or not case.wanted.size:
            return None
        if not case.comparable or case.found is None or case.wanted.shape != case.found.shape:
            return False
        if not _sums_are(total, case.wanted, wanted_axis):
            return False
        if case.failed and _sums_are(total, case.found, wanted_axis):
            return False
        return _sums_are(total, case.found, found_axis)

    return holds


def _sums_are(total: float, array: Array, axis: _Axis) -> bool:
    if not np.isfinite(array).all():
        return False
    size = max(float(np.abs(array).sum(axis=axis).max()), abs(total))
    return size > 0 and bool((np.abs(array.sum(axis=axis) - total) <= _NEAR * size).all())
