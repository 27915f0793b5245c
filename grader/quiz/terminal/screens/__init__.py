"""Events as lines of a terminal, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.quiz.model import Quiz
from grader.quiz.terminal.events import (
    Compared,
    Event,
    Explained,
    Finished,
    GivenUp,
    Helped,
    HintShown,
    Listed,
    Marked,
    Opened,
    Paused,
    Prompt,
    Said,
)
from grader.quiz.terminal.screens.asking import draw_question
from grader.quiz.terminal.screens.marking import draw_explanation, draw_mark, draw_model_answer
from grader.quiz.terminal.screens.pen import Look, Pen
from grader.quiz.terminal.screens.summing import (
    draw_commands,
    draw_head,
    draw_list,
    draw_menu,
    draw_pause,
    draw_result,
)
from grader.quiz.terminal.session import Session
from grader.words import Language, Sentence, Text

__all__ = ["Look", "Screens"]


class Screens:
    """Writes events for one reader.

    Args:
        language: of the reader.
        look: what the terminal can show.
        kept: whether what is done is being kept.
    """

    def __init__(self, language: Language, look: Look, *, kept: bool = True) -> None:
        self._pen = Pen(language, look)
        self._kept = kept

    def show(self, event: Event) -> list[str]:
        """Write an event."""
        pen = self._pen
        match event:
            case Opened(session, item):
                return draw_question(pen, session, item)
            case Marked():
                return draw_mark(pen, event)
            case Explained(item, with_key):
                return draw_explanation(pen, item, with_key=with_key)
            case HintShown(item, prose, number, total):
                head = pen.say("quiz_terminal.hint", number=number, total=total)
                return ["", *pen.told(head, "bold"), *pen.prose(item.quiz, prose)]
            case Compared(item):
                return draw_model_answer(pen, item)
            case GivenUp():
                return []
        return ["", *self._beside(event)]

    def _beside(self, event: Said | Listed | Helped | Paused | Finished) -> list[str]:
        """Write what is not part of a question."""
        pen = self._pen
        match event:
            case Said(said):
                return pen.told(pen.spoken(said))
            case Listed(session):
                return draw_list(pen, session)
            case Helped():
                return draw_commands(pen)
            case Paused(session):
                return draw_pause(pen, session, kept=self._kept)
            case Finished(session):
                return [pen.rule(), *draw_result(pen, session)]

    def head(self, session: Session, remarks: Sequence[Sentence]) -> list[str]:
        """Write what is going to be asked, and some remarks."""
        return draw_head(self._pen, session, remarks)

    def menu(
        self, quizzes: Sequence[Quiz], known: Sequence[int | None], days: Mapping[str, Text]
    ) -> list[str]:
        """Write quizzes to choose from, with how many answers of each were right, if any."""
        return draw_menu(self._pen, quizzes, known, days)

    def remark(self, said: Sentence) -> list[str]:
        """Write a sentence that belongs to no question."""
        return self._pen.told(self._pen.spoken(said), indent=0)

    def prompt(self, prompt: Prompt, blank: str | None) -> str:
        """Write what stands in front of what is typed."""
        if prompt == "essay_more":
            return "> "
        name = "answer" if prompt == "essay" else prompt
        if name == "blank":
            said = self._pen.say("quiz_terminal.prompt_blank", name=blank)
        else:
            said = self._pen.say(f"quiz_terminal.prompt_{name}")
        return f"{said}> "
