"""What somebody who watches has before them, and how it changes. No terminal, no files."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from grader.model import Result
from grader.report import RelatedQuestion
from grader.watch.events import Check, Command, Hint, StopChecking
from grader.words import Sentence

View = Literal["exercise", "list", "question"]
Work = Literal["idle", "checking", "waiting", "explaining", "training"]
# Farther down than any page reaches; whoever draws it knows how far that is.
END = 1 << 30


@dataclass(frozen=True)
class Entry:
    """One exercise that is watched, with its titles and its task in the reader's language."""

    id: str
    title: str
    file: str
    section_title: str
    task: str = ""

    @property
    def name(self) -> str:
        """The name of the function or class."""
        return self.id.rpartition("/")[2]

    @property
    def section(self) -> str:
        """The id of its section."""
        return self.id.rpartition("/")[0]


@dataclass(frozen=True)
class State:
    """Everything that decides what is on the screen.

    Attributes:
        entries: the exercises, in the order of the course.
        current: the place of the one that is worked on.
        placed: whether somebody or something has decided on that one.
        results: the newest result of each exercise that was graded, by id.
        related: by exercise id, the question to look at after it went wrong.
        settled: ids of those with nothing more to be found out until they are saved again.
        work: what is being done for the current exercise; `waiting` is checking that takes long.
        training: updates made, and to be made, of its training runs.
        broken: why the current exercise cannot be checked.
        seconds: how long the last check took.
        cursor: the place in the list.
        scroll: how many lines of the page lie above the screen.
        hints: those taken since the current exercise was opened.
        question: what is to be confirmed.
        note: what there is to say until the next key or save.
        note_stays: whether it outlives the next save, because it is about that one.
    """

    entries: tuple[Entry, ...]
    current: int = 0
    placed: bool = False
    view: View = "exercise"
    results: Mapping[str, Result] = field(default_factory=dict)
    related: Mapping[str, RelatedQuestion] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    work: Work = "idle"
    training: tuple[int, int] | None = None
    broken: Sentence | None = None
    seconds: float | None = None
    cursor: int = 0
    scroll: int = 0
    hints: tuple[Hint, ...] = ()
    question: Sentence | None = None
    note: Sentence | None = None
    note_stays: bool = False

    @property
    def entry(self) -> Entry:
        """The exercise that is worked on."""
        return self.entries[self.current]

    @property
    def result(self) -> Result | None:
        """What is known about its answer."""
        return self.results.get(self.entry.id)

    def passed(self, entry: Entry) -> bool:
        """Whether the answer to an exercise passes, as far as is known."""
        result = self.results.get(entry.id)
        return result is not None and result.status == "passed"

    def place_of(self, exercise_id: str) -> int:
        """Where an exercise stands among the entries."""
        return next(place for place, one in enumerate(self.entries) if one.id == exercise_id)

    def first_to_do(self) -> int:
        """The first exercise that is not passed, else the first of all."""
        places = (place for place, one in enumerate(self.entries) if not self.passed(one))
        return next(places, 0)

    def to_go_to(self) -> int | None:
        """The next exercise that is not passed, from the first again after the last."""
        count = len(self.entries)
        places = ((self.current + step) % count for step in range(1, count))
        return next((place for place in places if not self.passed(self.entries[place])), None)

    def opened(self, place: int) -> Step:
        """Turn to an exercise, and check it unless everything about it is known."""
        exercise_id = self.entries[place].id
        known = exercise_id in self.settled
        turned = replace(
            self,
            current=place,
            placed=True,
            view="exercise",
            work="idle" if known else "checking",
            training=None,
            broken=None,
            seconds=None,
            cursor=place,
            scroll=0,
            hints=self.hints if place == self.current else (),
            question=None,
        )
        return turned, (StopChecking() if known else Check(exercise_id),)

    def with_result(self, result: Result) -> State:
        """Put a result in the place of what was known before."""
        return replace(self, results={**self.results, result.id: result})

    def without_related(self, exercise_ids: Container[str]) -> State:
        """Forget the questions to look at: their answers are not what they were."""
        related = {one: said for one, said in self.related.items() if one not in exercise_ids}
        return replace(self, related=related)


Step: TypeAlias = tuple[State, tuple[Command, ...]]
