from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.quiz.export import format_names, load_format
from grader.quiz.export.anki import note_guid
from grader.quiz.model import Quiz
from grader.words import LANGUAGES, translate
from tests.quiz.export.course import EDITION, exported, quizzes
from tests.quiz.export.hostile import hostile_quiz
from tests.quiz.export.html import read_html
from tests.quiz.export.qti_reader import QuizItem, read_package

QUIZZES = quizzes()
QUESTIONS = {f"{quiz.id}/{one.id}": one for quiz in QUIZZES for one in quiz.questions}


def items(package: bytes) -> list[QuizItem]:
    return [item for quiz in read_package(package).quizzes for item in quiz.items]


def notes(package: bytes) -> list[tuple[str, list[str], str]]:
    database = sqlite3.connect(":memory:")
    try:
        archive = zipfile.ZipFile(io.BytesIO(package))
        database.deserialize(archive.read("collection.anki2"))
        rows = database.execute("select guid, flds, tags from notes").fetchall()
        return [(guid, fields.split("\x1f"), tags) for guid, fields, tags in rows]
    finally:
        database.close()


def ids(name: str, content: bytes) -> set[str | None]:
    """What a program knows a question, or the category that holds it, by."""
    if name == "anki":
        return {guid for guid, *_ in notes(content)}
    if name == "qti":
        return {item.ident for item in items(content)}
    categories = ElementTree.fromstring(content).findall("question[@type='category']")
    return {category.findtext("idnumber") for category in categories}


def test_the_formats_are_those_of_the_command() -> None:
    assert format_names() == ("anki", "json", "moodle", "print", "qti")


@pytest.mark.parametrize("name", format_names())
def test_the_same_quizzes_give_the_same_bytes(name: str) -> None:
    assert load_format(name).write(QUIZZES, "ja", EDITION) == exported(name, "ja")


@pytest.mark.parametrize("name", ["json", "moodle", "print", "qti"])
def test_only_anki_has_to_know_when(name: str) -> None:
    later = replace(EDITION, made=EDITION.made + 1)
    assert load_format(name).write(QUIZZES, "ja", later) == exported(name, "ja")


@pytest.mark.parametrize("name", ["anki", "moodle", "qti"])
def test_another_course_has_ids_of_its_own(name: str) -> None:
    other = replace(EDITION, course="other")
    assert not ids(name, exported(name)) & ids(name, load_format(name).write(QUIZZES, "en", other))
    assert not ids(name, exported(name)) & ids(name, exported(name, "ja"))


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


def test_anki_holds_every_question_under_an_id_that_stays() -> None:
    english = notes(exported("anki"))
    assert [fields[2] for _, fields, _ in english] == list(QUESTIONS)
    assert len({guid for guid, *_ in english}) == len(QUESTIONS)
    first = QUIZZES[0]
    assert english[0][0] == note_guid(EDITION.course, "en", first, first.questions[0])
    named = replace(first, id="day/section")
    asked = replace(first.questions[0], id="q")
    # Cards of learners hang on it.
    assert note_guid("course", "ja", named, asked) == "f32fd3b1ff3a110b8e29"


def test_a_note_type_that_changes_has_a_later_date() -> None:
    database = sqlite3.connect(":memory:")
    try:
        archive = zipfile.ZipFile(io.BytesIO(exported("anki")))
        database.deserialize(archive.read("collection.anki2"))
        (written,) = database.execute("select models from col").fetchone()
    finally:
        database.close()
    (model,) = json.loads(written).values()
    fields = [field["name"] for field in model["flds"]]
    sides = [template[side] for template in model["tmpls"] for side in ("name", "qfmt", "afmt")]
    looks = json.dumps([model["name"], fields, sides, model["css"]])
    # Where the digest has to be another one, so has the date: Anki would keep the old note type.
    digest = hashlib.sha256(looks.encode()).hexdigest()[:8]
    assert (model["mod"], digest) == (1_763_700_000, "486b9290")


def test_anki_carries_its_images() -> None:
    archive = zipfile.ZipFile(io.BytesIO(exported("anki")))
    media: dict[str, str] = json.loads(archive.read("media"))
    shown = "".join(fields[0] + fields[1] for _, fields, _ in notes(exported("anki")))
    assert media
    for number, name in media.items():
        assert f'src="{name}"' in shown
        assert archive.read(number)


@pytest.fixture
def hostile(tmp_path: Path) -> Quiz:
    return hostile_quiz(tmp_path)


def hostile_html(name: str, quiz: Quiz) -> str:
    content = load_format(name).write([quiz], "en", EDITION)
    if name == "qti":
        return "".join(item.text for item in items(content))
    if name == "anki":
        return "".join(fields[0] + fields[1] for _, fields, _ in notes(content))
    if name == "json":
        questions = json.loads(content)["quizzes"][0]["questions"]
        return "".join(question["body"]["en"] for question in questions)
    return content.decode()


@pytest.mark.parametrize("name", ["anki", "json", "print", "qti"])
def test_hostile_text_stays_text(name: str, hostile: Quiz) -> None:
    found = read_html(hostile_html(name, hostile))
    assert not set(found.tags) & {"script", "b", "i", "u"}
    assert "</script><b>&amp;]]>" in found.text
    if name != "print":
        assert r"\(a<b \& c>d\)" in found.text


def test_the_sheet_keeps_answers_behind_all_questions() -> None:
    text = exported("print", "ja").decode()
    assert text.count("<article>") == 2 * len(QUESTIONS)
    sheet, _, key = text.partition("解答と解説")
    assert sheet.count("<article>") == key.count("<article>") == len(QUESTIONS)
    assert "正解:" not in sheet
    assert "http" not in text.replace("http://www.w3.org/", "")
