"""An answer to one exercise, as it was found in a submission, and what is accepted as its text."""

from __future__ import annotations

import codecs
import io
import os
import stat
import tokenize
from pathlib import Path
from typing import NamedTuple

from grader.words import Sentence, sentence

# No answer comes near; the parser takes time and memory by the square of the longest ones.
MAX_BYTES = 200 << 10
MAX_LINE = 5_000
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


class Answer(NamedTuple):
    """What answers an exercise: its text, or why there is none to be had.

    Attributes:
        path: the file; for a cell of a notebook or a member of an archive, a name for it.
        source: the text, as the student typed it; lines are counted in it.
        problem: why there is no text.
        earlier: code that runs before it: what it uses of a notebook's other cells.
        cell: the name of the cell of a notebook, if it is one: lines are counted in the cell.
        remarks: what else the student is to know about how the answer was found.
    """

    path: Path
    source: str = ""
    problem: Sentence | None = None
    earlier: str = ""
    cell: Sentence | None = None
    remarks: tuple[Sentence, ...] = ()


class UnreadableError(Exception):
    """A file that is not read; `sentence` says why."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)
        self.sentence = said


def read_regular_file(path: Path, limit: int, below: Path | None = None) -> bytes | None:
    """Read a stranger's file, unless it is anything but a regular file.

    Args:
        path: the file.
        limit: how many bytes at most.
        below: the folder that is trusted; no link on the way from there is followed.

    Returns:
        The bytes; None if there are more.

    Raises:
        UnreadableError: it is a link or special file, or the system refuses.
    """
    try:
        if not _is_plain(path, below):
            raise UnreadableError(sentence("submission.special_file", file=path))
        # O_NONBLOCK: should the file have become a pipe meanwhile, opening it must not hang.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError(sentence("submission.special_file", file=path))
            # Room is made for what is read at once, so not for all that would be allowed.
            data = file.read(min(status.st_size, limit) + 1)
            data += file.read(limit + 1 - len(data)) if len(data) > status.st_size else b""
    except OSError as error:
        said = sentence("submission.file_unreadable", file=path, error=error.strerror)
        raise UnreadableError(said) from error
    return None if len(data) > limit else data


def read_answer(path: Path, below: Path | None = None) -> Answer:
    """Read the file that answers an exercise; what keeps it from being read is its problem."""
    try:
        data = read_regular_file(path, MAX_BYTES, below)
    except UnreadableError as error:
        return Answer(path, problem=error.sentence)
    return answer_of_bytes(path, data)


def answer_of_bytes(path: Path, data: bytes | None) -> Answer:
    """Make an answer of the bytes of a Python file; None stands for too many of them."""
    if data is None or len(data) > MAX_BYTES:
        return Answer(path, problem=sentence("submission.too_large", file=path))
    source = _text(data)
    if source is None:
        return Answer(path, problem=sentence("submission.not_text", file=path))
    return answer_of_text(path, source)


def answer_of_text(path: Path, source: str) -> Answer:
    """Make an answer of text, unless it is none that an exercise could have."""
    if "\0" in source:
        return Answer(path, problem=sentence("submission.not_text", file=path))
    if len(source) > MAX_BYTES:
        return Answer(path, problem=sentence("submission.too_large", file=path))
    if max(map(len, source.splitlines()), default=0) > MAX_LINE:
        return Answer(path, problem=sentence("submission.line_too_long", file=path, limit=MAX_LINE))
    return Answer(path, source)


def _is_plain(path: Path, below: Path | None) -> bool:
    depth = 0 if below is None else len(path.relative_to(below).parts) - 1
    if any(part.is_symlink() for part in (path, *path.parents[:depth])):
        return False
    return stat.S_ISREG(path.lstat().st_mode)


def _text(data: bytes) -> str | None:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if codecs.lookup(encoding).name not in ENCODINGS:
            return None
        return io.TextIOWrapper(io.BytesIO(data), encoding).read()
    except (SyntaxError, UnicodeDecodeError):
        return None
