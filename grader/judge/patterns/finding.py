"""Looks for the pattern that explains the failing cases best."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

import numpy as np

from grader.judge.explanation import Explanation
from grader.judge.numbers import Tolerance
from grader.judge.patterns import (
    constants,
    factors,
    kinds,
    layouts,
    normalised,
    offsets,
    parts,
    precision,
)
from grader.judge.patterns.circumstances import conditional_rules, find_overflow, separating
from grader.judge.patterns.evidence import Evidence, gather
from grader.judge.patterns.in_place import find_in_place
from grader.judge.patterns.observation import Observation
from grader.judge.patterns.properties import Property
from grader.judge.patterns.randomness import find_foreign_numbers, find_unmoved
from grader.judge.patterns.refusals import find_needless_refusal, find_refusal
from grader.judge.patterns.rest import first_of_rest
from grader.judge.patterns.rule import Rule, first_named
from grader.judge.patterns.unused import find_unused
from grader.words import Sentence, sentence


def find_pattern(
    observations: Sequence[Observation], source: str, tolerance: Tolerance
) -> Explanation | None:
    """Name what the wrong results have in common.

    A pattern about values is named only if it gives the student's value in every failing case,
    three different ones at least that nothing simpler gives, and leaves the expected value as it
    is in every passing case. Circumstances are named only if they separate the failing cases from
    the passing ones without an exception, three of each at least.

    Args:
        observations: one of every case, in order.
        source: the student's file.
        tolerance: of the exercise.

    Returns:
        The first pattern that holds, the most telling first; None if there is none.
    """
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return _find(gather(observations, source, tolerance))


def _find(evidence: Evidence) -> Explanation | None:
    found = find_in_place(evidence) or find_refusal(evidence) or find_foreign_numbers(evidence)
    if found is not None:
        return found
    if not evidence.failing or not evidence.only_values_fail:
        return find_unused(evidence)
    rules = tuple(_rules(evidence))
    named = first_named(rules, evidence) or first_of_rest(evidence)
    if named is not None:
        return _explained(named)
    weak = tuple(_weak_rules(evidence))
    return (
        find_unmoved(evidence)
        or find_overflow(evidence)
        or find_unused(evidence)
        or _find_circumstances((*rules, *weak), evidence)
        or _find_weak(weak, evidence)
        or find_needless_refusal(evidence)
    )


def _rules(evidence: Evidence) -> Iterator[Rule]:
    """All ideas about values, the simplest first: it is named where several fit."""
    yield from kinds.rules(evidence)
    yield from constants.rules(evidence)
    yield from layouts.rules(evidence)
    yield from parts.rules(evidence)
    yield from offsets.constant_rules(evidence)
    yield from factors.rules(evidence)
    yield from precision.rules(evidence)
    yield from offsets.term_rules(evidence)
    yield from layouts.loose_rules(evidence)
    yield from normalised.rules(evidence)


def _weak_rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas for when there is nothing better."""
    yield from normalised.weak_rules(evidence)
    yield from layouts.weak_rules(evidence)


def _find_weak(weak: tuple[Rule, ...], evidence: Evidence) -> Explanation | None:
    named = first_named(weak, evidence)
    return None if named is None else _explained(named)


def _find_circumstances(rules: tuple[Rule, ...], evidence: Evidence) -> Explanation | None:
    circumstance = separating(evidence)
    if circumstance is None:
        return None
    loose = tuple(conditional_rules(evidence))
    named = first_of_rest(evidence, passing_explained=True)
    named = first_named((*rules, *loose), evidence, passing_explained=True) or named
    if named is None:
        said = sentence("patterns.only_if", condition=circumstance.condition)
        return Explanation("pattern", "only-sometimes", said, circumstance.question, "likely")
    return Explanation(
        "pattern",
        f"{named.id}-sometimes",
        sentence("patterns.so_if", what=named.said, condition=circumstance.condition),
        _question(named, circumstance),
        "likely",
    )


def _question(named: Rule, circumstance: Property) -> Sentence:
    return circumstance.question if named.question is None else named.question


def _explained(rule: Rule) -> Explanation:
    found = Explanation("pattern", rule.id, rule.said, rule.question)
    return found if rule.exact else found._replace(confidence="likely")
