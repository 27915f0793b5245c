"""The words an author writes `checks.py` with; re-exported by `grader.authoring`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from grader.calls.steps import Step
from grader.calls.values import NamedFunction, RandomGenerator, Value

CaseSource: TypeAlias = Callable[
    [np.random.Generator], Iterator[tuple[str, str, Step | list[Step]]]
]

FUNCTION = "function"


class CaseGroup(NamedTuple):
    """One `@cases` function; a weight opts the exercise into partial credit by groups."""

    name: str
    source: CaseSource
    weight: float | None


class LabLink(NamedTuple):
    """An exercise takes the place of one slot of a lab."""

    lab: str
    slot: str


class Antiderivative(NamedTuple):
    """What an exercise's result is the derivative of.

    Attributes:
        value: takes the exercise's arguments by name and gives one number.
        by: the argument that it is derived by.
    """

    value: Callable[..., float]
    by: str


@dataclass
class Spec:
    """What `checks.py` says about its exercise."""

    points: float | None
    rtol: float
    atol: float
    changes_arguments: bool
    returns_new_array: bool
    requires: tuple[str, ...]
    question: str | None
    groups: list[CaseGroup] = field(default_factory=list)
    labs: list[LabLink] = field(default_factory=list)
    antiderivative: Antiderivative | None = None


def spec(
    *,
    points: float | None = None,
    rtol: float = 1e-9,
    atol: float = 0.0,
    changes_arguments: bool = False,
    returns_new_array: bool = False,
    requires: Iterable[str] = (),
    question: str | None = None,
) -> Spec:
    """Describe an exercise.

    Args:
        points: what passing is worth; by default what course.toml says.
        rtol: how far a number may be from the reference, relative to itself. A result of lower
            precision than float64 is compared at its own precision.
        atol: how far it may be in absolute terms, for results that are differences of near equals.
        changes_arguments: the exercise updates its arguments in place.
        returns_new_array: the result must not be one of the arguments itself.
        requires: ids of exercises that have to pass before this one is worth looking at.
        question: the confirmation-test question about the same idea, `section-id#question-id`.
    """
    return Spec(points, rtol, atol, changes_arguments, returns_new_array, tuple(requires), question)


def cases(exercise: Spec, *, weight: float | None = None) -> Callable[[CaseSource], CaseSource]:
    """Register a generator function of cases.

    It yields a name in English, a name in Japanese, and a step or a list of steps:
    `yield "one weight", "重み 1 個", call(...)`.

    The function gets its own seeded `rng`; drawing from it more or less often does not disturb
    the cases of other functions. Cases are judged in the order written, so the smallest go first.
    """

    def register(source: CaseSource) -> CaseSource:
        exercise.groups.append(CaseGroup(source.__name__, source, weight))
        return source

    return register


def derivative_of(
    exercise: Spec, *, by: str
) -> Callable[[Callable[..., float]], Callable[..., float]]:
    """Register the function whose derivative by the argument `by` the exercise computes.

    It takes the arguments of a case by name and gives one number. `grader verify` proves on every
    case that the solution is its derivative; beside a wrong result, students see the slope of it.
    """

    def register(value: Callable[..., float]) -> Callable[..., float]:
        exercise.antiderivative = Antiderivative(value, by)
        return value

    return register


def lab(exercise: Spec, name: str, *, slot: str) -> None:
    """Let the exercise take the place of `slot` in the lab `name`."""
    exercise.labs.append(LabLink(name, slot))


def call(**arguments: Any) -> Step:
    """Call the exercise's function. A list of numbers is short for an array of them."""
    return Step("call", FUNCTION, _prepared(arguments))


def raises(exception: type[Exception], /, **arguments: Any) -> Step:
    """Call the exercise's function and expect it to raise."""
    return Step("call", FUNCTION, _prepared(arguments), raises=exception.__name__)


def construct(**arguments: Any) -> Step:
    """Make an object of the exercise's class; later steps address it."""
    return Step("construct", FUNCTION, _prepared(arguments))


def method(name: str, /, **arguments: Any) -> Step:
    """Call a method of the object made last."""
    return Step("method", name, _prepared(arguments))


def attribute(name: str, /) -> Step:
    """Read an attribute of the object made last."""
    return Step("attribute", name)


def rng(seed: int) -> RandomGenerator:
    """Pass a random generator; the solution and the student get equal ones."""
    return RandomGenerator(seed)


def function(name: str) -> NamedFunction:
    """Pass one of the functions of `grader/calls/functions.py`."""
    return NamedFunction(name)


def _prepared(arguments: dict[str, Any]) -> dict[str, Value]:
    return {name: _array_if_numbers(value) for name, value in arguments.items()}


def _array_if_numbers(value: Any) -> Value:
    if not isinstance(value, list):
        return value
    array = np.array(value)
    return array if array.dtype.kind in "biufc" else value
