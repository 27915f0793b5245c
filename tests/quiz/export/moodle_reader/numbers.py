"""Numbers as Moodle reads them in answers, tolerances and responses, and its grade list.

Rules followed: `qtype_numerical_answer_processor::apply_units` (numerical/questiontype.php),
`qtype_numerical_answer` (numerical/question.php), `question_bank::fraction_options_full`
(question/engine/bank.php) and `match_grade_options` (lib/questionlib.php).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.quiz.export.moodle_reader.phplike import php_trim

MatchGrades = Literal["error", "nearest"]

_POSITIVE = (
    0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2,
    0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05,
)  # fmt: skip
FRACTIONS = (0.0, 1.0, *_POSITIVE, *(-value for value in reversed(_POSITIVE)), -1.0)
"""The fractions an answer may have, in Moodle's order."""

_EPSILON = 10.0**-14
_EXPONENT = re.compile(r"(?:e|E|(?:x|\*|×)10(?:\^|\*\*))([+-]?\d+)", re.ASCII)
_PLAIN = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?"
_NUMBER_FIRST = re.compile(_PLAIN, re.ASCII)
_NUMBER_LAST = re.compile(_PLAIN + r"\Z", re.ASCII)


def grade_option(fraction: float, mode: MatchGrades = "error") -> float | None:
    """Return the fraction of Moodle's list that an import makes of this one, or None.

    "error" (the import form's default) wants one less than 0.00001 away; "nearest" takes the
    nearest, the earlier in the list if two are as near.
    """
    if mode == "nearest":
        best = min(FRACTIONS, key=lambda option: abs(fraction - option))
        return best if abs(fraction - best) < 2 else None
    return next((option for option in FRACTIONS if abs(fraction - option) < 0.00001), None)


@dataclass(frozen=True)
class Quantity:
    """A number, the unit text that stood with it, and the factor of a known unit."""

    value: float
    unit: str
    factor: float | None
    whole: bool


@dataclass(frozen=True)
class NumberParser:
    """Read numbers under a language's separators (English: "." and ",")."""

    units: Mapping[str, float]
    units_before: bool = False
    point: str = "."
    thousands: str = ","

    def parse(self, typed: str) -> Quantity | None:
        """Return the number at the start (or the end, if units come first), or None.

        Spaces go; with a "." or two "," in it every "," goes; else the language's thousands
        separator goes and its decimal separator and any "," become ".". `x10^`, `*10**` and the
        like mean `e`. What is left beside the number is the unit.
        """
        if not php_trim(typed):
            return None
        text = _EXPONENT.sub(r"e\1", typed.replace(" ", ""))
        if "." in text or text.count(",") > 1:
            text = text.replace(",", "")
        else:
            text = text.replace(self.thousands, "").replace(self.point, ".").replace(",", ".")
        found = (_NUMBER_LAST.search if self.units_before else _NUMBER_FIRST.match)(text)
        if found is None:
            return None
        unit = text[: found.start()] if self.units_before else text[found.end() :]
        multiplier = self.units.get(unit)
        factor = None if multiplier is None else 1 / multiplier
        whole = not set(found.group()) & set(".e")
        return Quantity(float(found.group()), unit, factor, whole)


@dataclass(frozen=True)
class Tolerance:
    """The interval around an answer; `answer` None stands for `*`, which holds any number."""

    answer: float | None
    tolerance: float

    def holds(self, value: float) -> bool:
        """Say whether the value is within tolerance, both ends included.

        The tolerance is always nominal (a distance, never a percentage); 10^-14 of the greater
        of answer and tolerance is added against rounding.
        """
        if self.answer is None:
            return True
        slack = _EPSILON * max(self.tolerance, abs(self.answer), _EPSILON)
        margin = self.tolerance + slack
        return self.answer - margin <= value <= self.answer + margin
