"""Responses become marks: the one place where answers are graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from grader.quiz.answer import Graded
from grader.quiz.model import Question, Quiz
from grader.quiz.prose import Prose


def grade(question: Question, response: object) -> Graded:
    """Mark one response and look up what the author says about it.

    Args:
        question: with its key.
        response: JSON, as the question's kind describes it; anything else is unreadable.
    """
    graded = question.answer.grade(response)
    if graded.outcome == "unreadable":
        return graded
    return replace(graded, feedback=_feedback(question, response, graded))


def _feedback(question: Question, response: object, graded: Graded) -> tuple[Prose, ...]:
    chosen = question.answer.chosen(response)
    on_options = [option.feedback for option in question.options if option.index in chosen]
    if graded.outcome != "wrong":
        return tuple(filter(None, on_options))
    on_mistakes = (
        distractor.feedback
        for distractor in question.distractors
        if distractor.answer.grade(response).correct
    )
    return (*filter(None, on_options), *on_mistakes)


@dataclass(frozen=True)
class QuestionResult:
    """The mark of one question; `answered` is false when there is no readable response."""

    question: Question
    response: object
    graded: Graded

    @property
    def answered(self) -> bool:
        """Whether there is an answer at all."""
        return self.graded.outcome != "unreadable"

    @property
    def score(self) -> float:
        """Points."""
        return self.graded.credit * self.question.points


@dataclass(frozen=True)
class QuizResult:
    """The marks of a whole quiz."""

    quiz: Quiz
    results: tuple[QuestionResult, ...]

    @property
    def score(self) -> float:
        """Points of all questions together."""
        return sum(result.score for result in self.results)

    @property
    def passed(self) -> bool:
        """Whether the score reaches the pass mark."""
        return self.score >= self.quiz.pass_share * self.quiz.points - 1e-9


def grade_quiz(quiz: Quiz, responses: Mapping[str, object]) -> QuizResult:
    """Mark responses by question id; what is missing has no points, and is not called wrong."""
    results = (
        QuestionResult(question, response, grade(question, response))
        for question in quiz.questions
        for response in [responses.get(question.id)]
    )
    return QuizResult(quiz, tuple(results))
