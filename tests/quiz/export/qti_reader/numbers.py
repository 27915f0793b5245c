"""Numerical questions.

Reading: canvas-lms, qti_exporter, numeric_interaction.rb. Marking: numerical_question.rb in
app/models/quizzes/quiz_question, and before it the page itself (ui/features/take_quiz): what a
student types is rounded to four decimals when the field is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tests.quiz.export.qti_reader.model import Given, Marker, Response
from tests.quiz.export.qti_reader.processing import (
    Condition,
    Logic,
    Test,
    comment_of,
    find,
    number,
    tests_of,
)
from tests.quiz.export.qti_reader.shape import Asked, Probe, Shape
from tests.quiz.export.qti_reader.typed import text_box

TYPED = re.compile(r"[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]*)?([eE][+-]?[0-9]+)?", re.ASCII)
STEP = Decimal("0.0001")


@dataclass(frozen=True)
class Accepted:
    """One accepted answer: a closed interval, its middle and its comment."""

    low: Decimal
    high: Decimal
    centre: Decimal
    note: str | None

    def covers(self, value: Decimal) -> bool:
        """Whether a value lies in the interval."""
        return self.low <= value <= self.high


def read_numerical(asked: Asked) -> Shape:
    """Return the accepted intervals; any condition with bounds is one, also if it earns nothing."""
    text_box(asked, ("Decimal", "String", "Integer", "Scientific"))
    accepted: list[Accepted] = []
    for condition in asked.processing.conditions:
        found = _accepted(asked, condition)
        if found:
            _check_reachable(asked, found)
            accepted.append(found)
    if not accepted:
        raise asked.refuse("Canvas finds no accepted answer.")
    return Shape(
        marker=_mark(asked, accepted),
        comments=frozenset(a.note for a in accepted if a.note),
        probes=tuple(_probes(accepted)),
    )


def _accepted(asked: Asked, condition: Condition) -> Accepted | None:
    """``or`` makes an exact answer with a margin, ``and`` a range, anything else nothing."""
    note = comment_of(iter((condition,)))
    either = find(condition.test, "or")
    both = find(condition.test, "and")
    if either:
        return _exact(asked, either, note)
    if both:
        return _range(asked, both, note)
    if any(True for _ in condition.tests()):
        raise asked.refuse("Canvas drops a comparison that is neither in <or> nor with another.")
    return None


def _exact(asked: Asked, either: Logic, note: str | None) -> Accepted:
    tests = list(tests_of(either))
    joined = find(either, "and")
    equal = [t for t in tests if t.op == "varequal"]
    bounds = list(tests_of(joined)) if joined else []
    if len(equal) != 1 or equal[0] in bounds:
        raise asked.refuse("in an <or> Canvas needs exactly one <varequal> and reads one.")
    if len(tests) != len(bounds) + 1 or len(bounds) not in (0, 2):
        raise asked.refuse("beside the <varequal> Canvas reads one <and> of two bounds, no more.")
    exact = _decimal(equal[0], asked)
    if not bounds:
        return Accepted(exact, exact, exact, note)
    low, _high = _bounds(asked, bounds)
    upper = next(test for test in bounds if test.op == "varlte")
    margin = Decimal(repr(float(_written(upper) - _written(equal[0]))))
    if margin < 0 or abs((exact - margin) - low) > Decimal("1e-9") * max(Decimal(1), abs(exact)):
        raise asked.refuse("Canvas keeps upper bound - exact value as the margin on both sides.")
    return Accepted(exact - margin, exact + margin, exact, note)


def _range(asked: Asked, both: Logic, note: str | None) -> Accepted:
    tests = list(tests_of(both))
    if len(tests) != 2:
        raise asked.refuse("a range needs exactly one lower and one upper bound.")
    low, high = _bounds(asked, tests)
    if low > high:
        raise asked.refuse("the lower bound is above the upper one; Canvas would swap them.")
    return Accepted(low, high, (low + high) / 2, note)


def _bounds(asked: Asked, tests: list[Test]) -> tuple[Decimal, Decimal]:
    by_op = {test.op: test for test in tests}
    if sorted(by_op) != ["vargte", "varlte"]:
        raise asked.refuse("Canvas reads one <vargte> and one <varlte> as bounds.")
    return _decimal(by_op["vargte"], asked), _decimal(by_op["varlte"], asked)


def _written(test: Test) -> Decimal:
    return Decimal(test.value.strip())


def _decimal(test: Test, asked: Asked) -> Decimal:
    """Return the number as Canvas keeps it: a 64-bit float in as few digits as identify it."""
    return Decimal(repr(number(test.value, asked.where)))


def rounded(value: Decimal) -> Decimal:
    """Round a typed number as the page does: a float, then toFixed(4)."""
    return Decimal(float(value)).quantize(STEP, ROUND_HALF_UP)


def _check_reachable(asked: Asked, accepted: Accepted) -> None:
    """Refuse an answer that no one can type, or whose exact value is marked wrong."""
    if abs(accepted.high) > Decimal("1e15") or abs(accepted.low) > Decimal("1e15"):
        raise asked.refuse("Canvas keeps numbers as 64-bit floats; this one is too large.")
    if not accepted.covers(rounded(accepted.centre)):
        raise asked.refuse(
            f"Canvas rounds what is typed to four decimals; {accepted.centre} is then wrong."
        )


def typed_number(text: str) -> Decimal | None:
    """Return the number Canvas' page sends for a text, or None where it empties the field.

    Thousands separators and an exponent are read (en locale); anything else is no number.
    """
    text = text.strip()
    if not TYPED.fullmatch(text) or not any(c.isdigit() for c in text):
        return None
    value = Decimal(text.replace(",", ""))
    return rounded(value) if abs(value) < Decimal("1e21") else value


def _mark(asked: Asked, accepted: list[Accepted]) -> Marker:
    def mark(response: Response) -> Given:
        if response is None:
            return Given(0.0, ())
        if not isinstance(response, str):
            raise TypeError("A numerical question is answered with the text typed.")
        value = typed_number(response)
        found = next((a for a in accepted if value is not None and a.covers(value)), None)
        if found is None:
            return Given(0.0, ())
        note = asked.comments.get(found.note or "")
        return Given(1.0, (note.html,) if note else ())

    return mark


def _probes(accepted: list[Accepted]) -> Iterator[Probe]:
    """Return the middle and just inside and outside of both ends of each interval, and far away."""
    values = [Decimal("987654321.123")]
    for answer in accepted:
        near = Decimal("1e-8") * max(Decimal(1), abs(answer.centre))
        values += [answer.centre, answer.low - 100 * near, answer.high + 100 * near]
        if answer.high - answer.low > 2 * near:
            values += [answer.low + near, answer.high - near]
    for value in values:
        found = next((a for a in accepted if a.covers(value)), None)
        note = frozenset((found.note,)) if found and found.note else frozenset[str]()
        yield Probe(f"the number {value}", _compares(value), float(bool(found)), note)


def _compares(value: Decimal) -> Callable[[Test], bool]:
    def holds(test: Test) -> bool:
        bound = _written(test)
        return {"varequal": value == bound, "vargte": value >= bound, "varlte": value <= bound}[
            test.op
        ]

    return holds
