"""Puts the answers of a submission into one archive, the same bytes for the same answers."""

from __future__ import annotations

import io
import tokenize
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from grader.course.answer import Answer
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.manifest import MANIFEST, manifest_of
from grader.course.student import filling_of
from grader.course.submission import Submission, find_answer
from grader.words import Sentence

# The first moment that an archive can name; when something was packed is not part of it.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
ORDINARY_FILE = 0o100644 << 16
UNIX = 3


class Package(NamedTuple):
    """An archive, the exercises whose answers are in it, and why others are left out.

    `unfinished`: those with blanks still open.
    """

    data: bytes
    packed: tuple[Exercise, ...]
    unfinished: tuple[Exercise, ...]
    left_out: tuple[Sentence, ...]


def pack(course: Course, exercises: Sequence[Exercise], submission: Submission) -> Package:
    """Put answers into an archive, each as a Python file at the place of its exercise.

    Raises:
        CourseError: the author's files are not sound.
    """
    files: dict[str, bytes] = {}
    packed: list[Exercise] = []
    unfinished: list[Exercise] = []
    left_out: list[Sentence] = []
    for exercise in exercises:
        answer = find_answer(submission, exercise)
        if answer is None:
            continue
        if answer.problem is not None:
            left_out.append(answer.problem)
            continue
        files[f"{exercise.id}.py"] = _as_file(answer)
        packed.append(exercise)
        filling = filling_of(exercise, answer)
        if filling.filled < filling.total:
            unfinished.append(exercise)
    files[MANIFEST] = manifest_of(course, files)
    return Package(_archive(files), tuple(packed), tuple(unfinished), tuple(left_out))


def _as_file(answer: Answer) -> bytes:
    """The answer as a file of its own: with what it uses of a notebook's other cells."""
    source = f"{answer.earlier}\n\n\n{answer.source}" if answer.earlier else answer.source
    data = source.encode()
    # The first lines may name another encoding, in which they are then read.
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return source.encode(encoding)


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Nothing is compressed: how small something gets differs from one computer to the next."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.create_system, info.external_attr = UNIX, ORDINARY_FILE
            archive.writestr(info, data)
    return written.getvalue()
