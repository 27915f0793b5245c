"""Results that went through one function too many, or lost digits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule, predicting
from grader.words import Sentence

_Change = Callable[[Array], Array | None]
_MOST_DECIMALS = 8
# What does not fit into an integer becomes some other number.
_LARGEST_INTEGER = 2.0**63
_LOW_PRECISIONS = (("float16", np.float16), ("float32", np.float32))


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which every number was changed by itself."""
    for name, change, said, asked in _functions(evidence):
        yield Rule(name, predicting(_of_reals(change)), said, asked)
    asked = evidence.say("patterns.one_function_ask")
    yield Rule("logarithm", _is_logarithm, evidence.say("patterns.log_taken"), asked)
    asked = evidence.say("patterns.rounding_ask")
    for name, change, said in _roundings(evidence):
        yield Rule(name, _rounding(_of_reals(change)), said, asked, family="rounding")
    for dtype, kind in _LOW_PRECISIONS:
        said = evidence.say("patterns.low_precision", dtype=dtype)
        asked = evidence.say("patterns.low_precision_ask")
        yield Rule(f"{dtype}-precision", _at_precision(kind), said, asked, exact=False)


def _functions(evidence: Evidence) -> list[tuple[str, _Change, Sentence, Sentence]]:
    say = evidence.say
    asked = say("patterns.one_function_ask")
    range_asked = say("patterns.range_ask")
    return [
        ("absolute", np.abs, say("patterns.absolute"), say("patterns.absolute_ask")),
        ("clipped-at-0", _at_least_0, say("patterns.clipped_at_0"), range_asked),
        ("clipped-to-0-1", lambda x: np.clip(x, 0, 1), say("patterns.clipped"), range_asked),
        ("squared", np.square, say("patterns.squared"), asked),
        ("square-root", _root, say("patterns.square_root"), asked),
        ("complement", lambda x: 1 - x, say("patterns.complement"), say("patterns.complement_ask")),
        ("reciprocal", _inverse, say("patterns.reciprocal"), say("patterns.reciprocal_ask")),
        ("exponential", np.exp, say("patterns.exponential"), asked),
    ]


def _roundings(evidence: Evidence) -> Iterator[tuple[str, _Change, Sentence]]:
    say = evidence.say
    yield "truncated", np.trunc, say("patterns.truncated")
    yield "rounded", np.round, say("patterns.rounded")
    yield "rounded-down", np.floor, say("patterns.rounded_down")
    yield "rounded-up", np.ceil, say("patterns.rounded_up")
    for decimals in range(1, _MOST_DECIMALS + 1):
        said = say("patterns.rounded_to", decimals=decimals)
        yield f"rounded-to-{decimals}", _rounded_to(decimals), said


def _of_reals(change: _Change) -> _Change:
    return lambda wanted: None if wanted.dtype.kind == "c" else change(wanted)


def _at_least_0(wanted: Array) -> Array:
    return np.maximum(wanted, 0)


def _root(wanted: Array) -> Array | None:
    return np.asarray(np.sqrt(wanted)) if (wanted >= 0).all() else None


def _inverse(wanted: Array) -> Array | None:
    return np.asarray(1 / wanted) if (wanted != 0).all() else None


def _is_logarithm(case: Case) -> bool | None:
    """Seen from the logarithm, because the expected number may have become 0 by rounding."""
    if case.wanted is None:
        return None
    if not case.comparable or case.found is None or case.found.dtype.kind == "c":
        return False
    return case.is_right(np.exp(case.found)) and not case.is_only_imprecise


def _rounding(change: _Change) -> Holds:
    """Make the idea that the numbers were rounded, perhaps by putting them into an integer type."""

    def holds(case: Case) -> bool | None:
        if case.wanted is None or case.found is None or not case.comparable:
            return None if case.wanted is None else False
        is_integer = case.found_kind in ("i", "u") and case.wanted_kind == "f"
        if case.failed and case.is_only_imprecise and not is_integer:
            return False
        predicted = change(case.wanted)
        if predicted is None or predicted.shape != case.found.shape:
            return None if predicted is None else False
        beyond = is_integer & (np.abs(predicted) >= _LARGEST_INTEGER)
        return case.gives(np.where(beyond, case.found, predicted))

    return holds


def _rounded_to(decimals: int) -> _Change:
    return lambda wanted: np.asarray(np.round(wanted, decimals))


def _cast(array: Array, kind: type[np.floating]) -> Array:
    return array.astype(kind).astype(np.float64)


def _at_precision(kind: type[np.floating]) -> Holds:
    """Make the idea that the numbers are right as far as this precision reaches."""
    precision = float(np.finfo(kind).eps)

    def holds(case: Case) -> bool | None:
        if case.wanted_kind != "f":
            return None
        if case.found_kind != "f" or case.wanted is None or case.found is None:
            return False
        if case.wanted.shape != case.found.shape or case.has_right_numbers:
            return None if case.has_right_numbers else False
        if not np.array_equal(_cast(case.found, kind), case.found, equal_nan=True):
            return False
        size = np.where(np.isfinite(case.wanted), np.abs(case.wanted), 0)
        allowed = 64 * precision * np.maximum(size, size.max(initial=0.0) / 1000)
        near = np.abs(case.found - case.wanted) <= allowed
        # Beyond the range of this precision there is infinity, and 0.
        return bool((near | (case.found == _cast(case.wanted, kind))).all())

    return holds
