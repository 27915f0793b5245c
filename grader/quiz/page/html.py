"""Tokens of Markdown become HTML: maths, code and images within the page itself."""

# ruff: noqa: ARG002 - every rule takes what markdown-it gives

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from grader.quiz.maths import to_mathml
from grader.quiz.page.code import write_code
from grader.quiz.page.images import write_image
from grader.quiz.prose import image_name

_SCROLLING = '<div class="scroll" role="group">'


class PageHtml(RendererHTML):
    """Renders for one page; a method renders the tokens of its name.

    Args:
        folder: where the images are.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._images = 0
        self._formula_rules: dict[str, str] = {}

    @property
    def formula_rules(self) -> dict[str, str]:
        """The style that the formulas rendered so far need, by class."""
        return dict(sorted(self._formula_rules.items()))

    def math_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$…$`."""
        return self._formula(tokens[idx], display=False)

    def math_inline_double(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$$…$$` within a line."""
        return self._formula(tokens[idx], display=True)

    def math_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render `$$…$$` on lines of its own, which may be wider than the screen."""
        return f"{_SCROLLING}{self._formula(tokens[idx], display=True)}</div>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render a fenced block of code."""
        return write_code(tokens[idx].content, tokens[idx].info)

    def code_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render an indented block of code."""
        return write_code(tokens[idx].content, "")

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render an image from beside the quiz."""
        self._images += 1
        file = self._folder / image_name(tokens[idx])
        return write_image(file, tokens[idx].content, f"i{self._images}-")

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Begin a table, which may be wider than the screen."""
        return f"{_SCROLLING}<table>"

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """End a table."""
        return "</table></div>"

    def _formula(self, token: Token, *, display: bool) -> str:
        formula = to_mathml(token.content.strip(), display=display)
        self._formula_rules |= formula.rules
        return formula.mathml
