"""Quizzes that are to be shown outside the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.quiz.model import Quiz


def load_shown(root: Path, selectors: Sequence[str]) -> list[Quiz]:
    """Read the quizzes that selectors name, all of whose formulas can be shown.

    Args:
        root: the folder of the course.
        selectors: as they were typed.

    Raises:
        UsageError: a selector names nothing.
        CourseError: a quiz is not sound, or a formula of it cannot be shown.
    """
    from grader.quiz.lint.maths import require_formulas
    from grader.quiz.load import load_quiz
    from grader.quiz.selecting import select_quizzes

    quizzes = [load_quiz(files) for files in select_quizzes(root, selectors)]
    for quiz in quizzes:
        require_formulas(quiz)
    return quizzes
