"""Answers as JSON come in, marks as JSON go out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from grader.errors import UsageError
from grader.quiz.answer import Graded, Json
from grader.quiz.grade import QuestionResult, QuizResult
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.markdown import plain
from grader.quiz.results.documents import ForeignError, is_deep, read_documents
from grader.quiz.spoken import one_line
from grader.words import Language, Sentence, sentence, translate

MAX_BYTES = 4 << 20
LONGEST_NAME = 60
SCHEMA = "quiz-result/1"
# What a terminal may act upon, or hide, and JSON does not escape by itself.
_STEERING = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]")


class Answers(NamedTuple):
    """Responses to the questions of one quiz, by question id, from one document.

    `digest` is that of the quiz that was answered and `student` who answered, where the document
    says so; `file` is what the document is called when something is wrong with it.
    """

    file: str
    quiz: str | None
    digest: str | None
    student: str | None
    responses: Mapping[str, object]


def read_answers(content: bytes, file: str) -> tuple[Answers, ...]:
    """Read a document `{"quiz": id, "digest": …, "student": …, "answers": {…}}`, or a list of them.

    Only `answers` is needed, an object of responses by question id.

    Args:
        content: the document.
        file: its name, for messages.

    Raises:
        UsageError: it is too long, no JSON, or holds something else.
    """
    if len(content) > MAX_BYTES:
        raise UsageError(sentence("quiz_selecting.too_long", file=file, limit=MAX_BYTES))
    try:
        documents = read_documents(content, file)
    except ForeignError as error:
        raise UsageError(sentence("quiz_selecting.no_answers", file=file)) from error
    if len(documents) == 1:
        return (_answers_of(documents[0], file),)
    return tuple(
        _answers_of(item, f"{file} [{number}]") for number, item in enumerate(documents, start=1)
    )


def _answers_of(document: Any, file: str) -> Answers:
    if isinstance(document, dict) and isinstance(document.get("answers"), dict):
        quiz, digest, student = (document.get(name) for name in ("quiz", "digest", "student"))
        are_texts = all(text is None or isinstance(text, str) for text in (quiz, digest, student))
        if are_texts and not is_deep(document):
            return Answers(file, quiz, digest, student, document["answers"])
    raise UsageError(sentence("quiz_selecting.no_answers", file=file))


def require_version(answers: Answers, quiz: Quiz) -> None:
    """Make sure that answers are to this very quiz, where they say which one they are to.

    Raises:
        UsageError: they are to another version of it.
    """
    if answers.digest not in (None, quiz.digest):
        raise UsageError(sentence("quiz_selecting.other_version", file=answers.file, quiz=quiz.id))


def by_question_id(answers: Answers, quiz: Quiz) -> Answers:
    """Put the ids of questions where their numbers stand; ids stay as they are.

    An exam hands in answers by number, since the id of a question may give its answer away.

    Args:
        answers: to that quiz, by id or by number.
        quiz: with the questions.

    Raises:
        UsageError: there is no question of an id or a number, or one is answered under both.
    """
    ids = {str(question.number): question.id for question in quiz.questions}
    known = set(ids.values())
    for name in answers.responses:
        if name not in known and name not in ids:
            raise UsageError(_unknown(name, answers, quiz))
        if name not in known and ids[name] in answers.responses:
            values = {"file": answers.file, "number": name, "id": ids[name]}
            raise UsageError(sentence("quiz_selecting.answered_twice", **values))
    responses = {
        name if name in known else ids[name]: response
        for name, response in answers.responses.items()
    }
    return answers._replace(responses=responses)


def _unknown(name: str, answers: Answers, quiz: Quiz) -> Sentence:
    values = {"file": answers.file, "quiz": quiz.id}
    shown = one_line(name, LONGEST_NAME)
    if name.isdecimal():
        count = len(quiz.questions)
        return sentence("quiz_page.no_such_number", number=shown, count=count, **values)
    return sentence("quiz_selecting.no_such_question", question=shown, **values)


def mark_answers(
    quiz: Quiz, answers: Answers, marker: Callable[[Question, object], Graded]
) -> QuizResult:
    """Mark the answers to a quiz.

    Args:
        quiz: with its key.
        answers: those to it, by the ids of questions or by their numbers.
        marker: `grade`, or one that runs code as well.

    Raises:
        UsageError: the answers are to another version, or to questions that there are not.
    """
    require_version(answers, quiz)
    return mark_fitting(quiz, by_question_id(answers, quiz), marker)


def mark_fitting(
    quiz: Quiz, answers: Answers, marker: Callable[[Question, object], Graded]
) -> QuizResult:
    """Mark answers by the ids of questions, whatever version they say they are to."""
    results = (
        QuestionResult(question, response, marker(question, response))
        for question in quiz.questions
        for response in [answers.responses.get(question.id)]
    )
    return QuizResult(quiz, tuple(results))


def result_document(
    result: QuizResult, language: Language, student: str | None = None, answered: str | None = None
) -> dict[str, Any]:
    """Put the marks of a quiz down as JSON, without the key.

    Args:
        result: the marks.
        language: of what the learner is told.
        student: who answered.
        answered: the digest of the version that was answered, if that is known.

    Returns:
        A document of the schema `quiz-result/1`: `score` of `points`, `passed`, and `questions`
        with the outcome, what the learner is told, and the response as it was given. `digest` is
        that of the key; if it is not the version that was answered, `answered_digest` is there too.
    """
    quiz = result.quiz
    other = {} if answered in (None, quiz.digest) else {"answered_digest": answered}
    return {
        "schema": SCHEMA,
        "quiz": quiz.id,
        "digest": quiz.digest,
        **other,
        "student": student,
        "title": quiz.title.in_language(language),
        "language": language,
        "score": round(result.score, 6),
        "points": quiz.points,
        "pass_share": quiz.pass_share,
        "passed": result.passed,
        "questions": [_question(one, language) for one in result.results],
    }


def _question(result: QuestionResult, language: Language) -> dict[str, Any]:
    graded, question = result.graded, result.question
    message = None if graded.message is None else translate(graded.message, language)
    return {
        "id": question.id,
        "number": question.number,
        "title": plain(question.title.in_language(language).blocks),
        "kind": question.kind,
        "points": question.points,
        "score": round(result.score, 6),
        "outcome": graded.outcome,
        "message": message,
        "read_as": graded.read_as,
        "parts": dict(graded.parts),
        "feedback": [plain(prose.in_language(language).blocks) for prose in graded.feedback],
        "response": result.response,
    }


def as_json(document: Mapping[str, Json] | Sequence[Json]) -> str:
    """Write a document out, with a line break at its end."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    text = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    # Half of a surrogate pair is valid in JSON only as an escape.
    return text.encode("utf-8", "backslashreplace").decode()
