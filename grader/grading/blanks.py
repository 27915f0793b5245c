"""Puts what a student filled into a blank into the result format."""

from __future__ import annotations

from grader.course.blanks import Fill
from grader.course.blanks.lines import Lines
from grader.model import BlankResult, BlankStatus


class BlankResults:
    """Makes results for the blanks of one source, which knows where its lines begin."""

    def __init__(self, source: str) -> None:
        self._lines = Lines(source)

    def make(self, fill: Fill, status: BlankStatus, message: str = "") -> BlankResult:
        """The result of one blank."""
        # The last character, because what lies behind it may be on the next line already.
        end_line = self._lines.line_at(max(fill.start, fill.end - 1))
        return BlankResult(
            label=fill.label,
            line=fill.line,
            fill=fill.text,
            status=status,
            message=message,
            column=fill.start - self._lines.start(fill.line) + 1,
            end_line=end_line,
            end_column=fill.end - self._lines.start(end_line) + 1,
        )
