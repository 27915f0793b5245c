"""Every sentence a learner reads, in English and Japanese side by side.

One file a topic. A sentence is named `topic.key`; the rooms that find something out hand on a
`Sentence` (name and values), and whoever knows the reader's language translates it. That keeps
judging free of languages, and a missing translation impossible to write: `Text` takes both.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = ("en", "ja")


class Text(NamedTuple):
    """One piece of prose in every language of the course."""

    en: str
    ja: str

    def in_language(self, language: Language) -> str:
        """The prose in one language."""
        return self.ja if language == "ja" else self.en


class Sentence(NamedTuple):
    """A sentence still to be put into words: its name, and the values it mentions."""

    name: str
    values: Mapping[str, object] = {}


def sentence(name: str, /, **values: object) -> Sentence:
    """Name a sentence of `grader/words/` together with the values that fill it."""
    return Sentence(name, values)


def translate(said: Sentence, language: Language) -> str:
    """Put a sentence into words.

    A value that is itself a `Sentence` or a `Text` is put into the same language first.

    Raises:
        KeyError: no such sentence.
    """
    topic, key = said.name.split(".", 1)
    texts = cast(dict[str, Text], importlib.import_module(f"{__name__}.{topic}").TEXTS)
    spoken = {name: _spoken(value, language) for name, value in said.values.items()}
    return texts[key].in_language(language).format(**spoken)


def _spoken(value: object, language: Language) -> object:
    if isinstance(value, Sentence):
        return translate(value, language)
    if isinstance(value, Text):
        return value.in_language(language)
    return value
