"""One right option. A response is the option's index from 0, or its letter in the file."""

from __future__ import annotations

import string
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
from grader.quiz.kinds._reading import allow_settings, chosen_index, single_line
from grader.words import Language, sentence


@dataclass(frozen=True)
class Choice(Answer):
    """The index of the right option among `count`."""

    kind = "choice"
    right: int
    count: int

    def grade(self, response: object) -> Graded:
        """Mark the index or letter of an option."""
        try:
            return mark(chosen_index(response, self.count) == self.right)
        except Unreadable as problem:
            return unreadable(problem.said)

    def chosen(self, response: object) -> frozenset[int]:
        """The option that is chosen, if any."""
        try:
            return frozenset({chosen_index(response, self.count)})
        except Unreadable:
            return frozenset()

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """The letter of the right option."""
        return string.ascii_uppercase[self.right]

    def right_responses(self) -> Sequence[Json]:
        """The index of the right option."""
        return (self.right,)

    def data(self) -> dict[str, Json]:
        """The index, and the number of options."""
        return {"kind": self.kind, "right": self.right, "count": self.count}


def read(block: AnswerBlock, asked: Asked) -> Choice:
    """Read a letter such as `B`.

    Raises:
        FormatError: there are fewer than two options, or the letter names none of them.
    """
    allow_settings(block)
    if asked.options < 2:
        raise FormatError(block.place, sentence("quiz_format.too_few_options"))
    place, line = single_line(block)
    try:
        return Choice(chosen_index(line, asked.options), asked.options)
    except Unreadable as problem:
        said = sentence("quiz_format.letter_unknown", letter=line)
        raise FormatError(place, said) from problem
