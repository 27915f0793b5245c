"""From a solution to what the student gets: the same source with names in place of the blanks."""

from __future__ import annotations

from grader.course.blanks.comments import Comment
from grader.course.blanks.edits import Edit, apply_edits
from grader.course.blanks.lines import Lines
from grader.course.blanks.markers import read_markers
from grader.course.blanks.tokens import blank_name
from grader.words import LANGUAGES, sentence, translate


def render_exercise(source: str, filename: str, exercise_name: str) -> str:
    """Write the student's file: markers gone, every blank a name, a first line that says so.

    Importing it works, because the names are looked up only when the function is called.

    Raises:
        CourseError: the markers of the solution are not sound.
    """
    marked = read_markers(source, filename)
    edits = [
        Edit(blank.start, blank.end, blank_name(blank.label, len(marked.blanks)))
        for blank in marked.blanks
    ]
    lines = Lines(source)
    edits += [_without_marker(lines, marker) for marker in marked.markers]
    task = " / ".join(translate(sentence("blanks.fill_in"), language) for language in LANGUAGES)
    return f"# {task}:  grader check {exercise_name}\n{apply_edits(source, edits)}"


def solution_without_markers(source: str, filename: str) -> str:
    """Write the solution as a reader wants to see it, without the marker comments.

    Raises:
        CourseError: the markers of the solution are not sound.
    """
    lines = Lines(source)
    markers = read_markers(source, filename).markers
    return apply_edits(source, [_without_marker(lines, marker) for marker in markers])


def _without_marker(lines: Lines, marker: Comment) -> Edit:
    before = lines.before(marker.start)
    if before.strip():
        return Edit(marker.start - len(before) + len(before.rstrip()), marker.end, "")
    if marker.statement is not None:  # whose last line this is, after a backslash
        return Edit(marker.start, marker.end, "")
    return Edit(lines.start(marker.line), lines.start(marker.line + 1), "")
