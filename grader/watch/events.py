"""What can happen while somebody watches, and what is to be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from grader.model import Result
from grader.report import RelatedQuestion
from grader.words import Sentence


class Hint(NamedTuple):
    """One hint of an exercise, counted from 1."""

    number: int
    total: int
    text: str


@dataclass(frozen=True)
class Key:
    """A key was pressed: a letter, or a name such as `down` or `enter`."""

    name: str


@dataclass(frozen=True)
class Saved:
    """Answers have another text than before, those in `gone` no file any more.

    `since` is when that was first seen, by the monotonic clock.
    """

    ids: tuple[str, ...]
    gone: frozenset[str] = frozenset()
    since: float = 0.0


@dataclass(frozen=True)
class Judged:
    """What is known about the answer that is being checked; `final` if no more is to come.

    `seconds` have passed since the answer was saved, or since somebody asked. `related` is the
    question of a confirmation test to look at now.
    """

    result: Result
    final: bool
    seconds: float
    related: RelatedQuestion | None = None


@dataclass(frozen=True)
class Scanned:
    """The cases of an answer were graded in the background, for the overview."""

    result: Result


@dataclass(frozen=True)
class Surveyed:
    """All answers that were to be graded in the background are."""


@dataclass(frozen=True)
class Trained:
    """So many updates of the training runs under way are made."""

    done: int
    total: int


@dataclass(frozen=True)
class Broken:
    """An exercise cannot be checked, for a reason that is not the learner's."""

    said: Sentence


@dataclass(frozen=True)
class Delayed:
    """A check takes long enough for somebody to wonder."""


@dataclass(frozen=True)
class Hinted:
    """A hint was taken."""

    hint: Hint


@dataclass(frozen=True)
class Asked:
    """Something has to be confirmed before the answer is emptied."""

    question: Sentence


@dataclass(frozen=True)
class Noted:
    """There is something to say that matters only now.

    `of_save` if it is about a save that is still to be noticed.
    """

    said: Sentence
    of_save: bool = False


Event: TypeAlias = (
    Key | Saved | Judged | Scanned | Surveyed | Trained | Broken | Delayed | Hinted | Asked | Noted
)


@dataclass(frozen=True)
class Check:
    """Check an answer; `afresh` after reading the exercise itself once more."""

    id: str
    afresh: bool = False


@dataclass(frozen=True)
class Scan:
    """Grade the cases of these answers in the background."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class TakeHint:
    """Take the next hint of an exercise."""

    id: str


@dataclass(frozen=True)
class AskToEmpty:
    """Find out what emptying an answer would take."""

    id: str


@dataclass(frozen=True)
class Empty:
    """Put the empty exercise in the place of an answer."""

    id: str


@dataclass(frozen=True)
class StopChecking:
    """Break off the check under way."""


@dataclass(frozen=True)
class Quit:
    """End watching."""


Command: TypeAlias = Check | Scan | TakeHint | AskToEmpty | Empty | StopChecking | Quit
