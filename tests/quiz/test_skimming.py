from __future__ import annotations

from pathlib import Path

import pytest

from grader.quiz.load import QuizFiles, find_quizzes, load_quiz
from grader.quiz.skimming import skim_keys
from tests.quiz.terminal.taker import write_quiz

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("files", find_quizzes(ROOT), ids=lambda files: files.id)
def test_skimming_finds_the_questions_that_reading_finds(files: QuizFiles) -> None:
    keys = [f"{files.id}#{question.id}" for question in load_quiz(files).questions]
    assert list(skim_keys(ROOT, files.id)) == keys


def test_where_there_is_no_quiz_there_are_no_questions(tmp_path: Path) -> None:
    write_quiz(tmp_path)
    assert len(skim_keys(tmp_path, "day1/section1_sums")) == 4
    assert skim_keys(tmp_path, "day1/section2_empty") == ()
    (tmp_path / "quizzes/day1/section1_sums.md").write_bytes(b"\xff")
    assert skim_keys(tmp_path, "day1/section1_sums") == ()
