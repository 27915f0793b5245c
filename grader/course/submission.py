"""A submission on disk: which file, cell or member of an archive answers an exercise.

Submissions come from strangers. Nothing but regular files is opened, links are not followed, and
sizes are looked at before reading.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from grader.course.answer import MAX_BYTES, MAX_LINE, Answer, read_answer
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.errors import UsageError
from grader.words import Sentence, sentence

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "Answer",
    "Contents",
    "Submission",
    "find_answer",
    "open_submission",
    "places_of",
    "unclaimed_files",
]

MAX_UNCLAIMED = 10


class Contents(Protocol):
    """What there is in a single file that holds many answers."""

    def find_answer(self, exercise: Exercise) -> Answer | None:
        """Find the answer to an exercise; None when there is none."""

    def unclaimed(self, answers: Collection[str]) -> list[str]:
        """Name what answers nothing, as misspelt files do."""

    def remarks_about(self, course: Course) -> list[Sentence]:
        """Say what is odd about the whole, as an answer to this course."""


class Submission(NamedTuple):
    """A folder or file, as the user named it; a notebook or archive comes with its contents."""

    given: str
    path: Path
    is_file: bool
    contents: Contents | None = None


def open_submission(given: str, selected: int) -> Submission:
    """Look at what `--submission` names.

    Args:
        given: the path as the user typed it.
        selected: how many exercises are to be graded; a single Python file answers exactly one.

    Raises:
        UsageError: it does not exist, cannot be read, or is a file for several exercises.
    """
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        said = sentence("submission.missing", path=given, error=error.strerror)
        raise UsageError(said) from error
    if stat.S_ISDIR(mode):
        if not os.access(path, os.R_OK | os.X_OK):
            raise UsageError(sentence("submission.folder_unreadable", path=given))
        return Submission(given, path, is_file=False)
    contents = _contents(path)
    if contents is not None:
        return Submission(given, path, is_file=True, contents=contents)
    if path.suffix != ".py":
        raise UsageError(sentence("submission.not_python", path=given))
    if selected != 1:
        raise UsageError(sentence("submission.file_for_several", path=given, count=selected))
    return Submission(given, path, is_file=True)


def _contents(path: Path) -> Contents | None:
    if path.suffix == ".ipynb":
        from grader.course.notebooks import open_notebook

        return open_notebook(path)
    if path.suffix == ".zip":
        from grader.course.packed import open_packed

        return open_packed(path)
    return None


def find_answer(submission: Submission, exercise: Exercise) -> Answer | None:
    """Find the answer to an exercise; None when the submission has none.

    A folder may mirror the course tree, hold a folder per exercise, or be flat; what is not there
    as a file may be in a notebook in that folder.
    """
    if submission.contents is not None:
        return submission.contents.find_answer(exercise)
    if submission.is_file:
        return read_answer(submission.path)
    for place in places_of(exercise):
        candidate = submission.path / place
        if os.path.lexists(candidate):
            return read_answer(candidate, below=submission.path)
    names = _notebook_names(submission.path)
    if not names:
        return None
    from grader.course.notebooks import find_among

    return find_among([submission.path / name for name in names], exercise)


def places_of(exercise: Exercise) -> Iterator[str]:
    """Where in a folder the answer to an exercise may lie, the likeliest place first."""
    yield f"{exercise.id}.py"
    yield f"{exercise.id}/{exercise.name}.py"
    yield f"{exercise.name}/{exercise.name}.py"
    yield f"{exercise.name}.py"


def unclaimed_files(submission: Submission, answers: Collection[str]) -> list[str]:
    """List up to ten files of a submission that answer nothing, as misspelt ones do."""
    if submission.contents is not None:
        return submission.contents.unclaimed(answers)[:MAX_UNCLAIMED]
    if submission.is_file:
        return []
    found = []
    for folder, subfolders, files in os.walk(submission.path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith((".", "__")))
        paths = (str(Path(folder, name)) for name in sorted(files) if name.endswith(".py"))
        found += [path for path in paths if path not in answers]
        if len(found) > MAX_UNCLAIMED:
            break
    names = _notebook_names(submission.path)
    if names:
        from grader.course.notebooks import unreadable_among

        found += unreadable_among([submission.path / name for name in names])
    return found[:MAX_UNCLAIMED]


def _notebook_names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if path.suffix == ".ipynb")
    except OSError:
        return []
