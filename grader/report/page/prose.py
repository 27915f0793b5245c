"""Prose for a page that holds both languages: the reader's choice hides one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from grader.layout import printable
from grader.words import LANGUAGES, Language, Sentence, Spoken, Text, speak

MAX_MESSAGE = 4_000
_CODE = re.compile(r"`([^`\n]+)`")


class Prose:
    """Writes prose in both languages, as far as a report has it in both.

    Args:
        language: of the report.
        translations: what the report's prose is in the other language.
    """

    def __init__(self, language: Language, translations: Mapping[str, str]) -> None:
        self._language = language
        self._translations = translations

    def say(self, said: Sentence | Text) -> Markup:
        """Write a sentence of ours."""
        return self.both(speak(said, self._language).text)

    def message(self, message: str) -> Markup:
        """Write prose that came with the report."""
        return self.both(self.spoken(message).text)

    def spoken(self, message: str) -> Spoken:
        """Prose that came with the report, as a value for another sentence."""
        other = self._translations.get(message, message)
        texts = {self._language: message}
        return Spoken(message, Text(*(texts.get(language, other) for language in LANGUAGES)))

    def both(self, text: Text) -> Markup:
        """Write a text once for each language, or once for all where they do not differ."""
        written = [_inline(prose) for prose in text]
        if len(set(written)) == 1:
            return written[0]
        return Markup("").join(
            Markup('<span lang="{}">{}</span>').format(language, prose)
            for language, prose in zip(LANGUAGES, written, strict=True)
        )


def plain(text: str) -> str:
    """Replace characters that nobody sees or that turn text around, each by one; tabs stay."""
    lines = (line if line.isprintable() else _plain(line) for line in text.split("\n"))
    return "\n".join(lines)


def _plain(line: str) -> str:
    return "".join(one if one == "\t" else printable(one) for one in line)


def _inline(text: str) -> Markup:
    """Escape a text; what stands between backticks is code."""
    escaped = str(escape(printable(text[:MAX_MESSAGE])))
    return Markup(_CODE.sub(r"<code>\1</code>", escaped))
