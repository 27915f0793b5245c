"""Words: synonyms in both languages, folded, never guessed at. A response is text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    Graded,
    Json,
    Unreadable,
    mark,
    unreadable,
)
from grader.quiz.folding import fold_text, written
from grader.quiz.kinds._reading import allow_settings, alternatives, for_reader, no_options
from grader.words import Language, sentence

_WITH_OTHER_NAME = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]\s*")


@dataclass(frozen=True)
class Words(Answer):
    """Right words as the author wrote them, in any language."""

    kind = "text"
    synonyms: tuple[str, ...]

    def grade(self, response: object) -> Graded:
        """Mark typed words; `忘却ゲート（forget gate）` is right when both names are."""
        try:
            text = written(response)
            if not fold_text(text):
                return unreadable(sentence("quiz_answers.empty"))
        except Unreadable as problem:
            return unreadable(problem.said)
        right = set(self._folded)
        both = _WITH_OTHER_NAME.fullmatch(text)
        names = [text] if both is None else [both[1], both[2]]
        return mark(fold_text(text) in right or all(fold_text(name) in right for name in names))

    @property
    def _folded(self) -> tuple[str, ...]:
        return tuple(fold_text(synonym) for synonym in self.synonyms)

    def describe(self, language: Language) -> str:
        """The first synonym in that language, or the first of all."""
        return for_reader(self.synonyms, language)

    def right_responses(self) -> Sequence[Json]:
        """All synonyms."""
        return self.synonyms

    def data(self) -> dict[str, Json]:
        """The synonyms, folded."""
        return {"kind": self.kind, "folded": list(self._folded)}


def read(block: AnswerBlock, asked: Asked) -> Words:
    """Read synonyms with ` | ` between.

    Raises:
        FormatError: there are none.
    """
    allow_settings(block)
    no_options(block, asked.options)
    return Words(tuple(part for _, part in alternatives(block)))
