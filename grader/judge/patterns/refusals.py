"""Input that must be refused and is not, or with another exception; input refused for nothing."""

from __future__ import annotations

import ast

from grader.calls.values import Unsupported
from grader.judge.explanation import Explanation
from grader.judge.patterns.evidence import Evidence
from grader.judge.patterns.observation import Observation
from grader.judge.patterns.rule import ENOUGH
from grader.judge.patterns.source import parsed
from grader.words import sentence


def find_refusal(evidence: Evidence) -> Explanation | None:
    """Name what is wrong with the refusals, if nothing else is wrong."""
    failing = [one for one in evidence.observations if one.failed]
    refused = [one for one in evidence.observations if one.must_be_refused]
    if len(failing) < ENOUGH:
        return None
    if all(one.must_be_refused for one in failing):
        return _other_exception(failing, refused) or _let_through(failing, refused)
    return None


def find_needless_refusal(evidence: Evidence) -> Explanation | None:
    """Say that valid input is refused by a `raise` of the student's."""
    failing = [one for one in evidence.observations if one.failed]
    if len(failing) < ENOUGH or any(one.must_be_refused for one in failing):
        return None
    raised = {one.got.error.type_name if one.got.error else "" for one in failing}
    lines = {one.got.error.line for one in failing if one.got.error}
    if len(raised) != 1 or len(lines) != 1 or not lines <= _raising_lines(evidence.source):
        return None
    said = sentence(
        "patterns.refuses_valid", type=raised.pop(), line=lines.pop(), count=len(failing)
    )
    asked = sentence("patterns.refuses_valid_ask")
    return Explanation("pattern", "refuses-valid-input", said, asked, "likely")


def _other_exception(failing: list[Observation], refused: list[Observation]) -> Explanation | None:
    wanted = {_wanted(one) for one in failing}
    raised = {one.got.error.type_name if one.got.error else "" for one in failing}
    if len(failing) != len(refused) or len(wanted) != 1 or len(raised) != 1 or "" in raised:
        return None
    said = sentence("patterns.other_exception", type=raised.pop(), wanted=wanted.pop())
    asked = sentence("patterns.other_exception_ask")
    return Explanation("pattern", "other-exception", said, asked)


def _let_through(failing: list[Observation], refused: list[Observation]) -> Explanation | None:
    through = [one for one in failing if one.got.error is None]
    if len(through) < ENOUGH:
        return None
    wanted = {_wanted(one) for one in failing}
    if all(_is_returned_exception(one) for one in failing) and len(wanted) == 1:
        said = sentence("patterns.returns_exception", wanted=wanted.pop())
        asked = sentence("patterns.returns_exception_ask")
        return Explanation("pattern", "exception-returned", said, asked)
    everything = len(through) == len(refused)
    name = "patterns.nothing_refused" if everything else "patterns.let_through"
    said = sentence(name, count=len(through), total=len(refused))
    asked = sentence("patterns.let_through_ask")
    return Explanation("pattern", "not-refused", said, asked, "likely")


def _wanted(one: Observation) -> str:
    if one.step.raises is not None:
        return one.step.raises
    return one.expected.error.type_name if one.expected.error else ""


def _is_returned_exception(one: Observation) -> bool:
    return isinstance(one.got.value, Unsupported) and one.got.value.type_name == _wanted(one)


def _raising_lines(source: str) -> set[int | None]:
    tree = parsed(source)
    if tree is None:
        return set()
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
