"""What the results of many learners say about each question of a confirmation test."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, NamedTuple

from grader.errors import UsageError
from grader.quiz.answer import Json
from grader.quiz.results.documents import ForeignError, is_deep, read_documents
from grader.quiz.results.exchange import SCHEMA as RESULT_SCHEMA
from grader.quiz.results.wrong_answers import wrong_answers
from grader.words import Language, sentence

SCHEMA = "quiz-statistics/1"
MAX_BYTES = 64 << 20
MAX_POINTS = 1e6
OUTCOMES = ("right", "wrong", "unreadable", "open")
DIGITS = 6


class Marked(NamedTuple):
    """One question in the result of one learner: points made, and what was wrong, if anything."""

    id: str
    number: int
    title: str
    kind: str
    score: float
    outcome: str
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class MarkedQuiz:
    """The result of one learner in one version of a test."""

    quiz: str
    digest: str
    title: str
    language: str | None
    questions: Mapping[str, Marked]

    def rest(self, question_id: str) -> float:
        """The points of all other questions together."""
        others = (one.score for name, one in self.questions.items() if name != question_id)
        return round(fsum(others), DIGITS)


class WrongAnswer(NamedTuple):
    """A wrong answer in one line, how many learners gave it, and what its letter stands for."""

    answer: str
    times: int
    text: str | None = None


class QuestionStatistics(NamedTuple):
    """What is known about a question.

    `answers` counts what could be read. `difficulty` is the share of right ones among those that
    were marked right or wrong; `discrimination` the correlation, over the same learners, of the
    points of this question with those of all the others. Both are None where they are undefined.
    """

    id: str
    number: int
    title: str
    kind: str
    answers: int
    difficulty: float | None
    discrimination: float | None
    wrong: WrongAnswer | None


class QuizStatistics(NamedTuple):
    """All questions of one version of a test, and how many results there are of it."""

    quiz: str
    digest: str
    title: str
    results: int
    questions: tuple[QuestionStatistics, ...]


def read_results(content: bytes, file: str) -> tuple[MarkedQuiz, ...]:
    """Read a document of the schema `quiz-result/1`, or a list of them.

    Args:
        content: the document.
        file: its name, for messages.

    Raises:
        UsageError: it is too long, no JSON, or holds something else.
    """
    if len(content) > MAX_BYTES:
        raise UsageError(sentence("quiz_stats.too_long", file=file, limit=MAX_BYTES))
    try:
        return tuple(map(_marked_quiz, read_documents(content, file)))
    except ForeignError as error:
        raise UsageError(sentence("quiz_stats.no_results", file=file)) from error


def _require(condition: bool) -> None:
    if not condition:
        raise ForeignError


def _marked_quiz(document: Any) -> MarkedQuiz:
    _require(isinstance(document, dict) and document.get("schema") == RESULT_SCHEMA)
    quiz, digest, title = (document.get(name) for name in ("quiz", "digest", "title"))
    _require(all(isinstance(text, str) for text in (quiz, digest, title)))
    language, entries = document.get("language"), document.get("questions")
    _require(isinstance(entries, list))
    questions = {one.id: one for one in map(_marked, entries)}
    _require(0 < len(questions) == len(entries))
    return MarkedQuiz(quiz, digest, title, language, questions)


def _marked(entry: Any) -> Marked:
    _require(isinstance(entry, dict))
    name, title, kind = (entry.get(key) for key in ("id", "title", "kind"))
    _require(all(isinstance(text, str) for text in (name, title, kind)))
    number, points, score = (entry.get(key) for key in ("number", "points", "score"))
    _require(type(number) is int)
    _require(all(type(count) in (int, float) for count in (points, score)))
    _require(0 <= score <= points + 10**-DIGITS <= MAX_POINTS)
    outcome, parts = entry.get("outcome"), entry.get("parts")
    _require(isinstance(outcome, str) and outcome in OUTCOMES)
    _require(isinstance(parts, dict) and all(type(right) is bool for right in parts.values()))
    read_as, response = entry.get("read_as"), entry.get("response")
    _require((read_as is None or isinstance(read_as, str)) and not is_deep([response]))
    wrong = wrong_answers(kind, response, read_as, parts) if outcome == "wrong" else ()
    return Marked(name, number, title, kind, score, outcome, wrong)


def analyse(results: Iterable[MarkedQuiz], language: Language) -> tuple[QuizStatistics, ...]:
    """Put the results of each version of each test together, in the order of the tests' ids.

    Args:
        results: one a learner and test.
        language: in which titles are wanted, where a result in it is among them.
    """
    groups: dict[tuple[str, str], list[MarkedQuiz]] = {}
    for result in results:
        groups.setdefault((result.quiz, result.digest), []).append(result)
    return tuple(_quiz_statistics(groups[key], language) for key in sorted(groups))


def _quiz_statistics(results: Sequence[MarkedQuiz], language: Language) -> QuizStatistics:
    in_order = sorted(results, key=lambda result: result.language != language)
    first = in_order[0]
    asked: dict[str, Marked] = {}
    for result in in_order:
        asked = {**result.questions, **asked}
    questions = sorted(asked.values(), key=lambda one: (one.number, one.id))
    made = tuple(_question_statistics(one, results) for one in questions)
    return QuizStatistics(first.quiz, first.digest, first.title, len(results), made)


def _question_statistics(question: Marked, results: Sequence[MarkedQuiz]) -> QuestionStatistics:
    name = question.id
    given = [(one.questions[name], one.rest(name)) for one in results if name in one.questions]
    marked = [(one, rest) for one, rest in given if one.outcome in ("right", "wrong")]
    return QuestionStatistics(
        id=name,
        number=question.number,
        title=question.title,
        kind=question.kind,
        answers=sum(one.outcome != "unreadable" for one, _ in given),
        difficulty=_share(one.outcome == "right" for one, _ in marked),
        discrimination=_correlation([(one.score, rest) for one, rest in marked]),
        wrong=_most_given(one for one, _ in marked if one.outcome == "wrong"),
    )


def _share(values: Iterable[bool]) -> float | None:
    counted = list(values)
    return round(sum(counted) / len(counted), DIGITS) if counted else None


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < 2:
        return None
    try:
        found = statistics.correlation([one for one, _ in pairs], [rest for _, rest in pairs])
    except statistics.StatisticsError:  # one side never varies
        return None
    return round(found, DIGITS)


def _most_given(wrong: Iterable[Marked]) -> WrongAnswer | None:
    answers = Counter(answer for one in wrong for answer in one.wrong)
    if not answers:
        return None
    return WrongAnswer(*min(answers.items(), key=lambda item: (-item[1], item[0])))


def statistics_document(
    made: Sequence[QuizStatistics], refused: Mapping[str, str]
) -> dict[str, Json]:
    """Put statistics down as JSON, of the schema `quiz-statistics/1`.

    Args:
        made: what was found.
        refused: files that hold no results, with what is wrong with each.
    """
    return {
        "schema": SCHEMA,
        "quizzes": [_quiz_document(quiz) for quiz in made],
        "refused": [{"file": file, "message": said} for file, said in refused.items()],
    }


def _quiz_document(quiz: QuizStatistics) -> dict[str, Json]:
    questions: list[Json] = [
        {**one._asdict(), "wrong": one.wrong and one.wrong._asdict()} for one in quiz.questions
    ]
    return {**quiz._asdict(), "questions": questions}
