"""A source text with its tokens and its top-level functions and classes."""

from __future__ import annotations

import keyword
from bisect import bisect_left, bisect_right
from itertools import pairwise

from grader.course.blanks.lines import Lines
from grader.course.blanks.syntax import Definition, definitions, parse_module
from grader.course.blanks.tokens import Token, blank_label, code_tokens


class Source:
    """A file: its text, lines, tokens (see `code_tokens`) and definitions by name.

    Raises:
        SyntaxError, tokenize.TokenError: the text is not Python.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.definitions = definitions(parse_module(text))
        self.tokens = code_tokens(text)
        self._starts = [token.start for token in self.tokens]

    def tokens_of(self, node: Definition) -> list[Token]:
        """The tokens of one definition."""
        start, end = self.lines.node_start(node), self.lines.node_end(node)
        return self.tokens[bisect_left(self._starts, start) : bisect_right(self._starts, end)]

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The tokens from one offset up to another one, layout aside."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [token for token in self.tokens[first:last] if token.start < token.end]

    def has_blank(self, start: int, end: int) -> bool:
        """Whether the name of a blank stands between two offsets."""
        return any(blank_label(token.text) for token in self.tokens_between(start, end))

    def grouped(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of an expression with none, one, two, … of the parentheses around it.

        The parentheses of a call are not among them. A generator expression without others has
        them for its own and is given back without.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end) - 1
        if self._opens_call(first):
            first, last = first + 1, last - 1
        places = [(self._starts[first], self.tokens[last].end)]
        while self._is_grouping(first - 1, last + 1):
            first, last = first - 1, last + 1
            places.append((self._starts[first], self.tokens[last].end))
        return places

    def on_one_line(self, start: int, end: int) -> str:
        """The source of an expression without the line breaks and comments between its tokens."""
        tokens = self.tokens_between(start, end)
        parts = [token.text for token in tokens[:1]]
        for before, token in pairwise(tokens):
            gap = self.text[before.end : token.start]
            parts += [" " if "\n" in gap or "\r" in gap else gap, token.text]
        return "".join(parts)

    def _is_grouping(self, opening: int, closing: int) -> bool:
        return (
            opening >= 0
            and closing < len(self.tokens)
            and self.tokens[opening].text == "("
            and self.tokens[closing].text == ")"
            and not self._opens_call(opening)
        )

    def _opens_call(self, index: int) -> bool:
        if index < 1 or self.tokens[index].text != "(":
            return False
        before = self.tokens[index - 1].text
        return before[-1] in ")]}'\"" or (before.isidentifier() and not keyword.iskeyword(before))
