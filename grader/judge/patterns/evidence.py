"""The cases as the patterns look at them: one expected and one returned value each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from grader.calls.steps import Outcome, RaisedError, Step
from grader.calls.values import Value
from grader.judge.compare import same_outcome
from grader.judge.numbers import Tolerance
from grader.judge.patterns.numeric import (
    Array,
    any_numbers,
    fingerprint,
    numbers,
    raw_numbers,
    same,
    tolerance_for,
)
from grader.judge.patterns.observation import Observation
from grader.words import Sentence, sentence


@dataclass(frozen=True)
class Case:
    """One value that was expected, and what came.

    Attributes:
        error: the exception that came instead of a value.
        tolerance: for the precision that was expected.
        wide_tolerance: for the precision that came, if that is less.
    """

    step: Step
    expected: Value
    got: Value
    error: RaisedError | None
    failed: bool
    tolerance: Tolerance
    wide_tolerance: Tolerance

    @cached_property
    def wanted(self) -> Array | None:
        """The expected numbers, if it is a number or an array."""
        return numbers(self.expected)

    @cached_property
    def found(self) -> Array | None:
        """The numbers that came, if it is a number or an array."""
        return None if self.error else numbers(self.got)

    @cached_property
    def wanted_kind(self) -> str:
        """The kind of the expected dtype: one of `biufc`, or nothing."""
        raw = raw_numbers(self.expected)
        return "" if raw is None else raw.dtype.kind

    @cached_property
    def found_kind(self) -> str:
        """The kind of the dtype that came: one of `biufc`, or nothing."""
        raw = None if self.error else raw_numbers(self.got)
        return "" if raw is None else raw.dtype.kind

    @cached_property
    def comparable(self) -> bool:
        """Whether numbers were expected and numbers of that sort came, if perhaps wrong ones."""
        if self.wanted is None or self.found is None:
            return False
        return all((self.wanted_kind == kind) == (self.found_kind == kind) for kind in "bc")

    @cached_property
    def arguments(self) -> dict[str, Array]:
        """The arguments that hold numbers, by name."""
        found = {name: any_numbers(value) for name, value in self.step.arguments.items()}
        return {name: array for name, array in found.items() if array is not None}

    @cached_property
    def identity(self) -> object:
        """Cases with the same expected and the same returned value prove the same."""
        if self.error is not None:
            return fingerprint(dict(self.step.arguments))
        return fingerprint(self.expected), fingerprint(self.got)

    @cached_property
    def has_right_numbers(self) -> bool:
        """Whether the numbers are the expected ones, in the expected shape."""
        return self.found is not None and self.is_right(self.found)

    @cached_property
    def is_only_imprecise(self) -> bool:
        """Whether the numbers are the expected ones as far as their precision reaches."""
        if self.wanted is None or self.found is None:
            return False
        return same(self.wanted, self.found, self.wide_tolerance)

    def gives(self, predicted: Array) -> bool:
        """Whether these numbers came, in this shape."""
        return self.found is not None and same(predicted, self.found, self.wide_tolerance)

    def is_right(self, candidate: Array) -> bool:
        """Whether these numbers were expected, in this shape."""
        return self.wanted is not None and same(self.wanted, candidate, self.tolerance)


@dataclass(frozen=True)
class Evidence:
    """All cases of an answer.

    Attributes:
        cases: those that ask for a value; where the input must be refused there is none.
        subject: what the values are: the result, an item of it, or an argument after the call.
        source: the student's file.
    """

    observations: tuple[Observation, ...]
    cases: tuple[Case, ...]
    subject: Sentence
    source: str
    tolerance: Tolerance

    @cached_property
    def failing(self) -> tuple[Case, ...]:
        """The cases that were judged wrong."""
        return tuple(case for case in self.cases if case.failed)

    @cached_property
    def passing(self) -> tuple[Case, ...]:
        """The cases that were judged right."""
        return tuple(case for case in self.cases if not case.failed)

    @cached_property
    def only_values_fail(self) -> bool:
        """Whether every failing case asks for a value."""
        return not any(one.failed and one.must_be_refused for one in self.observations)

    def say(self, name: str, /, **values: object) -> Sentence:
        """Name a sentence about the values."""
        return sentence(name, subject=self.subject, **values)


_Part = Callable[[Outcome], Value]


def gather(observations: Sequence[Observation], source: str, tolerance: Tolerance) -> Evidence:
    """Look at the part of the results that is wrong."""
    valued = [one for one in observations if not one.must_be_refused]
    subject, part = _focus(valued, tolerance)
    cases = tuple(_cases(valued, part, tolerance))
    return Evidence(tuple(observations), cases, subject, source, tolerance)


def _cases(
    observations: Sequence[Observation], part: _Part, tolerance: Tolerance
) -> Iterator[Case]:
    for one in observations:
        expected, got = part(one.expected), part(one.got)
        strict = tolerance_for(tolerance, expected)
        wide = tolerance_for(tolerance, expected, got)
        yield Case(one.step, expected, got, one.got.error, one.failed, strict, wide)


def _focus(observations: Sequence[Observation], tolerance: Tolerance) -> tuple[Sentence, _Part]:
    failing = [one for one in observations if one.failed]
    if failing and all(_updates(one.expected) for one in observations):
        return _focus_on_argument(observations, tolerance)
    if failing and all(_alike(one) for one in failing):
        return _focus_on_item(observations, tolerance)
    return sentence("patterns.result"), _value


def _value(outcome: Outcome) -> Value:
    return outcome.value


def _updates(outcome: Outcome) -> bool:
    return outcome.value is None and bool(outcome.changed)


def _alike(one: Observation) -> bool:
    expected, got = one.expected.value, one.got.value
    if isinstance(expected, dict):
        return isinstance(got, dict) and set(expected) == set(got)
    same_type = isinstance(expected, (list, tuple)) and type(expected) is type(got)
    return same_type and len(expected) == len(got)


def _focus_on_argument(
    observations: Sequence[Observation], tolerance: Tolerance
) -> tuple[Sentence, _Part]:
    names = list(dict.fromkeys(name for one in observations for name in one.expected.changed))
    parts = {name: _changed(name) for name in names}
    name = _only_wrong(observations, parts, tolerance)
    if name is None:
        return sentence("patterns.result"), _value
    return sentence("patterns.argument", name=name), parts[name]


def _focus_on_item(
    observations: Sequence[Observation], tolerance: Tolerance
) -> tuple[Sentence, _Part]:
    first = next(one for one in observations if one.failed).expected.value
    keys = list(first) if isinstance(first, dict) else list(range(len(first)))
    parts = {key: _item(key) for key in keys[:20]}
    key = _only_wrong(observations, parts, tolerance)
    if key is None:
        return sentence("patterns.result"), _value
    return sentence("patterns.item", index=repr(key)), parts[key]


def _only_wrong(
    observations: Sequence[Observation], parts: dict[Any, _Part], tolerance: Tolerance
) -> Any:
    """The key of the part that is wrong in every failing case, if it is always the same one."""
    wrong = set()
    for one in observations:
        if one.failed:
            differing = [
                key
                for key, part in parts.items()
                if not same_outcome(Outcome(part(one.expected)), Outcome(part(one.got)), tolerance)
            ]
            wrong.add(tuple(differing))
    keys = wrong.pop() if len(wrong) == 1 else ()
    return keys[0] if len(keys) == 1 else None


def _changed(name: str) -> _Part:
    return lambda outcome: outcome.changed.get(name)


def _item(key: Any) -> _Part:
    def item(outcome: Outcome) -> Value:
        try:
            return outcome.value[key]
        except (TypeError, KeyError, IndexError):
            return None

    return item
