"""Arguments that are changed although they should not be, or left although they should."""

from __future__ import annotations

from collections.abc import Iterable

from grader.calls.steps import Outcome
from grader.calls.values import Value
from grader.judge.compare import same_outcome
from grader.judge.explanation import Explanation
from grader.judge.numbers import Tolerance
from grader.judge.patterns.evidence import Evidence
from grader.judge.patterns.observation import Observation
from grader.judge.patterns.rule import ENOUGH
from grader.words import sentence


def find_in_place(evidence: Evidence) -> Explanation | None:
    """Name the argument that was, or was not, changed in place, if all else is right."""
    failing = [one for one in evidence.observations if one.failed]
    if len(failing) < ENOUGH or any(one.must_be_refused or one.got.error for one in failing):
        return None
    return _changed(failing, evidence) or _not_changed(failing, evidence)


def _changed(failing: list[Observation], evidence: Evidence) -> Explanation | None:
    names = _common(set(one.got.changed) - set(one.expected.changed) for one in failing)
    if not names or not all(_right_otherwise(one, evidence.tolerance) for one in failing):
        return None
    name = names[0]
    said = sentence("patterns.changed", name=name)
    asked = sentence("patterns.changed_ask", name=name)
    return Explanation("pattern", "argument-changed", said, asked)


def _not_changed(failing: list[Observation], evidence: Evidence) -> Explanation | None:
    names = _common(set(one.expected.changed) - set(one.got.changed) for one in failing)
    if not names:
        return None
    name = names[0]
    asked = sentence("patterns.not_changed_ask", name=name)
    if all(_returned(one, name, evidence.tolerance) for one in failing):
        said = sentence("patterns.returned_not_changed", name=name)
        return Explanation("pattern", "returned-instead-of-updated", said, asked)
    said = sentence("patterns.not_changed", name=name)
    return Explanation("pattern", "argument-not-updated", said, asked, "likely")


def _common(names: Iterable[set[str]]) -> list[str]:
    return sorted(set.intersection(*names))


def _right_otherwise(one: Observation, tolerance: Tolerance) -> bool:
    kept = {name: value for name, value in one.got.changed.items() if name in one.expected.changed}
    expected = Outcome(one.expected.value, changed=one.expected.changed)
    return same_outcome(expected, Outcome(one.got.value, changed=kept), tolerance)


def _returned(one: Observation, name: str, tolerance: Tolerance) -> bool:
    return _agree(one.expected.changed[name], one.got.value, tolerance)


def _agree(expected: Value, got: Value, tolerance: Tolerance) -> bool:
    return same_outcome(Outcome(expected), Outcome(got), tolerance)
