"""Selectors: the short names by which a command line picks exercises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.errors import CourseError, UsageError
from grader.words import sentence


def select(course: Course, selectors: Sequence[str]) -> tuple[Exercise, ...]:
    """Pick the exercises that any selector names, in course order; all when there is none.

    A selector is any run of parts of an id. Day and section parts match whole or up to their
    first `_`, exercise names match whole. A path such as `exercises/day1/.../softmax.py`, as
    the shell completes it, names its exercise too.

    Raises:
        UsageError: a selector names nothing.
        CourseError: there is nothing to be named.
    """
    if not course.exercises:
        raise CourseError(sentence("course.no_exercises", root=course.root))
    if not selectors:
        return course.exercises
    picked = {exercise.id for selector in selectors for exercise in _matches(course, selector)}
    return tuple(exercise for exercise in course.exercises if exercise.id in picked)


def select_one(course: Course, selector: str) -> Exercise:
    """Pick the one exercise a selector names.

    Raises:
        UsageError: it names none, or several.
    """
    found = _matches(course, selector)
    if len(found) > 1:
        names = ", ".join(exercise.id for exercise in found)
        raise UsageError(sentence("course.several_match", selector=selector, names=names))
    return found[0]


def _matches(course: Course, selector: str) -> list[Exercise]:
    parts = _parts(selector)
    found = [exercise for exercise in course.exercises if _names(parts, exercise.id.split("/"))]
    if found:
        return found
    # A slash stands for the exercises there might be; no part of a selector is one.
    if any(_names(parts, [*section.id.split("/"), "/"]) for section in course.sections):
        raise UsageError(sentence("course.section_is_empty", selector=selector))
    raise _nothing_matched(course, selector)


def _parts(selector: str) -> list[str]:
    parts = selector.removesuffix(".py").strip("/").split("/")
    return parts[1:] if parts[0] in ("exercises", "solutions") and len(parts) > 1 else parts


def _names(parts: Sequence[str], id_parts: Sequence[str]) -> bool:
    last = len(id_parts) - 1
    return any(
        all(
            _part_matches(part, id_parts[start + offset], start + offset == last)
            for offset, part in enumerate(parts)
        )
        for start in range(len(id_parts) - len(parts) + 1)
    )


def _part_matches(part: str, id_part: str, is_exercise: bool) -> bool:
    return part == id_part or (not is_exercise and part == id_part.split("_", 1)[0])


def _nothing_matched(course: Course, selector: str) -> UsageError:
    import difflib

    known = list(dict.fromkeys(_known_names(course)))
    nearest = difflib.get_close_matches(selector, known, n=3, cutoff=0.5)
    if nearest:
        return UsageError(
            sentence("course.nothing_matches_but", selector=selector, names=", ".join(nearest))
        )
    return UsageError(sentence("course.nothing_matches", selector=selector))


def _known_names(course: Course) -> Iterable[str]:
    for exercise in course.exercises:
        day, section, name = exercise.id.split("/")
        yield from (name, day, section, section.split("_", 1)[0], exercise.id)
