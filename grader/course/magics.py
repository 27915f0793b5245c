"""What IPython adds to Python, taken out of a cell without moving its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The cell magics whose body is run as Python in the notebook itself; with others it is a script
# for somebody else, or a text.
PYTHON_BODY = frozenset({"check", "capture", "prun", "time", "timeit"})
CHECK = "check"

_CELL_MAGIC = re.compile(r"%%(\w+)\s*(.*)")
_LINE_MAGIC = re.compile(r"(?P<indent>\s*)(?:[%!?].*|[\w.%]+\?{1,2}\s*)", re.DOTALL)
_ASSIGNED_MAGIC = re.compile(r"(?P<before>\s*[\w.,\s*()\[\]]+=\s*)(?:%\w|!).*", re.DOTALL)
# What changes whether the next line begins a statement.
_TOKEN = re.compile(
    r"""
      \#.*
    | (?P<long>'''|\"\"\")
    | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"
    | (?P<open>[(\[{]) | (?P<close>[)\]}])
    """,
    re.VERBOSE,
)


class Python(NamedTuple):
    """The Python of a cell, and what the cell names itself as the answer to (`%%check NAME`)."""

    source: str
    checks: str = ""


def python_of(cell: str) -> Python:
    """Replace magics and shell commands by what does nothing, each on its own line.

    A cell that is a script for something other than Python becomes empty.
    """
    lines = cell.split("\n")
    checks = ""
    for number, line in enumerate(lines):
        found = _CELL_MAGIC.match(line)
        if found is None and line.strip():
            break
        if found is None:
            continue
        if found[1] not in PYTHON_BODY:
            return Python("")
        if found[1] == CHECK:
            # What is left without options, all of which take a value.
            checks = re.sub(r"--\w+[ =]\S+", "", found[2]).strip()
        lines[number] = ""
    return Python("\n".join(_without_line_magics(lines)), checks)


def _without_line_magics(lines: list[str]) -> Iterator[str]:
    state = _State()
    continued = False
    for line in lines:
        if continued:
            yield ""
        elif state.begins_statement and (replaced := _replaced(line)) is not None:
            yield replaced
        else:
            state.read(line)
            yield line
            continue
        continued = line.endswith("\\")


def _replaced(line: str) -> str | None:
    assigned = _ASSIGNED_MAGIC.fullmatch(line)
    if assigned is not None:
        return f"{assigned['before']}None"
    magic = _LINE_MAGIC.fullmatch(line)
    return None if magic is None else f"{magic['indent']}pass"


class _State:
    """Whether a line begins a statement, or continues a bracket, a long string or a backslash."""

    def __init__(self) -> None:
        self._depth = 0
        self._quotes = ""
        self._backslash = False

    @property
    def begins_statement(self) -> bool:
        return not (self._depth or self._quotes or self._backslash)

    def read(self, line: str) -> None:
        at = 0
        self._backslash = line.endswith("\\")
        while at < len(line):
            at = self._after_long_string(line, at) if self._quotes else self._after_code(line, at)

    def _after_long_string(self, line: str, at: int) -> int:
        end = line.find(self._quotes, at)
        if end < 0:
            return len(line)
        self._quotes = ""
        return end + 3

    def _after_code(self, line: str, at: int) -> int:
        found = _TOKEN.search(line, at)
        if found is None:
            return len(line)
        self._quotes = found["long"] or ""
        if found["open"]:
            self._depth += 1
        if found["close"]:
            self._depth = max(0, self._depth - 1)
        return found.end()
