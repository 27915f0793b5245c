"""Statistics in the words of the quiz: titles and options in the reader's language."""

from __future__ import annotations

import pytest

from grader.quiz.model import Quiz
from grader.quiz.parse.markdown import plain
from grader.quiz.results.option_texts import with_texts
from grader.quiz.results.statistics import QuestionStatistics, QuizStatistics, WrongAnswer
from grader.words import Language
from tests.quizzes.keys import Keys

QUIZ = Keys("day3/section1_rnn").quiz


def statistics_of(question_id: str, answer: str, digest: str = QUIZ.digest) -> QuizStatistics:
    wrong = WrongAnswer(answer, 3)
    asked = QuestionStatistics(question_id, 1, "a title", "any", 5, 0.4, None, wrong)
    return QuizStatistics(QUIZ.id, digest, "a quiz", 5, (asked,))


def told(quiz: Quiz, made: QuizStatistics, language: Language = "en") -> tuple[str, str | None]:
    (question,) = with_texts(made, quiz, language).questions
    assert question.wrong is not None
    return question.title, question.wrong.text


@pytest.mark.parametrize(
    ("question_id", "answer", "text"),
    [
        ("output-delta", "B", "(y - d) * sigmoid(v)"),
        ("output-delta", "Z", None),
        ("weight-shapes", "2: A", "(16, 1)"),
        ("third-weight", "A", None),
    ],
)
def test_letters_become_texts_where_there_are_options(
    question_id: str, answer: str, text: str | None
) -> None:
    assert told(QUIZ, statistics_of(question_id, answer))[1] == text


def test_titles_are_in_the_readers_language() -> None:
    made = statistics_of("output-delta", "B")
    titles = {question.id: question.title for question in QUIZ.questions}
    assert told(QUIZ, made, "ja")[0] == plain(titles["output-delta"].ja.blocks)
    assert with_texts(made, QUIZ, "ja").title == QUIZ.title.ja


def test_another_version_is_left_as_it_is() -> None:
    made = statistics_of("output-delta", "B", digest="other")
    assert with_texts(made, QUIZ, "en") == made
