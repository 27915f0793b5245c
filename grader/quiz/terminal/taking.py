"""A session from its first question to its last, and what is kept of it on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from grader.progress import Notebook
from grader.quiz.terminal.events import Event, GivenUp, Marked
from grader.quiz.terminal.machine import Machine, Marker
from grader.quiz.terminal.pages import (
    forget_session,
    is_kept,
    keep_session,
    note_review,
    note_scores,
)
from grader.quiz.terminal.screens import Look, Screens
from grader.quiz.terminal.session import Session
from grader.words import Language, Sentence


class Reader(Protocol):
    """Whoever the questions are asked; `Console` is one."""

    @property
    def look(self) -> Look:
        """What can be shown at this moment."""

    def write(self, lines: Sequence[str]) -> None:
        """Show lines."""

    def ask(self, prompt: str) -> str:
        """Have a line typed."""


class Taking:
    """Asks the questions of a session.

    Args:
        session: new, or one to go on with.
        name: what it is kept under.
        reader: who is asked.
        language: of the reader.
        notebook: keeps every step at once, so that nothing is lost however the session ends.
        today: the day of the reviews.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        *,
        reader: Reader,
        language: Language,
        notebook: Notebook,
        today: date,
    ) -> None:
        self._session, self._name = session, name
        self._reader, self._language = reader, language
        self._notebook, self._today = notebook, today
        self._complete = False

    def run(self, marker: Marker, remarks: Sequence[Sentence]) -> None:
        """Ask until the last question has an answer or the learner leaves.

        Args:
            marker: marks a response.
            remarks: what is said in front.

        Raises:
            KeyboardInterrupt: the learner left by Ctrl-C; everything is kept.
        """
        machine = Machine(self._session, marker)
        self._reader.write(self._screens.head(self._session, remarks))
        self._show(machine.begin())
        try:
            while not machine.over:
                self._step(machine)
        except KeyboardInterrupt:
            self._reader.write([""])
            self._show(machine.leave())
            raise

    @property
    def _screens(self) -> Screens:
        return Screens(self._language, self._reader.look, kept=is_kept(self._notebook))

    def _step(self, machine: Machine) -> None:
        prompt = self._screens.prompt(machine.prompt, machine.blank)
        self._reader.write([""] if machine.prompt != "essay_more" else [])
        try:
            line = self._reader.ask(prompt)
        except EOFError:
            self._reader.write([""])
            self._show(machine.leave())
            return
        self._show(machine.feed(line))

    def _show(self, events: Iterable[Event]) -> None:
        for event in events:
            self._note(event)
            self._reader.write(self._screens.show(event))
        self._keep()

    def _note(self, event: Event) -> None:
        if isinstance(event, GivenUp) or (isinstance(event, Marked) and event.counts):
            right = self._session.attempt_at(event.item).right
            note_review(self._notebook, event.item, right, self._today)

    def _keep(self) -> None:
        if self._session.next_open() is not None:
            keep_session(self._notebook, self._name, self._session)
        elif not self._complete:
            self._complete = True
            note_scores(self._notebook, self._session, self._today)
            forget_session(self._notebook, self._name)
