"""Marks, explanations and model answers."""

from __future__ import annotations

from grader.quiz.answer import Outcome
from grader.quiz.model import Option, Question
from grader.quiz.terminal.events import Marked
from grader.quiz.terminal.screens.pen import INDENT, Pen, number
from grader.quiz.terminal.session import Item
from grader.quiz.terminal.typed import show_key


def draw_mark(pen: Pen, event: Marked) -> list[str]:
    """Write the mark of an answer and what is said about this very answer."""
    graded, item = event.graded, event.item
    lines = ["", *draw_outcome(pen, item.question, graded.outcome, graded.credit)]
    if not event.counts:
        lines += pen.told(pen.say("quiz_terminal.not_counted"), "faint")
    if graded.read_as and graded.read_as != event.response:
        lines += pen.told(pen.say("quiz_terminal.read_as", written=graded.read_as), "faint")
    if graded.outcome == "wrong" and len(graded.parts) > 1 and item.question.kind != "multi":
        right = [name for name, is_right in graded.parts.items() if is_right]
        wrong = [name for name, is_right in graded.parts.items() if not is_right]
        if right and wrong:
            lines += pen.told(pen.say("quiz_terminal.parts_right", names=", ".join(right)))
            lines += pen.told(pen.say("quiz_terminal.parts_wrong", names=", ".join(wrong)))
    if graded.message is not None and graded.outcome != "open":
        lines += pen.told(pen.spoken(graded.message))
    for feedback in graded.feedback:
        lines += ["", *pen.prose(item.quiz, feedback)]
    return lines


def draw_outcome(pen: Pen, question: Question, outcome: Outcome | None, credit: float) -> list[str]:
    """Write a mark: a sign, a word, and a share of the points if it is one."""
    values = {"score": number(credit * question.points), "points": number(question.points)}
    if outcome == "right":
        return pen.told(f"{pen.sign('✓', '+')} {pen.say('quiz_terminal.right')}", "green")
    if outcome == "open":
        return pen.told(pen.say("quiz_terminal.open", **values), "bold")
    if credit > 0:
        said = pen.say("quiz_terminal.partly", **values)
        return pen.told(f"{pen.sign('△', '~')} {said}", "yellow")
    return pen.told(f"{pen.sign('✗', 'x')} {pen.say('quiz_terminal.wrong')}", "red")


def draw_explanation(pen: Pen, item: Item, *, with_key: bool) -> list[str]:
    """Write the explanation, with the key in front of it where that is still unknown."""
    lines: list[str] = []
    key = show_key(item, item.question.answer.describe(pen.language))
    if with_key and key:
        lines += ["", *pen.told(pen.say("quiz_terminal.key", key=key), "bold")]
    if item.question.explanation:
        lines += ["", *pen.prose(item.quiz, item.question.explanation)]
    if item.question.exercise is not None:
        lines += ["", *pen.told(pen.say("quiz_terminal.exercise"), "faint")]
        command = pen.command(f"grader check {item.question.exercise}", indent=2 * INDENT)
        lines.append(pen.styled(command, "faint"))
    return lines


def draw_model_answer(pen: Pen, item: Item) -> list[str]:
    """Write a model answer, and the points to look for in one's own."""
    question = item.question
    lines: list[str] = []
    if question.model_answer is not None:
        lines += ["", *pen.told(pen.say("quiz_terminal.model_answer"), "bold")]
        lines += pen.told(pen.text(question.model_answer))
    lines += ["", *pen.told(pen.say("quiz_terminal.rubric"), "bold")]
    rubric = [Option(index, met.text) for index, met in enumerate(question.rubric)]
    marks = [f"{index + 1}." for index in range(len(rubric))]
    return [*lines, *pen.options(rubric, marks)]
