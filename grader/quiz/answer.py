"""What grading a response gives, and what every kind of answer can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypeAlias

from grader.quiz.prose import Place, Prose
from grader.words import Language, Sentence

if TYPE_CHECKING:
    from grader.quiz.model import Question

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Outcome = Literal["right", "wrong", "unreadable", "open"]


@dataclass(frozen=True)
class Graded:
    """The mark of one response.

    Attributes:
        outcome: `unreadable` is an answer still to be given, never a wrong one; `open` is for a
            person to judge.
        message: what the learner is told beyond the outcome; always there when unreadable.
        credit: the share of the points, 0 to 1.
        read_as: the response as it was understood, such as `7×7`, where that is worth showing.
        parts: right or wrong by label, for several blanks or pairs.
        feedback: what the author says about this very answer.
    """

    outcome: Outcome
    message: Sentence | None = None
    credit: float = 0.0
    read_as: str | None = None
    parts: Mapping[str, bool] = field(default_factory=dict)
    feedback: tuple[Prose, ...] = ()

    @property
    def correct(self) -> bool | None:
        """Right or wrong; None when there is no telling yet."""
        return {"right": True, "wrong": False}.get(self.outcome)


def mark(correct: bool, *, read_as: str | None = None) -> Graded:
    """Full credit or none."""
    return Graded("right" if correct else "wrong", credit=float(correct), read_as=read_as)


def mark_parts(parts: Mapping[str, bool]) -> Graded:
    """Credit by the share of right parts; right when all are."""
    share = sum(parts.values()) / len(parts)
    return Graded("right" if share == 1 else "wrong", credit=share, parts=parts)


def unreadable(said: Sentence) -> Graded:
    """No answer yet, and why."""
    return Graded("unreadable", message=said)


class Unreadable(Exception):  # noqa: N818 - not a failure of the program
    """A response that cannot be read, with the sentence for the learner."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said.name)
        self.said = said


class FormatError(Exception):
    """Something malformed in a quiz file, with its place and the sentence for the author."""

    def __init__(self, place: Place, said: Sentence) -> None:
        super().__init__(f"{place}: {said.name}")
        self.place, self.said = place, said


class AnswerBlock(NamedTuple):
    """The fenced block `answer KIND key=value`, or what ticks in an option list amount to."""

    place: Place
    kind: str
    settings: Mapping[str, str]
    lines: tuple[tuple[Place, str], ...]
    rubric: tuple[float, ...] = ()


class Asked(NamedTuple):
    """What the body of a question offers: options or items, choices to match, names of blanks."""

    options: int = 0
    choices: int = 0
    blanks: tuple[str, ...] = ()


class Answer(ABC):
    """The key of a question. Every kind is a frozen dataclass in `grader/quiz/kinds/`.

    A response is JSON; each kind says which. Grading never raises, whatever the response.
    """

    kind: ClassVar[str]

    @abstractmethod
    def grade(self, response: object) -> Graded:
        """Mark a response."""

    @abstractmethod
    def describe(self, language: Language) -> str:
        """The key in one line of plain text, for answer keys and the terminal."""

    @abstractmethod
    def right_responses(self) -> Sequence[Json]:
        """Responses that have to be right: every alternative of the key."""

    @abstractmethod
    def data(self) -> dict[str, Json]:
        """All that grading elsewhere needs (the page's script), as JSON."""

    def chosen(self, response: object) -> frozenset[int]:  # noqa: ARG002 - where there are options
        """The options that a response chooses; none where nothing is to be chosen."""
        return frozenset()

    def lint(self, question: Question) -> Iterator[tuple[Place, Sentence]]:  # noqa: ARG002
        """What this kind finds wrong with a question that parsed."""
        return iter(())
