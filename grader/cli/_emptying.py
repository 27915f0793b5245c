"""Putting the empty exercise in the place of an answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course.exercise import Exercise


def is_empty(exercise: Exercise) -> bool:
    """Whether the student's file is the exercise as it was at first.

    Raises:
        CourseError: the exercise is not sound.
    """
    from grader.course.student import template_of

    path = exercise.student_path
    return path.exists() and path.read_bytes() == template_of(exercise).encode()


def put_empty_exercise(exercise: Exercise) -> Path | None:
    """Write the exercise as it was at first.

    Returns:
        Where what was there before is kept; None if there was nothing.

    Raises:
        UsageError: the file or the copy cannot be written.
        CourseError: the exercise is not sound.
    """
    from grader.cli._files import keep_backup, write_file
    from grader.course.student import template_of

    path, template = exercise.student_path, template_of(exercise)
    backup = keep_backup(path) if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, template)
    return backup
