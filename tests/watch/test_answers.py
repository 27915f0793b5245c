from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.course.exercise import Exercise
from grader.course.submission import Submission
from grader.watch.answers import SETTLED_SECONDS, VANISHED_SECONDS, Answers
from grader.watch.events import Saved

DOUBLE, TOTAL = "day1/sums/double", "day1/sums/total"
SOON, LATER = SETTLED_SECONDS * 1.5, VANISHED_SECONDS * 1.5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (DOUBLE, TOTAL):
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", "utf-8")
    return tmp_path


@pytest.fixture
def answers(folder: Path) -> Answers:
    exercises = [Exercise(name, folder, 1.0) for name in (TOTAL, DOUBLE)]
    return Answers(Submission(str(folder), folder, is_file=False), exercises)


def test_nothing_happens_while_nothing_is_saved(answers: Answers, folder: Path) -> None:
    os.utime(folder / f"{DOUBLE}.py")
    assert answers.look_at_all(0.0) is None
    assert not answers.restless


def test_a_save_counts_once_it_has_lasted(answers: Answers, folder: Path) -> None:
    (folder / f"{DOUBLE}.py").write_text("new", "utf-8")
    assert answers.look_at_all(10.0) is None
    assert answers.restless
    assert answers.look_at_all(10.0 + SOON) == Saved((DOUBLE,), since=10.0)
    answer = answers.answer(DOUBLE)
    assert answer is not None
    assert answer.source == "new"
    assert answers.look_at_all(20.0) is None


def test_a_save_of_which_there_was_news_counts_at_once(answers: Answers, folder: Path) -> None:
    (folder / f"{DOUBLE}.py").write_text("new", "utf-8")
    assert answers.look_at_all(10.0, told=True) == Saved((DOUBLE,), since=10.0)
    (folder / f"{DOUBLE}.py").write_text("", "utf-8")
    assert answers.look_at_all(20.0, told=True) is None


def test_the_same_size_at_the_same_time_is_no_disguise(answers: Answers, folder: Path) -> None:
    path = folder / f"{DOUBLE}.py"
    before = path.stat()
    path.write_text("odd", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    answers.look_at_all(0.0)
    assert answers.look_at_all(SOON) is not None


@pytest.mark.parametrize("emptied", [True, False])
def test_an_editor_may_empty_or_remove_the_file_while_it_saves(
    answers: Answers, folder: Path, emptied: bool
) -> None:
    path = folder / f"{DOUBLE}.py"
    path.write_text("", "utf-8") if emptied else path.unlink()
    assert answers.look_at_all(0.0) is None
    assert answers.look_at_all(SOON) is None
    path.write_text("new", "utf-8")
    assert answers.look_at_all(2 * SOON) is None
    assert answers.look_at_all(4 * SOON) == Saved((DOUBLE,), since=2 * SOON)


def test_what_stays_away_is_gone(answers: Answers, folder: Path) -> None:
    (folder / f"{DOUBLE}.py").unlink()
    answers.look_at_all(0.0)
    assert answers.look_at_all(LATER) == Saved((DOUBLE,), frozenset({DOUBLE}), since=0.0)
    assert answers.answer(DOUBLE) is None


def test_a_change_that_is_undone_is_none(answers: Answers, folder: Path) -> None:
    path = folder / f"{DOUBLE}.py"
    path.write_text("new", "utf-8")
    answers.look_at_all(0.0)
    path.write_text("old", "utf-8")
    assert answers.look_at_all(SOON) is None
    assert not answers.restless


def test_all_may_change_at_once(answers: Answers, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    answers.look_at_all(0.0)
    assert answers.look_at_all(LATER) == Saved(
        (TOTAL, DOUBLE), frozenset({TOTAL, DOUBLE}), since=0.0
    )


def test_looking_around_finds_every_change_in_the_end(answers: Answers, folder: Path) -> None:
    (folder / f"{TOTAL}.py").write_text("new", "utf-8")
    found = [answers.look_around(DOUBLE, step * SOON) for step in range(4)]
    assert [saved.ids for saved in found if saved is not None] == [(TOTAL,)]


def test_a_link_is_not_followed(answers: Answers, folder: Path) -> None:
    path = folder / f"{DOUBLE}.py"
    path.unlink()
    path.symlink_to(folder / f"{TOTAL}.py")
    answers.look_at_all(0.0)
    assert answers.look_at_all(LATER) == Saved((DOUBLE,), since=0.0)
    answer = answers.answer(DOUBLE)
    assert answer is not None
    assert answer.problem is not None
