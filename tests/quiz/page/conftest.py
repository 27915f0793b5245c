"""Pages of the course, and of a small quiz with every kind of question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.quiz.load import QuizFiles, load_quiz
from grader.quiz.model import Quiz
from grader.quiz.page.write import write_exam, write_practice
from tests.quiz.page.every_kind import ENGLISH, JAPANESE

if TYPE_CHECKING:
    pass


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Quiz:
    """A quiz with a question of each kind."""
    folder = tmp_path_factory.mktemp("every-kind")
    files = QuizFiles("day/section", folder / "quiz.md", folder / "quiz.ja.md")
    files.en.write_text(ENGLISH, encoding="utf-8")
    files.ja.write_text(JAPANESE, encoding="utf-8")
    (folder / "figure.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">'
        "<title>LEAK</title><!-- LEAK --><style>svg { color: red }</style>"
        '<defs><clipPath id="c"><path d="M0 0H90V60H0Z"/></clipPath></defs>'
        '<script>alert(1)</script><g clip-path="url(#c)" onclick="alert(2)" style="fill:red">'
        '<circle cx="30" cy="30" r="20" fill="none" stroke="currentColor"/></g></svg>',
        encoding="utf-8",
    )
    return load_quiz(files)


@pytest.fixture(scope="session")
def practice_page(every_kind: Quiz, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "page.html"
    path.write_text(write_practice(every_kind, "en", "index.html"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def exam_page(every_kind: Quiz, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exam") / "page.html"
    path.write_text(write_exam(every_kind, "en", "s001"), encoding="utf-8")
    return path
