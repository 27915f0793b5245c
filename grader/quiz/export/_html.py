"""Markdown of a quiz as HTML without classes and scripts; images by a given address."""

# ruff: noqa: ARG002 - every rule takes what markdown-it gives

from __future__ import annotations

import base64
import html
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from grader.errors import CourseError
from grader.quiz.page.images import TYPES
from grader.quiz.parse.markdown import markdown
from grader.quiz.prose import Passage
from grader.words import sentence

Formula = Callable[[str, bool], str]
Image = Callable[[Path], str]


def delimited(tex: str, display: bool) -> str:
    r"""Write a formula as MathJax reads it: `\(…\)` in a line, `\[…\]` on its own."""
    start, end = (r"\[", r"\]") if display else (r"\(", r"\)")
    return html.escape(f"{start}{tex.strip()}{end}", quote=False)


def read_image(file: Path) -> bytes:
    """Read an image.

    Raises:
        CourseError: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise CourseError(sentence("quiz_page.image_unusable", file=file, error=error)) from error


def as_data(file: Path) -> str:
    """Write an image as an address that holds it.

    Raises:
        CourseError: it cannot be read.
    """
    kind = TYPES.get(file.suffix.lower(), "image/svg+xml")
    return f"data:{kind};base64,{base64.b64encode(read_image(file)).decode()}"


class PlainHtml(RendererHTML):
    """Renders passages; a method renders the tokens of its name.

    Args:
        folder: where the images are.
        formula: writes TeX, in a line or on its own.
        image: gives the address of an image file.
    """

    def __init__(self, folder: Path, formula: Formula = delimited, image: Image = as_data) -> None:
        super().__init__()
        self._folder, self._formula, self._image = folder, formula, image

    def write(self, passage: Passage) -> str:
        """Write a passage; a single paragraph without its tags."""
        written = self.render(list(passage.blocks), markdown().options, {}).strip()
        inner = written.removeprefix("<p>").removesuffix("</p>")
        return written if "<p>" in inner or len(inner) + 7 != len(written) else inner

    def math_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$…$`."""
        return self._formula(tokens[idx].content, False)

    def math_inline_double(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$$…$$` within a line."""
        return self._formula(tokens[idx].content, True)

    def math_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$$…$$` on lines of its own."""
        return f"<p>{self._formula(tokens[idx].content, True)}</p>\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render a fenced block of code."""
        return f"<pre><code>{html.escape(tokens[idx].content)}</code></pre>\n"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render an image from beside the quiz."""
        address = self._image(self._folder / str(tokens[idx].attrs["src"]))
        described = html.escape(tokens[idx].content)
        return f'<img src="{html.escape(address)}" alt="{described}">'
