"""The text of a task as HTML: Markdown with formulas, which become MathML."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup, escape
from math_core import LatexError, LatexToMathML
from mdit_py_plugins.dollarmath import dollarmath_plugin

# The headings of a task stand below that of its exercise.
HEADING_OFFSET = 2


class TaskWriter:
    """Writes tasks; what it is made of is set up once for all of them."""

    def __init__(self) -> None:
        self._maths = LatexToMathML()
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        # A report loads nothing, so it can show no pictures.
        markdown.disable("image")
        markdown.use(dollarmath_plugin, renderer=self._formula)
        markdown.core.ruler.push("report", _adapt)
        self._markdown = markdown

    def write(self, task: str) -> Markup:
        """Write a task."""
        return Markup(self._markdown.render(task))

    def _formula(self, tex: str, options: dict[str, Any]) -> str:
        try:
            return self._maths.convert_with_local_state(
                tex.strip(), displaystyle=bool(options["display_mode"])
            )
        except LatexError:
            return f"<code>{escape(tex)}</code>"


def _adapt(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + HEADING_OFFSET)}"
        if token.children:
            _join_japanese(token.children)


def _join_japanese(parts: list[Token]) -> None:
    """Join lines that end and begin in the middle of Japanese text, where a space would show."""
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        if part.type == "softbreak" and _wide(before.content[-1:]) and _wide(after.content[:1]):
            part.type = "text"


def _wide(character: str) -> bool:
    return character > "\u2e7f"
