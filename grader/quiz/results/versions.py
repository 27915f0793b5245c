"""Answers to another version of a test, put to the questions of today as far as that is honest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.errors import UsageError
from grader.quiz.kinds.code import Code
from grader.quiz.model import Question, Quiz
from grader.quiz.results.exchange import LONGEST_NAME, Answers, by_question_id, require_version
from grader.quiz.spoken import one_line
from grader.words import sentence

SHORT_DIGEST = 8


class Fitting(NamedTuple):
    """Answers by the ids of today's questions, and the names of those that fit none any more."""

    answers: Answers
    gone: tuple[str, ...] = ()


class ShiftedError(UsageError):
    """Answers by number whose numbers stand for other questions today."""


def is_other_version(answers: Answers, quiz: Quiz) -> bool:
    """Whether answers say that they are to another version of a quiz."""
    return answers.digest not in (None, quiz.digest)


def short_digest(digest: str) -> str:
    """As much of a digest as tells versions apart."""
    return one_line(digest, SHORT_DIGEST + 1)[:SHORT_DIGEST]


def fit_answers(answers: Answers, quiz: Quiz, *, allow_other: bool) -> Fitting:
    """Name answers by the ids of questions.

    An id that is gone takes its answer with it. A number says nothing once questions have moved:
    that is found out where an answer cannot be one to the question that has its number now, as a
    page would have saved it. Questions of one kind that have changed places are not found out.

    Args:
        answers: by id or by number.
        quiz: as it is today.
        allow_other: take answers to another version.

    Raises:
        ShiftedError: numbers of another version do not fit.
        UsageError: it is another version and that is not allowed, or a question is unknown.
    """
    if not allow_other or not is_other_version(answers, quiz):
        require_version(answers, quiz)
        return Fitting(by_question_id(answers, quiz))
    shifted = tuple(_shifted(answers, quiz))
    if shifted:
        raise ShiftedError(
            sentence(
                "quiz_grade.shifted",
                file=answers.file,
                quiz=quiz.id,
                answered=short_digest(answers.digest or ""),
                numbers=", ".join(shifted),
            )
        )
    known = {question.id for question in quiz.questions}
    names = list(answers.responses)
    gone = [name for name in names if name not in known and not name.isdecimal()]
    kept = {name: one for name, one in answers.responses.items() if name not in gone}
    fitting = by_question_id(answers._replace(responses=kept), quiz)
    return Fitting(fitting, tuple(one_line(name, LONGEST_NAME) for name in gone))


def _shifted(answers: Answers, quiz: Quiz) -> Iterator[str]:
    known = {question.id for question in quiz.questions}
    numbered = {str(question.number): question for question in quiz.questions}
    for name, response in answers.responses.items():
        if name in known or not name.isdecimal():
            continue
        if name not in numbered or not _could_answer(numbered[name], response):
            yield one_line(name, LONGEST_NAME)


def _could_answer(question: Question, response: object) -> bool:
    """Whether a page could have saved a response to a question like this one."""
    kind, count, key = question.kind, len(question.options), question.answer
    if response is None:
        return True
    if kind == "choice":
        return _is_index(response, count)
    if kind in ("multi", "order"):
        return isinstance(response, list) and all(_is_index(one, count) for one in response)
    if kind == "match":
        choices = len(question.choices)
        return isinstance(response, list) and all(
            [len(response) == count, *(one is None or _is_index(one, choices) for one in response)]
        )
    if isinstance(key, Code):
        names = set(response) if isinstance(response, dict) else {"1"}
        return isinstance(response, (dict, str)) and names == set(key.fills)
    if kind == "essay" and isinstance(response, dict):
        return "text" in response
    return isinstance(response, str)


def _is_index(value: object, count: int) -> bool:
    return type(value) is int and 0 <= value < count
