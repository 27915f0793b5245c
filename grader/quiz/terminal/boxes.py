"""Spaced repetition with Leitner boxes: what is known comes back ever later.

A question that is answered for the first time, or wrongly, lies in box 1 (a right first answer: in
box 2). A right answer on the day it is due, or later, moves it one box on; a wrong one back to
box 1. Answering early changes nothing: repeating on the same day is no proof of remembering.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

DAYS = {1: 1, 2: 3, 3: 7, 4: 14, 5: 30}
LAST_BOX = max(DAYS)


class Review(NamedTuple):
    """Where a question lies, when it is due, and how it was answered last."""

    box: int
    due: date
    right: bool
    answered_on: date


def review(before: Review | None, right: bool, today: date) -> Review:
    """Put a question into its next box after an answer."""
    if not right:
        return _in_box(1, right, today)
    if before is None:
        return _in_box(2, right, today)
    if today < before.due:
        return before._replace(right=True, answered_on=today)
    return _in_box(min(before.box + 1, LAST_BOX), right, today)


def _in_box(box: int, right: bool, today: date) -> Review:
    return Review(box, today + timedelta(days=DAYS[box]), right, today)
