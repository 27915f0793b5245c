"""A response in full: every question with its mark, and the key beside what is not right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.quiz.grade import QuestionResult
    from grader.quiz.results.mark_sheet import MarkedResponse

SIGNS = {"right": "✓", "wrong": "✗", "unreadable": "–", "open": "●"}
INDENT = 17
LONGEST_FEEDBACK = 300
MET_EXAMPLE = '{"text": "…", "met": [0, 2]}'


def block(marked: MarkedResponse, width: int, language: Language) -> Iterator[str]:
    """Write a response down, line by line."""
    from grader.layout import printable

    result = marked.result
    quiz = result.quiz
    student = f"  {marked.student}" if marked.student else ""
    yield printable(f"{quiz.id}  {quiz.title.in_language(language)}{student}")
    for one in result.results:
        yield from _question_lines(one, width, language)
    needed = round(quiz.pass_share * quiz.points, 2)
    values = {"score": f"{result.score:g}", "points": f"{quiz.points:g}", "needed": f"{needed:g}"}
    outcome = "quiz_page.graded_passed" if result.passed else "quiz_page.graded_not_passed"
    score = translate(sentence("quiz_page.graded_score", **values), language)
    yield f"{score}: {translate(sentence(outcome), language)}"
    if marked.by_hand:
        values = {"numbers": marked.by_hand, "example": MET_EXAMPLE}
        yield translate(sentence("quiz_page.graded_by_hand", **values), language)
    if marked.met:
        yield translate(sentence("quiz_grade.met", numbers=marked.met), language)


def _question_lines(one: QuestionResult, width: int, language: Language) -> Iterator[str]:
    from grader.layout import printable, wrap
    from grader.quiz.spoken import spoken_prose

    question, graded = one.question, one.graded
    title = spoken_prose(question.title, language)
    points = f"{one.score:.3g}/{question.points:g}"
    yield printable(f"{question.number:3}  {SIGNS[graded.outcome]}  {points:>7}  {title}")
    if graded.outcome == "right":
        return
    for said in _beside(one, language):
        # Messages quote what was typed, line breaks and all.
        text = " ".join(translate(said, language).split())
        for line in wrap(printable(text), width - INDENT):
            yield " " * INDENT + line


def _beside(one: QuestionResult, language: Language) -> Iterator[Sentence]:
    from grader.quiz.spoken import one_line, spoken_key, spoken_prose, spoken_response

    question, graded = one.question, one.graded
    if one.response is None:
        yield sentence("quiz_page.graded_missing")
        return
    given = spoken_response(question, one.response, language)
    yield sentence("quiz_page.graded_given", response=given)
    if graded.message is not None and graded.outcome != "open":
        yield graded.message
    key = spoken_key(question, language)
    if key:
        yield sentence("quiz_page.graded_key", key=key)
    for prose in graded.feedback[:1]:
        feedback = one_line(spoken_prose(prose, language), LONGEST_FEEDBACK)
        yield sentence("quiz_grade.feedback", feedback=feedback)
