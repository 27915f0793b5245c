"""Moodle XML: a question bank, one category a quiz."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from grader.errors import CourseError
from grader.quiz.export import Edition, _moodle_texts
from grader.quiz.export._files import child, xml_with_sections
from grader.quiz.export._images import ImageFiles
from grader.quiz.export._pieces import (
    Pieces,
    by_hand,
    letters,
    machine_losses,
    named,
    notes,
    spellings,
)
from grader.quiz.kinds.choice import Choice
from grader.quiz.kinds.essay import Essay
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.multi import Multi
from grader.quiz.kinds.numeric import Interval, Numeric
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.words import Language, Sentence, sentence

_TYPES = {
    "choice": "multichoice",
    "multi": "multichoice",
    "numeric": "numerical",
    "match": "matching",
}
_TYPED = ("numerical", "shortanswer")
# Moodle takes the whole file only if every share is one of its list: there are 1/n of 100 % up to
# n = 10, then only 5 %.
_MOST_EQUAL_SHARES, _MOST_SHARES = 10, 20


def write(quizzes: Sequence[Quiz], language: Language, edition: Edition) -> bytes:
    """Write quizzes as one XML document; categories are named after course, day and section.

    Raises:
        CourseError: an image cannot be read, or Moodle cannot hold a question.
    """
    root, images = Element("quiz"), ImageFiles("", _moodle_texts.FILES)
    # A category that is named first as a part of a longer path would lose its id.
    for quiz in sorted(quizzes, key=lambda quiz: quiz.id.count("/")):
        _category(root, quiz, language, edition)
        pieces = Pieces(quiz, language, image=images)
        for question in quiz.questions:
            _question(root, quiz, question, pieces)
    _attach(root, images.files)
    return xml_with_sections(root)


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:
    """Say what Moodle marks otherwise, and what a question bank has no place for."""
    found = machine_losses(quizzes, "Moodle")
    if named(quizzes, ("numeric",)):
        found.append(sentence("quiz_export.moodle_numbers"))
    without = sum(bool(question.hints) and by_hand(question) for question in named(quizzes))
    if without:
        found.append(sentence("quiz_export.moodle_hints", count=without))
    return (*found, sentence("quiz_export.bank", format="Moodle"))


def moodle_type(question: Question) -> str:
    """The name of the question type that holds it."""
    if by_hand(question):
        return "essay"
    return _TYPES.get(question.kind, "shortanswer")


def _category(root: Element, quiz: Quiz, language: Language, edition: Edition) -> None:
    """Switch to the category of a quiz; what describes it has no files, so images stand in it."""
    title = edition.title.in_language(language)
    bank = f"{title} ({language})" if len(set(edition.title)) == 1 else title
    pieces = Pieces(quiz, language)
    category = child(root, "question", type="category")
    path = _moodle_texts.category_path(bank, *quiz.id.split("/"))
    child(child(category, "category"), "text", path)
    _html(category, "info", f"<p>{pieces.say(quiz.title)}</p>{pieces.block(quiz.intro)}")
    ident = _moodle_texts.id_number(f"{edition.course}/{language}/{quiz.id}")
    child(category, "idnumber", ident)


def _question(root: Element, quiz: Quiz, question: Question, pieces: Pieces) -> None:
    kind = moodle_type(question)
    element = child(root, "question", type=kind)
    name = _moodle_texts.name(pieces.title(question), question.id)
    child(child(element, "name"), "text", name)
    stem = _stem(question, pieces)
    typed = kind in _TYPED
    _html(element, "questiontext", _moodle_texts.without_input_field(stem) if typed else stem)
    _html(element, "generalfeedback", pieces.explanation(question))
    child(element, "defaultgrade", _decimal(question.points))
    child(element, "penalty", "0.3333333")
    child(element, "idnumber", _moodle_texts.id_number(f"{quiz.id}/{question.id}"))
    _WRITERS[kind](element, question, pieces)
    if kind != "essay":
        _hints(element, question, pieces)
    tags = child(element, "tags")
    for tag in _moodle_texts.tags((*question.tags, f"level-{question.level}")):
        child(child(tags, "tag"), "text", tag)


def _stem(question: Question, pieces: Pieces) -> str:
    """What is asked; Moodle lists the left side of a match itself."""
    if isinstance(question.answer, Match):
        return f"{pieces.block(question.body)}\n{pieces.choices(question)}"
    told = notes(question)
    if isinstance(question.answer, Essay):
        told = [sentence("quiz_page.help_essay", limit=question.answer.limit)]
    return pieces.stem(question, told)


def _hints(element: Element, question: Question, pieces: Pieces) -> None:
    for hint in map(pieces.block, question.hints):
        if not _moodle_texts.is_blank(hint):
            _html(element, "hint", hint)


def _multichoice(element: Element, question: Question, pieces: Pieces) -> None:
    answer = question.answer
    assert isinstance(answer, (Choice, Multi))
    child(element, "single", "true" if isinstance(answer, Choice) else "false")
    child(element, "shuffleanswers", "true")
    child(element, "answernumbering", "ABCD")
    right = (answer.right,) if isinstance(answer, Choice) else answer.right
    shares = dict(zip(right, _shares(question, len(right)), strict=True))
    wrong = 0.0 if isinstance(answer, Choice) else -max(shares.values())
    for option in question.options:
        feedback = pieces.block(option.feedback) if option.feedback else ""
        fraction = shares.get(option.index, wrong)
        _answer(element, _moodle_texts.rich(pieces.prose(option.text)), fraction, feedback, "html")


def _shares(question: Question, count: int) -> list[float]:
    """Percentages that Moodle knows and that make a hundred."""
    if count <= _MOST_EQUAL_SHARES:
        return [100 / count] * count
    if count > _MOST_SHARES:
        said = sentence("quiz_export.moodle_shares", most=_MOST_SHARES, count=count)
        raise CourseError(Finding(question.place, said).sentence)
    tenths = _MOST_SHARES - count
    return [10.0] * tenths + [5.0] * (count - tenths)


def _numerical(element: Element, question: Question, pieces: Pieces) -> None:
    assert isinstance(question.answer, Numeric)
    for interval in question.answer.intervals:
        _intervals(element, interval, 100, "")
    for known in question.distractors:
        assert isinstance(known.answer, Numeric)
        for interval in known.answer.intervals:
            _intervals(element, interval, 0, pieces.block(known.feedback))
    child(element, "unitgradingtype", "0")
    child(element, "unitpenalty", "0")
    child(element, "showunits", "3")


def _intervals(element: Element, interval: Interval, fraction: float, feedback: str) -> None:
    """A percentage is right as 0.175 and as 17.5, as it is here; Moodle keeps 14 digits."""
    for scale in (1, 100) if interval.percent else (1,):
        middle = scale * (interval.low + interval.high) / 2
        tolerance = scale * (interval.high - interval.low) / 2
        written = _answer(element, f"{middle:.14g}", fraction, feedback)
        child(written, "tolerance", f"{tolerance:.14g}")


def _shortanswer(element: Element, question: Question, pieces: Pieces) -> None:
    """List spellings, whose case does not matter; the first that fits counts."""
    child(element, "usecase", "0")
    for spelling in spellings(question):
        _answer(element, _literal(spelling), 100, "")
    listed = set()
    for known in question.distractors:
        for spelling in spellings(replace(question, answer=known.answer)):
            if spelling.casefold() not in listed and not question.answer.grade(spelling).correct:
                _answer(element, _literal(spelling), 0, pieces.block(known.feedback))
            listed.add(spelling.casefold())


def _literal(spelling: str) -> str:
    """A star stands for anything in Moodle unless there is a backslash before it."""
    return spelling.replace("*", r"\*")


def _matching(element: Element, question: Question, pieces: Pieces) -> None:
    """Match letters, whose meaning is listed above: a menu holds neither maths nor code."""
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
    _html(element, "graderinfo", f"{pieces.key(question)}\n{pieces.remarks(question)}".strip())


def _answer(
    element: Element, text: str, fraction: float, feedback: str, form: str = "moodle_auto_format"
) -> Element:
    answer = child(element, "answer", fraction=_decimal(fraction), format=form)
    child(answer, "text", text)
    _html(answer, "feedback", feedback)
    return answer


def _html(parent: Element, tag: str, text: str) -> Element:
    element = child(parent, tag, format="html")
    child(element, "text", _moodle_texts.rich(text))
    return element


def _decimal(number: float) -> str:
    return f"{number:.5f}".rstrip("0").rstrip(".")


def _attach(root: Element, files: Mapping[str, bytes]) -> None:
    """Add a file to every text that shows it."""
    for element in list(root.iter()):
        text = element.findtext("text") or ""
        for name, content in files.items():
            if _moodle_texts.FILES + name in text:
                encoded = base64.b64encode(content).decode()
                child(element, "file", encoded, name=name, path="/", encoding="base64")


_WRITERS: Mapping[str, Callable[[Element, Question, Pieces], None]] = {
    "multichoice": _multichoice,
    "numerical": _numerical,
    "shortanswer": _shortanswer,
    "matching": _matching,
    "essay": _essay,
}
