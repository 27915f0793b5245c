"""Known wrong answers that stand in the explanation, because something about them was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from grader.quiz.lint import Known
from grader.quiz.model import Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.slips import wrong_answer_slips
from grader.words import LANGUAGES

CHOSEN = ("choice", "multi", "order", "match", "essay")


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Look at the lists in the explanations of answers that are typed."""
    for question in quiz.questions:
        if question.kind not in CHOSEN:
            for language in LANGUAGES:
                yield from wrong_answer_slips(question.explanation.in_language(language))
