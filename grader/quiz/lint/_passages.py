"""All prose of a quiz, passage by passage, with what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.quiz.model import Question, Quiz
from grader.quiz.prose import Passage, Prose
from grader.words import LANGUAGES


class Part(NamedTuple):
    """A piece of prose; `task` is what a learner reads before answering."""

    prose: Prose
    task: bool
    question: Question | None = None


def parts(quiz: Quiz) -> Iterator[Part]:
    """Everything in a quiz that somebody reads."""
    yield Part(quiz.intro, task=True)
    for question in quiz.questions:
        yield from question_parts(question)


def question_parts(question: Question) -> Iterator[Part]:
    """Everything in a question that somebody reads."""
    options = (*question.options, *question.choices)
    for prose in (question.title, question.body, *(option.text for option in options)):
        yield Part(prose, task=True, question=question)
    after = [question.explanation, *question.hints]
    after += [option.feedback for option in options if option.feedback is not None]
    after += [distractor.feedback for distractor in question.distractors]
    after += [item.text for item in question.rubric]
    for prose in after:
        yield Part(prose, task=False, question=question)


def passages(quiz: Quiz) -> Iterator[Passage]:
    """Every passage in every language."""
    for part in parts(quiz):
        for language in LANGUAGES:
            yield part.prose.in_language(language)
