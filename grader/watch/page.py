"""The part of the screen that can be scrolled: a result with its hints, or the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from grader.layout import cut, display_width, pad, printable
from grader.model import Result
from grader.report.drawing.facts import status_of
from grader.report.drawing.pen import SIGNS, Pen
from grader.report.drawing.result import ResultPen
from grader.watch.events import Hint
from grader.watch.flowing import flowing
from grader.watch.state import Entry, State
from grader.words import sentence


def page_of(state: State, pen: ResultPen) -> list[str]:
    """Write the lines of the page, as many as it takes."""
    return list(_list(state, pen) if state.view == "list" else _exercise(state, pen))


def _exercise(state: State, pen: ResultPen) -> Iterator[str]:
    result = state.result
    if state.broken is not None:
        yield f" {pen.bold(state.entry.name)}  {state.entry.title}"
        yield from pen.paragraph(pen.translate(state.broken))
    elif result is None:
        yield f" {pen.bold(state.entry.name)}  {state.entry.title}"
        yield from _file(state.entry, None, pen)
        yield ""
        yield from pen.paragraph(pen.translate(sentence("watch.checking")))
    else:
        style = replace(pen.style, related=state.related)
        yield from _result(state.entry, result, ResultPen(pen.language, style))
    for hint in state.hints:
        yield ""
        yield from _hint(hint, pen)


def _result(entry: Entry, result: Result, pen: ResultPen) -> Iterator[str]:
    if result.status == "todo" and result.file is None:
        said = pen.translate(sentence("watch.file_gone", file=entry.file))
        result = replace(result, messages=(said,))
    headline, *lines = pen.result(result)
    yield headline
    if result.file is not None:
        yield from _file(entry, result.line, pen)
    yield from lines
    if result.blanks and all(blank.status == "todo" for blank in result.blanks):
        yield from _task(entry, pen)


def _task(entry: Entry, pen: Pen) -> Iterator[str]:
    """What is to be done, for somebody who has not begun."""
    yield ""
    yield from pen.paragraph(flowing(entry.task))
    yield ""
    whole = pen.translate(sentence("watch.whole_task"))
    command = f"grader show {entry.name}"
    yield from map(pen.dim, [*pen.paragraph(whole), *pen.command(command)])


def _file(entry: Entry, line: int | None, pen: Pen) -> Iterator[str]:
    where = entry.file if line is None else f"{entry.file}:{line}"
    yield from map(pen.dim, pen.paragraph(where))


def _hint(hint: Hint, pen: Pen) -> Iterator[str]:
    heading = sentence("hints.heading", number=hint.number, total=hint.total)
    yield f"    {pen.bold(pen.translate(heading))}"
    yield from pen.paragraph(flowing(hint.text), indent=6)


def _list(state: State, pen: Pen) -> Iterator[str]:
    name_column = max(display_width(entry.name) for entry in state.entries) + 2
    section = ""
    for place, entry in enumerate(state.entries):
        if entry.section != section:
            section = entry.section
            yield f" {pen.bold(cut(f'{entry.section_title} · {section}', pen.style.width - 2))}"
        yield _row(state, place, name_column, pen)


def _row(state: State, place: int, name_column: int, pen: Pen) -> str:
    entry = state.entries[place]
    result = state.results.get(entry.id)
    status = pen.translate(sentence("watch.unknown") if result is None else status_of(result))
    sign = " " if result is None else pen.sign(result.status)
    colour = "white" if result is None else SIGNS[result.status][2]
    room = pen.style.width - 6 - display_width(status)
    left = pad(cut(f"{pad(entry.name, name_column)}{entry.title}", room - 2), room)
    chosen = place == state.cursor
    left = pen.bold(printable(left)) if chosen else printable(left)
    return f" {'>' if chosen else ' '} {sign} {left}{pen.coloured(status, colour)}"
