"""Reading and running the author's own Python files. Never a student's."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from grader.errors import CourseError
from grader.words import sentence


def read_author_file(path: Path) -> str:
    """Read one of the author's files as UTF-8.

    Raises:
        CourseError: it is missing or cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise CourseError(sentence("course.missing", file=path)) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise CourseError(sentence("course.unreadable", file=path, error=reason)) from error


def run_author_file(source: str, path: Path) -> dict[str, Any]:
    """Execute source in a fresh namespace and hand that out.

    Raises:
        CourseError: it does not parse or raises; says where.
    """
    namespace: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    try:
        exec(compile(source, str(path), "exec"), namespace)
    except SyntaxError as error:
        raise _broken(path, error.lineno, error) from error
    except Exception as error:
        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == str(path)
        ]
        raise _broken(path, lines[-1] if lines else None, error) from error
    return namespace


def _broken(path: Path, line: int | None, error: Exception) -> CourseError:
    place = f"{path}:{line}" if line else str(path)
    description = f"{type(error).__name__}: {error}"
    return CourseError(sentence("course.file_broken", place=place, error=description))
