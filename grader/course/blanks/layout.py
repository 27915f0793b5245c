"""Taking lines of code out of their place and putting them into another one."""

from __future__ import annotations

import tokenize

from grader.course.blanks.lines import Lines, split_lines
from grader.course.blanks.tokens import UNREADABLE, scan


def dedent(block: str) -> str:
    """Take the first line's indentation away from every line, and empty lines around the block."""
    lines = split_lines(block)
    while lines and not lines[0].strip():
        del lines[0]
    block = "".join(lines).rstrip()
    base = block[: len(block) - len(block.lstrip())]
    return _with_prefix(block, old=base, new="")


def indent(block: str, indentation: str) -> str:
    """Put indentation before every line but empty ones."""
    return _with_prefix(block, old="", new=indentation)


def _with_prefix(block: str, *, old: str, new: str) -> str:
    inside_string = _lines_inside_strings(block)
    return "".join(
        line if number in inside_string or not line.strip() else new + line.removeprefix(old)
        for number, line in enumerate(split_lines(block), start=1)
    )


def _lines_inside_strings(block: str) -> set[int]:
    # Moving these lines would change the value of a string, not the layout.
    lines = Lines(block)
    inside: set[int] = set()
    try:
        for token in scan(block):
            if token.kind == tokenize.STRING:
                inside.update(range(lines.line_at(token.start) + 1, lines.line_at(token.end) + 1))
    except UNREADABLE:
        return inside
    return inside
