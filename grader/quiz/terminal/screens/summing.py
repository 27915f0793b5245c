"""What stands before the first question, between them when asked for, and after the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.layout import cut, display_width, pad, wrap
from grader.quiz.model import Quiz
from grader.quiz.terminal.prose import hanging
from grader.quiz.terminal.screens.pen import Pen, number, pass_mark
from grader.quiz.terminal.session import Item, Session, score_of
from grader.words import Sentence, Text, sentence

COMMANDS = (
    ("?", sentence("quiz_terminal.command_hint")),
    (":s", sentence("quiz_terminal.command_skip")),
    (":b", sentence("quiz_terminal.command_back")),
    (":3", sentence("quiz_terminal.command_go")),
    (":l", sentence("quiz_terminal.command_list")),
    (":a", sentence("quiz_terminal.command_answer")),
    (":q", sentence("quiz_terminal.command_quit")),
)


def draw_head(pen: Pen, session: Session, remarks: Sequence[Sentence]) -> list[str]:
    """Write what is going to be asked, and some remarks."""
    counts = {"questions": len(session.items), "points": number(session.points)}
    quizzes = list(session.whole_quizzes())
    if len(quizzes) == 1 and len(quizzes[0].questions) == len(session.items):
        quiz = quizzes[0]
        facts = pen.say("quiz_terminal.quiz", pass_mark=number(pass_mark(quiz)), **counts)
        lines = pen.told(pen.text(quiz.title), "bold", indent=0)
        lines += pen.told(facts, "faint", indent=0)
        lines += ["", *pen.prose(quiz, quiz.intro, indent=0)] if quiz.intro else []
    elif len(session.items) == 1:
        title = pen.text(session.item.quiz.title)
        lines = pen.told(pen.say("quiz_terminal.one_question", title=title), "bold", indent=0)
    else:
        lines = pen.told(pen.say("quiz_terminal.questions", **counts), "bold", indent=0)
    for said in remarks:
        lines += ["", *pen.told(pen.spoken(said), indent=0)]
    return lines


def draw_menu(
    pen: Pen, quizzes: Sequence[Quiz], known: Sequence[int | None], days: Mapping[str, Text]
) -> list[str]:
    """Write quizzes to choose from, day by day.

    Args:
        pen: whom it is written for.
        quizzes: in the order of their numbers.
        known: of each, how many questions were answered rightly; None if none was answered.
        days: titles by the first part of the ids.
    """
    lines = pen.told(pen.say("quiz_terminal.choose", example=quizzes[0].id), indent=0)
    column = max(display_width(quiz.id.partition("/")[2]) for quiz in quizzes)
    heading = None
    for position, (quiz, right) in enumerate(zip(quizzes, known, strict=True), start=1):
        day, _, section = quiz.id.partition("/")
        if day != heading:
            heading = day
            title = f"{day}  {pen.text(days[day])}" if day in days else day
            lines += ["", *pen.told(title, "bold", indent=0)]
        done = f"{'-' if right is None else right}/{len(quiz.questions)}"
        told = f"{pad(section, column)}  {pen.text(quiz.title)}"
        lines += hanging(f"{position:>3}  {done:>5}  ", wrap(told, pen.look.width - 12))
    return lines


def draw_list(pen: Pen, session: Session) -> list[str]:
    """Write all questions with how they stand, and which one is asked."""
    return _questions(pen, session, here=session.position)


def _questions(pen: Pen, session: Session, here: int | None) -> list[str]:
    lines = []
    for position, item in enumerate(session.items):
        attempt, points = session.attempt_at(item), item.question.points
        state = pen.say("quiz_terminal.still_open")
        if attempt.answered:
            state = f"{number(attempt.credit * points)}/{number(points)}"
        head = f"{'>' if position == here else ' '}{position + 1:>3}  "
        room = pen.look.width - len(head) - display_width(state) - 2
        longest = max(display_width(pen.title(one)) for one in session.items)
        title = pad(cut(pen.title(item), room), min(room, longest))
        lines.append(f"{head}{title}  {state}")
    return lines


def draw_commands(pen: Pen) -> list[str]:
    """Write what can be typed besides answers."""
    lines = pen.told(pen.say("quiz_terminal.commands"), "bold")
    for typed, said in COMMANDS:
        lines += hanging(f"  {pad(typed, 4)}", wrap(pen.spoken(said), pen.look.width - 6))
    return lines


def draw_pause(pen: Pen, session: Session, *, kept: bool) -> list[str]:
    """Write what becomes of an unfinished session."""
    name = "quiz_terminal.paused" if kept else "quiz_terminal.not_kept"
    said = sentence(name, answered=session.answered, questions=len(session.items))
    return pen.told(pen.spoken(said), indent=0)


def draw_result(pen: Pen, session: Session) -> list[str]:
    """Write the score, question by question, and what to do next."""
    values = {"score": number(session.score), "points": number(session.points)}
    lines = pen.told(pen.say("quiz_terminal.result", **values), "bold", indent=0)
    quizzes = list(session.whole_quizzes())
    for quiz in quizzes:
        score = score_of(session, [Item(quiz, question) for question in quiz.questions])
        told = f"{number(score)}/{number(quiz.points)}  {_verdict(pen, quiz, score)}"
        lines += pen.told(f"{pen.text(quiz.title)}: {told}", indent=0)
    lines += ["", *_questions(pen, session, here=None), ""]
    if any(not session.attempt_at(item).right for item in session.items):
        ids = dict.fromkeys(item.quiz.id for item in session.items)
        lines += pen.told(pen.say("quiz_terminal.next_wrong"), indent=0)
        lines.append(pen.command(f"grader quiz take {' '.join(ids)} --wrong"))
    lines += pen.told(pen.say("quiz_terminal.next_due"), indent=0)
    return [*lines, pen.command("grader quiz take --due")]


def _verdict(pen: Pen, quiz: Quiz, score: float) -> str:
    needed = pass_mark(quiz)
    if score >= needed - 1e-9:
        return pen.say("quiz_terminal.passed")
    return pen.say("quiz_terminal.not_passed", pass_mark=number(needed))
