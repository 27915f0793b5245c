from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from grader.quiz.export import format_names, load_format
from grader.quiz.export.anki import note_guid
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import Question, Quiz
from grader.words import LANGUAGES, Language, translate
from tests.quiz.export.hostile import hostile_quiz
from tests.quiz.export.reading import Item, read_moodle, read_qti

ROOT = Path(__file__).resolve().parents[3]
QUIZZES = [load_quiz(files) for files in find_quizzes(ROOT)]
QUESTIONS = {f"{quiz.id}/{one.id}": one for quiz in QUIZZES for one in quiz.questions}
WRITTEN: dict[tuple[str, Language], bytes] = {}


def exported(name: str, language: Language = "en") -> bytes:
    if (name, language) not in WRITTEN:
        WRITTEN[name, language] = load_format(name).write(QUIZZES, language)
    return WRITTEN[name, language]


def items(name: str) -> dict[str, Item]:
    if name == "moodle":
        return dict(read_moodle(exported("moodle")))
    found = read_qti(exported("qti"))
    return dict(zip(QUESTIONS, found, strict=True))


def notes(package: bytes) -> list[tuple[str, list[str], str]]:
    database = sqlite3.connect(":memory:")
    try:
        archive = zipfile.ZipFile(io.BytesIO(package))
        database.deserialize(archive.read("collection.anki2"))
        rows = database.execute("select guid, flds, tags from notes").fetchall()
        return [(guid, fields.split("\x1f"), tags) for guid, fields, tags in rows]
    finally:
        database.close()


def test_the_formats_are_those_of_the_command() -> None:
    assert format_names() == ("anki", "json", "moodle", "print", "qti")


@pytest.mark.parametrize("name", format_names())
def test_the_same_quizzes_give_the_same_bytes(name: str) -> None:
    assert load_format(name).write(QUIZZES, "ja") == load_format(name).write(QUIZZES, "ja")


@pytest.mark.parametrize("name", format_names())
def test_what_is_lost_can_be_said(name: str) -> None:
    for said in load_format(name).losses(QUIZZES):
        for language in LANGUAGES:
            assert translate(said, language)


def test_json_holds_every_question_in_both_languages() -> None:
    document = json.loads(exported("json"))
    found = {
        f"{quiz['id']}/{question['id']}": question
        for quiz in document["quizzes"]
        for question in quiz["questions"]
    }
    assert list(found) == list(QUESTIONS)
    for ident, question in found.items():
        assert question["answer"] == json.loads(json.dumps(QUESTIONS[ident].answer.data()))
        assert all(question["body"][language] for language in LANGUAGES)
        assert len(question["distractors"]) == len(QUESTIONS[ident].distractors)
        named = [one["mistake"] for one in (*question["options"], *question["distractors"])]
        assert list(filter(None, named)) == list(map(str, QUESTIONS[ident].mistakes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_moodle_holds_every_question(language: Language) -> None:
    found = read_moodle(exported("moodle", language))
    assert list(found) == list(QUESTIONS)
    kinds = {item.kind for item in found.values()}
    assert kinds == {"multichoice", "numerical", "shortanswer", "matching", "essay"}
    assert all(item.name and item.asked for item in found.values())


def test_moodle_carries_the_files_of_its_images() -> None:
    root = ElementTree.fromstring(exported("moodle"))
    shown = 0
    for element in root.iter():
        names = {file.get("name") for file in element.findall("file")}
        parts = (element.findtext("text") or "").split("@@PLUGINFILE@@/")[1:]
        assert names == {part.partition('"')[0] for part in parts}
        shown += len(names)
    assert shown > 0


def test_qti_holds_every_question() -> None:
    found = read_qti(exported("qti"))
    assert len(found) == len(QUESTIONS)
    assert len({item.element.get("ident") for item in found}) == len(found)


def test_anki_holds_every_question_under_an_id_that_stays() -> None:
    english, japanese = notes(exported("anki")), notes(exported("anki", "ja"))
    assert [fields[2] for _, fields, _ in english] == list(QUESTIONS)
    assert [guid for guid, *_ in english] == [guid for guid, *_ in japanese]
    assert len({guid for guid, *_ in english}) == len(QUESTIONS)
    first = QUIZZES[0]
    assert english[0][0] == note_guid(first, first.questions[0])


def test_anki_carries_its_images() -> None:
    archive = zipfile.ZipFile(io.BytesIO(exported("anki")))
    media: dict[str, str] = json.loads(archive.read("media"))
    shown = "".join(fields[0] + fields[1] for _, fields, _ in notes(exported("anki")))
    assert media
    for number, name in media.items():
        assert f'src="{name}"' in shown
        assert archive.read(number)


def of_kind(*kinds: str) -> list[tuple[str, Question]]:
    return [item for item in QUESTIONS.items() if item[1].kind in kinds]


@pytest.mark.parametrize("name", ["moodle", "qti"])
@pytest.mark.parametrize(("ident", "question"), of_kind("choice", "multi"))
def test_the_same_options_are_right(name: str, ident: str, question: Question) -> None:
    item = items_of(name)[ident]
    options = list(item.options)
    assert len(options) == len(question.options)
    for index, option in enumerate(options):
        response: Any = index if question.kind == "choice" else [index]
        right = question.answer.grade(response).correct
        chosen = {option} if question.kind == "multi" or name == "moodle" else option
        assert (item.credit(chosen) >= 99.99) == right
    if question.kind == "multi":
        (right_ones,) = question.answer.right_responses()
        assert isinstance(right_ones, list)
        picked = {options[index] for index in right_ones if isinstance(index, int)}
        assert item.credit(picked) == pytest.approx(100, abs=0.01)
        assert item.credit(set(options)) < 100


@pytest.mark.parametrize("name", ["moodle", "qti"])
@pytest.mark.parametrize(("ident", "question"), of_kind("numeric"))
def test_the_same_numbers_are_right(name: str, ident: str, question: Question) -> None:
    item = items_of(name)[ident]
    assert isinstance(question.answer, Numeric)
    for low, high, *_ in question.answer.intervals:
        width = max(high - low, 1e-6 * abs(high), 1e-9)
        inside = low + (high - low) * 0.01
        for number in (low - width / 10, inside, (low + high) / 2, high + width / 10):
            right = question.answer.grade(repr(number)).correct
            assert (item.credit(number) == 100) == right, number


@pytest.mark.parametrize("name", ["moodle", "qti"])
@pytest.mark.parametrize(("ident", "question"), of_kind("text", "shape"))
def test_the_same_words_are_right(name: str, ident: str, question: Question) -> None:
    item = items_of(name)[ident]
    for response in question.answer.right_responses():
        assert isinstance(response, str)
        assert item.credit(response) == 100
    assert item.credit("no such thing") == 0
    for known in question.distractors:
        for written in known.written:
            assert item.credit(written) == 0


@pytest.mark.parametrize("name", ["moodle", "qti"])
@pytest.mark.parametrize(("ident", "question"), of_kind("order"))
def test_the_same_order_is_right(name: str, ident: str, question: Question) -> None:
    item = items_of(name)[ident]
    if item.kind.startswith("essay"):
        return
    described = question.answer.describe("en").replace("=", ">")
    assert item.credit(described) == 100
    reverse = " > ".join(reversed(described.split(" > ")))
    assert item.credit(reverse) == 0


@pytest.mark.parametrize(("ident", "question"), of_kind("match"))
def test_moodle_has_the_same_pairs(ident: str, question: Question) -> None:
    pairs = [
        (pair.findtext("text") or "", pair.findtext("answer/text") or "")
        for pair in items_of("moodle")[ident].element.findall("subquestion")
    ]
    asked = [right for left, right in pairs if left]
    assert question.answer.grade(asked).correct
    assert {right for _, right in pairs} == {option.letter for option in question.choices}


def items_of(name: str) -> dict[str, Item]:
    if name not in _READ:
        _READ[name] = items(name)
    return _READ[name]


_READ: dict[str, dict[str, Item]] = {}


@pytest.fixture
def hostile(tmp_path: Path) -> Quiz:
    return hostile_quiz(tmp_path)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs)
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(written: str) -> _Tags:
    found = _Tags()
    found.feed(written)
    return found


def hostile_html(name: str, quiz: Quiz) -> str:
    content = load_format(name).write([quiz], "en")
    if name == "moodle":
        return "".join(item.asked for item in read_moodle(content).values())
    if name == "qti":
        return "".join(item.asked for item in read_qti(content))
    if name == "anki":
        return "".join(fields[0] + fields[1] for _, fields, _ in notes(content))
    if name == "json":
        questions = json.loads(content)["quizzes"][0]["questions"]
        return "".join(question["body"]["en"] for question in questions)
    return content.decode()


@pytest.mark.parametrize("name", format_names())
def test_hostile_text_stays_text(name: str, hostile: Quiz) -> None:
    found = read_html(hostile_html(name, hostile))
    assert not found.tags & {"script", "b", "i", "u"}
    assert "</script><b>&amp;]]>" in found.text
    if name != "print":
        assert r"\(a<b \& c>d\)" in found.text


def test_a_star_in_the_key_is_a_star(hostile: Quiz) -> None:
    item = read_moodle(load_format("moodle").write([hostile], "en"))["day/section/t"]
    assert item.credit("a*b <c> & d") == 100
    assert item.credit("aXb <c> & d") == 0


def test_the_sheet_keeps_answers_behind_all_questions() -> None:
    text = exported("print", "ja").decode()
    assert text.count("<article>") == 2 * len(QUESTIONS)
    sheet, _, key = text.partition("解答と解説")
    assert sheet.count("<article>") == key.count("<article>") == len(QUESTIONS)
    assert "正解:" not in sheet
    assert "http" not in text.replace("http://www.w3.org/", "")
