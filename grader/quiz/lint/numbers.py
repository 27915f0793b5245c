"""Both languages speak of the same numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from grader.quiz.lint import Known
from grader.quiz.lint._passages import parts
from grader.quiz.model import Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import plain
from grader.quiz.prose import Passage
from grader.words import sentence

_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_JAPANESE = "〇一二三四五六七八九十"
_MORE_WORDS = {
    "0": ("no",),
    "1": ("a", "an", "once", "first", "single", "alone"),
    "2": ("both", "double", "half", "second", "square", "squared", "squares", "squaring", "twice",
          "両", "倍", "半"),
    "3": ("third",),
    "4": ("quarter", "fourth"),
}  # fmt: skip


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Compare the numbers of each passage with those of its translation.

    After the task, a lone digit may be a matter of style: `the one that …` and `1 つ`.
    """
    for part in parts(quiz):
        shortest = 1 if part.task else 2
        yield from _missing(part.prose.en, part.prose.ja, shortest)
        yield from _missing(part.prose.ja, part.prose.en, shortest)


def _missing(here: Passage, there: Passage, shortest: int) -> Iterator[Finding]:
    """Numbers in digits here that are there neither in digits nor in words."""
    text = _text(there)
    missing = _digits(_text(here)) - _digits(text) - _in_words(text)
    for number in sorted(number for number in missing if len(number) >= shortest):
        said = sentence("quiz_lint.number_missing", number=number, place=here.place)
        yield Finding(there.place, said)


def _text(passage: Passage) -> str:
    return unicodedata.normalize("NFKC", plain(passage.blocks))


def _digits(text: str) -> set[str]:
    return {number.replace(",", "") for number in _NUMBER.findall(text)}


def _in_words(text: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", text.lower()))
    found = {str(value) for value, word in enumerate(_ENGLISH) if word in words}
    found |= {str(value) for value, sign in enumerate(_JAPANESE) if sign in text}
    for value, names in _MORE_WORDS.items():
        if any(name in words or (not name.isascii() and name in text) for name in names):
            found.add(value)
    return found
