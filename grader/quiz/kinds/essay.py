"""Free text with a rubric. A response is text, or an object with `text` and `met`.

`met` lists the indices of the rubric's items that the learner finds in the own text.
"""

from __future__ import annotations

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
    unreadable,
)
from grader.quiz.folding import written
from grader.quiz.kinds._reading import allow_settings, needed_lines, no_options
from grader.words import Language, sentence

MAX_ESSAY = 5000


@dataclass(frozen=True)
class Essay(Answer):
    """The points of the rubric's items and the most characters there may be.

    The model answer is prose, in each language: it stands at the head of the explanation.
    """

    kind = "essay"
    rubric: tuple[float, ...]
    limit: int = MAX_ESSAY

    def grade(self, response: object) -> Graded:
        """Take an essay; it stays open, with credit for the items said to be met."""
        given: Mapping[str, object] = response if isinstance(response, Mapping) else {}
        text, met = (given.get("text"), given.get("met", [])) if given else (response, [])
        try:
            written(text, self.limit)
        except Unreadable as problem:
            return unreadable(problem.said)
        credit = self.credit(met)
        if credit is None:
            return unreadable(sentence("quiz_answers.no_such_option"))
        return Graded("open", sentence("quiz_answers.essay_open"), credit=credit)

    def credit(self, met: object) -> float | None:
        """The share of the points for items of the rubric, by index; None for unknown ones."""
        if not isinstance(met, (list, tuple)):
            return None
        if not all(type(item) is int and 0 <= item < len(self.rubric) for item in met):
            return None
        points: float = sum(self.rubric[item] for item in set(met))
        return points / sum(self.rubric)

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the model answer is prose
        """Nothing: there are many right texts."""
        return ""

    def right_responses(self) -> Sequence[Json]:
        """None: nothing can be checked."""
        return ()

    def data(self) -> dict[str, Json]:
        """The rubric's points, and the limit."""
        return {"kind": self.kind, "rubric": list(self.rubric), "limit": self.limit}


def read(block: AnswerBlock, asked: Asked) -> Essay:
    """Read the settings; the block holds the model answer.

    Raises:
        FormatError: there is no rubric, or `max` is no number.
    """
    allow_settings(block, "max")
    no_options(block, asked.options)
    needed_lines(block)
    if not block.rubric or not all(points > 0 for points in block.rubric):
        raise FormatError(block.place, sentence("quiz_format.rubric_missing"))
    limit = block.settings.get("max", str(MAX_ESSAY))
    if not limit.isdecimal() or not 0 < int(limit) <= MAX_ESSAY:
        raise FormatError(block.place, sentence("quiz_format.limit_unreadable", limit=limit))
    return Essay(block.rubric, int(limit))
