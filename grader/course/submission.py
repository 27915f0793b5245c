"""A submission on disk: which file answers an exercise, and its text.

Submissions come from strangers. Nothing but regular files is opened, links are not followed, and
sizes are looked at before reading.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import tokenize
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from grader.course.exercise import Exercise
from grader.errors import UsageError
from grader.words import Sentence, sentence

# No answer comes near; the parser takes time and memory by the square of the longest ones.
MAX_BYTES = 200 << 10
MAX_LINE = 5_000
MAX_UNCLAIMED = 10
# In what Python files are saved. Python knows more, but they are no texts, or take minutes to read.
ENCODINGS = frozenset(
    {
        "utf-8",
        "utf-8-sig",
        "shift_jis",
        "shift_jis_2004",
        "cp932",
        "euc_jp",
        "iso2022_jp",
        "ascii",
        "iso8859-1",
        "cp1252",
    }
)


class Submission(NamedTuple):
    """A folder or single file, as the user named it."""

    given: str
    path: Path
    is_file: bool


class Answer(NamedTuple):
    """The file that answers an exercise: its text, or why there is none to be had."""

    path: Path
    source: str = ""
    problem: Sentence | None = None


def open_submission(given: str, selected: int) -> Submission:
    """Look at what `--submission` names.

    Args:
        given: the path as the user typed it.
        selected: how many exercises are to be graded; a single file answers exactly one.

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
    if path.suffix != ".py":
        raise UsageError(sentence("submission.not_python", path=given))
    if selected != 1:
        raise UsageError(sentence("submission.file_for_several", path=given, count=selected))
    return Submission(given, path, is_file=True)


def find_answer(submission: Submission, exercise: Exercise) -> Answer | None:
    """Find the answer to an exercise; None when the submission has none.

    A folder may mirror the course tree, hold a folder per exercise, or be flat.
    """
    if submission.is_file:
        return _read(submission.path)
    candidates = (
        submission.path / f"{exercise.id}.py",
        submission.path / exercise.id / f"{exercise.name}.py",
        submission.path / exercise.name / f"{exercise.name}.py",
        submission.path / f"{exercise.name}.py",
    )
    for candidate in candidates:
        if os.path.lexists(candidate):
            return _read(candidate, below=submission.path)
    return None


def unclaimed_files(submission: Submission, answers: Iterable[str]) -> list[str]:
    """List up to ten Python files of a submission that answer nothing, as misspelt ones do."""
    if submission.is_file:
        return []
    found = []
    for folder, subfolders, files in os.walk(submission.path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith((".", "__")))
        paths = (str(Path(folder, name)) for name in sorted(files) if name.endswith(".py"))
        found += [path for path in paths if path not in answers]
        if len(found) > MAX_UNCLAIMED:
            break
    return found[:MAX_UNCLAIMED]


def _read(path: Path, below: Path | None = None) -> Answer:
    try:
        if not _is_plain(path, below):
            return Answer(path, problem=sentence("submission.special_file", file=path))
        # O_NONBLOCK: should the file have become a pipe meanwhile, opening it must not hang.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return Answer(path, problem=sentence("submission.special_file", file=path))
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problem = sentence("submission.file_unreadable", file=path, error=error.strerror)
        return Answer(path, problem=problem)
    if len(data) > MAX_BYTES:
        return Answer(path, problem=sentence("submission.too_large", file=path))
    return _decode(path, data)


def _is_plain(path: Path, below: Path | None) -> bool:
    depth = 0 if below is None else len(path.relative_to(below).parts) - 1
    if any(part.is_symlink() for part in (path, *path.parents[:depth])):
        return False
    return stat.S_ISREG(path.lstat().st_mode)


def _decode(path: Path, data: bytes) -> Answer:
    source = _text(data)
    if source is None or "\0" in source:
        return Answer(path, problem=sentence("submission.not_text", file=path))
    if max(map(len, source.splitlines()), default=0) > MAX_LINE:
        return Answer(path, problem=sentence("submission.line_too_long", file=path, limit=MAX_LINE))
    return Answer(path, source)


def _text(data: bytes) -> str | None:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if codecs.lookup(encoding).name not in ENCODINGS:
            return None
        return io.TextIOWrapper(io.BytesIO(data), encoding).read()
    except (SyntaxError, UnicodeDecodeError):
        return None
