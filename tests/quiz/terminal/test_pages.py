from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from grader.progress import Notebook
from grader.progress.reviews import PAGE as REVIEWS
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import Quiz
from grader.quiz.terminal.choosing import all_items
from grader.quiz.terminal.pages import (
    SCORES,
    SESSIONS,
    keep_session,
    note_review,
    note_scores,
    restore_session,
    review_of,
    score_before,
)
from grader.quiz.terminal.session import Session
from tests.quiz.terminal.taker import Learner

TODAY = date(2030, 1, 1)


def restored(notebook: Notebook, quizzes: list[Quiz], *, fixed: bool = True) -> Session | None:
    items = all_items(quizzes)
    return restore_session(notebook, "name", items, items, fixed=fixed)


def kept(notebook: Notebook, quizzes: list[Quiz], *lines: str) -> Session:
    learner = Learner(quizzes)
    learner.types(*lines)
    keep_session(notebook, "name", learner.session)
    return learner.session


@pytest.mark.parametrize("fixed", [True, False])
def test_a_session_goes_on_where_it_stopped(
    notebook: Notebook, quizzes: list[Quiz], fixed: bool
) -> None:
    session = kept(notebook, quizzes, "?", ":s", "a", "x", "", "", "A C", "", "Because", "")
    found = restored(notebook, quizzes, fixed=fixed)
    assert found is not None
    assert [item.key for item in found.items] == [item.key for item in session.items]
    keys = [item.key for item in found.items]
    assert [found.attempts.get(key) for key in keys] == [session.attempts.get(key) for key in keys]
    assert found.item.question.id == "essay"
    assert found.attempt.hints == 0
    assert found.attempts[keys[0]].hints == 1


def test_nothing_answered_is_nothing_to_go_on_with(notebook: Notebook, quizzes: list[Quiz]) -> None:
    kept(notebook, quizzes)
    assert restored(notebook, quizzes) is None


def test_an_answer_to_a_question_that_has_changed_is_dropped(
    notebook: Notebook, quizzes: list[Quiz], tmp_path: Path
) -> None:
    kept(notebook, quizzes, ":a", "", "a", "b")
    note_review(notebook, all_items(quizzes)[0], True, TODAY)
    path = find_quizzes(tmp_path)[0].en
    path.write_text(path.read_text(encoding="utf-8").replace("Which one?", "Which?"), "utf-8")
    changed = [load_quiz(files) for files in find_quizzes(tmp_path)]
    found = restored(notebook, changed)
    assert found is not None
    answered = [item.question.id for item in found.items if found.attempt_at(item).answered]
    assert answered == ["blanks"]
    assert review_of(notebook, all_items(changed)[0]) is None


HOSTILE: list[Any] = [
    {"items": 3, "attempts": 3},
    {"items": [1, None, {}, "x"], "attempts": [1]},
    {"attempts": {"day1/section1_sums#letters": 7}},
    {"attempts": {"day1/section1_sums#letters": {"digest": "other", "outcome": "right"}}},
]
FIELDS: list[dict[str, Any]] = [
    {"outcome": "perfect"},
    {"outcome": ["right"]},
    {"outcome": "right", "response": "Z", "credit": 1},
    {"outcome": "right", "response": {"a": [[[]]]}, "credit": 1},
    {"outcome": None, "response": "not an essay"},
    {"hints": -3},
    {"hints": 1e300},
    {"hints": 10**30},
]


@pytest.mark.parametrize("fixed", [True, False])
@pytest.mark.parametrize("entry", HOSTILE)
def test_a_made_up_session_is_none(
    notebook: Notebook, quizzes: list[Quiz], entry: dict[str, Any], fixed: bool
) -> None:
    notebook.note(SESSIONS, "name", entry)
    assert restored(notebook, quizzes, fixed=fixed) is None


@pytest.mark.parametrize("fields", FIELDS)
def test_a_made_up_attempt_is_none(
    notebook: Notebook, quizzes: list[Quiz], fields: dict[str, Any]
) -> None:
    item = all_items(quizzes)[0]
    entry = {"digest": item.question.digest, **fields}
    notebook.note(SESSIONS, "name", {"items": [item.key], "attempts": {item.key: entry}})
    assert restored(notebook, quizzes) is None


@pytest.mark.parametrize("credit", [-1, 2, 1e999, "1", None, True])
def test_made_up_credit_is_none(notebook: Notebook, quizzes: list[Quiz], credit: object) -> None:
    item = all_items(quizzes)[0]
    fields = {"outcome": "right", "response": 1, "credit": credit}
    entry = {"digest": item.question.digest, **fields}
    attempts = {item.key: entry}
    notebook.note(SESSIONS, "name", {"items": [item.key], "attempts": attempts, "at": [5]})
    found = restored(notebook, quizzes)
    assert found is not None
    assert found.score == 0


REVIEW = {"box": 1, "due": "2030-01-01", "right": False, "on": "2030-01-01"}


@pytest.mark.parametrize(
    "fields",
    [{"box": 0}, {"box": 6}, {"box": True}, {"due": "soon"}, {"due": 5}, {"right": 1}, {"on": ""}],
)
def test_a_made_up_review_is_none(
    notebook: Notebook, quizzes: list[Quiz], fields: dict[str, Any]
) -> None:
    item = all_items(quizzes)[0]
    entry = {"digest": item.question.digest, **REVIEW}
    notebook.note(REVIEWS, item.key, entry)
    assert review_of(notebook, item) is not None
    notebook.note(REVIEWS, item.key, {**entry, **fields})
    assert review_of(notebook, item) is None
    note_review(notebook, item, True, TODAY)
    assert review_of(notebook, item) is not None


def test_scores_are_those_of_whole_quizzes(notebook: Notebook, quizzes: list[Quiz]) -> None:
    learner = Learner(quizzes)
    learner.types(learner.letter(1))
    note_scores(notebook, learner.session, TODAY)
    assert score_before(notebook, quizzes[0]) == (1, 7)
    part = Session(learner.session.items[:2], learner.session.attempts)
    part.attempts.clear()
    note_scores(notebook, part, TODAY)
    assert score_before(notebook, quizzes[0]) == (1, 7)


@pytest.mark.parametrize(
    "entry",
    [{}, {"score": 9, "points": 7}, {"score": "1", "points": 7}, {"score": -1, "points": 7}],
)
def test_a_made_up_score_is_none(
    notebook: Notebook, quizzes: list[Quiz], entry: dict[str, Any]
) -> None:
    notebook.note(SCORES, quizzes[0].id, entry)
    assert score_before(notebook, quizzes[0]) is None


def test_everything_kept_is_plain_json(
    notebook: Notebook, quizzes: list[Quiz], tmp_path: Path
) -> None:
    kept(notebook, quizzes, "A", "", "", "重み", "b")
    text = (tmp_path / "state" / "course.json").read_text(encoding="utf-8")
    assert re.search("重み", text)
    assert set(json.loads(text)["pages"]) == {SESSIONS}
