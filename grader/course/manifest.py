"""What `grader pack` writes beside the answers: which course they are for, and their hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from grader import __version__
from grader.course.catalog import Course
from grader.course.student import template_of

MANIFEST = "manifest.json"
FORMAT = 1


def course_digest(course: Course) -> str:
    """The SHA-256 of all exercises of a course, as the student gets them.

    Raises:
        CourseError: the author's files are not sound.
    """
    digest = hashlib.sha256()
    for exercise in course.exercises:
        digest.update(f"{exercise.id}\0{template_of(exercise)}\0".encode())
    return digest.hexdigest()


def manifest_of(course: Course, files: Mapping[str, bytes]) -> bytes:
    """Write the manifest for these files, by their names in the archive.

    Raises:
        CourseError: the author's files are not sound.
    """
    document = {
        "format": FORMAT,
        "grader": __version__,
        "course": {"id": course.id, "digest": course_digest(course)},
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    return (json.dumps(document, indent=1) + "\n").encode()
