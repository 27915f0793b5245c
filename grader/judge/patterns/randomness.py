"""Results that do not depend on the generator that was passed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from grader.calls.values import RandomGenerator
from grader.judge.compare import same_outcome
from grader.judge.explanation import Explanation
from grader.judge.patterns.evidence import Evidence
from grader.judge.patterns.numeric import fingerprint
from grader.judge.patterns.observation import Observation
from grader.judge.patterns.rule import ENOUGH
from grader.judge.patterns.source import foreign_draws
from grader.words import sentence


def find_foreign_numbers(evidence: Evidence) -> Explanation | None:
    """Name the line that gets random numbers from elsewhere than from the generator passed in."""
    name = _generator(evidence)
    draws = foreign_draws(evidence.source)
    if name is None or not draws:
        return None
    key = "patterns.own_generator" if draws[0].own else "patterns.shared_state"
    said = sentence(key, line=draws[0].line, call=draws[0].call, name=name)
    asked = sentence("patterns.generator_ask", name=name)
    found = Explanation("pattern", "generator-not-used", said, asked)
    return found if _is_unmoved(evidence, name) else found._replace(confidence="likely")


def find_unmoved(evidence: Evidence) -> Explanation | None:
    """Say that another seed of the generator makes no difference."""
    name = _generator(evidence)
    if name is None or not _is_unmoved(evidence, name):
        return None
    said = sentence("patterns.seed_without_effect", name=name)
    asked = sentence("patterns.generator_ask", name=name)
    return Explanation("pattern", "seed-without-effect", said, asked, "likely")


def _generator(evidence: Evidence) -> str | None:
    """The name of the argument that is a generator in every failing case."""
    failing = [one for one in evidence.observations if one.failed]
    if len(failing) < ENOUGH or any(one.must_be_refused or one.got.error for one in failing):
        return None
    arguments = failing[0].step.arguments
    for name, value in arguments.items():
        if isinstance(value, RandomGenerator) and all(
            isinstance(one.step.arguments.get(name), RandomGenerator) for one in failing
        ):
            return name
    return None


def _is_unmoved(evidence: Evidence, name: str) -> bool:
    """Whether cases that differ only in the seed give the same, and should not.

    Of two seeds one may draw the same as the other; three that all do are hardly chance.
    """
    groups: dict[Hashable, list[Observation]] = defaultdict(list)
    for one in evidence.observations:
        if not one.must_be_refused:
            groups[_other_arguments(one, name)].append(one)
    moving = [group for group in groups.values() if not _all_alike(group, evidence, "expected")]
    counted = sum(map(len, moving))
    return counted >= ENOUGH and all(_all_alike(group, evidence, "got") for group in moving)


def _other_arguments(one: Observation, name: str) -> Hashable:
    others = {key: value for key, value in one.step.arguments.items() if key != name}
    return one.step.kind, one.step.name, fingerprint(others)


def _all_alike(group: list[Observation], evidence: Evidence, side: str) -> bool:
    outcomes = [one.expected if side == "expected" else one.got for one in group]
    return all(same_outcome(outcomes[0], other, evidence.tolerance) for other in outcomes[1:])
