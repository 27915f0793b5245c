"""Every sentence a learner reads, in English and Japanese side by side.

One file a topic. A sentence is named `topic.key`; the rooms that find something out hand on a
`Sentence` (name and values), and whoever knows the reader's language translates it. That keeps
judging free of languages, and a missing translation impossible to write: `Text` takes both.
A report speaks one language and carries the other along, which `Spoken` is for.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from typing import Literal, NamedTuple, Self, cast

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


class Spoken(str):
    """Prose in the reader's language that still knows what it is in the others."""

    __slots__ = ("text",)
    text: Text

    def __new__(cls, prose: str, text: Text) -> Self:
        """Take the prose as the reader gets it, and the same in every language."""
        spoken = super().__new__(cls, prose)
        spoken.text = text
        return spoken

    def __reduce__(self) -> tuple[type[Spoken], tuple[str, Text]]:
        return Spoken, (str(self), self.text)


def sentence(name: str, /, **values: object) -> Sentence:
    """Name a sentence of `grader/words/` together with the values that fill it."""
    return Sentence(name, values)


def translate(said: Sentence, language: Language) -> str:
    """Put a sentence into words.

    A value that is itself a `Sentence`, a `Text` or `Spoken` is put into the same language first;
    several in a tuple are listed.

    Raises:
        KeyError: no such sentence.
    """
    topic, key = said.name.split(".", 1)
    texts = cast(dict[str, Text], importlib.import_module(f"{__name__}.{topic}").TEXTS)
    spoken = {name: _spoken(value, language) for name, value in said.values.items()}
    return texts[key].in_language(language).format(**spoken)


def speak(said: Sentence | Text, language: Language) -> Spoken:
    """Put a sentence or text into words that can still be put into the other language."""
    if isinstance(said, Sentence):
        said = Text(*(translate(said, one) for one in LANGUAGES))
    return Spoken(said.in_language(language), said)


def readers_language(asked_for: str | None) -> Language:
    """Settle on a language: the one asked for, else that of the locale, else English."""
    return "ja" if (asked_for or _from_locale()) == "ja" else "en"


def as_typed(command: str, language: Language, default: Language | None) -> str:
    """Write a command to be copied so that it answers in the language its reader is reading.

    Args:
        command: without an option for its language.
        language: of the reader.
        default: what commands speak at the reader's if nothing is asked for; None if unknown.
    """
    return command if default in (None, language) else f"{command} --lang {language}"


def _from_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable][:2]
    return "en"


def _spoken(value: object, language: Language) -> object:
    if isinstance(value, Sentence):
        return translate(value, language)
    if isinstance(value, Spoken):
        value = value.text
    if isinstance(value, Text):
        return value.in_language(language)
    if type(value) is tuple:  # not a named one, which writes itself
        listed = (str(_spoken(item, language)) for item in value)
        return ("、" if language == "ja" else ", ").join(listed)
    return value
