"""Numbers as Canvas compares them: what is typed is rounded to four decimals before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from grader.quiz.kinds.numeric import Interval, Numeric

_STEP = Decimal("0.0001")
_LARGEST = Decimal(10) ** 15  # beyond, a float does not hold four decimals nor every whole number


class Ends(NamedTuple):
    """The least and the greatest right number of four decimals; both count."""

    low: Decimal
    high: Decimal


def ends(answer: Numeric) -> tuple[Ends, ...]:
    """List what is right; a percentage is so as 0.175 and as 17.5, as it is here.

    Returns:
        Nothing where a right number cannot be told from others by four decimals.
    """
    found = tuple(_all_ends(answer))
    return found if all(one and one.low <= one.high for one in found) else ()


def number(value: Decimal) -> str:
    """Write a number; without its point New Quizzes is said not to show it."""
    written = f"{value + 0:f}".rstrip("0")  # no minus before a zero
    return f"{written}0" if written.endswith(".") else written


def _all_ends(answer: Numeric) -> Iterator[Ends]:
    for interval in answer.intervals:
        for scale in (1, 100) if interval.percent else (1,):
            yield _ends(interval, scale)


def _ends(interval: Interval, scale: int) -> Ends:
    low, high = (Decimal(repr(end)) * scale for end in (interval.low, interval.high))
    if max(abs(low), abs(high)) > _LARGEST:
        return Ends(Decimal(1), Decimal(0))
    return Ends(low.quantize(_STEP, ROUND_CEILING), high.quantize(_STEP, ROUND_FLOOR))
