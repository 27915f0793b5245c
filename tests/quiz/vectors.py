"""The vector file: answers in hundreds of spellings, with what grading says about each.

`tests/quiz/vectors.json` holds the Python side and the page's script to the same marks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from grader.quiz.answer import Answer, AnswerBlock, Asked
from grader.quiz.kinds import read_answer
from grader.quiz.prose import Place

FILE = Path(__file__).parent / "vectors.json"
OUTCOMES = ("right", "wrong", "unreadable", "open")


class Vector(NamedTuple):
    """One response to one key, and its mark."""

    name: str
    answer: Answer
    response: object
    outcome: str


def answer_from(
    kind: str,
    *lines: str,
    settings: dict[str, str] | None = None,
    asked: Asked = Asked(),  # noqa: B008 - immutable
    rubric: tuple[float, ...] = (),
) -> Answer:
    """The key that an answer block with these lines makes."""
    place = Place("quiz.md", 1)
    placed = tuple((place, line) for line in lines)
    return read_answer(AnswerBlock(place, kind, settings or {}, placed, rubric), asked)


def load_vectors() -> Iterator[Vector]:
    """Read the file."""
    entries: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    for entry in entries:
        asked = {**entry.get("asked", {})}
        asked["blanks"] = tuple(asked.get("blanks", ()))
        answer = answer_from(
            entry["kind"],
            *entry["lines"],
            settings=entry.get("settings"),
            asked=Asked(**asked),
            rubric=tuple(entry.get("rubric", ())),
        )
        for outcome in OUTCOMES:
            for response in entry.get(outcome, ()):
                yield Vector(entry["name"], answer, response, outcome)
