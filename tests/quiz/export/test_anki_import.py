"""What the real Anki makes of our packages; needs the package `anki`, so it is a slow test."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.quiz.export import Edition, load_format
from grader.quiz.load import load_quiz
from grader.quiz.model import Quiz
from grader.words import LANGUAGES, Language, Text
from tests.quiz.export.course import EDITION, exported, quizzes
from tests.quiz.export.hostile import NASTY, hostile_quiz
from tests.quiz.export.html import read_html
from tests.quiz.writing import question, write

if TYPE_CHECKING:
    from tests.quiz.export.learner import Learner

pytestmark = pytest.mark.slow

LATER = replace(EDITION, made=EDITION.made + 1)
COUNT = sum(len(quiz.questions) for quiz in quizzes())


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    from tests.quiz.export.learner import Learner

    folder = tmp_path / "anki"
    folder.mkdir()
    learner = Learner(folder)
    yield learner
    learner.close()


def package(quiz: Quiz, edition: Edition = EDITION, language: Language = "en") -> bytes:
    return load_format("anki").write([quiz], language, edition)


def two_questions(folder: Path, first: str = "How much?", title: str = "A title") -> Quiz:
    asked = [question(first, "```answer numeric\n3\n```\n\nSo.", attributes="id=one tags=a,b")]
    asked.append(question("Which?", "```answer text\nthis\n```\n\nSo.", attributes="id=two"))
    quiz = load_quiz(write(folder, "\n".join(asked)))
    return replace(quiz, title=Text(en=title, ja="題名"))


def test_the_whole_course_arrives_once_in_each_language(learner: Learner) -> None:
    for language in LANGUAGES:
        assert learner.take(exported("anki", language)) == (COUNT, 0, 0, 0)
    decks = learner.decks()
    assert sum(decks.values()) == 2 * COUNT
    for quiz in quizzes():
        name = quiz.id.replace("/", "::")
        assert decks[f"A/course: one:two: confirmation tests::{name}"] == len(quiz.questions)
        assert decks[f"コース 確認テスト::{name}"] == len(quiz.questions)


def test_every_card_is_whole(learner: Learner) -> None:
    for language in LANGUAGES:
        learner.take(exported("anki", language))
    questions = {f"{quiz.id}/{one.id}": one for quiz in quizzes() for one in quiz.questions}
    for card in learner.cards():
        asked = questions[card.note()["Id"]]
        front, back = card.question(), card.answer()
        for side in (front, back):
            assert side.count(r"\(") == side.count(r"\)")
            assert side.count(r"\[") == side.count(r"\]")
            assert "{{Question}}" not in side
            assert "anki.ankiweb.net" not in side
        assert front.removeprefix("<style>").partition("</style>")[2] in back
        assert len(front) < len(back)
        assert read_html(front).tags.count("li") >= len(asked.options)
    assert list(learner.missing_images()) == []
    assert "<img" in "".join(card.question() for card in learner.cards())


def test_new_cards_come_in_the_order_of_the_file(learner: Learner) -> None:
    learner.take(exported("anki"))
    order = [f"{quiz.id}/{one.id}" for quiz in quizzes() for one in quiz.questions]
    assert [card.note()["Id"] for card in learner.cards()] == order


def test_tags_belong_to_the_course(learner: Learner, tmp_path: Path) -> None:
    learner.take(package(two_questions(tmp_path)))
    assert learner.card("tag:a-course::a").note().tags == [
        "a-course::a",
        "a-course::b",
        "a-course::level-1",
    ]


def test_hostile_text_stays_text(learner: Learner, tmp_path: Path) -> None:
    learner.take(package(hostile_quiz(tmp_path)))
    card = learner.card("Id:*/c")
    found = read_html(card.question())
    assert not set(found.tags) & {"script", "b", "i", "u"}
    assert r"\(a<b \& c>d\)" in found.text
    assert NASTY.split("`")[1] in found.text


def test_what_anki_would_play_or_typeset_stays_text(learner: Learner, tmp_path: Path) -> None:
    commands = ("[sound:a.mp3]", "[latex]x[/latex]", "[$]x[/$]", "[$$]x[/$$]", "[anki:play:q:0]")
    body = " ".join(f"`{written}`" for written in commands) + " and [latex]x[/latex]"
    learner.take(package(two_questions(tmp_path, body)))
    card = learner.card("Id:*/one")
    output = card.render_output()
    assert not output.question_av_tags
    text = read_html(card.question()).text
    assert all(written in text for written in commands)
    assert text.count("[latex]x[/latex]") == 2


def test_a_later_edition_updates_notes_and_keeps_what_was_learnt(
    learner: Learner, tmp_path: Path
) -> None:
    assert learner.take(package(two_questions(tmp_path))) == (2, 0, 0, 0)
    learner.learn(learner.card("Id:*/one"))
    learnt = learner.history()
    changed = two_questions(tmp_path, "How much exactly?")
    for file in tmp_path.glob("*.md"):
        os.utime(file, (1, 1))  # as old as can be, which must not matter
    assert learner.take(package(changed, LATER)) == (0, 2, 0, 0)
    assert "How much exactly?" in learner.card("Id:*/one").question()
    assert learner.history() == learnt
    assert len(learnt) == 2 + 1


def test_the_same_edition_and_an_earlier_one_change_nothing(
    learner: Learner, tmp_path: Path
) -> None:
    quiz = two_questions(tmp_path)
    learner.take(package(quiz, LATER))
    assert learner.take(package(quiz, LATER)) == (0, 0, 2, 0)
    assert learner.take(package(two_questions(tmp_path, "Old?"))) == (0, 0, 2, 0)
    assert "Old?" not in learner.card("Id:*/one").question()


def test_languages_and_courses_have_notes_of_their_own(learner: Learner, tmp_path: Path) -> None:
    quiz = two_questions(tmp_path)
    learner.take(package(quiz))
    learner.learn(learner.card("Id:*/one"))
    learnt = learner.history()
    other = replace(LATER, course="other", title=Text(en="Other", ja="別のコース"))
    assert learner.take(package(quiz, LATER, "ja")) == (2, 0, 0, 0)
    assert learner.take(package(quiz, other)) == (2, 0, 0, 0)
    assert set(learnt) <= set(learner.history())
    assert len(learner.decks()) == 3


def test_a_new_title_moves_no_cards(learner: Learner, tmp_path: Path) -> None:
    quiz = two_questions(tmp_path)
    (first, _) = quiz.questions
    learner.take(package(replace(quiz, questions=(first,))))
    (deck,) = learner.decks()
    renamed = two_questions(tmp_path, title="Another title")
    assert learner.take(package(renamed, LATER)) == (1, 1, 0, 0)
    assert learner.decks() == {deck: 2}
    described = learner.collection.decks.by_name(deck)
    assert described is not None
    assert "Another title" in described["desc"]


def test_a_learners_own_style_is_kept(learner: Learner, tmp_path: Path) -> None:
    learner.take(package(two_questions(tmp_path)))
    models = learner.collection.models
    model = learner.card("Id:*/one").note_type()
    model["css"] += ".card{color:green}"
    models.update_dict(model)
    after_that = replace(EDITION, made=int(time.time()) + 1000)
    assert learner.take(package(two_questions(tmp_path, "New?"), after_that)) == (0, 2, 0, 0)
    assert "color:green" in learner.card("Id:*/one").question()


@pytest.mark.parametrize("made", [0, 9_999_999_999])
def test_any_date_will_do(learner: Learner, tmp_path: Path, made: int) -> None:
    learner.take(package(two_questions(tmp_path), replace(EDITION, made=made)))
    assert len(learner.cards()) == 2
    assert learner.collection.fix_integrity()[1]
