"""Pairs to find. A response is a list: for each item on the left, the index on the right."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    FormatError,
    Graded,
    Json,
    Unreadable,
    mark_parts,
    unreadable,
)
from grader.quiz.kinds._reading import allow_settings, chosen_index, needed_lines
from grader.words import Language, sentence


@dataclass(frozen=True)
class Match(Answer):
    """For each item on the left, in order, the index of its partner among `choices`."""

    kind = "match"
    partners: tuple[int, ...]
    choices: int

    def grade(self, response: object) -> Graded:
        """Mark the pairs; indices from 0, letters, or an object such as `{"1": "B"}`."""
        try:
            chosen = self._read(response)
        except Unreadable as problem:
            return unreadable(problem.said)
        return mark_parts(
            {
                str(number): choice == partner
                for number, (choice, partner) in enumerate(
                    zip(chosen, self.partners, strict=True), start=1
                )
            }
        )

    def _read(self, response: object) -> list[int]:
        if isinstance(response, Mapping):
            response = [response.get(str(number + 1)) for number in range(len(self.partners))]
        if not response:
            raise Unreadable(sentence("quiz_answers.empty"))
        if not isinstance(response, (list, tuple)) or len(response) != len(self.partners):
            raise Unreadable(sentence("quiz_answers.match_incomplete"))
        if any(choice in (None, "") for choice in response):
            raise Unreadable(sentence("quiz_answers.match_incomplete"))
        return [chosen_index(choice, self.choices) for choice in response]

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """Pairs such as `1: B, 2: A`."""
        return ", ".join(
            f"{number}: {string.ascii_uppercase[partner]}"
            for number, partner in enumerate(self.partners, start=1)
        )

    def right_responses(self) -> Sequence[Json]:
        """The key."""
        return (list(self.partners),)

    def data(self) -> dict[str, Json]:
        """The partners, and the number of choices."""
        return {"kind": self.kind, "partners": list(self.partners), "choices": self.choices}


def read(block: AnswerBlock, asked: Asked) -> Match:
    """Read lines such as `1: B`.

    Raises:
        FormatError: an item has no partner, or a letter names none of the choices.
    """
    allow_settings(block)
    if asked.options < 2 or asked.choices < 2:
        raise FormatError(block.place, sentence("quiz_format.match_needs_lists"))
    partners: dict[str, int] = {}
    for place, line in needed_lines(block):
        number, _, letter = (part.strip() for part in line.partition(":"))
        if number in partners or not _is_number(number, asked.options):
            raise FormatError(place, sentence("quiz_format.match_unreadable", line=line))
        try:
            partners[number] = chosen_index(letter, asked.choices)
        except Unreadable as problem:
            said = sentence("quiz_format.match_unreadable", line=line)
            raise FormatError(place, said) from problem
    numbers = [str(number + 1) for number in range(asked.options)]
    if sorted(partners) != sorted(numbers):
        raise FormatError(block.place, sentence("quiz_format.match_incomplete"))
    return Match(tuple(partners[number] for number in numbers), asked.choices)


def _is_number(text: str, count: int) -> bool:
    return text in [str(number + 1) for number in range(count)]
