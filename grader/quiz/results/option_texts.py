"""Statistics in the words of the quiz itself: titles, and what the letters of options stand for."""

from __future__ import annotations

from collections.abc import Mapping

from grader.quiz.model import Question, Quiz
from grader.quiz.parse.markdown import plain
from grader.quiz.results.statistics import QuestionStatistics, QuizStatistics
from grader.words import Language


def with_texts(made: QuizStatistics, quiz: Quiz, language: Language) -> QuizStatistics:
    """Say titles in the reader's language, and what the most given wrong options were.

    Args:
        made: statistics of any version of the quiz.
        quiz: where titles and options are; another version leaves everything as it is.
        language: of the reader.
    """
    if quiz.digest != made.digest:
        return made
    questions = {question.id: question for question in quiz.questions}
    told = tuple(_with_text(one, questions[one.id], language) for one in made.questions)
    return made._replace(title=quiz.title.in_language(language), questions=told)


def _with_text(
    made: QuestionStatistics, question: Question, language: Language
) -> QuestionStatistics:
    made = made._replace(title=plain(question.title.in_language(language).blocks))
    if made.wrong is None:
        return made
    text = _texts(question, language).get(made.wrong.answer)
    return made._replace(wrong=made.wrong._replace(text=text))


def _texts(question: Question, language: Language) -> Mapping[str, str]:
    """Texts by the way in which `wrong_answers` writes what was chosen."""
    choices = question.choices or question.options
    texts = {
        choice.letter: plain(choice.text.in_language(language).blocks).strip() for choice in choices
    }
    if question.kind in ("choice", "multi"):
        return texts
    if question.kind != "match":
        return {}
    return {
        f"{number}: {letter}": text
        for number in range(1, len(question.options) + 1)
        for letter, text in texts.items()
    }
