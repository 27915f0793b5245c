"""Nobody is left without a reason: explanations, and feedback for every wrong option."""

from __future__ import annotations

from collections.abc import Iterator

from grader.quiz.lint import Known
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.words import LANGUAGES, sentence


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:
    """Look for what is missing in a quiz and its questions."""
    if known.sections is not None and quiz.id not in known.sections:
        place = quiz.intro.en.place
        yield Finding(place, sentence("quiz_lint.no_such_section", id=quiz.id))
    for question in quiz.questions:
        yield from _explanation(question)
        yield from _feedback(question)
        yield from _remarks(question)


def _explanation(question: Question) -> Iterator[Finding]:
    for language in LANGUAGES:
        title, explanation = (
            prose.in_language(language) for prose in (question.title, question.explanation)
        )
        if not explanation:
            yield Finding(title.place, sentence("quiz_lint.no_explanation"))


def _remarks(question: Question) -> Iterator[Finding]:
    for distractor in question.distractors:
        for language in LANGUAGES:
            feedback = distractor.feedback.in_language(language)
            if not feedback:
                written = " | ".join(distractor.written)
                said = sentence("quiz_lint.no_remark", written=written)
                yield Finding(feedback.place, said)


def _feedback(question: Question) -> Iterator[Finding]:
    if question.kind not in ("choice", "multi"):
        return
    right = question.answer.chosen(question.answer.right_responses()[0])
    for option in question.options:
        if option.index in right:
            continue
        for language in LANGUAGES:
            if option.feedback is None or not option.feedback.in_language(language):
                place = option.text.in_language(language).place
                yield Finding(place, sentence("quiz_lint.no_feedback", letter=option.letter))
