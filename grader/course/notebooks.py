"""Answers in the cells of a Jupyter notebook, which a stranger may have written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from grader.course.answer import (
    Answer,
    UnreadableError,
    answer_of_text,
    read_regular_file,
)
from grader.course.earlier import Reading, earlier_code, read_cell
from grader.course.exercise import Exercise
from grader.course.magics import python_of
from grader.course.skimming import Skimmer, SkimmingError
from grader.errors import UsageError
from grader.words import Sentence, sentence

# Outputs are passed over, not kept; but a file is read whole, and none needs more than this.
MAX_NOTEBOOK = 128 << 20
MAX_CELLS = 2_000
MAX_CODE = 512 << 10  # characters, in all cells
FORMAT = 4
# Of a folder, in the order of their names.
MAX_NOTEBOOKS = 50


class Cell(NamedTuple):
    """A code cell: its number in the notebook, its text, and the exercise it is marked for."""

    number: int
    text: str
    exercise: str = ""


class _Candidate(NamedTuple):
    """A cell as Python; `reading` is None where that cannot be read."""

    cell: Cell
    python: str
    reading: Reading | None

    def defines(self, name: str) -> bool:
        return self.reading is not None and name in self.reading.functions

    def is_meant_for(self, exercise: Exercise) -> bool:
        marked = self.cell.exercise
        if marked and f"/{exercise.id}".endswith(f"/{marked}"):
            return True
        if self.reading is not None:
            return False
        wanted = rf"^(?:async\s+)?(?:def|class)\s+{re.escape(exercise.name)}\b"
        return re.search(wanted, self.python, re.MULTILINE) is not None


class Notebook:
    """The code cells of a notebook, to find answers in.

    Args:
        name: what the file is called.
        cells: code cells, in the order in which they run.
    """

    def __init__(self, name: str, cells: Sequence[Cell]) -> None:
        self._name = name
        self._cells = [_candidate(cell) for cell in cells]

    def find_answer(self, exercise: Exercise) -> Answer | None:
        """Find the last cell that defines an exercise's function or class.

        Without one, the last cell that is marked for the exercise or was to define it; None when
        there is none either.
        """
        found = [one for one in self._cells if one.defines(exercise.name)]
        if found:
            answer = self._answer(found[-1])
            return answer._replace(remarks=_remarks([one.cell.number for one in found]))
        meant = [one for one in self._cells if one.is_meant_for(exercise)]
        return self._answer(meant[-1]) if meant else None

    def answer_in(self, number: int) -> Answer | None:
        """Take what is in one cell as the answer; None when there is no such cell."""
        found = [one for one in self._cells if one.cell.number == number]
        return self._answer(found[-1]) if found else None

    def unclaimed(self, _answers: object) -> list[str]:
        """Name what answers nothing; a notebook is full of cells that do not."""
        return []

    def remarks_about(self, _course: object) -> list[Sentence]:
        """Say nothing about the whole."""
        return []

    def _answer(self, chosen: _Candidate) -> Answer:
        number = chosen.cell.number
        answer = answer_of_text(Path(f"{self._name}, cell {number}"), chosen.python)
        answer = answer._replace(cell=sentence("notebook.cell", number=number))
        if answer.problem is not None or chosen.reading is None:
            return answer
        before = [one.reading for one in self._cells if one.cell.number < number and one.reading]
        after = [one.reading for one in self._cells if one.cell.number > number and one.reading]
        return answer._replace(earlier=earlier_code([*after, *before], chosen.reading))


def open_notebook(path: Path) -> Notebook:
    """Read the code cells of a notebook file.

    Raises:
        UsageError: it cannot be read, is no notebook, or is one of another format.
    """
    try:
        data = read_regular_file(path, MAX_NOTEBOOK)
    except UnreadableError as error:
        raise UsageError(error.sentence) from error
    return read_notebook(str(path), data)


def find_among(paths: Sequence[Path], exercise: Exercise) -> Answer | None:
    """Find an answer in the first notebook that has one; what is no notebook is passed over."""
    for path in paths[:MAX_NOTEBOOKS]:
        notebook = _opened(path)
        answer = None if notebook is None else notebook.find_answer(exercise)
        if answer is not None:
            return answer
    return None


def unreadable_among(paths: Sequence[Path]) -> list[str]:
    """List the files that have the name of a notebook and are none."""
    return [str(path) for path in paths[:MAX_NOTEBOOKS] if _opened(path) is None]


def _opened(path: Path) -> Notebook | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return _opened_once(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=MAX_NOTEBOOKS)
def _opened_once(path: Path, _changed: int, _size: int) -> Notebook | None:
    """Open a notebook once for all exercises of a command."""
    try:
        return open_notebook(path)
    except UsageError:
        return None


def read_notebook(name: str, data: bytes | None) -> Notebook:
    """Read the code cells of a notebook; None stands for too many bytes.

    Raises:
        UsageError: it is no notebook, or is one of another format.
    """
    if data is None:
        size = MAX_NOTEBOOK >> 20
        raise UsageError(sentence("notebook.too_large", path=name, size=size))
    found = _Found(name)
    try:
        found.read(Skimmer(data.removeprefix(b"\xef\xbb\xbf")))
    except SkimmingError as error:
        raise UsageError(sentence("notebook.no_notebook", path=name)) from error
    if found.format != FORMAT:
        known = isinstance(found.format, int) and 0 < found.format < 100
        given = found.format if known else "?"
        raise UsageError(sentence("notebook.other_format", path=name, format=given))
    if found.cells is None:
        raise UsageError(sentence("notebook.no_notebook", path=name))
    if sum(len(cell.text) for cell in found.cells) > MAX_CODE:
        raise UsageError(sentence("notebook.too_much_code", path=name, size=MAX_CODE >> 10))
    return Notebook(name, found.cells)


def _candidate(cell: Cell) -> _Candidate:
    python = python_of(cell.text)
    cell = cell._replace(exercise=cell.exercise or python.checks)
    sound = answer_of_text(Path(), python.source).problem is None
    return _Candidate(cell, python.source, read_cell(python.source) if sound else None)


def _remarks(definitions: Sequence[int]) -> tuple[Sentence, ...]:
    *others, last = definitions
    if not others:
        return ()
    listed = ", ".join(map(str, others))
    return (sentence("notebook.defined_again", last=last, others=listed),)


class _Found:
    """What is wanted of a notebook file; of several entries with one name the last counts."""

    def __init__(self, name: str) -> None:
        self.format: Any = None
        self.cells: list[Cell] | None = None
        self._name = name

    def read(self, skimmer: Skimmer) -> None:
        for key in skimmer.members():
            if key == "nbformat":
                self.format = skimmer.value()
            elif key == "cells" and skimmer.at(b"["):
                self.cells = list(self._code_cells(skimmer))
        skimmer.finish()

    def _code_cells(self, skimmer: Skimmer) -> Iterator[Cell]:
        for index in skimmer.items():
            if index >= MAX_CELLS:
                raise UsageError(sentence("notebook.too_many_cells", path=self._name, limit=index))
            if not skimmer.at(b"{"):
                continue
            wanted: dict[str, Any] = {}
            for key in skimmer.members():
                if key in ("cell_type", "source", "metadata"):
                    wanted[key] = skimmer.value()
            cell = _cell(index + 1, wanted)
            if cell is not None:
                yield cell


def _cell(number: int, wanted: dict[str, Any]) -> Cell | None:
    text = wanted.get("source")
    if isinstance(text, list) and all(isinstance(line, str) for line in text):
        text = "".join(text)
    if wanted.get("cell_type") != "code" or not isinstance(text, str):
        return None
    # JSON can hold halves of characters, and line ends of other systems.
    text = text.encode(errors="replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return Cell(number, text, _marked_for(wanted.get("metadata")))


def _marked_for(metadata: Any) -> str:
    ours = metadata.get("grader") if isinstance(metadata, dict) else None
    exercise = ours.get("exercise") if isinstance(ours, dict) else None
    return exercise if isinstance(exercise, str) else ""
