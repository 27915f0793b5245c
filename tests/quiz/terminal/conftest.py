from __future__ import annotations

from pathlib import Path

import pytest

from grader.progress import Notebook
from grader.quiz.model import Quiz
from tests.quiz.terminal.taker import Learner, load_all, write_quiz


@pytest.fixture
def quizzes(tmp_path: Path) -> list[Quiz]:
    """One quiz with a choice, two blanks, pairs and an essay."""
    write_quiz(tmp_path)
    return load_all(tmp_path)


@pytest.fixture
def learner(quizzes: list[Quiz]) -> Learner:
    return Learner(quizzes)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "state" / "course.json")
