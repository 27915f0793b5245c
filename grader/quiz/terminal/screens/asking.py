"""A question as it is asked."""

from __future__ import annotations

import string

from grader.layout import display_width
from grader.quiz.kinds.essay import Essay
from grader.quiz.terminal.screens.marking import draw_outcome
from grader.quiz.terminal.screens.pen import Pen, number
from grader.quiz.terminal.session import Attempt, Item, Session
from grader.quiz.terminal.typed import example_response, show_response
from grader.words import Sentence, sentence


def draw_question(pen: Pen, session: Session, item: Item) -> list[str]:
    """Write a question with everything to choose from, and how to answer it or what was said."""
    question, attempt = item.question, session.attempt_at(item)
    lines = ["", pen.rule(), *_title(pen, session, item), ""]
    lines += pen.prose(item.quiz, question.body)
    if question.options:
        options = [question.options[index] for index in item.order]
        is_lettered = question.kind in ("choice", "multi")
        numbers = [f"{index + 1}." for index in range(len(options))]
        marks = string.ascii_uppercase[: len(options)] if is_lettered else numbers
        lines += ["", *pen.options(options, list(marks))]
    if question.choices:
        letters = list(string.ascii_uppercase[: len(question.choices)])
        lines += ["", *pen.options(question.choices, letters)]
    how = _standing(pen, item, attempt) if attempt.answered else _how(pen, item)
    return [*lines, "", *how]


def _title(pen: Pen, session: Session, item: Item) -> list[str]:
    lines = []
    if len({one.quiz.id for one in session.items}) > 1:
        lines = pen.told(pen.text(item.quiz.title), "faint", indent=0)
    keys = [one.key for one in session.items]
    title = f"[{keys.index(item.key) + 1}/{len(keys)}] {pen.title(item)}"
    question = item.question
    worth = pen.say("quiz_terminal.points", points=number(question.points), level=question.level)
    gap = pen.look.width - display_width(title) - display_width(worth)
    if gap >= 2:
        return [*lines, pen.styled(title, "bold") + " " * gap + pen.styled(worth, "faint")]
    return [*lines, *pen.told(title, "bold", indent=0), *pen.told(worth, "faint", indent=0)]


def _how(pen: Pen, item: Item) -> list[str]:
    answer = item.question.answer
    if isinstance(answer, Essay):
        said = [sentence("quiz_terminal.how_essay", limit=answer.limit)]
    else:
        values = {"example": example_response(item)}
        said = [Sentence(f"quiz_terminal.how_{item.question.kind}", values)]
    if item.question.hints:
        said.append(sentence("quiz_terminal.hints_there"))
    between = "" if pen.language == "ja" else " "
    return pen.told(between.join(map(pen.spoken, said)), "faint")


def _standing(pen: Pen, item: Item, attempt: Attempt) -> list[str]:
    if attempt.response is None:
        return pen.told(pen.say("quiz_terminal.no_answer"))
    written = show_response(item, attempt.response)
    lines = pen.told(pen.say("quiz_terminal.your_answer", response=written))
    return [*lines, *draw_outcome(pen, item.question, attempt.outcome, attempt.credit)]
