"""Confirmation tests prove themselves: what an author could get wrong, by file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from grader.course.catalog import Course
from grader.quiz.exercise import known_of
from grader.quiz.lint import Finding, check_quiz
from grader.quiz.load import QuizFiles, read_source
from grader.quiz.parse.file import read_draft
from grader.words import LANGUAGES, Language


class QuizProof(NamedTuple):
    """What was found out about one quiz; it is sound when there are no findings."""

    files: QuizFiles
    questions: Mapping[Language, int]
    findings: tuple[Finding, ...]


def check_quizzes(course: Course, quizzes: tuple[QuizFiles, ...]) -> tuple[QuizProof, ...]:
    """Look for everything that could be wrong with some quizzes of a course.

    Raises:
        CourseError: an exercise of the course is not sound, so links to it cannot be checked.
    """
    if not quizzes:
        return ()
    known = known_of(course)
    return tuple(
        QuizProof(files, _questions(files), check_quiz(files, known).findings) for files in quizzes
    )


def _questions(files: QuizFiles) -> dict[Language, int]:
    paths = {"en": files.en, "ja": files.ja}
    return {language: _count(paths[language]) for language in LANGUAGES}


def _count(path: Path) -> int:
    try:
        return len(read_draft(read_source(path), str(path)).questions)
    except (OSError, UnicodeDecodeError):
        return 0
