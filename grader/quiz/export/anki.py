"""An Anki package: a deck a quiz, a card a question; importing a later one updates the cards."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from grader.errors import UsageError
from grader.quiz.export import Edition
from grader.quiz.export._files import zip_bytes
from grader.quiz.export._images import ImageFiles
from grader.quiz.export._pieces import Pieces
from grader.quiz.model import Question, Quiz
from grader.words import Language, Sentence, sentence, translate

NOTE_TYPE = "Confirmation test (grader)"
# Anki takes a note type over if it is newer than its own, which a learner may have restyled: set
# this to the present when fields, templates or style change, and only then.
_NOTE_TYPE_CHANGED = 1_763_700_000
_FIELDS = ("Question", "Answer", "Id")
_FRONT = "{{Question}}"
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}'
_CSS = (
    ".card{font-family:sans-serif;font-size:18px;text-align:left;line-height:1.6;"
    "max-width:45em;margin:auto}\n"
    "pre{overflow-x:auto}\ntable{border-collapse:collapse}\n"
    "td,th{border:1px solid;padding:.2em .6em}\nimg{max-width:100%;vertical-align:top}\n"
)
# What Anki would play or typeset, were it not for its bracket.
_COMMAND = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$\$?\])", re.IGNORECASE)


def write(quizzes: Sequence[Quiz], language: Language, edition: Edition) -> bytes:
    """Write quizzes as an .apkg file.

    Anki knows a note again by its id, which holds course, language, section and question, and
    updates it if the edition is a later one. Decks are known by their names, which therefore are
    ids of sections, not titles.

    Raises:
        UsageError: genanki is not installed.
        CourseError: an image cannot be read.
    """
    try:
        import genanki
    except ImportError as error:
        raise UsageError(sentence("quiz_export.anki_missing")) from error
    decks = _Decks(genanki, language, edition)
    package = genanki.Package([decks.deck(quiz) for quiz in quizzes])
    return _package(package, edition.made, decks.images.files)


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:  # noqa: ARG001 - as every format's
    """Say what a flash card is not."""
    return (sentence("quiz_export.anki_unmarked"),)


def note_guid(course: str, language: Language, quiz: Quiz, question: Question) -> str:
    """The id by which Anki knows a question again."""
    return hashlib.sha256(f"{course}/{language}/{quiz.id}/{question.id}".encode()).hexdigest()[:20]


class _Decks:
    """Writes decks, one after the other, and keeps their images."""

    def __init__(self, genanki: Any, language: Language, edition: Edition) -> None:
        self._genanki, self._language, self._edition = genanki, language, edition
        self._positions = itertools.count(1)
        self.images = ImageFiles("grader-")
        self._model = genanki.Model(
            _stable_number("note type"),
            NOTE_TYPE,
            fields=[{"name": name} for name in _FIELDS],
            templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
            css=_CSS,
        )

    def deck(self, quiz: Quiz) -> Any:
        """Write a quiz; new cards come in the order of its questions."""
        pieces = Pieces(quiz, self._language, image=self.images)
        course = self._edition.title.in_language(self._language).replace("::", ":")
        root = translate(sentence("quiz_export.anki_deck", course=course), self._language)
        about = f"<p>{pieces.say(quiz.title)}</p>\n{pieces.block(quiz.intro)}".strip()
        number = _stable_number(f"{self._edition.course}/{self._language}/{quiz.id}")
        deck = self._genanki.Deck(number, "::".join((root, *quiz.id.split("/"))), about)
        for question in quiz.questions:
            deck.add_note(self._note(quiz, question, pieces))
        return deck

    def _note(self, quiz: Quiz, question: Question, pieces: Pieces) -> Any:
        course = self._edition.course
        sides = _front(pieces, question), pieces.solution(question)
        tags = (*question.tags, f"level-{question.level}")
        return self._genanki.Note(
            model=self._model,
            fields=[*map(_harmless, sides), f"{quiz.id}/{question.id}"],
            tags=["_".join(f"{course}::{tag}".split()) for tag in tags],
            guid=note_guid(course, self._language, quiz, question),
            due=next(self._positions),
        )


def _front(pieces: Pieces, question: Question) -> str:
    parts = [f"<h3>{pieces.prose(question.title)}</h3>", pieces.stem(question)]
    if question.kind in ("choice", "multi"):
        parts.append(pieces.options(question))
    if question.hints:
        head = pieces.say(sentence("quiz_page.hint"))
        hints = "".join(pieces.block(hint) for hint in question.hints)
        parts.append(f"<details><summary>{head}</summary>{hints}</details>")
    return "\n".join(parts)


def _harmless(written: str) -> str:
    return _COMMAND.sub("&#91;", written)


def _stable_number(name: str) -> int:
    """A number of 31 bits, as Anki wants for decks and note types."""
    digest = hashlib.sha256(f"grader/{name}".encode()).digest()
    return (1 << 30) | int.from_bytes(digest[:4]) >> 2


def _package(package: Any, made: int, images: Mapping[str, bytes]) -> bytes:
    database = sqlite3.connect(":memory:")
    try:
        cursor = database.cursor()
        package.write_to_db(cursor, made, itertools.count(max(made, 1) * 1000))
        _date_note_type(cursor)
        database.commit()
        collection = bytes(database.serialize())
    finally:
        database.close()
    names = {str(number): name for number, name in enumerate(images)}
    listing = json.dumps(names).encode()
    files = {number: images[name] for number, name in names.items()}
    return zip_bytes({"collection.anki2": collection, "media": listing, **files})


def _date_note_type(cursor: sqlite3.Cursor) -> None:
    (written,) = cursor.execute("SELECT models FROM col").fetchone()
    models = json.loads(written)
    for model in models.values():
        model["mod"] = _NOTE_TYPE_CHANGED
    cursor.execute("UPDATE col SET models = ?", (json.dumps(models),))
