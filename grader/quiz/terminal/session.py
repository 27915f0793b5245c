"""Questions to be asked in one go, what was answered, and where the learner is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from grader.quiz.answer import Graded, Json, Outcome
from grader.quiz.model import Question, Quiz
from grader.quiz.shuffle import option_order


@dataclass(frozen=True)
class Item:
    """A question, in the quiz it belongs to."""

    quiz: Quiz
    question: Question

    @property
    def key(self) -> str:
        """What it is called in the learner's notebook."""
        return f"{self.quiz.id}#{self.question.id}"

    @property
    def order(self) -> tuple[int, ...]:
        """Indices of the options in the order in which they are shown."""
        if self.question.kind in ("choice", "multi"):
            return option_order(self.question, self.quiz.seed)
        return tuple(range(len(self.question.options)))


@dataclass
class Attempt:
    """What was done about one question.

    Attributes:
        response: the first readable one, which is the one that counts; of an essay, its text while
            the learner has not yet compared it.
        outcome: its mark; None while the question is open. Somebody who asks for the answer has it
            wrong, without a response.
        credit: the share of the points.
        hints: how many were shown.
        explained: whether key and explanation were shown.
    """

    response: Json = None
    outcome: Outcome | None = None
    credit: float = 0.0
    hints: int = 0
    explained: bool = False

    @property
    def answered(self) -> bool:
        """Whether there is a mark."""
        return self.outcome is not None

    @property
    def right(self) -> bool:
        """Whether all points were earned; an essay has no other way of being right."""
        return self.answered and self.credit >= 1 - 1e-9

    def count(self, response: Json, graded: Graded) -> None:
        """Take a response as the one that counts."""
        self.response, self.outcome, self.credit = response, graded.outcome, graded.credit


@dataclass
class Session:
    """The items in their order; `position` is the index of the one that is asked."""

    items: tuple[Item, ...]
    attempts: dict[str, Attempt] = field(default_factory=dict)
    position: int = 0

    @property
    def item(self) -> Item:
        """The one that is asked."""
        return self.items[self.position]

    @property
    def attempt(self) -> Attempt:
        """What was done about it."""
        return self.attempt_at(self.item)

    def attempt_at(self, item: Item) -> Attempt:
        """What was done about an item."""
        return self.attempts.setdefault(item.key, Attempt())

    def next_open(self) -> int | None:
        """The index of the next question to be answered, from here to the end and then around."""
        count = len(self.items)
        for offset in range(1, count + 1):
            index = (self.position + offset) % count
            if not self.attempt_at(self.items[index]).answered:
                return index
        return None

    @property
    def answered(self) -> int:
        """How many questions have a mark."""
        return sum(self.attempt_at(item).answered for item in self.items)

    @property
    def score(self) -> float:
        """Points of all answers."""
        return score_of(self, self.items)

    @property
    def points(self) -> float:
        """Points there are."""
        return sum(item.question.points for item in self.items)

    def whole_quizzes(self) -> Iterator[Quiz]:
        """The quizzes all of whose questions are in the session, each once."""
        keys = {item.key for item in self.items}
        for quiz in dict.fromkeys(item.quiz.id for item in self.items):
            found = next(item.quiz for item in self.items if item.quiz.id == quiz)
            if all(Item(found, question).key in keys for question in found.questions):
                yield found


def score_of(session: Session, items: Iterable[Item]) -> float:
    """Points that a session has for some of its items."""
    return sum(session.attempt_at(item).credit * item.question.points for item in items)
