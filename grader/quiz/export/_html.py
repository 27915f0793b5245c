"""Markdown of a quiz as HTML without classes and scripts; images by a given address."""

# ruff: noqa: ARG002 - every rule takes what markdown-it gives

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from grader.errors import CourseError
from grader.quiz.export._images import as_data
from grader.quiz.maths import TexError
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import markdown
from grader.quiz.prose import Passage, image_name
from grader.quiz.spacing import without_spaces
from grader.words import sentence

Formula = Callable[[str, bool], str]
Image = Callable[[Path], str]


def delimited(tex: str, display: bool) -> str:
    r"""Write a formula as MathJax reads it: `\(…\)` in a line, `\[…\]` on its own."""
    start, end = (r"\[", r"\]") if display else (r"\(", r"\)")
    return html.escape(f"{start}{tex.strip()}{end}", quote=False)


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

    def blocks(self, passage: Passage) -> str:
        """Write a passage as paragraphs and what else there may be.

        Raises:
            CourseError: an image cannot be read, or a formula not be shown.
        """
        try:
            return self.render(without_spaces(passage.blocks), markdown().options, {}).strip()
        except TexError as error:
            said = sentence("quiz_lint.maths_unknown", reason=error.reason)
            raise CourseError(Finding(passage.place, said).sentence) from error

    def write(self, passage: Passage) -> str:
        """Write a passage; a single paragraph without its tags."""
        written = self.blocks(passage)
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
        address = self._image(self._folder / image_name(tokens[idx]))
        described = html.escape(tokens[idx].content)
        return f'<img src="{html.escape(address)}" alt="{described}">'
