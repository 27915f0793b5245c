"""What stands in the blanks of a file, and putting something else there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from grader.course.blanks.edits import Edit, apply_edits
from grader.course.blanks.layout import dedent, indent
from grader.course.blanks.lines import Lines
from grader.course.blanks.runs import statement_kind
from grader.course.blanks.solution import BlankKind
from grader.course.blanks.source import Source
from grader.course.blanks.tokens import blank_label
from grader.errors import CourseError
from grader.words import sentence


class Fill(NamedTuple):
    """What a student put into a blank.

    `text` is as typed, of a block without its indentation; `line` (from 1), `start` and `end`
    (character offsets) say where it is in the student's file. `todo`: a blank is still in it.
    """

    label: str
    kind: BlankKind
    text: str
    line: int
    start: int
    end: int
    todo: bool


class Alignment(NamedTuple):
    """How a student's file relates to its template.

    Without `aligned`, more than the blanks was rewritten or the reading is ambiguous; `fills`
    then has only the blanks whose names are still to be found somewhere in the file.
    """

    aligned: bool
    fills: tuple[Fill, ...]


def fill_at(source: Source, label: str, kind: BlankKind, start: int, end: int) -> Fill | None:
    """Describe a fill by its place; None for a block that shares its lines with other code."""
    text = source.text[start:end]
    if kind == "block":
        if not source.lines.hold_only(start, end):
            return None
        text = dedent(source.lines.before(start) + text)
    line = source.lines.line_at(start)
    return Fill(label, kind, text, line, start, end, source.has_blank(start, end))


def named_blanks(source: Source) -> dict[str, Fill]:
    """The blanks that stand in a file under their name, by label; of several the first one."""
    texts = [token.text for token in source.tokens]
    found: dict[str, Fill] = {}
    for index, token in enumerate(source.tokens):
        label = blank_label(token.text)
        if label and label not in found:
            kind = statement_kind(texts, index)
            line = source.lines.line_at(token.start)
            found[label] = Fill(label, kind, token.text, line, token.start, token.end, todo=True)
    return found


def replace_fills(text: str, places: Iterable[Fill], fills: Mapping[str, str]) -> str:
    """Put other fills into their places: expressions as they are, blocks at the indentation there.

    Raises:
        CourseError: a label in `fills` has no place.
    """
    by_label = {place.label: place for place in places}
    unknown = [label for label in fills if label not in by_label]
    if unknown:
        labels = ", ".join(by_label) or "–"
        raise CourseError(sentence("blanks.unknown_label", label=unknown[0], labels=labels))
    lines = Lines(text)
    return apply_edits(text, (_edit(lines, by_label[label], fills[label]) for label in fills))


def _edit(lines: Lines, place: Fill, fill: str) -> Edit:
    if place.kind == "block":
        indentation = lines.before(place.start)
        fill = indent(dedent(fill), indentation).removeprefix(indentation)
    return Edit(place.start, place.end, fill)
