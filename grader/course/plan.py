"""The plan for grading an exercise: everything the author provides, drawn with one seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.course.blanks.markers import find_blanks
from grader.course.blanks.substitution import fill_template
from grader.course.blanks.template import render_exercise
from grader.course.exercise import Exercise
from grader.course.mistakes import Mistake, load_mistakes
from grader.course.sources import read_author_file
from grader.course.table import CaseTable, Outcomes, build_table, perform_each
from grader.course.task import read_title
from grader.words import Text


@dataclass(frozen=True)
class Plan:
    """An exercise ready to be graded.

    Attributes:
        template: the student's file with its blanks open.
        reference_fills: the solution's source for each blank, by label.
    """

    exercise: Exercise
    title: Text
    table: CaseTable
    template: str
    reference_fills: dict[str, str]

    @property
    def points(self) -> float:
        """What passing is worth."""
        points = self.table.spec.points
        return self.exercise.default_points if points is None else points

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The known mistakes; read when somebody asks, which is when an answer failed."""
        return load_mistakes(self.exercise)

    def mistake_outcomes(self, mistake: Mistake) -> Iterator[Outcomes]:
        """What the solution gives with a mistake's fills in its blanks, case by case."""
        return self.performed(self.mistake_source(mistake), self.exercise.mistakes_path)

    def mistake_source(self, mistake: Mistake) -> str:
        """The solution with a mistake's fills in its blanks."""
        return fill_template(self.template, {**self.reference_fills, **mistake.fills})

    def performed(self, source: str, path: Path | None = None) -> Iterator[Outcomes]:
        """What another version of the solution gives, case by case.

        Args:
            source: the version; it is run in this process, so it is never a student's.
            path: the author's file that a `CourseError` is to name.
        """
        path = path or self.exercise.solution_path
        return perform_each(source, path, self.exercise.name, self.table.cases)


def make_plan(exercise: Exercise, seed: int) -> Plan:
    """Read an exercise and draw its cases.

    Raises:
        CourseError: one of the author's files is not sound.
    """
    path = exercise.solution_path
    source = read_author_file(path)
    blanks = find_blanks(source, str(path))
    return Plan(
        exercise=exercise,
        title=read_title(exercise),
        table=build_table(exercise, seed),
        template=render_exercise(source, str(path), exercise.name),
        reference_fills={blank.label: blank.fill for blank in blanks},
    )
