"""The quizzes of the real course, and an edition of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from grader.quiz.export import Edition, load_format
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import Quiz
from grader.words import Language, Text

ROOT = Path(__file__).resolve().parents[3]
EDITION = Edition("a-course", Text(en="A/course: one::two", ja="コース"), 1_700_000_000)


@cache
def quizzes() -> tuple[Quiz, ...]:
    return tuple(load_quiz(files) for files in find_quizzes(ROOT))


@cache
def exported(name: str, language: Language = "en") -> bytes:
    return load_format(name).write(quizzes(), language, EDITION)
