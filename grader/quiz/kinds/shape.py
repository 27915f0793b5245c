"""The shape of an array or a feature map: `7x7`, `７×７`, `(7, 7)`. A response is text."""

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
from grader.quiz.folding import fold_formula, written
from grader.quiz.kinds._reading import allow_settings, alternatives, no_options, unclear
from grader.words import Language, sentence

Shape = tuple[str, ...]
_BRACKETS = ("()", "[]")
_SIZE = re.compile(r"\d{1,12}|[a-z](?:_?\d)?", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:[*x,、]|by)\s*|\s+")


@dataclass(frozen=True)
class ShapeAnswer(Answer):
    """Right shapes; a size is a number without leading zeros, or a letter such as `n`."""

    kind = "shape"
    shapes: tuple[Shape, ...]

    def grade(self, response: object) -> Graded:
        """Mark a typed shape."""
        try:
            shape = read_shape(response, letters=self._letters)
        except Unreadable as problem:
            return unreadable(problem.said)
        return mark(shape in self.shapes, read_as="×".join(shape))

    @property
    def _letters(self) -> bool:
        return any(not size.isdigit() for shape in self.shapes for size in shape)

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """The first right shape, such as `7×7`."""
        return "×".join(self.shapes[0])

    def right_responses(self) -> Sequence[Json]:
        """Each right shape, with commas between."""
        return tuple(f"({', '.join(shape)})" for shape in self.shapes)

    def data(self) -> dict[str, Json]:
        """The right shapes, and whether letters may stand for sizes."""
        return {
            "kind": self.kind,
            "shapes": [list(shape) for shape in self.shapes],
            "letters": self._letters,
        }


def read_shape(response: object, *, letters: bool) -> Shape:
    """Read a shape that somebody typed.

    Raises:
        Unreadable: it is empty, or no shape.
    """
    text = fold_formula(written(response, 100)).lower().rstrip("。")
    if text[:1] + text[-1:] in _BRACKETS:
        text = text[1:-1].strip()
    sizes = _BETWEEN.sub(",", text.removesuffix(",")).split(",")
    if not all(_SIZE.fullmatch(size) and (letters or size.isdigit()) for size in sizes):
        raise Unreadable(sentence("quiz_answers.shape_unreadable"))
    return tuple((size.lstrip("0") or "0") if size.isdigit() else size for size in sizes)


def read(block: AnswerBlock, asked: Asked) -> ShapeAnswer:
    """Read shapes such as `7x7` or `(N, 10)`.

    Raises:
        FormatError: a line is no shape.
    """
    allow_settings(block)
    no_options(block, asked.options)
    shapes = []
    for place, part in alternatives(block):
        try:
            shapes.append(read_shape(part, letters=True))
        except Unreadable as problem:
            raise unclear(place, part, problem) from problem
    return ShapeAnswer(tuple(shapes))
