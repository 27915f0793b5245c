"""Results that are the expected ones times something."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from grader.judge.describe import distinct_numbers
from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import Array
from grader.judge.patterns.rule import Holds, Rule, predicting, predicting_from_case
from grader.words import Sentence

_NEAR = 1e-9
_NEAR_IN_FLOAT32 = 1e-6
_LARGEST_WHOLE = 1_000
_KNOWN = {
    "π": math.pi,
    "1/π": 1 / math.pi,
    "e": math.e,
    "1/e": 1 / math.e,
    "√2": math.sqrt(2),
    "1/√2": 1 / math.sqrt(2),
    "√(2π)": math.sqrt(2 * math.pi),
    "1/√(2π)": 1 / math.sqrt(2 * math.pi),
}
_LOGARITHMS = {"10": 1 / math.log(10), "2": 1 / math.log(2)}

_Quantity = Callable[[Case], float | None]


class Factor(NamedTuple):
    """A number, snapped to one with a name if it is near enough, and how it is written."""

    value: float
    text: str


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas in which the result is too large or too small by a factor; constant ones first."""
    say = evidence.say
    said, asked = say("patterns.sign"), say("patterns.sign_ask")
    yield Rule("sign", predicting(lambda wanted: -wanted), said, asked)
    for case in sorted(evidence.failing, key=_is_imprecise):
        ratio = _ratio(case)
        if ratio is not None:
            near = _NEAR_IN_FLOAT32 if _is_imprecise(case) else _NEAR
            yield _constant_rule(evidence, ratio, near)
            break
    for times, over in _quantities(evidence):
        times_holds = _scaled(times.quantity, inverse=False)
        yield Rule("factor-of-the-input", times_holds, times.said, times.asked)
        over_holds = _scaled(over.quantity, inverse=True)
        yield Rule("divisor-of-the-input", over_holds, over.said, over.asked)


def _ratio(case: Case) -> float | None:
    """The factor between the numbers, seen where it can be seen best."""
    if not case.comparable or case.wanted is None or case.found is None:
        return None
    if case.wanted.dtype.kind == "c" or case.wanted.shape != case.found.shape:
        return None
    usable = np.isfinite(case.wanted) & (case.wanted != 0)
    if not usable.any():
        return None
    place = np.argmax(np.where(usable, np.abs(case.wanted), -1.0))
    ratio = float(case.found.flat[place] / case.wanted.flat[place])
    return ratio if math.isfinite(ratio) and ratio not in (0.0, 1.0, -1.0) else None


def _is_imprecise(case: Case) -> bool:
    return case.wide_tolerance.rtol > _NEAR_IN_FLOAT32


def _constant_rule(evidence: Evidence, ratio: float, near: float) -> Rule:
    say = evidence.say
    for base, value in _LOGARITHMS.items():
        if math.isclose(ratio, value, rel_tol=near):
            said, asked = say("patterns.logarithm", base=base), say("patterns.logarithm_ask")
            return Rule("other-logarithm", _times(value), said, asked)
    factor = snapped(ratio, near)
    holds = _times(factor.value)
    if factor.value == 2:
        return Rule("doubled", holds, say("patterns.doubled"), say("patterns.doubled_ask"))
    if factor.value == 0.5:
        return Rule("halved", holds, say("patterns.halved"), say("patterns.halved_ask"))
    said = say("patterns.factor", factor=factor.text)
    return Rule("constant-factor", holds, said, say("patterns.factor_ask"))


def snapped(ratio: float, near: float = _NEAR) -> Factor:
    """Write a factor as what it is, or all but `near` of it."""
    size = abs(ratio)
    sign = "-" if ratio < 0 else ""
    whole, parts = round(size), round(1 / size) if size > 1 / (2 * _LARGEST_WHOLE) else 0
    if 1 <= whole <= _LARGEST_WHOLE and math.isclose(size, whole, rel_tol=near):
        return Factor(math.copysign(whole, ratio), f"{sign}{whole}")
    if 1 <= parts <= _LARGEST_WHOLE and math.isclose(size, 1 / parts, rel_tol=near):
        return Factor(math.copysign(1 / parts, ratio), f"{sign}1/{parts}")
    for text, value in _KNOWN.items():
        if math.isclose(size, value, rel_tol=near):
            return Factor(math.copysign(value, ratio), sign + text)
    text, _ = distinct_numbers(float(ratio), 1.0)
    return Factor(ratio, text)


def _times(factor: float) -> Holds:
    return predicting(lambda wanted: wanted * factor)


def _scaled(quantity: _Quantity, *, inverse: bool) -> Holds:
    def predict(case: Case, wanted: Array) -> Array | None:
        amount = quantity(case)
        if amount is None or (inverse and amount == 0):
            return None
        return np.asarray(wanted / amount if inverse else wanted * amount)

    return predicting_from_case(predict)


class _Named(NamedTuple):
    quantity: _Quantity
    said: Sentence
    asked: Sentence


def _quantities(evidence: Evidence) -> Iterator[tuple[_Named, _Named]]:
    """What may have been multiplied by, and divided by, in the order of the parameters."""
    say = evidence.say
    for name in evidence.failing[0].arguments:
        asked = say("patterns.size_ask", name=name)
        for quantity, times, over in [
            (_rows(name), "patterns.times_rows", "patterns.over_rows"),
            (_elements(name), "patterns.times_elements", "patterns.over_elements"),
            (_length(name), "patterns.times_length", "patterns.over_length"),
            (_columns(name), "patterns.times_columns", "patterns.over_columns"),
        ]:
            yield (
                _Named(quantity, say(times, name=name), asked),
                _Named(quantity, say(over, name=name), asked),
            )
    for name in evidence.failing[0].arguments:
        asked = say("patterns.amount_ask", name=name)
        yield (
            _Named(_amount(name), say("patterns.times_argument", name=name), asked),
            _Named(_amount(name), say("patterns.over_argument", name=name), asked),
        )


def _rows(name: str) -> _Quantity:
    return _of(name, lambda array: array.shape[0] if array.ndim > 1 else None)


def _columns(name: str) -> _Quantity:
    return _of(name, lambda array: array.shape[-1] if array.ndim else None)


def _elements(name: str) -> _Quantity:
    return _of(name, lambda array: array.size if array.ndim else None)


def _length(name: str) -> _Quantity:
    return _of(name, lambda array: array.shape[0] if array.ndim else None)


def _amount(name: str) -> _Quantity:
    return _of(name, lambda array: None if array.ndim or _complex(array) else float(array))


def _complex(array: Array) -> bool:
    return array.dtype.kind == "c"


def _of(name: str, measure: Callable[[Array], float | None]) -> _Quantity:
    def quantity(case: Case) -> float | None:
        array = case.arguments.get(name)
        return None if array is None else measure(array)

    return quantity
