"""One file as it was read, in one language: everything in its place, nothing paired yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from grader.quiz.answer import AnswerBlock, FormatError
from grader.quiz.model import MistakeId
from grader.quiz.prose import Passage, Place
from grader.words import Sentence


class Finding(NamedTuple):
    """Something wrong in a quiz file, for its author."""

    place: Place
    said: Sentence

    @property
    def sentence(self) -> Sentence:
        """`file:line: sentence`."""
        return Sentence("quiz_format.at", {"place": self.place, "said": self.said})

    @classmethod
    def of(cls, error: FormatError) -> Finding:
        """What stopped a question from being read."""
        return cls(error.place, error.said)


class DraftOption(NamedTuple):
    """A line to choose: whether it is ticked (None without a box), its text, what is said on it."""

    place: Place
    ticked: bool | None
    text: Passage
    feedback: Passage | None
    mistake: MistakeId | None = None


class DraftDistractor(NamedTuple):
    """A known wrong answer: its spellings and what is said about it."""

    place: Place
    responses: tuple[str, ...]
    feedback: Passage
    mistake: MistakeId | None = None


class DraftRubric(NamedTuple):
    """An item of a rubric."""

    place: Place
    points: float
    text: Passage


@dataclass(frozen=True)
class DraftQuestion:
    """A question in one language; `attributes` come from its comment.

    Should it turn out to be about an order, `numbered` are its items, and its body is only what
    stands before them.
    """

    place: Place
    id: str
    attributes: Mapping[str, str]
    title: Passage
    body: Passage
    numbered: tuple[DraftOption, ...]
    body_before_numbered: Passage
    options: tuple[DraftOption, ...]
    choices: tuple[DraftOption, ...]
    blanks: tuple[str, ...]
    block: AnswerBlock | None
    explanation: Passage
    distractors: tuple[DraftDistractor, ...]
    hints: tuple[Passage, ...]
    rubric: tuple[DraftRubric, ...]


@dataclass(frozen=True)
class Draft:
    """A quiz file in one language, and what could not be read of it."""

    file: str
    settings: Mapping[str, tuple[Place, str]]
    intro: Passage
    questions: tuple[DraftQuestion, ...]
    findings: tuple[Finding, ...]
