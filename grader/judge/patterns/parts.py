"""Results that are a part or a summary of the expected ones, or the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule, predicting
from grader.words import Sentence

_Change = Callable[[Array], Array | None]


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which something was left out, added up too much, or not yet added up."""
    asked = evidence.say("patterns.empty_ask")
    yield Rule("empty", _empty, evidence.say("patterns.empty"), asked, exact=False)
    asked = evidence.say("patterns.part_ask")
    for name, change, said in _parts(evidence):
        yield Rule(name, predicting(change), said, asked)
    asked = evidence.say("patterns.summed_ask")
    for name, change, said in _summaries(evidence):
        yield Rule(name, predicting(change), said, asked)
    asked = evidence.say("patterns.repeated_ask")
    yield Rule("number-repeated", _repeated, evidence.say("patterns.repeated"), asked)
    asked = evidence.say("patterns.not_summed_ask")
    for name, summary, said in _missing_summaries(evidence):
        yield Rule(name, _summary_is_right(summary), said, asked, exact=False)


def _parts(evidence: Evidence) -> list[tuple[str, _Change, Sentence]]:
    say = evidence.say
    return [
        ("first-only", _taken(lambda wanted: wanted[0]), say("patterns.first_only")),
        ("last-only", _taken(lambda wanted: wanted[-1]), say("patterns.last_only")),
        ("first-only", _taken(lambda wanted: wanted[:1]), say("patterns.first_only")),
        ("last-only", _taken(lambda wanted: wanted[-1:]), say("patterns.last_only")),
        ("first-column", _column(0), say("patterns.first_column")),
        ("last-column", _column(-1), say("patterns.last_column")),
        ("first-number", _taken(lambda wanted: wanted.ravel()[0]), say("patterns.first_number")),
        ("without-last", _taken(lambda wanted: wanted[:-1]), say("patterns.without_last")),
        ("without-first", _taken(lambda wanted: wanted[1:]), say("patterns.without_first")),
    ]


def _summaries(evidence: Evidence) -> Iterator[tuple[str, _Change, Sentence]]:
    say = evidence.say
    yield "mean", _reduced(np.mean, None), say("patterns.mean")
    yield "sum", _reduced(np.sum, None), say("patterns.sum")
    for keepdims in (False, True):
        for axis in (0, -1):
            mean = say("patterns.mean_first" if axis == 0 else "patterns.mean_last")
            yield "mean", _reduced(np.mean, axis, keepdims), mean
            total = say("patterns.sum_first" if axis == 0 else "patterns.sum_last")
            yield "sum", _reduced(np.sum, axis, keepdims), total


def _missing_summaries(evidence: Evidence) -> Iterator[tuple[str, _Change, Sentence]]:
    say = evidence.say
    yield "not-averaged", _reduced(np.mean, None), say("patterns.not_averaged")
    yield "not-summed", _reduced(np.sum, None), say("patterns.not_summed")
    for axis in (0, -1):
        for keepdims in (False, True):
            said = say("patterns.not_averaged_axis")
            yield "not-averaged", _reduced(np.mean, axis, keepdims), said
            said = say("patterns.not_summed_axis")
            yield "not-summed", _reduced(np.sum, axis, keepdims), said


def _taken(take: Callable[[Array], Array]) -> _Change:
    return lambda wanted: np.asarray(take(wanted)) if wanted.ndim and wanted.size else None


def _column(index: int) -> _Change:
    return lambda wanted: wanted[..., index] if wanted.ndim > 1 and wanted.size else None


def _reduced(
    summary: Callable[..., Array], axis: int | None, keepdims: bool = False
) -> Callable[[Array], Array | None]:
    def change(array: Array) -> Array | None:
        if not array.ndim or not array.size:
            return None
        return np.asarray(summary(array, axis=axis, keepdims=keepdims))

    return change


def _empty(case: Case) -> bool | None:
    if case.wanted is None or not case.wanted.size:
        return None
    return case.found is not None and not case.found.size


def _repeated(case: Case) -> bool | None:
    """Whether there is the right number, several times."""
    if case.wanted is None or case.wanted.ndim:
        return None
    if not case.comparable or case.found is None or not case.found.ndim or not case.found.size:
        return not case.failed
    return case.gives(np.full(case.found.shape, case.wanted))


def _summary_is_right(summary: _Change) -> Holds:
    def holds(case: Case) -> bool | None:
        if case.wanted is None:
            return None
        if not case.comparable or case.found is None:
            return False
        if case.wanted.shape == case.found.shape:
            return None if not case.failed else False
        summarised = summary(case.found)
        return summarised is not None and case.is_right(summarised)

    return holds
