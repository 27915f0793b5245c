"""Everything a quiz holds as JSON, in both languages; prose is HTML, its maths TeX for MathJax."""

from __future__ import annotations

import json
from collections.abc import Sequence

from grader.quiz.answer import Json
from grader.quiz.export import Edition
from grader.quiz.export._html import PlainHtml
from grader.quiz.model import Distractor, Option, Question, Quiz
from grader.quiz.prose import Prose
from grader.words import LANGUAGES, Language, Sentence

FORMAT = "grader-quizzes/1"


def write(
    quizzes: Sequence[Quiz],
    language: Language,  # noqa: ARG001 - holds both
    edition: Edition,
) -> bytes:
    """Write quizzes as one JSON document in UTF-8.

    Raises:
        CourseError: an image cannot be read.
    """
    document = {
        "format": FORMAT,
        "course": {"id": edition.course, "title": dict(edition.title._asdict())},
        "quizzes": [_quiz(quiz) for quiz in quizzes],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:  # noqa: ARG001 - as every format's
    """Nothing is lost."""
    return ()


def _quiz(quiz: Quiz) -> Json:
    html = PlainHtml(quiz.folder)
    return {
        "id": quiz.id,
        "title": dict(quiz.title._asdict()),
        "intro": _prose(html, quiz.intro),
        "points": quiz.points,
        "pass_share": quiz.pass_share,
        "minutes": quiz.minutes,
        "seed": quiz.seed,
        "digest": quiz.digest,
        "questions": [_question(html, question) for question in quiz.questions],
    }


def _question(html: PlainHtml, question: Question) -> Json:
    key: dict[str, Json] = {one: question.answer.describe(one) for one in LANGUAGES}
    model = question.model_answer
    return {
        "id": question.id,
        "number": question.number,
        "kind": question.kind,
        "title": _prose(html, question.title),
        "points": question.points,
        "level": question.level,
        "tags": list(question.tags),
        "body": _prose(html, question.body),
        "options": [_option(html, option) for option in question.options],
        "choices": [_option(html, option) for option in question.choices],
        "answer": question.answer.data(),
        "key": key,
        "right_responses": list(question.answer.right_responses()),
        "distractors": [_distractor(html, known) for known in question.distractors],
        "explanation": _prose(html, question.explanation),
        "hints": [_prose(html, hint) for hint in question.hints],
        "rubric": [
            {"points": item.points, "text": _prose(html, item.text)} for item in question.rubric
        ],
        "model_answer": None if model is None else dict(model._asdict()),
        "check": question.check,
        "digest": question.digest,
    }


def _option(html: PlainHtml, option: Option) -> Json:
    feedback = None if option.feedback is None else _prose(html, option.feedback)
    return {
        "letter": option.letter,
        "text": _prose(html, option.text),
        "feedback": feedback,
        "mistake": _mistake(option),
    }


def _distractor(html: PlainHtml, known: Distractor) -> Json:
    return {
        "written": list(known.written),
        "answer": known.answer.data(),
        "feedback": _prose(html, known.feedback),
        "mistake": _mistake(known),
    }


def _mistake(carrier: Option | Distractor) -> str | None:
    return None if carrier.mistake is None else str(carrier.mistake)


def _prose(html: PlainHtml, prose: Prose) -> Json:
    return {one: html.write(prose.in_language(one)) for one in LANGUAGES}
