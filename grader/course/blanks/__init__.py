"""Blanks: found in the author's solution, left open in the exercise, recovered from an answer."""

from grader.course.blanks.alignment import align
from grader.course.blanks.fills import Alignment, Fill
from grader.course.blanks.markers import Blank, find_blanks
from grader.course.blanks.solution import BlankKind
from grader.course.blanks.substitution import fill_template, is_current, substitute
from grader.course.blanks.template import render_exercise, solution_without_markers

__all__ = [
    "Alignment",
    "Blank",
    "BlankKind",
    "Fill",
    "align",
    "fill_template",
    "find_blanks",
    "is_current",
    "render_exercise",
    "solution_without_markers",
    "substitute",
]
