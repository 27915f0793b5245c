"""What a watching person can have done besides checking; the command line knows how."""

from __future__ import annotations

from typing import Protocol

from grader.model import Result
from grader.report import RelatedQuestion
from grader.watch.events import Event


class Hands(Protocol):
    """Hints, questions to look at, and emptied exercises."""

    def hints_taken(self, exercise_id: str) -> int:
        """Count the hints of an exercise that were taken, ever."""

    def take_hint(self, exercise_id: str) -> list[Event]:
        """Take the next hint."""

    def related_question(self, result: Result) -> RelatedQuestion | None:
        """Find the question of a confirmation test to look at after this result, if any."""

    def ask_to_empty(self, exercise_id: str) -> Event:
        """Ask whether an answer may go, or say that there is nothing to lose."""

    def empty(self, exercise_id: str) -> Event:
        """Put the empty exercise in the place of an answer, which is kept beside it."""
