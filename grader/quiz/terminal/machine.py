"""The course of a session: typed lines in, events out. It knows no terminal and no language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal

from grader.quiz.answer import Graded, Json
from grader.quiz.kinds.code import Code
from grader.quiz.model import Question
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
from grader.quiz.terminal.session import Session
from grader.quiz.terminal.typed import Command, read_command, read_response
from grader.words import sentence

Phase = Literal["ask", "again", "compare", "read", "over"]
Marker = Callable[[Question, object], Graded]


class Machine:
    """Asks the questions of a session.

    A question is *asked* until it has a readable answer. A right one is explained; a wrong one may
    be tried *again*, which no longer counts, until it is right or the explanation is asked for. An
    essay is *compared* with a model answer. Then the explanation is *read*.

    Args:
        session: where to go on; it is changed.
        marker: marks a response.
    """

    def __init__(self, session: Session, marker: Marker) -> None:
        self.session = session
        self._marker = marker
        self._phase: Phase = "ask"
        self._fills: dict[str, Json] = {}
        self._lines: list[str] = []

    @property
    def over(self) -> bool:
        """Whether nothing more is to be typed."""
        return self._phase == "over"

    @property
    def prompt(self) -> Prompt:
        """What the next line will be taken for."""
        if self._phase == "read":
            return "next"
        if self._phase == "compare":
            return "rubric"
        if self._question.kind == "essay":
            return "essay_more" if self._lines else "essay"
        if self.blank:
            return "blank"
        return "again" if self._phase == "again" else "answer"

    @property
    def blank(self) -> str | None:
        """The name of the blank that is asked for, where there are several."""
        names = self._blanks
        return next((name for name in names if name not in self._fills), None)

    @property
    def _blanks(self) -> tuple[str, ...]:
        answer = self._question.answer
        several = isinstance(answer, Code) and len(answer.fills) > 1
        return tuple(answer.fills) if several and isinstance(answer, Code) else ()

    @property
    def _question(self) -> Question:
        return self.session.item.question

    def begin(self) -> Iterator[Event]:
        """Show the question at which the session stands."""
        if self.session.attempt.answered and self.session.next_open() is None:
            return self._finish()
        return self._open(self.session.position)

    def feed(self, line: str) -> Iterator[Event]:
        """Take a typed line."""
        command = read_command(line)
        # A line of an essay, or a slice, may begin with a colon too.
        may_be_text = bool(self._lines) or self._question.kind == "code"
        if command is not None and not (may_be_text and command.action == "unknown"):
            return self._obey(command)
        if self._phase == "read":
            return self._advance()
        if self._phase == "compare":
            return self._compare(line)
        if self._question.kind == "essay":
            return self._write(line)
        if not line.strip():
            return self._nothing_typed()
        return self._try(line)

    def leave(self) -> Iterator[Event]:
        """Stop, wherever the session is."""
        if self.session.next_open() is None:
            yield from self._finish()
            return
        self._phase = "over"
        yield Paused(self.session)

    def _open(self, position: int) -> Iterator[Event]:
        self.session.position = position
        self._fills, self._lines = {}, []
        attempt, item = self.session.attempt, self.session.item
        yield Opened(self.session, item)
        if not attempt.answered:
            has_text = attempt.response is not None
            self._phase = "compare" if has_text else "ask"
            if has_text:
                yield Compared(item)
        elif attempt.explained:
            self._phase = "read"
            yield Explained(item, with_key=not attempt.right)
        else:
            self._phase = "again"

    def _try(self, line: str) -> Iterator[Event]:
        if self.blank is not None:
            self._fills[self.blank] = line
            if self.blank is not None:
                return
            response: Json = dict(self._fills)
        else:
            response = read_response(self.session.item, line)
        yield from self._mark(response)

    def _mark(self, response: Json) -> Iterator[Event]:
        attempt, item = self.session.attempt, self.session.item
        graded = self._marker(item.question, response)
        self._fills = {}
        if graded.outcome == "unreadable":
            if graded.message is not None:
                yield Said(graded.message)
            return
        counts = not attempt.answered
        if counts:
            attempt.count(response, graded)
        yield Marked(item, response, graded, counts)
        if graded.outcome != "wrong" or _is_settled(item.question):
            yield from self._explain(with_key=graded.outcome == "wrong")
        else:
            self._keep_right_fills(response, graded)
            self._phase = "again"
            yield Said(sentence("quiz_terminal.try_again"))

    def _keep_right_fills(self, response: Json, graded: Graded) -> None:
        if self._blanks and isinstance(response, dict):
            self._fills = {name: fill for name, fill in response.items() if graded.parts.get(name)}

    def _explain(self, *, with_key: bool = True) -> Iterator[Event]:
        self._phase = "read"
        self.session.attempt.explained = True
        yield Explained(self.session.item, with_key)

    def _nothing_typed(self) -> Iterator[Event]:
        if self._phase == "again":
            yield from self._explain()
        else:
            yield Said(sentence("quiz_terminal.nothing_typed"))

    def _write(self, line: str) -> Iterator[Event]:
        if line.strip():
            self._lines.append(line)
            return
        if not self._lines:
            yield Said(sentence("quiz_terminal.nothing_typed"))
            return
        text = "\n".join(self._lines)
        graded = self._marker(self._question, text)
        self._lines = []
        if graded.outcome == "unreadable":
            if graded.message is not None:
                yield Said(graded.message)
            return
        self.session.attempt.response = {"text": text}
        self._phase = "compare"
        yield Compared(self.session.item)

    def _compare(self, line: str) -> Iterator[Event]:
        numbers = re.findall(r"\d+", unicodedata.normalize("NFKC", line))
        count = len(self._question.rubric)
        met = sorted({int(number[:9]) - 1 for number in numbers})
        if (line.strip() and not numbers) or any(not 0 <= index < count for index in met):
            yield Said(sentence("quiz_terminal.rubric_unreadable", count=count))
            return
        written = self.session.attempt.response
        text = written["text"] if isinstance(written, dict) else written
        yield from self._mark({"text": text, "met": list(met)})

    def _obey(self, command: Command) -> Iterator[Event]:
        match command.action:
            case "quit":
                return self.leave()
            case "hint":
                return self._hint()
            case "skip":
                return self._advance()
            case "back":
                return self._back()
            case "go":
                return self._go(command.number)
            case "answer":
                return self._give_up()
            case "list":
                return iter([Listed(self.session)])
            case "help":
                return iter([Helped()])
        return iter([Said(sentence("quiz_terminal.unknown_command"))])

    def _hint(self) -> Iterator[Event]:
        hints, attempt = self._question.hints, self.session.attempt
        if attempt.hints >= len(hints):
            name = "quiz_terminal.no_more_hints" if hints else "quiz_terminal.no_hints"
            yield Said(sentence(name))
            return
        attempt.hints += 1
        yield HintShown(self.session.item, hints[attempt.hints - 1], attempt.hints, len(hints))

    def _give_up(self) -> Iterator[Event]:
        attempt = self.session.attempt
        if self._phase == "compare":
            yield from self._compare("")
            return
        if not attempt.answered:
            attempt.response, attempt.outcome, attempt.credit = None, "wrong", 0.0
            yield GivenUp(self.session.item)
        yield from self._explain()

    def _back(self) -> Iterator[Event]:
        if self.session.position:
            yield from self._open(self.session.position - 1)
        else:
            yield Said(sentence("quiz_terminal.first_question"))

    def _go(self, number: int) -> Iterator[Event]:
        """Go to a question by its number, from 1."""
        count = len(self.session.items)
        if 1 <= number <= count:
            yield from self._open(number - 1)
        else:
            yield Said(sentence("quiz_terminal.no_such_question", count=count))

    def _advance(self) -> Iterator[Event]:
        position, following = self.session.position, self.session.next_open()
        if following is None:
            yield from self._finish()
            return
        if following == position:
            yield Said(sentence("quiz_terminal.last_open"))
        elif following < position:
            yield Said(sentence("quiz_terminal.coming_back"))
        yield from self._open(following)

    def _finish(self) -> Iterator[Event]:
        self._phase = "over"
        yield Finished(self.session)


def _is_settled(question: Question) -> bool:
    """Whether a wrong answer leaves nothing to try."""
    return question.kind == "choice" and len(question.options) == 2
