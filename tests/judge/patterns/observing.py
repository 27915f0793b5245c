"""What a right and a wrong function give on the same inputs, as `find_pattern` takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.calls.performer import Performer
from grader.calls.steps import Step
from grader.judge.compare import compare
from grader.judge.explanation import Explanation
from grader.judge.numbers import Tolerance
from grader.judge.patterns import Observation, find_pattern
from grader.words import LANGUAGES, Sentence, translate

Array = NDArray[Any]
Inputs = Iterable[Mapping[str, Any]]
TOLERANCE = Tolerance(1e-9)
FILE = "student.py"


def observe(right: str, wrong: str, inputs: Inputs) -> list[Observation]:
    """Call the function `f` of both sources; ValueError of the right one is a refusal."""
    return [
        _observed(right, wrong, Step("call", "function", arguments), TOLERANCE)
        for arguments in inputs
    ]


def found(right: str, wrong: str, inputs: Inputs) -> Explanation | None:
    """Look for the pattern in what the wrong function gives."""
    return find_pattern(observe(right, wrong, inputs), wrong, TOLERANCE)


def name_of(right: str, wrong: str, inputs: Inputs) -> str | None:
    """Name the pattern in what the wrong function gives."""
    explanation = found(right, wrong, inputs)
    return None if explanation is None else explanation.id


def said(right: str, wrong: str, inputs: Inputs) -> str:
    """Put the pattern into English; it must be sayable in every language."""
    explanation = found(right, wrong, inputs)
    assert explanation is not None
    assert isinstance(explanation.said, Sentence)
    assert isinstance(explanation.question, Sentence)
    for language in LANGUAGES:
        assert "{" not in translate(explanation.said, language)
        assert "{" not in translate(explanation.question, language)
    return translate(explanation.said, "en")


def arrays(*shapes: tuple[int, ...], name: str = "x", seed: int = 0) -> list[dict[str, Array]]:
    """Draw an argument of each shape."""
    rng = np.random.default_rng(seed)
    return [{name: rng.normal(size=shape)} for shape in shapes]


def _observed(right: str, wrong: str, step: Step, tolerance: Tolerance) -> Observation:
    expected = _performer(right).perform(step)
    if expected.error is not None:
        assert expected.error.type_name == "ValueError"
        step = step._replace(raises="ValueError")
    got = _performer(wrong).perform(step)
    return Observation(step, expected, got, compare(expected, got, step, tolerance) is not None)


def _performer(source: str) -> Performer:
    namespace: dict[str, Any] = {"np": np}
    exec(compile(source, FILE, "exec"), namespace)
    return Performer(namespace, "f", FILE)
