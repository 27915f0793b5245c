"""What happens in a session, for whoever shows it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from grader.quiz.answer import Graded, Json
from grader.quiz.prose import Prose
from grader.quiz.terminal.session import Item, Session
from grader.words import Sentence

Prompt = Literal["answer", "blank", "again", "next", "essay", "essay_more", "rubric", "quiz"]


class Opened(NamedTuple):
    """A question is shown, for the first time or again."""

    session: Session
    item: Item


class Marked(NamedTuple):
    """A response got its mark; only the first one `counts`."""

    item: Item
    response: Json
    graded: Graded
    counts: bool


class GivenUp(NamedTuple):
    """Somebody asked for the answer of a question that was still open."""

    item: Item


class Explained(NamedTuple):
    """Key and explanation are shown; the key only where it is still unknown."""

    item: Item
    with_key: bool


class Compared(NamedTuple):
    """A model answer is shown next to a rubric."""

    item: Item


class HintShown(NamedTuple):
    """One more hint."""

    item: Item
    prose: Prose
    number: int
    total: int


class Said(NamedTuple):
    """A remark."""

    said: Sentence


class Listed(NamedTuple):
    """All questions with how they stand."""

    session: Session


class Helped(NamedTuple):
    """The commands."""


class Paused(NamedTuple):
    """The learner leaves before the end."""

    session: Session


class Finished(NamedTuple):
    """Every question has a mark."""

    session: Session


Event: TypeAlias = (
    Opened
    | Marked
    | GivenUp
    | Explained
    | Compared
    | HintShown
    | Said
    | Listed
    | Helped
    | Paused
    | Finished
)
