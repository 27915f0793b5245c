"""Japanese in the Japanese file, and none in the English one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.quiz.lint import Known
from grader.quiz.lint._passages import parts
from grader.quiz.model import Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Passage, Place
from grader.words import sentence

_JAPANESE = re.compile("[぀-ヿ㐀-鿿々]+")
# A name such as `AdaGrad` or `skip-gram` may stand alone; it is no run of words.
_WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*,?\s+[a-z]{2,}\b")
_WRITTEN = ("text", "image")
_GAPS = {"softbreak": " ", "hardbreak": " "}


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Look for text in the wrong language; code and maths are in none."""
    yield from _japanese(quiz)
    yield from _english(quiz)


def _japanese(quiz: Quiz) -> Iterator[Finding]:
    first_line = Place(quiz.intro.ja.place.file, 1)
    texts = [(part.prose.ja.place, _text(part.prose.ja)) for part in parts(quiz)]
    texts.insert(0, (first_line, quiz.title.ja))
    untranslated = [
        place for place, text in texts if _WORDS.search(text) and not _JAPANESE.search(text)
    ]
    if untranslated and not any(_JAPANESE.search(text) for _, text in texts):
        yield Finding(first_line, sentence("quiz_lint.no_japanese_at_all"))
        return
    for place in untranslated:
        yield Finding(place, sentence("quiz_lint.no_japanese"))


def _english(quiz: Quiz) -> Iterator[Finding]:
    texts = [(part.prose.en.place, _text(part.prose.en)) for part in parts(quiz)]
    texts.insert(0, (Place(quiz.intro.en.place.file, 1), quiz.title.en))
    for place, text in texts:
        found = _JAPANESE.search(text)
        if found:
            said = sentence("quiz_lint.japanese_in_english", found=found[0])
            yield Finding(place, said)


def _text(passage: Passage) -> str:
    """What is written in words, with gaps where there is code or maths."""
    tokens = inline_tokens(passage.blocks)
    return "".join(
        token.content if token.type in _WRITTEN else _GAPS.get(token.type, " | ")
        for token in tokens
    )
