"""A number: in full width, with thousands separators, as a fraction, a power of ten, a percentage.

A response is text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    Graded,
    Json,
    Unreadable,
    mark,
    unreadable,
)
from grader.quiz.folding import fold_formula, written
from grader.quiz.kinds._reading import (
    allow_settings,
    alternatives,
    for_reader,
    no_options,
    unclear,
)
from grader.quiz.prose import Place
from grader.words import Language, sentence

_DIGITS = r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)"
_DECIMAL = rf"[+-]?(?:{_DIGITS}(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_POWER = r"10\^(?:\((?P<{0}>[+-]?\d+)\)|(?P<{0}_bare>[+-]?\d+))"
_NUMBER = re.compile(
    rf"(?:(?P<decimal>{_DECIMAL})(?:[*x]{_POWER.format('scale')}|/(?P<below>{_DECIMAL}))?"
    rf"|{_POWER.format('power')})(?P<percent>%)?",
    re.ASCII,
)
_BRACKETED_FRACTION = re.compile(r"([+-]?)\((\d+/\d+)\)")
_IN_FRONT = re.compile(r"(?:[^\W\d]\w*\s*=|[=≈≒≃~約])\s*")
_PERCENT = (fold_formula("パーセント"), "percent", "%")
SLACK = 1e-9


class Reading(NamedTuple):
    """A number as it was typed, as it is meant, and whether it had a percent sign."""

    value: float
    percent: bool

    @property
    def spoken(self) -> str:
        """The number in plain digits."""
        return f"{self.value * 100:.10g}%" if self.percent else f"{self.value:.10g}"


class Interval(NamedTuple):
    """Right numbers, ends included; the author's way of writing them is kept."""

    low: float
    high: float
    percent: bool
    written: str

    def holds(self, reading: Reading) -> bool:
        """Whether a number lies in it; without its sign a percentage may be either way."""
        values = [reading.value]
        if self.percent and not reading.percent:
            values.append(reading.value / 100)
        return any(self.low <= value <= self.high for value in values)


@dataclass(frozen=True)
class Numeric(Answer):
    """Intervals of right numbers, and units that may stand behind a number."""

    kind = "numeric"
    intervals: tuple[Interval, ...]
    units: tuple[str, ...] = ()

    def grade(self, response: object) -> Graded:
        """Mark a typed number."""
        try:
            reading = read_number(response, self.units)
        except Unreadable as problem:
            return unreadable(problem.said)
        correct = any(interval.holds(reading) for interval in self.intervals)
        return mark(correct, read_as=reading.spoken)

    def describe(self, language: Language) -> str:
        """The first alternative, as the author wrote it, with a unit in that language."""
        unit = f" {for_reader(self.units, language)}" if self.units else ""
        return self.intervals[0].written + unit

    def right_responses(self) -> Sequence[Json]:
        """The middle of each interval."""
        return tuple(
            Reading((low + high) / 2, percent).spoken for low, high, percent, _ in self.intervals
        )

    def data(self) -> dict[str, Json]:
        """The intervals, already a little widened, and the units, folded."""
        intervals: list[Json] = [
            {"low": low, "high": high, "percent": percent}
            for low, high, percent, _ in self.intervals
        ]
        return {
            "kind": self.kind,
            "intervals": intervals,
            "units": [*map(_folded_unit, self.units)],
        }


def read_number(response: object, units: Sequence[str] = ()) -> Reading:
    """Read a number that somebody typed.

    Raises:
        Unreadable: it is empty, or no single number.
    """
    text = fold_formula(written(response, 100)).lower().rstrip("。")
    text = _IN_FRONT.sub("", text, count=1).strip() if _IN_FRONT.match(text) else text
    for sign in _PERCENT:
        if text.endswith(sign):
            text = text.removesuffix(sign).rstrip() + "%"
            break
    text = _without_unit(text, units)
    text = _BRACKETED_FRACTION.sub(r"\1\2", text) if _BRACKETED_FRACTION.fullmatch(text) else text
    text = re.sub(r"\s*([*/x^])\s*|(?<=[+-])\s+|\s+(?=%)", r"\1", text)
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise _no_number(text)
    return _value(found)


def _no_number(text: str) -> Unreadable:
    """Say what is wrong with a text: often a comma in place of the decimal point."""
    pointed = text.replace(",", ".")
    if pointed != text and _NUMBER.fullmatch(pointed):
        return Unreadable(sentence("quiz_answers.decimal_comma", written=pointed))
    return Unreadable(sentence("quiz_answers.number_unreadable"))


def _without_unit(text: str, units: Sequence[str]) -> str:
    for unit in sorted(map(_folded_unit, units), key=len, reverse=True):
        if text.endswith(unit):
            return text.removesuffix(unit).rstrip()
    return text


def _folded_unit(unit: str) -> str:
    return fold_formula(unit).lower()


def _value(found: re.Match[str]) -> Reading:
    value = _decimal(found["decimal"]) if found["decimal"] else 1.0
    try:
        if found["below"]:
            value /= _decimal(found["below"])
        exponents = [found[name] for name in ("scale", "scale_bare", "power", "power_bare")]
        for exponent in filter(None, exponents):
            value *= 10.0 ** int(exponent)
    except (ArithmeticError, ValueError):
        value = math.inf
    if not math.isfinite(value):
        raise Unreadable(sentence("quiz_answers.number_too_large"))
    percent = found["percent"] is not None
    return Reading(value / 100 if percent else value, percent)


def _decimal(text: str) -> float:
    return float(text.replace(",", "").replace(" ", ""))


def read(block: AnswerBlock, asked: Asked) -> Numeric:
    """Read lines such as `0.25`, `0.25 ± 0.005`, `10%`, `[0.1, 0.2]`.

    Raises:
        FormatError: a line is no number, or a tolerance is.
    """
    allow_settings(block, "rel", "unit")
    no_options(block, asked.options)
    try:
        relative = float(block.settings.get("rel", "0"))
    except ValueError as error:
        raise unclear(
            block.place, block.settings["rel"], sentence("quiz_answers.number_unreadable")
        ) from error
    intervals = tuple(_interval(place, part, relative) for place, part in alternatives(block))
    units = tuple(filter(None, block.settings.get("unit", "").split("|")))
    return Numeric(intervals, units)


def _interval(place: Place, part: str, relative: float) -> Interval:
    try:
        if part.startswith("[") and part.endswith("]") and part.count(",") == 1:
            ends = [read_number(end) for end in part[1:-1].split(",")]
            return _widened(ends[0].value, ends[1].value, ends[0].percent, part)
        middle, _, around = part.replace("+-", "±").partition("±")
        reading = read_number(middle)
        tolerance = read_number(around).value if around else abs(reading.value) * relative
    except Unreadable as problem:
        raise unclear(place, part, problem) from problem
    if around and reading.percent and "%" not in around:
        tolerance /= 100
    low, high = reading.value - tolerance, reading.value + tolerance
    return _widened(low, high, reading.percent, part)


def _widened(low: float, high: float, percent: bool, part: str) -> Interval:
    slack = SLACK * max(abs(low), abs(high))
    return Interval(low - slack, high + slack, percent, part)
