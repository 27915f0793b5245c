"""The screen for a state: a heading, the page that can be scrolled, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.layout import cut, display_width, pad, wrap
from grader.report.drawing.pen import Pen
from grader.report.drawing.result import ResultPen
from grader.watch.page import page_of
from grader.watch.state import State
from grader.words import Sentence, sentence

BAR_WIDTH = 16
LEAST_ROWS_FOR_SPACE = 16
PLAIN_ARROWS = str.maketrans({"↑": "^", "↓": "v"})
# Each key with the sentence that says what it does.
EXERCISE_KEYS = (
    ("n", "watch.key_next"),
    ("p", "watch.key_previous"),
    ("h", "watch.key_hint"),
    ("l", "watch.key_list"),
    ("c", "watch.key_check"),
    ("x", "watch.key_empty"),
    ("q", "watch.key_quit"),
)
LIST_KEYS = (
    ("↑↓", "watch.key_move"),
    ("enter", "watch.key_open"),
    ("l", "watch.key_return"),
)
QUESTION_KEYS = (("y", "watch.key_yes"), ("n", "watch.key_no"))


class Frame(NamedTuple):
    """What to show, line by line, and how far the page really is scrolled."""

    lines: tuple[str, ...]
    scroll: int


def compose(state: State, pen: ResultPen, rows: int) -> Frame:
    """Lay out the screen.

    Args:
        state: what is to be shown.
        pen: whom it is drawn for.
        rows: how many lines there are; the frame has just as many.
    """
    page = page_of(state, pen)
    space = [""] if rows >= LEAST_ROWS_FOR_SPACE else []
    foot = [*_question(state, pen), *_keys(state, pen)]
    head = [*_heading(state, pen), *space]
    # Between page and foot there is the status.
    room = max(1, rows - len(head) - len(foot) - len(space) - 1)
    farthest = max(0, len(page) - room)
    scroll = min(_cursor_shown(state, room) if state.view == "list" else state.scroll, farthest)
    shown = page[scroll : scroll + room]
    shown += [""] * (room - len(shown))
    status = _status_line(state, pen, scroll, farthest - scroll)
    lines = [*head, *shown, *space, status, *foot][:rows]
    written = [pen.page([line])[:-1] for line in lines]
    if not pen.style.unicode:
        written = [line.translate(PLAIN_ARROWS) for line in written]
    return Frame(tuple(written), scroll)


def _cursor_shown(state: State, room: int) -> int:
    """Scroll the list so that the cursor is in the middle, where that is possible."""
    headings = len({entry.section for entry in state.entries[: state.cursor + 1]})
    return max(0, state.cursor + headings - room // 2)


def _heading(state: State, pen: Pen) -> Iterator[str]:
    """Name the section, and say how much of it is passed; of everything beside the list."""
    entry = state.entry
    title = sentence("watch.section", title=entry.section_title, id=entry.section)
    counted = [one for one in state.entries if one.section == entry.section]
    if state.view == "list":
        title, counted = sentence("watch.list"), list(state.entries)
    passed = sum(map(state.passed, counted))
    right = pen.translate(sentence("watch.progress", passed=passed, total=len(counted)))
    room = pen.style.width - display_width(right) - BAR_WIDTH - 5
    left = pad(cut(pen.translate(title), room), room)
    yield f" {pen.bold(left)}  {right}  {_bar(pen, passed / len(counted))}"


def _bar(pen: Pen, share: float) -> str:
    filled = int(BAR_WIDTH * share)
    full, empty = ("█", "░") if pen.style.unicode else ("#", "-")
    return pen.coloured(full * filled, "green") + pen.dim(empty * (BAR_WIDTH - filled))


def _status_line(state: State, pen: Pen, above: int, below: int) -> str:
    if state.view == "list":
        return ""
    more = _more(pen, above, below)
    room = pen.style.width - display_width(more) - 2
    said = f" {cut(pen.translate(_status(state)), room - 1)}"
    strong = state.note is not None or state.work != "idle"
    left = pad(said, room)
    return f"{left if strong else pen.dim(left)} {pen.bold(more)}"


def _status(state: State) -> Sentence:
    if state.note is not None:
        return state.note
    match state.work:
        case "waiting":
            return sentence("watch.checking")
        case "explaining":
            return sentence("watch.explaining")
        case "training":
            done, total = state.training or (0, 1)
            return sentence("watch.training", percent=100 * done // max(1, total))
    if state.passed(state.entry) and state.to_go_to() is None:
        return sentence("watch.all_passed")
    if state.seconds is None:
        return sentence("watch.waiting")
    return sentence("watch.checked", milliseconds=round(1000 * state.seconds))


def _more(pen: Pen, above: int, below: int) -> str:
    if above and below:
        return pen.translate(sentence("watch.both", above=above, below=below))
    if above:
        return pen.translate(sentence("watch.above", count=above))
    return pen.translate(sentence("watch.below", count=below)) if below else ""


def _question(state: State, pen: Pen) -> list[str]:
    if state.question is None:
        return []
    asked = wrap(pen.translate(state.question), pen.style.width - 2)
    return [f" {pen.bold(line)}" for line in asked]


def _keys(state: State, pen: Pen) -> list[str]:
    keys = {"exercise": EXERCISE_KEYS, "list": LIST_KEYS, "question": QUESTION_KEYS}[state.view]
    inviting = "n" if state.view == "exercise" and _may_go_on(state) else ""
    lines, columns = [""], 0
    for key, said in keys:
        does = pen.translate(sentence(said))
        width = 1 + display_width(f"{key} {does}")
        if columns + width > pen.style.width:
            lines, columns = [*lines, ""], 0
        bold = pen.coloured(pen.bold(key), "green") if key == inviting else pen.bold(key)
        lines[-1] += f" {bold} {does} "
        columns += width + 1
    return lines


def _may_go_on(state: State) -> bool:
    return state.work == "idle" and state.passed(state.entry) and state.to_go_to() is not None
