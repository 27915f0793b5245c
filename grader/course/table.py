"""The case table: the cases of an exercise and what the solution gives on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from grader.calls.performer import Performer
from grader.calls.steps import Outcome
from grader.course.case import Case
from grader.course.checks import draw_cases, load_spec
from grader.course.exercise import Exercise
from grader.course.sources import read_author_file, run_author_file
from grader.course.vocabulary import Spec
from grader.errors import CourseError
from grader.words import sentence

Outcomes: TypeAlias = tuple[Outcome, ...]


class CaseTable(NamedTuple):
    """Cases in order, the group each belongs to, and the outcomes of the solution's steps."""

    spec: Spec
    cases: tuple[Case, ...]
    groups: tuple[str, ...]
    expected: tuple[Outcomes, ...]


def build_table(exercise: Exercise, seed: int) -> CaseTable:
    """Draw the cases with `seed` and perform them on the solution, here in this process.

    Raises:
        CourseError: the author's files cannot be run, or there is no case.
    """
    spec = load_spec(exercise)
    cases: list[Case] = []
    groups: list[str] = []
    for group in spec.groups:
        drawn = draw_cases(exercise, group, seed)
        cases += drawn
        groups += [group.name] * len(drawn)
    if not cases:
        raise CourseError(sentence("course.no_cases", file=exercise.checks_path))
    path = exercise.solution_path
    expected = perform_source(read_author_file(path), path, exercise.name, cases)
    return CaseTable(spec, tuple(cases), tuple(groups), expected)


def perform_source(
    source: str, path: Path, name: str, cases: Sequence[Case]
) -> tuple[Outcomes, ...]:
    """Perform cases on the author's code.

    Raises:
        CourseError: the source cannot be run or does not define `name`.
    """
    return tuple(perform_each(source, path, name, cases))


def perform_each(source: str, path: Path, name: str, cases: Sequence[Case]) -> Iterator[Outcomes]:
    """Perform cases on the author's code one by one, a fresh object state for each.

    Raises:
        CourseError: the source cannot be run or does not define `name`.
    """
    namespace = run_author_file(source, path)
    if not callable(namespace.get(name)):
        raise CourseError(sentence("course.function_missing", file=path, name=name))
    for case in cases:
        performer = Performer(namespace, name, str(path))
        yield tuple(performer.perform(step) for step in case.steps)
