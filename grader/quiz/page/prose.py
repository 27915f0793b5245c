"""Markdown of a quiz as HTML: maths, code and images within the page, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from grader.errors import CourseError
from grader.quiz.maths import TexError
from grader.quiz.page.html import PageHtml
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import markdown
from grader.quiz.prose import Passage, Prose
from grader.quiz.spacing import without_spaces
from grader.words import LANGUAGES, Sentence, Text, sentence, translate


class PageProse:
    """Writes prose for one page, and remembers what style its formulas need.

    Args:
        folder: where the images are.
    """

    def __init__(self, folder: Path) -> None:
        self._renderer = PageHtml(folder)

    @property
    def formula_css(self) -> str:
        """The rules of all formulas written so far."""
        rules = self._renderer.formula_rules
        return "".join(f".{name}{{{rule}}}\n" for name, rule in rules.items())

    def block(self, prose: Prose) -> Markup:
        """Write paragraphs and what else there may be."""
        return _both("div", [self._html(prose.in_language(one)) for one in LANGUAGES])

    def inline(self, prose: Prose) -> Markup:
        """Write a title, or an option that is a single line."""
        return _both("span", [self._html(prose.in_language(one)) for one in LANGUAGES])

    def _html(self, passage: Passage) -> Markup:
        tokens = without_spaces(passage.blocks)
        try:
            html = self._renderer.render(tokens, markdown().options, {})
        except TexError as error:
            said = sentence("quiz_lint.maths_unknown", reason=error.reason)
            raise CourseError(Finding(passage.place, said).sentence) from error
        return Markup(html.strip())


def say(said: Sentence | Text) -> Markup:
    """Write a sentence of ours in both languages; what stands between backticks is code."""
    if isinstance(said, Sentence):
        said = Text(*(translate(said, language) for language in LANGUAGES))
    return _both("span", [_with_code(text) for text in said])


def _with_code(text: str) -> Markup:
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return Markup("{}").format(text)
    pieces = (
        Markup("<code>{}</code>").format(part) if position % 2 else Markup("{}").format(part)
        for position, part in enumerate(parts)
    )
    return Markup("").join(pieces)


def _both(element: str, written: Sequence[Markup]) -> Markup:
    """What is written in each language, or once where that is the same."""
    if len(set(written)) == 1:
        return written[0]
    return Markup("").join(
        Markup('<{0} lang="{1}">{2}</{0}>').format(element, language, html)
        for language, html in zip(LANGUAGES, written, strict=True)
    )
