"""A rule: one idea of what is wrong, and when there is enough evidence to name it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.words import Sentence

# So many cases must show a pattern, and nothing simpler.
ENOUGH = 3

Holds: TypeAlias = Callable[[Case], bool | None]


@dataclass(frozen=True)
class Rule:
    """One idea of what is wrong.

    Attributes:
        holds: whether a case is as the idea says; None where the idea says nothing.
        exact: whether the idea tells the whole result, so that nothing is left to explain.
        alone: whether the idea is worth saying without the circumstances it appears in.
        shows: whether a case in which the idea holds says anything for it.
        family: ideas of one family differ so little that the simpler one is no rival.
    """

    id: str
    holds: Holds
    said: Sentence
    question: Sentence | None = None
    exact: bool = True
    alone: bool = True
    shows: Callable[[Case], bool] = lambda _case: True
    family: str = ""


def predicting(predict: Callable[[Array], Array | None]) -> Holds:
    """Make the idea that the student's numbers are the expected ones, changed in this way.

    Args:
        predict: changes the expected numbers; None where they cannot be changed so.
    """
    return predicting_from_case(lambda _case, wanted: predict(wanted))


def predicting_from_case(predict: Callable[[Case, Array], Array | None]) -> Holds:
    """Make the idea that the student's numbers follow from the case and the expected ones."""

    def holds(case: Case) -> bool | None:
        if case.wanted is None:
            return None
        if not case.comparable or (case.failed and case.is_only_imprecise):
            return False
        predicted = predict(case, case.wanted)
        return None if predicted is None else case.gives(predicted)

    return holds


def first_named(
    rules: Sequence[Rule], evidence: Evidence, *, passing_explained: bool = False
) -> Rule | None:
    """Find the first rule that gives every failing case and leaves the passing ones as they are.

    Args:
        rules: the simplest first.
        passing_explained: it is known already why the passing cases pass.
    """
    passing = () if passing_explained else evidence.passing
    for place, rule in enumerate(rules):
        if not rule.alone and not passing_explained:
            continue
        if not all(rule.holds(case) for case in evidence.failing) or _is_refuted(rule, passing):
            continue
        telling = [case for case in evidence.failing if rule.shows(case)]
        simpler = (one for one in rules[:place] if not one.family or one.family != rule.family)
        rivals = (one for one in simpler if _is_rival(one, evidence.failing))
        if _is_shown(telling, [one for one in rivals if not _is_refuted(one, passing)]):
            return rule
    return None


def _is_refuted(rule: Rule, passing: Sequence[Case]) -> bool:
    return any(rule.holds(case) is False for case in passing)


def _is_rival(rule: Rule, failing: Sequence[Case]) -> bool:
    """Whether a rule tells more than one case; that it tells one may be chance."""
    return rule.alone and len({case.identity for case in failing if rule.holds(case)}) > 1


def _is_shown(telling: Sequence[Case], rivals: Sequence[Rule]) -> bool:
    """Whether there are enough different cases, and enough that speak against each rival."""
    if not _are_enough(telling):
        return False
    return all(_are_enough([case for case in telling if not one.holds(case)]) for one in rivals)


def _are_enough(cases: Sequence[Case]) -> bool:
    return len({case.identity for case in cases}) >= ENOUGH
