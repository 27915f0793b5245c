"""Quizzes and questions in both languages, as everybody reads them."""

from __future__ import annotations

import string
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from grader.quiz.answer import Answer
from grader.quiz.prose import Place, Prose
from grader.words import Text


class MistakeId(NamedTuple):
    """A known mistake of an exercise, by the id of either."""

    exercise: str
    id: str

    def __str__(self) -> str:
        return f"{self.exercise}/{self.id}"


@dataclass(frozen=True)
class Option:
    """One line to choose, put in order or match; `feedback` says why it is wrong (or right).

    `mistake` is the same idea as this wrong option, made in code.
    """

    index: int
    text: Prose
    feedback: Prose | None = None
    mistake: MistakeId | None = None

    @property
    def letter(self) -> str:
        """A, B, C, … in the order of the file."""
        return string.ascii_uppercase[self.index]


@dataclass(frozen=True)
class Distractor:
    """A wrong answer that is known to be given where one is typed, and what to say about it.

    `answer` grades as right whatever means the same as this wrong answer; of several blanks it
    holds only those that are wrong. `mistake` is the same idea, made in code.
    """

    place: Place
    written: tuple[str, ...]
    answer: Answer
    feedback: Prose
    mistake: MistakeId | None = None


@dataclass(frozen=True)
class RubricItem:
    """One point that an essay should make; learners tick what they said."""

    points: float
    text: Prose


@dataclass(frozen=True)
class Question:
    """One item of a quiz.

    `options` are those of a choice, the items to be put in order, or the left side of a match,
    whose right side is `choices`. `check` is the id of an exercise that can run the blanks.
    `model_answer` is an essay as it could be. `digest` changes whenever anything that a learner
    reads, or is graded by, does, in any language.
    """

    id: str
    number: int
    place: Place
    title: Prose
    points: float
    level: int
    tags: tuple[str, ...]
    body: Prose
    answer: Answer
    explanation: Prose
    options: tuple[Option, ...] = ()
    choices: tuple[Option, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    hints: tuple[Prose, ...] = ()
    rubric: tuple[RubricItem, ...] = ()
    model_answer: Text | None = None
    check: str | None = None
    digest: str = ""

    @property
    def kind(self) -> str:
        """The kind of answer: choice, multi, numeric, shape, expr, text, code, order, match, …"""
        return self.answer.kind

    @property
    def mistakes(self) -> tuple[MistakeId, ...]:
        """The known mistakes that are the same idea as one of the wrong answers."""
        carriers: tuple[Option | Distractor, ...] = (*self.options, *self.distractors)
        return tuple(one.mistake for one in carriers if one.mistake is not None)

    @property
    def exercise(self) -> str | None:
        """The id of the exercise about the same idea: `check`, or that of the mistakes."""
        if self.check is not None or not self.mistakes:
            return self.check
        return self.mistakes[0].exercise


@dataclass(frozen=True)
class Quiz:
    """The confirmation test of one section.

    `pass_share` is the share of the points to pass, `minutes` a suggested time, `seed` what the
    order of the options is drawn from, `folder` where images are, and `digest` the SHA-256 of the
    questions, so that answers are never graded with another version's key.
    """

    id: str
    title: Text
    folder: Path
    questions: tuple[Question, ...]
    intro: Prose
    seed: int = 0
    pass_share: float = 0.6
    minutes: int | None = None
    digest: str = ""

    @property
    def points(self) -> float:
        """Points of all questions together."""
        return sum(question.points for question in self.questions)

    def question(self, question_id: str) -> Question:
        """The question of that id.

        Raises:
            KeyError: there is none.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
