"""Places in a source text: lines and columns, as tokens and the syntax tree count them."""

from __future__ import annotations

import ast
from bisect import bisect_right
from io import StringIO
from itertools import accumulate


def split_lines(text: str) -> list[str]:
    r"""Split where Python does: at `\n`, `\r\n` and `\r` only, unlike `str.splitlines`."""
    return list(StringIO(text, newline=""))


class Lines:
    """Translates between offsets into a source text and its lines, which count from 1."""

    def __init__(self, source: str) -> None:
        self._lines = split_lines(source)
        self._starts = [0, *accumulate(map(len, self._lines))]

    def text(self, line: int) -> str:
        """The line with its line break; empty beyond the end of the text."""
        return self._lines[line - 1] if line <= len(self._lines) else ""

    def start(self, line: int) -> int:
        """The offset of a line's first character."""
        return self._starts[min(line, len(self._starts)) - 1]

    def line_at(self, offset: int) -> int:
        """The line that holds the character at `offset`."""
        return min(bisect_right(self._starts, offset), max(len(self._lines), 1))

    def before(self, offset: int) -> str:
        """What stands on the same line before `offset`."""
        line = self.line_at(offset)
        return self.text(line)[: offset - self.start(line)]

    def after(self, offset: int) -> str:
        """What stands on the same line from `offset` on."""
        line = self.line_at(offset)
        return self.text(line)[offset - self.start(line) :]

    def hold_only(self, start: int, end: int) -> bool:
        """Whether the lines from `start` to `end` hold nothing else, comments behind it aside."""
        rest = self.after(end).strip()
        return not self.before(start).strip() and (not rest or rest.startswith("#"))

    def node_start(self, node: ast.expr | ast.stmt) -> int:
        """The offset of a node's first character; of a decorated definition, that of its `@`."""
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        if decorators:
            text = self.text(decorators[0].lineno)
            return self.start(decorators[0].lineno) + len(text) - len(text.lstrip())
        return self._offset_of_bytes(node.lineno, node.col_offset)

    def node_end(self, node: ast.expr | ast.stmt) -> int:
        """The offset behind a node's last character."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._offset_of_bytes(node.end_lineno, node.end_col_offset)

    def _offset_of_bytes(self, line: int, column: int) -> int:
        # The syntax tree counts columns in UTF-8 bytes, and the course is partly in Japanese.
        return self.start(line) + len(self.text(line).encode()[:column].decode())
