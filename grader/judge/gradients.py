"""The slope of a function, measured, beside the derivative that a student computed."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from grader.calls.steps import Step
from grader.calls.values import Value
from grader.course.vocabulary import Antiderivative
from grader.judge.describe import distinct_numbers, index_text
from grader.judge.explanation import Explanation
from grader.judge.verdict import Failure, Verdict
from grader.words import sentence

Array: TypeAlias = np.ndarray[Any, Any]

# Central differences in float64: the cube root of its precision balances rounding and curvature.
STEP = 6e-6
ACCURACY = 1e-6
# A difference to one side is off by half the curvature times the step.
ONE_SIDED = 1e-3
# A smaller difference to the student's number is no argument.
TELLING = 1e-3
MAX_NUMBERS = 10_000


def numerical_gradient(antiderivative: Antiderivative, step: Step) -> Array | None:
    """Measure the derivative at the arguments of a step by central differences.

    Args:
        antiderivative: the function, and the argument to change.
        step: a call of the exercise with arrays or numbers as arguments.

    Returns:
        An array of float64 in the shape of that argument; None where it cannot be measured well,
        as next to a kink or with numbers too large or too small to be changed a little.
    """
    at = np.asarray(step.arguments[antiderivative.by])
    if at.dtype.kind not in "fiu" or at.size > MAX_NUMBERS:
        return None
    arguments = {name: _as_doubles(value) for name, value in step.arguments.items()}
    gradient = np.empty(at.shape)
    with np.errstate(all="ignore"):
        for index in np.ndindex(at.shape):
            measured = _slope(antiderivative, arguments, index)
            if measured is None:
                return None
            gradient[index] = measured
    return gradient


def explain_gradient(verdict: Verdict, antiderivative: Antiderivative) -> Explanation | None:
    """Put the measured slope beside the student's number, where the two differ most."""
    failure = verdict.telling
    if failure is None or failure.difference.worst is None:
        return None
    gradient = numerical_gradient(antiderivative, failure.step)
    if gradient is None:
        return None
    worst = failure.difference.worst
    if worst.index and gradient.shape != np.shape(failure.expected.value):
        return None
    measured = float(gradient[worst.index])
    if not np.isclose(measured, worst.expected, rtol=10 * ACCURACY, atol=0.0):
        return None
    if np.isclose(measured, worst.got, rtol=TELLING, atol=TELLING * ACCURACY):
        return None
    return _told(failure, antiderivative.by, measured)


def _told(failure: Failure, name: str, measured: float) -> Explanation:
    worst = failure.difference.worst
    assert worst is not None
    place = name + (index_text(worst.index) if worst.index else "")
    slope, got = distinct_numbers(float(f"{measured:.6g}"), worst.got)
    said = sentence("gradients.measured", place=place, slope=slope, got=got)
    return Explanation("gradient", "numerical-derivative", said)


def _slope(
    antiderivative: Antiderivative, arguments: dict[str, Value], index: tuple[int, ...]
) -> float | None:
    """Slopes that agree whatever the step and the side, or nothing: at a kink they do not."""
    base = float(np.asarray(arguments[antiderivative.by])[index])
    step = STEP * max(1.0, abs(base))
    wide = _difference(antiderivative, arguments, index, -step, step)
    narrow = _difference(antiderivative, arguments, index, -step / 2, step / 2)
    right = _difference(antiderivative, arguments, index, 0.0, step)
    size = max(abs(wide), abs(narrow))
    if abs(wide - narrow) > ACCURACY * size or abs(right - narrow) > ONE_SIDED * max(size, 1.0):
        return None
    return narrow


def _difference(
    antiderivative: Antiderivative,
    arguments: dict[str, Value],
    index: tuple[int, ...],
    below: float,
    above: float,
) -> float:
    at = np.asarray(arguments[antiderivative.by])
    values = []
    for distance in (below, above):
        moved = at.copy()
        moved[index] += distance
        changed = {**arguments, antiderivative.by: moved}
        values.append(float(antiderivative.value(**changed)))
    return (values[1] - values[0]) / (above - below)


def _as_doubles(value: Value) -> Value:
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiu":
        return value.astype(np.float64)
    return value
