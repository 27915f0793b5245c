"""Matching a template with a student's code, token by token.

Between two blanks the tokens have to be equal; a blank takes any run of tokens that is not empty
and has its brackets balanced, of an expression also within one statement. The ways to do so are
counted from the end of the code to its beginning. A run is balanced exactly when both its ends lie
directly inside the same bracket, so a sum per bracket replaces a loop over all runs, and the time
needed is proportional to the number of tokens whatever the code looks like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from grader.course.blanks.solution import BlankKind
from grader.course.blanks.tokens import DEDENT, INDENT, NEWLINE, blank_label

# For every blank of the template the first token of its run, and the one behind its last.
Runs: TypeAlias = tuple[tuple[int, int], ...]

_OPENING = frozenset(("(", "[", "{", INDENT))
_CLOSING = frozenset((")", "]", "}", DEDENT))


def statement_kind(tokens: Sequence[str], index: int) -> BlankKind:
    """Whether the blank at `index` is a whole statement of the template or a part of one."""
    before = tokens[index - 1] if index else NEWLINE
    after = tokens[index + 1] if index + 1 < len(tokens) else NEWLINE
    layout = (NEWLINE, INDENT, DEDENT)
    return "block" if before in layout and after in layout else "expression"


class TokenMatch:
    """All ways in which `student` is `template` with its blanks filled.

    Args:
        template: the texts of its tokens; a blank is its name.
        student: the texts of the student's tokens.
    """

    def __init__(self, template: Sequence[str], student: Sequence[str]) -> None:
        self._student = list(student)
        self._end = len(self._student)
        at = [index for index, text in enumerate(template) if blank_label(text)]
        bounds = zip([-1, *at], [*at, len(template)], strict=True)
        self._parts = [list(template[start + 1 : end]) for start, end in bounds]
        brackets = _enclosing_brackets(self._student)
        statements = [0, *accumulate(text == NEWLINE for text in self._student)]
        within: dict[BlankKind, list[Hashable]] = {
            "block": list(brackets),
            "expression": list(zip(brackets, statements, strict=True)),
        }
        self._inside = [within[statement_kind(template, index)] for index in at]
        # Per blank and position: in how many ways the rest matches if the blank ends there.
        self._ends: list[list[int]] = []
        self.count = self._count()

    def ways(self) -> Iterator[Runs]:
        """Yield all ways, one after the other."""
        if self.count:
            yield from self._ways_from(len(self._parts[0]), 0)

    def _count(self) -> int:
        starts = [0] * self._end + [1]
        for blank in reversed(range(len(self._inside))):
            ends = self._matching(self._parts[blank + 1], starts)
            self._ends.insert(0, ends)
            starts = _sums_behind(ends, self._inside[blank])
        return self._matching(self._parts[0], starts)[0]

    def _matching(self, part: list[str], onward: list[int]) -> list[int]:
        student, length = self._student, len(part)
        return [
            onward[start + length]
            if onward[start + length] and student[start : start + length] == part
            else 0
            for start in range(self._end - length + 1)
        ] + [0] * min(length, self._end + 1)

    def _ways_from(self, start: int, blank: int) -> Iterator[Runs]:
        if blank == len(self._inside):
            yield ()
            return
        inside, ends = self._inside[blank], self._ends[blank]
        for end in range(start + 1, self._end + 1):
            if ends[end] and inside[end] == inside[start]:
                following = end + len(self._parts[blank + 1])
                for rest in self._ways_from(following, blank + 1):
                    yield ((start, end), *rest)


def _enclosing_brackets(tokens: list[str]) -> list[int]:
    # For every position between tokens the innermost bracket or block around it.
    opened = [-1]
    enclosing = [-1]
    for index, text in enumerate(tokens):
        if text in _OPENING:
            opened.append(index)
        elif text in _CLOSING and len(opened) > 1:
            opened.pop()
        enclosing.append(opened[-1])
    return enclosing


def _sums_behind(values: list[int], groups: list[Hashable]) -> list[int]:
    # For every position the sum of the values at later positions of the same group.
    sums: defaultdict[Hashable, int] = defaultdict(int)
    result = [0] * len(values)
    for position in reversed(range(len(values))):
        result[position] = sums[groups[position]]
        sums[groups[position]] += values[position]
    return result
