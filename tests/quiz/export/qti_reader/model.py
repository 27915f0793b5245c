"""What the reader hands back, and the one error it raises."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field

Response = int | str | Set[int] | Mapping[int, str] | None


class ImportRefused(Exception):  # noqa: N818 - what the importer does
    """The importer would drop, misread, warn about or refuse something in the package."""


@dataclass(frozen=True)
class Given:
    """What a response earns in Canvas Classic Quizzes once the package is imported.

    ``fraction`` is the part of the points possible by Canvas' own marking
    (canvas-lms, app/models/quizzes/quiz_question/*.rb and user_answer.rb), which differs from
    the file's ``resprocessing`` in two places:

    * multiple answers: the file says all or nothing (100 only for exactly the right set);
      Canvas gives (right ticks - wrong ticks) / number of right answers, never below 0;
    * matching: the file adds a rounded share a pair (33.33 + 33.33 + 33.33); Canvas gives
      right pairs / pairs, so all pairs right is exactly 1.

    ``feedback`` is the HTML of the answer comments Canvas shows for this response. General,
    correct and incorrect comments are not in it: they are fields of the item.
    ``needs_marking`` is true where a person marks (essay).
    """

    fraction: float
    feedback: tuple[str, ...]
    needs_marking: bool = False


Marker = Callable[[Response], Given]


@dataclass
class QuizItem:
    """One question as Canvas holds it after import.

    ``text``, ``options`` and the three comments are HTML (plain text in the file is escaped).
    ``options`` are the choices, or the left sides of a matching question, in file order.
    ``partners`` are the right sides to choose from: plain text, because Canvas puts them in a
    drop-down list. ``ignored`` says what Canvas drops without a word.
    """

    kind: str
    ident: str
    title: str
    text: str
    points: float
    options: tuple[str, ...]
    partners: tuple[str, ...]
    general_feedback: str
    correct_feedback: str
    incorrect_feedback: str
    ignored: tuple[str, ...]
    marker: Marker = field(repr=False, compare=False)

    def mark(self, response: Response) -> Given:
        """Mark a response as Canvas does (see ``Given``).

        Choice and true/false: the index of the choice; multiple answers: a set of indices;
        numerical and short answer: the text as typed; matching: left index -> partner text;
        essay and text only: anything. ``None`` is a question left blank.
        """
        return self.marker(response)


@dataclass(frozen=True)
class Group:
    """A question group: Canvas asks ``pick`` of ``items``, each for ``points``."""

    ident: str
    title: str
    pick: int
    points: float
    items: tuple[str, ...]


@dataclass
class Assessment:
    """One quiz. ``items`` holds the questions of groups too; ``groups`` says which those are."""

    ident: str
    title: str
    description: str
    settings: dict[str, str]
    items: tuple[QuizItem, ...]
    groups: tuple[Group, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass
class Bank:
    """One question bank (an ``objectbank`` document)."""

    ident: str
    title: str
    items: tuple[QuizItem, ...]


@dataclass
class Package:
    """A whole package: its quizzes and banks, and what Canvas ignores in the archive."""

    quizzes: tuple[Assessment, ...]
    banks: tuple[Bank, ...] = ()
    ignored: tuple[str, ...] = ()
