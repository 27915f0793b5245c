"""Items to put in order. A response is a list of indices from 0, or text such as `2 > 1 > 3`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    FormatError,
    Graded,
    Json,
    Unreadable,
    mark,
    unreadable,
)
from grader.quiz.folding import written
from grader.quiz.kinds._reading import allow_settings, single_line
from grader.words import Language, sentence

_BETWEEN = re.compile(r"[>→,、\s]+")


@dataclass(frozen=True)
class Order(Answer):
    """Groups of item indices, first to last; items of one group may stand in any order."""

    kind = "order"
    groups: tuple[tuple[int, ...], ...]

    @property
    def count(self) -> int:
        """How many items there are."""
        return sum(map(len, self.groups))

    def grade(self, response: object) -> Graded:
        """Mark an order of all items."""
        try:
            order = _read_order(response, self.count)
        except Unreadable as problem:
            return unreadable(problem.said)
        rank = {index: rank for rank, group in enumerate(self.groups) for index in group}
        ranks = [rank[index] for index in order]
        return mark(ranks == sorted(ranks), read_as=" > ".join(str(index + 1) for index in order))

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """Numbers of the items, such as `2 > 1 = 3`."""
        return " > ".join(" = ".join(str(index + 1) for index in group) for group in self.groups)

    def right_responses(self) -> Sequence[Json]:
        """The order of the key."""
        return ([index for group in self.groups for index in group],)

    def data(self) -> dict[str, Json]:
        """The groups."""
        return {"kind": self.kind, "groups": [list(group) for group in self.groups]}


def _read_order(response: object, count: int) -> list[int]:
    if isinstance(response, str):
        text = unicodedata.normalize("NFKC", written(response)).strip()
        parts = _BETWEEN.split(text)
        if not all(re.fullmatch(r"\d{1,3}", part, re.ASCII) for part in parts):
            raise Unreadable(sentence("quiz_answers.order_unreadable", count=count))
        response = [int(part) - 1 for part in parts]
    if not response:
        raise Unreadable(sentence("quiz_answers.empty"))
    if not isinstance(response, (list, tuple)) or not all(type(item) is int for item in response):
        raise Unreadable(sentence("quiz_answers.order_unreadable", count=count))
    if sorted(response) != list(range(count)):
        raise Unreadable(sentence("quiz_answers.order_incomplete", count=count))
    return list(response)


def read(block: AnswerBlock, asked: Asked) -> Order:
    """Read a line such as `2 > 1 = 3`: numbers of the items, `=` where the order does not matter.

    Raises:
        FormatError: it does not name every item once.
    """
    allow_settings(block)
    place, line = single_line(block)
    try:
        groups = [[int(item) - 1 for item in group.split("=")] for group in line.split(">")]
    except ValueError as error:
        raise FormatError(place, sentence("quiz_format.order_unreadable", line=line)) from error
    items = sorted(item for group in groups for item in group)
    if items != list(range(asked.options)) or asked.options < 2:
        said = sentence("quiz_format.order_incomplete", count=asked.options)
        raise FormatError(place, said)
    return Order(tuple(tuple(group) for group in groups))
