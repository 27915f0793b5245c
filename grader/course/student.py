"""The student's copy of an exercise: the generated file, and how far it is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from grader.course.blanks import align, render_exercise
from grader.course.exercise import Exercise
from grader.course.sources import read_author_file
from grader.course.submission import Answer, Submission, find_answer


@dataclass(frozen=True)
class Filling:
    """How many of a file's blanks are filled; `aligned` is False if more than those was changed."""

    filled: int
    total: int
    aligned: bool


def template_of(exercise: Exercise) -> str:
    """Generate the student's file from the solution.

    Raises:
        CourseError: the solution is missing, or its blanks are not marked well.
    """
    path = exercise.solution_path
    return render_exercise(read_author_file(path), str(path), exercise.name)


def students_answer(exercise: Exercise) -> Answer | None:
    """Read the file in `exercises/`; None when there is none."""
    folder = exercise.root / "exercises"
    return find_answer(Submission(str(folder), folder, is_file=False), exercise)


def filling_of(exercise: Exercise, answer: Answer) -> Filling:
    """Count the filled blanks of an answer."""
    template = template_of(exercise)
    total = len(align(template, template).fills)
    try:
        alignment = align(template, answer.source)
    except (SyntaxError, ValueError):
        return Filling(0, total, aligned=False)
    todo = sum(fill.todo for fill in alignment.fills)
    return Filling(total - todo, total, alignment.aligned)
