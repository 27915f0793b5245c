"""What an exam page hands in: answers by number, since the id of a question may say too much."""

from __future__ import annotations

import json
import string

from grader.errors import UsageError
from grader.quiz.exchange import Answers
from grader.quiz.model import Question, Quiz
from grader.words import sentence

LONGEST = 200


def by_question_id(answers: Answers, quiz: Quiz) -> Answers:
    """Put the ids of questions where their numbers stand; ids stay as they are.

    Args:
        answers: to that quiz, by id or by number.
        quiz: with the questions.

    Raises:
        UsageError: there is no question of a number.
    """
    ids = {str(question.number): question.id for question in quiz.questions}
    known = set(ids.values())
    for name in answers.responses:
        if name.isdecimal() and name not in known and name not in ids:
            said = sentence(
                "quiz_page.no_such_number",
                file=answers.file,
                number=name,
                quiz=quiz.id,
                count=len(ids),
            )
            raise UsageError(said)
    responses = {
        name if name in known else ids.get(name, name): response
        for name, response in answers.responses.items()
    }
    return answers._replace(responses=responses)


def spoken_response(question: Question, response: object) -> str:
    """Write a response in one line, with the letters that options have in the author's file."""
    if question.kind in ("choice", "multi", "match"):
        chosen = response if isinstance(response, list) else [response]
        text = ", ".join(map(_letter, chosen))
    elif isinstance(response, str):
        text = response
    else:
        text = json.dumps(response, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _letter(chosen: object) -> str:
    if type(chosen) is int and 0 <= chosen < len(string.ascii_uppercase):
        return string.ascii_uppercase[chosen]
    return "–" if chosen is None else str(chosen)
