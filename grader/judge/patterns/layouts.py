"""Results with the right numbers in the wrong places, or in another shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array, same
from grader.judge.patterns.rule import Rule, predicting
from grader.words import Sentence

_Change = Callable[[Array], Array | None]
# Channels first and channels last, with and without a batch.
_OTHER_ORDERS = ((1, 2, 0), (2, 0, 1), (0, 2, 3, 1), (0, 3, 1, 2))


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which only the layout is wrong; the plainest first."""
    say = evidence.say
    shape_asked = say("patterns.shape_ask")
    for name, change, said in _shapes(evidence):
        yield Rule(name, predicting(change), said, shape_asked)
    asked = say("patterns.transposed_ask")
    yield Rule("transposed", predicting(_transposed), say("patterns.transposed"), asked)
    for name, axes, said in [
        ("first-axes-swapped", (0, 1), say("patterns.first_axes_swapped")),
        ("last-axes-swapped", (-1, -2), say("patterns.last_axes_swapped")),
    ]:
        yield Rule(name, predicting(_swapped(*axes)), said, asked)
    for order in _OTHER_ORDERS:
        said = say("patterns.axes_permuted", axes=str(order))
        yield Rule("axes-permuted", predicting(_permuted(order)), said, asked)
    asked = say("patterns.reversed_ask")
    for name, axis, said in [
        ("reversed-first-axis", 0, say("patterns.reversed_first")),
        ("reversed-second-axis", 1, say("patterns.reversed_second")),
        ("reversed-last-axis", -1, say("patterns.reversed_last")),
    ]:
        yield Rule(name, predicting(_reversed(axis)), said, asked)
    yield Rule("turned", predicting(_turned), say("patterns.turned"), asked)


def loose_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas that leave open what exactly happened."""
    say = evidence.say
    said = say("patterns.other_shape")
    yield Rule("other-shape", _other_shape, said, say("patterns.shape_ask"), exact=False)
    said, asked = say("patterns.every_pair"), say("patterns.every_pair_ask")
    yield Rule("broadcast-to-pairs", _every_pair, said, asked, exact=False)


def weak_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas that fit every right result, so that they never tell why some cases pass."""
    say = evidence.say
    asked = say("patterns.reordered_ask")
    for name, holds, said in [
        ("rows-reordered", _rows_reordered, say("patterns.rows_reordered")),
        ("reordered", _reordered, say("patterns.reordered")),
    ]:
        yield Rule(name, holds, said, asked, exact=False)


def _shapes(evidence: Evidence) -> list[tuple[str, _Change, Sentence]]:
    say = evidence.say
    return [
        ("array-for-number", _in_array((1,)), say("patterns.array_for_number")),
        ("array-for-number", _in_array((1, 1)), say("patterns.array_for_number")),
        ("number-for-array", _as_number, say("patterns.number_for_array")),
        ("column", _as_column, say("patterns.column")),
        ("row", _as_row, say("patterns.row")),
        ("flattened", _flattened, say("patterns.flattened")),
        ("extra-first-axis", _extra_axis(0), say("patterns.extra_first_axis")),
        ("extra-last-axis", _extra_axis(-1), say("patterns.extra_last_axis")),
        ("axis-dropped", _squeezed, say("patterns.axis_dropped")),
    ]


def _in_array(shape: tuple[int, ...]) -> _Change:
    return lambda wanted: None if wanted.ndim else wanted.reshape(shape)


def _as_number(wanted: Array) -> Array | None:
    return wanted.reshape(()) if wanted.ndim and wanted.size == 1 else None


def _as_column(wanted: Array) -> Array | None:
    return wanted[:, np.newaxis] if wanted.ndim == 1 else None


def _as_row(wanted: Array) -> Array | None:
    return wanted[np.newaxis] if wanted.ndim == 1 else None


def _flattened(wanted: Array) -> Array | None:
    return wanted.ravel() if wanted.ndim > 1 else None


def _extra_axis(axis: int) -> _Change:
    # The wire carries arrays of any rank up to NumPy's own limit.
    return lambda wanted: np.expand_dims(wanted, axis) if 1 < wanted.ndim < 16 else None


def _squeezed(wanted: Array) -> Array | None:
    return np.squeeze(wanted) if wanted.ndim > 1 and 1 in wanted.shape else None


def _transposed(wanted: Array) -> Array | None:
    return wanted.T if wanted.ndim > 1 else None


def _swapped(one: int, other: int) -> _Change:
    return lambda wanted: np.swapaxes(wanted, one, other) if wanted.ndim > 2 else None


def _permuted(axes: tuple[int, ...]) -> _Change:
    return lambda wanted: wanted.transpose(axes) if wanted.ndim == len(axes) else None


def _reversed(axis: int) -> _Change:
    return lambda wanted: np.flip(wanted, axis) if wanted.ndim > max(axis, 0) else None


def _turned(wanted: Array) -> Array | None:
    return wanted[::-1, ::-1] if wanted.ndim > 1 else None


def _other_shape(case: Case) -> bool | None:
    if case.wanted is None or case.wanted.size < 2:
        return None
    if not case.comparable or case.found is None or case.wanted.shape == case.found.shape:
        return False
    return case.wanted.size == case.found.size and case.gives(
        case.wanted.ravel().reshape(case.found.shape)
    )


def _rows_reordered(case: Case) -> bool | None:
    if case.wanted is None or case.wanted.ndim < 2:
        return None
    if not _may_be_reordered(case) or case.found is None or case.wanted.shape != case.found.shape:
        return False
    return same(_sorted_rows(case.wanted), _sorted_rows(case.found), case.wide_tolerance)


def _sorted_rows(array: Array) -> Array:
    rows = array.reshape(len(array), array.size // max(len(array), 1))
    return rows[np.lexsort(rows.T[::-1])] if rows.shape[1] else rows


def _reordered(case: Case) -> bool | None:
    if case.wanted is None or case.wanted.size < 2:
        return None
    if not _may_be_reordered(case) or case.found is None or case.wanted.size != case.found.size:
        return False
    return same(np.sort(case.wanted, None), np.sort(case.found, None), case.wide_tolerance)


def _may_be_reordered(case: Case) -> bool:
    return case.comparable and not (case.failed and case.is_only_imprecise)


def _every_pair(case: Case) -> bool | None:
    if case.wanted is None or case.wanted.ndim != 1 or case.wanted.size < 2:
        return None
    return case.found is not None and case.found.shape == case.wanted.shape * 2
