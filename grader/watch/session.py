"""The loop: keys, saved files and verdicts come in, and every change is drawn."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from grader.course.exercise import Exercise
from grader.errors import GraderError
from grader.report.drawing.result import ResultPen
from grader.watch.answers import Answers
from grader.watch.background import Background, start
from grader.watch.checking import Checker
from grader.watch.events import (
    AskToEmpty,
    Broken,
    Check,
    Command,
    Delayed,
    Empty,
    Event,
    Judged,
    Key,
    Quit,
    Saved,
    Scan,
    StopChecking,
    TakeHint,
)
from grader.watch.hands import Hands
from grader.watch.keys import Keyboard
from grader.watch.notices import Notices
from grader.watch.screen import compose
from grader.watch.state import State
from grader.watch.terminal import Terminal
from grader.watch.update import begin, update

# How often to look at files, in seconds: while somebody listens for changes, and while nobody does;
# and how often at one that has just changed.
WITH_NOTICES, WITHOUT_NOTICES, RESTLESS = 1.0, 0.1, 0.003
# What takes no longer than this need not be announced.
DELAY = 0.2
ESCAPE_ALONE = 0.05


@dataclass(frozen=True)
class Surroundings:
    """What a session works with.

    Attributes:
        exercises: by id, in the order of the course.
        notices: where news of changes come from; None to look at the files only.
        pen: makes what to write with for so many columns.
    """

    terminal: Terminal
    exercises: Mapping[str, Exercise]
    answers: Answers
    notices: Notices | None
    checker: Checker
    hands: Hands
    pen: Callable[[int], ResultPen]


class Session:
    """Somebody at work on exercises; to be closed, which breaks checks off."""

    def __init__(self, surroundings: Surroundings, state: State) -> None:
        self._with = surroundings
        self._state = state
        self._drawn: State | None = None
        self._keyboard = Keyboard()
        self._check: Background | None = None
        self._scan: Background | None = None
        self._since = 0.0
        self._look_at = 0.0
        self._ended = False

    def run(self) -> State:
        """Watch until somebody has enough, and give the last state.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            Terminated: a signal.
        """
        self._draw()
        self._since = time.monotonic()
        remark = self._with.checker.get_ready()
        self._take(begin(replace(self._state, note=remark)))
        while not self._ended:
            self._draw()
            for event in self._next_events():
                if isinstance(event, Key | Saved):
                    self._since = event.since if isinstance(event, Saved) else time.monotonic()
                self._take(update(self._state, event))
        return self._state

    def close(self) -> None:
        """Break off what is under way; safe to call again."""
        for one in (self._check, self._scan):
            if one is not None:
                one.close()

    def _draw(self) -> None:
        terminal = self._with.terminal
        if self._state is self._drawn and not terminal.spoilt:
            return
        columns, rows = terminal.size
        frame = compose(self._state, self._with.pen(columns), rows)
        self._state = self._drawn = replace(self._state, scroll=frame.scroll)
        terminal.draw(frame.lines)

    def _take(self, step: tuple[State, Iterable[Command]]) -> None:
        self._state, commands = step
        for command in commands:
            for event in self._carry_out(command):
                self._take(update(self._state, event))

    def _carry_out(self, command: Command) -> list[Event]:
        hands = self._with.hands
        match command:
            case Check():
                return self._start_check(command)
            case Scan():
                return self._start_scan(command.ids)
            case StopChecking():
                self._stop_check()
            case TakeHint():
                return hands.take_hint(command.id)
            case AskToEmpty():
                return [hands.ask_to_empty(command.id)]
            case Empty():
                return [hands.empty(command.id)]
            case Quit():
                self._ended = True
        return []

    def _start_check(self, command: Check) -> list[Event]:
        self._stop_check()
        exercise = self._with.exercises[command.id]
        if command.afresh:
            self._with.checker.forget(exercise)
        answer = self._with.answers.answer(command.id)
        try:
            self._check = start(self._with.checker.check(exercise, answer, self._since))
        except GraderError as error:
            return [Broken(error.sentence)]
        return []

    def _stop_check(self) -> None:
        if self._check is not None:
            self._check.close()
        self._check = None

    def _start_scan(self, ids: tuple[str, ...]) -> list[Event]:
        if self._scan is not None and not self._scan.done:
            # What the last scan has not come to is graded together with these.
            self._scan.close()
            ids = tuple(self._with.exercises)
        exercises = [self._with.exercises[one] for one in ids]
        self._scan = start(self._with.checker.scan(exercises), patient=True)
        return []

    def _next_events(self) -> list[Event]:
        """Wait until something has happened."""
        readable = self._wait()
        terminal, notices = self._with.terminal, self._with.notices
        terminal.attend_to_signals()
        events = self._typed(terminal.descriptors[0] in readable)
        heard = notices is not None and notices.descriptor in readable
        if notices is not None and heard:
            notices.take()
        events += self._looked(heard)
        for one in (self._check, self._scan):
            if one is not None and not one.done:
                events += [self._told(event) for event in one.receive()]
        if self._state.work == "checking" and self._waited() > DELAY:
            events.append(Delayed())
        return events

    def _wait(self) -> list[int]:
        now = time.monotonic()
        descriptors = [*self._with.terminal.descriptors]
        descriptors += [one.descriptor for one in self._sources() if one.descriptor is not None]
        until = [self._look_at - now]
        if self._keyboard.waiting:
            until.append(ESCAPE_ALONE)
        if self._state.work == "checking":
            until.append(DELAY - self._waited())
        return select.select(descriptors, [], [], max(0.0, min(until)))[0]

    def _sources(self) -> list[Background | Notices]:
        sources = (self._with.notices, self._check, self._scan)
        return [source for source in sources if source is not None]

    def _waited(self) -> float:
        return time.monotonic() - self._since

    def _typed(self, ready: bool) -> list[Event]:
        if not ready:
            return [Key(name) for name in self._keyboard.flush()]
        data = self._with.terminal.read()
        if data is None:
            # Nobody is there any more.
            self._ended = True
            return []
        return [Key(name) for name in self._keyboard.feed(data)]

    def _looked(self, heard: bool) -> list[Event]:
        now = time.monotonic()
        if not heard and now < self._look_at:
            return []
        answers, notices = self._with.answers, self._with.notices
        listening = notices is not None and notices.listening
        was_restless = answers.restless
        saved = (
            answers.look_at_all(now, told=heard)
            if listening
            else answers.look_around(self._state.entry.id, now)
        )
        if notices is not None and not heard and not was_restless and answers.restless:
            notices.miss()
        pause = WITH_NOTICES if listening else WITHOUT_NOTICES
        self._look_at = now + (RESTLESS if answers.restless else pause)
        return [] if saved is None else [saved]

    def _told(self, event: Event) -> Event:
        if not isinstance(event, Judged):
            return event
        hands, result = self._with.hands, event.result
        # Whoever waits for the verdict need not wait for a quiz to be read.
        related = hands.related_question(result) if event.final else None
        result = replace(result, hints_used=hands.hints_taken(result.id))
        return replace(event, result=result, related=related)
