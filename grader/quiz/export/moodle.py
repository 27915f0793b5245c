"""Moodle XML: a question bank, one category a quiz."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from grader.quiz.export._files import child, xml_bytes
from grader.quiz.export._html import read_image
from grader.quiz.export._pieces import (
    Pieces,
    by_hand,
    letters,
    machine_losses,
    notes,
    spellings,
)
from grader.quiz.kinds.choice import Choice
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.multi import Multi
from grader.quiz.kinds.numeric import Interval, Numeric
from grader.quiz.model import Distractor, Question, Quiz
from grader.words import Language, Sentence, sentence

_FILES = "@@PLUGINFILE@@/"
_MENTIONED = re.compile(rf"{_FILES}(\w+\.\w+)")
_TYPES = {
    "choice": "multichoice",
    "multi": "multichoice",
    "numeric": "numerical",
    "match": "matching",
}


def write(quizzes: Sequence[Quiz], language: Language) -> bytes:
    """Write quizzes as one XML document.

    Raises:
        CourseError: an image cannot be read.
    """
    root, images = Element("quiz"), _Images()
    for quiz in quizzes:
        pieces = Pieces(quiz, language, image=images)
        _category(root, quiz, pieces)
        for question in quiz.questions:
            _question(root, quiz, question, pieces)
    images.attach(root)
    return xml_bytes(root)


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:
    """Say what Moodle marks otherwise, and what a question bank has no place for."""
    return (*machine_losses(quizzes, "Moodle"), sentence("quiz_export.bank", format="Moodle"))


def moodle_type(question: Question) -> str:
    """The name of the question type that holds it."""
    if by_hand(question):
        return "essay"
    return _TYPES.get(question.kind, "shortanswer")


def _category(root: Element, quiz: Quiz, pieces: Pieces) -> None:
    category = child(root, "question", type="category")
    child(child(category, "category"), "text", f"$course$/top/{quiz.id}")
    title = f"<p>{pieces.say(quiz.title)}</p>"
    info = child(category, "info", format="html")
    child(info, "text", title + (pieces.prose(quiz.intro) if quiz.intro else ""))
    child(category, "idnumber", quiz.id)


def _question(root: Element, quiz: Quiz, question: Question, pieces: Pieces) -> None:
    element = child(root, "question", type=moodle_type(question))
    child(child(element, "name"), "text", pieces.title(question))
    _html(element, "questiontext", pieces.stem(question, notes(question)))
    _html(element, "generalfeedback", pieces.explanation(question))
    child(element, "defaultgrade", f"{question.points:g}")
    child(element, "penalty", "0.3333333")
    child(element, "hidden", "0")
    child(element, "idnumber", f"{quiz.id}/{question.id}")
    _WRITERS[moodle_type(question)](element, question, pieces)
    for hint in question.hints:
        _html(element, "hint", pieces.prose(hint))
    tags = child(element, "tags")
    for tag in (*question.tags, f"level-{question.level}"):
        child(child(tags, "tag"), "text", tag)


def _multichoice(element: Element, question: Question, pieces: Pieces) -> None:
    answer = question.answer
    assert isinstance(answer, (Choice, Multi))
    child(element, "single", "true" if isinstance(answer, Choice) else "false")
    child(element, "shuffleanswers", "true")
    child(element, "answernumbering", "ABCD")
    right = {answer.right} if isinstance(answer, Choice) else set(answer.right)
    share = 100 / len(right)
    wrong = 0.0 if isinstance(answer, Choice) else -share
    for option in question.options:
        fraction = share if option.index in right else wrong
        feedback = pieces.prose(option.feedback) if option.feedback else ""
        _answer(element, pieces.prose(option.text), fraction, feedback, "html")


def _numerical(element: Element, question: Question, pieces: Pieces) -> None:
    assert isinstance(question.answer, Numeric)
    for interval in question.answer.intervals:
        _intervals(element, interval, 100, "")
    for known in question.distractors:
        assert isinstance(known.answer, Numeric)
        for interval in known.answer.intervals:
            _intervals(element, interval, 0, pieces.prose(known.feedback))
    child(element, "unitgradingtype", "0")
    child(element, "unitpenalty", "0")
    child(element, "showunits", "3")


def _intervals(element: Element, interval: Interval, fraction: float, feedback: str) -> None:
    """A percentage is right as 0.175 and as 17.5, as it is here."""
    for scale in (1, 100) if interval.percent else (1,):
        middle = scale * (interval.low + interval.high) / 2
        tolerance = scale * (interval.high - interval.low) / 2
        written = _answer(element, f"{middle:.15g}", fraction, feedback)
        child(written, "tolerance", f"{tolerance:.15g}")


def _shortanswer(element: Element, question: Question, pieces: Pieces) -> None:
    child(element, "usecase", "0")
    for spelling in spellings(question):
        _answer(element, _literal(spelling), 100, "")
    for known in question.distractors:
        for spelling in _known_spellings(question, known):
            _answer(element, _literal(spelling), 0, pieces.prose(known.feedback))


def _known_spellings(question: Question, known: Distractor) -> tuple[str, ...]:
    return spellings(replace(question, answer=known.answer)) or known.written


def _literal(spelling: str) -> str:
    """A star stands for anything in Moodle unless there is a backslash before it."""
    return spelling.replace("*", r"\*")


def _matching(element: Element, question: Question, pieces: Pieces) -> None:
    """Letters are matched, whose meaning is listed above: a menu holds neither maths nor code."""
    assert isinstance(question.answer, Match)
    child(element, "shuffleanswers", "true")
    names = letters(question)
    for option, partner in zip(question.options, question.answer.partners, strict=True):
        left = f"{option.index + 1}. {pieces.prose(option.text)}"
        _pair(element, left, names[partner])
    for index in sorted(set(range(len(names))) - set(question.answer.partners)):
        _pair(element, "", names[index])


def _pair(element: Element, left: str, right: str) -> None:
    child(child(_html(element, "subquestion", left), "answer"), "text", right)


def _essay(element: Element, question: Question, pieces: Pieces) -> None:
    child(element, "responseformat", "monospaced" if question.kind == "code" else "editor")
    child(element, "responserequired", "1")
    child(element, "responsefieldlines", "10")
    child(element, "attachments", "0")
    _html(element, "graderinfo", pieces.key(question))


def _answer(
    element: Element, text: str, fraction: float, feedback: str, form: str = "moodle_auto_format"
) -> Element:
    share = f"{fraction:.5f}".rstrip("0").rstrip(".")
    answer = child(element, "answer", fraction=share, format=form)
    child(answer, "text", text)
    _html(answer, "feedback", feedback)
    return answer


def _html(parent: Element, tag: str, text: str) -> Element:
    element = child(parent, tag, format="html")
    child(element, "text", text)
    return element


class _Images:
    """Gives images their addresses, and puts the files where those are mentioned."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def __call__(self, file: Path) -> str:
        content = read_image(file)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}{file.suffix.lower()}"
        self._files[name] = content
        return _FILES + name

    def attach(self, root: Element) -> None:
        """Add a file to every text that shows it."""
        for element in list(root.iter()):
            text = element.findtext("text") or ""
            for name in sorted(set(_MENTIONED.findall(text)) & set(self._files)):
                content = base64.b64encode(self._files[name]).decode()
                child(element, "file", content, name=name, path="/", encoding="base64")


_WRITERS: Mapping[str, Callable[[Element, Question, Pieces], None]] = {
    "multichoice": _multichoice,
    "numerical": _numerical,
    "shortanswer": _shortanswer,
    "matching": _matching,
    "essay": _essay,
}
