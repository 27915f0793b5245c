"""An Anki package: a deck a quiz, a card a question; importing it again updates the cards."""

from __future__ import annotations

import hashlib
import html
import itertools
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.quiz.export._files import zip_bytes
from grader.quiz.export._html import read_image
from grader.quiz.export._pieces import Pieces
from grader.quiz.model import Question, Quiz
from grader.words import Language, Sentence, sentence, translate

COURSE = "kakunin-grader"
_FIELDS = ("Question", "Answer", "Id")
_FRONT = "{{Question}}"
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}'
_CSS = (
    ".card{font-family:sans-serif;text-align:left;line-height:1.6}\n"
    "pre{overflow-x:auto}\nimg{max-width:100%}\n"
)
_UNDATED = 1_700_000_000.0


def write(quizzes: Sequence[Quiz], language: Language) -> bytes:
    """Write quizzes as an .apkg file.

    Notes carry the time at which a quiz file was last changed, as Anki only updates a note by a
    newer one; ids do not depend on the language or on what is written.

    Raises:
        UsageError: genanki is not installed.
        CourseError: an image cannot be read.
    """
    try:
        import genanki
    except ImportError as error:
        raise UsageError(sentence("quiz_export.anki_missing")) from error
    media = _Media()
    model = genanki.Model(
        _stable_number("model"),
        COURSE,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    decks = [_deck(genanki, model, quiz, language, media) for quiz in quizzes]
    return _package(genanki.Package(decks), _last_change(quizzes), media)


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:  # noqa: ARG001 - as every format's
    """Say what a flash card is not."""
    return (sentence("quiz_export.anki_unmarked"),)


def note_guid(quiz: Quiz, question: Question) -> str:
    """The id by which Anki knows a question again."""
    return hashlib.sha256(f"{COURSE}/{quiz.id}/{question.id}".encode()).hexdigest()[:20]


class _Media:
    """Images of the package, named by what they hold."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def __call__(self, file: Path) -> str:
        content = read_image(file)
        name = f"kakunin-{hashlib.sha256(content).hexdigest()[:16]}{file.suffix.lower()}"
        self.files[name] = content
        return name


def _deck(genanki: Any, model: Any, quiz: Quiz, language: Language, media: _Media) -> Any:
    pieces = Pieces(quiz, language, image=media)
    root = translate(sentence("quiz_export.deck"), language)
    title = quiz.title.in_language(language).replace("::", ":")
    folder = quiz.id.rpartition("/")[0].replace("/", "::")
    name = "::".join(filter(None, (root, folder, title)))
    intro = pieces.prose(quiz.intro) if quiz.intro else ""
    deck = genanki.Deck(_stable_number(f"deck/{quiz.id}"), name, intro)
    for question in quiz.questions:
        fields = [_front(pieces, question), _back(pieces, question), f"{quiz.id}/{question.id}"]
        tags = [_tag(tag) for tag in (*question.tags, f"level-{question.level}")]
        guid = note_guid(quiz, question)
        deck.add_note(genanki.Note(model=model, fields=fields, tags=tags, guid=guid))
    return deck


def _front(pieces: Pieces, question: Question) -> str:
    parts = [f"<h3>{html.escape(pieces.title(question))}</h3>", pieces.stem(question)]
    if question.kind in ("choice", "multi"):
        parts.append(pieces.options(question))
    if question.hints:
        head = pieces.say(sentence("quiz_page.hint"))
        hints = "".join(f"<div>{pieces.prose(hint)}</div>" for hint in question.hints)
        parts.append(f"<details><summary>{head}</summary>{hints}</details>")
    return "\n".join(parts)


def _back(pieces: Pieces, question: Question) -> str:
    return f"{pieces.key(question)}\n{pieces.explanation(question)}"


def _tag(tag: str) -> str:
    return "_".join(tag.split())


def _stable_number(name: str) -> int:
    """A number of 31 bits, as Anki wants for decks and models."""
    digest = hashlib.sha256(f"{COURSE}/{name}".encode()).digest()
    return (1 << 30) | int.from_bytes(digest[:4]) >> 2


def _last_change(quizzes: Sequence[Quiz]) -> float:
    files = {Path(question.place.file) for quiz in quizzes for question in quiz.questions}
    beside = {file.with_name(f"{file.stem.removesuffix('.ja')}.ja.md") for file in files}
    times = [float(int(file.stat().st_mtime)) for file in files | beside if file.is_file()]
    return max(times, default=_UNDATED)


def _package(package: Any, timestamp: float, media: _Media) -> bytes:
    database = sqlite3.connect(":memory:")
    try:
        package.write_to_db(database.cursor(), timestamp, itertools.count(int(timestamp * 1000)))
        database.commit()
        collection = bytes(database.serialize())
    finally:
        database.close()
    names = {str(number): name for number, name in enumerate(media.files)}
    listing = json.dumps(names).encode()
    images = {number: media.files[name] for number, name in names.items()}
    return zip_bytes({"collection.anki2": collection, "media": listing, **images})
