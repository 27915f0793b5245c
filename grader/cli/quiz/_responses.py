"""The files that `grader quiz grade` is given: paths, folders of them, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.words import sentence

STDIN = "-"


def response_files(given: Sequence[Path]) -> Iterator[Path]:
    """Name each file once; a folder stands for the .json files in it, or itself if it has none."""
    seen: set[Path] = set()
    for path in given:
        found = _in_folder(path) if path.is_dir() else [path]
        for file in found:
            if file.absolute() not in seen:
                seen.add(file.absolute())
                yield file


def _in_folder(folder: Path) -> list[Path]:
    """No pipes, which would be waited for, and no hidden files, the leavings of programs."""
    found = (one for one in folder.glob("*.json") if one.is_file() or not one.exists())
    files = sorted(one for one in found if not one.name.startswith("."))
    return files or [folder]


def response_content(file: Path) -> tuple[bytes, str]:
    """Read a file, up to what is too long, and say what it is called.

    Raises:
        UsageError: it cannot be read.
    """
    from grader.quiz.results.exchange import MAX_BYTES

    if str(file) == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1), "stdin"
    if file.is_dir():
        raise UsageError(sentence("quiz_grade.empty_folder", folder=file))
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1), str(file)
    except OSError as error:
        values = {"file": file, "error": error.strerror}
        raise UsageError(sentence("quiz_selecting.unreadable", **values)) from error
