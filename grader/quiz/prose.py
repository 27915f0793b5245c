"""Pieces of a quiz file: where they stand, and what is written there in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from grader.words import Language

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode


class Place(NamedTuple):
    """A position in a file, counted from 1; without a column, the whole line."""

    file: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class Passage:
    """A run of Markdown in one language, as the tokens of markdown-it-py.

    `blocks` are block tokens, balanced, in the order of the file: what a renderer takes. The text
    of an option is a passage whose first paragraph has lost its `[x]`.
    """

    place: Place
    blocks: tuple[Token, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)


def image_name(image: Token | SyntaxTreeNode) -> str:
    """The file that an image names, below the folder of the quiz.

    Markdown makes an address of it, in which spaces and Japanese letters are encoded.
    """
    return unquote(str(image.attrs.get("src", "")))


class Prose(NamedTuple):
    """A passage in every language of the course."""

    en: Passage
    ja: Passage

    def in_language(self, language: Language) -> Passage:
        """The passage in one language."""
        return self.ja if language == "ja" else self.en

    def __bool__(self) -> bool:
        return bool(self.en or self.ja)
