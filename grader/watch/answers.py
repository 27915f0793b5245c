"""Which answers were saved. The texts decide, whatever file events or clocks say.

Editors empty a file before they write it, write beside it and rename, or remove it first; a change
counts once it has lasted for a moment, a longer one where there is nothing to be graded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader.course.exercise import Exercise
from grader.course.submission import Answer, Submission, find_answer
from grader.watch.events import Saved

SETTLED_SECONDS = 0.005
VANISHED_SECONDS = 0.3


class _Change(NamedTuple):
    answer: Answer | None
    since: float


class Answers:
    """The answers to some exercises as they were read last."""

    def __init__(self, submission: Submission, exercises: Sequence[Exercise]) -> None:
        self._submission = submission
        self._exercises = {exercise.id: exercise for exercise in exercises}
        self._known = {one.id: find_answer(submission, one) for one in exercises}
        self._changes: dict[str, _Change] = {}
        self._turn = 0

    @property
    def restless(self) -> bool:
        """Whether something was seen to change, and has to last before it counts."""
        return bool(self._changes)

    def answer(self, exercise_id: str) -> Answer | None:
        """The answer to an exercise as it was read last."""
        return self._known[exercise_id]

    def look_at_all(self, now: float, told: bool = False) -> Saved | None:
        """Read all answers.

        Args:
            now: seconds, by any clock that is always the same one.
            told: whether there was news of a file just now; most come when it is complete.

        Returns:
            Those that have changed, if any have.
        """
        return self._look(self._exercises, now, told)

    def look_around(self, current: str, now: float) -> Saved | None:
        """Read one answer, those that seemed to change, and one of the others in turn."""
        self._turn = (self._turn + 1) % len(self._exercises)
        other = list(self._exercises)[self._turn]
        return self._look(dict.fromkeys([current, *self._changes, other]), now)

    def _look(self, ids: Iterable[str], now: float, told: bool = False) -> Saved | None:
        seen = {one: change.since for one, change in self._changes.items()}
        changed = tuple(one for one in ids if self._has_changed(one, now, told))
        gone = frozenset(one for one in changed if self._known[one] is None)
        since = min((seen.get(one, now) for one in changed), default=now)
        return Saved(changed, gone, since) if changed else None

    def _has_changed(self, exercise_id: str, now: float, told: bool) -> bool:
        answer = find_answer(self._submission, self._exercises[exercise_id])
        if answer == self._known[exercise_id]:
            self._changes.pop(exercise_id, None)
            return False
        change = self._changes.get(exercise_id)
        if change is None or change.answer != answer:
            self._changes[exercise_id] = change = _Change(answer, now)
        if now - change.since < _needed_seconds(answer, told):
            return False
        self._known[exercise_id] = answer
        del self._changes[exercise_id]
        return True


def _needed_seconds(answer: Answer | None, told: bool) -> float:
    if answer is None or answer.problem is not None or not answer.source.strip():
        return VANISHED_SECONDS
    return 0.0 if told else SETTLED_SECONDS
