"""Loads an exercise's checks.py and draws its cases."""

from __future__ import annotations

import zlib

import numpy as np

from grader.course.case import Case, read_case
from grader.course.exercise import Exercise
from grader.course.sources import read_author_file, run_author_file
from grader.course.vocabulary import CaseGroup, Spec
from grader.errors import CourseError
from grader.words import sentence


def load_spec(exercise: Exercise) -> Spec:
    """Run checks.py and hand out the one `spec(...)` it makes.

    Raises:
        CourseError: the file cannot be run, or makes none or several.
    """
    path = exercise.checks_path
    namespace = run_author_file(read_author_file(path), path)
    found = [value for value in namespace.values() if isinstance(value, Spec)]
    if len(found) != 1:
        raise CourseError(sentence("course.needs_one_spec", file=path, count=len(found)))
    return found[0]


def draw_cases(exercise: Exercise, group: CaseGroup, seed: int) -> tuple[Case, ...]:
    """Draw the cases of one group.

    Each group has a stream of its own, so that adding a case to one leaves the others as they are.

    Raises:
        CourseError: the group raises, or yields something that is no case.
    """
    stream = zlib.crc32(f"{exercise.id}:{group.name}".encode())
    rng = np.random.default_rng([seed, stream])
    try:
        return tuple(map(read_case, group.source(rng)))
    except Exception as error:
        raise CourseError(
            sentence(
                "course.cases_fail",
                file=exercise.checks_path,
                group=group.name,
                error=f"{type(error).__name__}: {error}",
            )
        ) from error
