"""Several right options. A response is a list of indices from 0, or of letters as in the file."""

from __future__ import annotations

import re
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
    unreadable,
)
from grader.quiz.kinds._reading import allow_settings, chosen_index, single_line
from grader.words import Language, sentence


@dataclass(frozen=True)
class Multi(Answer):
    """The indices of the right options among `count`, in ascending order."""

    kind = "multi"
    right: tuple[int, ...]
    count: int

    def grade(self, response: object) -> Graded:
        """Mark a list of options; each wrong one takes back the credit of a right one."""
        try:
            chosen = _chosen(response, self.count)
        except Unreadable as problem:
            return unreadable(problem.said)
        hits = len(chosen & set(self.right))
        share = max(0.0, (2 * hits - len(chosen)) / len(self.right))
        parts = {
            string.ascii_uppercase[index]: (index in chosen) == (index in self.right)
            for index in range(self.count)
        }
        correct = chosen == set(self.right)
        return Graded("right" if correct else "wrong", credit=share, parts=parts)

    def chosen(self, response: object) -> frozenset[int]:
        """The options that are chosen."""
        try:
            return frozenset(_chosen(response, self.count))
        except Unreadable:
            return frozenset()

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """The letters of the right options."""
        return ", ".join(string.ascii_uppercase[index] for index in self.right)

    def right_responses(self) -> Sequence[Json]:
        """The indices of the right options."""
        return (list(self.right),)

    def data(self) -> dict[str, Json]:
        """The indices, and the number of options."""
        return {"kind": self.kind, "right": list(self.right), "count": self.count}


def _chosen(response: object, count: int) -> set[int]:
    if isinstance(response, str):
        response = [part for part in re.split(r"[\s,、，・]+", response[:200]) if part]
    if isinstance(response, int) and not isinstance(response, bool):
        response = [response]
    if not response:
        raise Unreadable(sentence("quiz_answers.nothing_chosen"))
    if not isinstance(response, (list, tuple)):
        raise Unreadable(sentence("quiz_answers.no_such_option"))
    return {chosen_index(item, count) for item in response}


def read(block: AnswerBlock, asked: Asked) -> Multi:
    """Read letters such as `A, C`.

    Raises:
        FormatError: there are fewer than two options, or a letter names none of them.
    """
    allow_settings(block)
    if asked.options < 2:
        raise FormatError(block.place, sentence("quiz_format.too_few_options"))
    place, line = single_line(block)
    try:
        return Multi(tuple(sorted(_chosen(line, asked.options))), asked.options)
    except Unreadable as problem:
        said = sentence("quiz_format.letter_unknown", letter=line)
        raise FormatError(place, said) from problem
