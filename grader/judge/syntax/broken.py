"""Where Python gave up reading, and what stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from grader.judge.syntax.characters import code_only
from grader.words import Sentence


class Broken(NamedTuple):
    """Where Python gave up: its message, the line there, and the place in the line from 0."""

    error: SyntaxError
    source: str
    number: int
    line: str
    place: int

    @property
    def message(self) -> str:
        """What Python says."""
        return str(self.error.msg)

    @property
    def code(self) -> str:
        """The line with its strings and comments made blank."""
        return code_only(self.line)


Explain = Callable[[Broken], Sentence | None]
