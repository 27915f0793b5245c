"""Source as tokens, without anything that does not change what it means."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from grader.course.blanks.lines import Lines

# No token of Python starts with a line break, so these cannot be mistaken for one.
NEWLINE, INDENT, DEDENT = "\n", "\n>", "\n<"

BLANK_NAME = re.compile(r"___([1-9][0-9]*)?", re.ASCII)

UNREADABLE = (SyntaxError, tokenize.TokenError)

_LAYOUT = (tokenize.NL, tokenize.COMMENT, tokenize.ENDMARKER)
_LINE_BREAK = re.compile(r"\r\n?")
_PLAIN_STRING = re.compile(r"[rRuUbB]*['\"]")


class Token(NamedTuple):
    """A token with its offsets. `kind` is that of `tokenize`; an f-string is one STRING."""

    kind: int
    text: str
    start: int
    end: int


def blank_label(text: str) -> str | None:
    """The label of the blank that a name stands for: `___2` is "2", a lone `___` is "1"."""
    found = BLANK_NAME.fullmatch(text)
    return (found[1] or "1") if found else None


def blank_name(label: str, count: int) -> str:
    """The name that stands for a blank in an exercise with `count` of them."""
    return f"___{label}" if count > 1 else "___"


def scan(source: str) -> Iterator[Token]:
    """Yield every token, comments and layout included.

    Raises:
        SyntaxError, tokenize.TokenError: the text cannot be split into tokens.
    """
    lines = Lines(source)
    depth = opened = 0
    # Line breaks are translated as the parser does; that leaves lines and columns as they are.
    for found in tokenize.generate_tokens(StringIO(source, newline=None).readline):
        name = tokenize.tok_name[found.type]
        start = lines.start(found.start[0]) + found.start[1]
        end = start + len(found.string)
        if found.type == tokenize.STRING and found.start[0] < found.end[0]:
            # Python 3.12 may count the last line's columns in bytes; its text is right.
            end = lines.start(found.end[0]) + len(found.string.rpartition("\n")[2])
        # From Python 3.12 on an f-string comes in pieces.
        if name.endswith("STRING_START"):
            opened = opened if depth else start
            depth += 1
        elif name.endswith("STRING_END"):
            depth -= 1
            if not depth:
                text = _LINE_BREAK.sub("\n", source[opened:end])
                yield Token(tokenize.STRING, text, opened, end)
        elif not depth:
            yield Token(found.type, found.string, start, end)


def code_tokens(source: str, *, keep_all: bool = False) -> list[Token]:
    """Reduce source to the tokens that say what it does.

    Comments, line breaks inside brackets, the width of indentation, statements that are only a
    string (docstrings) and those that only print are left out.

    What remains of layout is `NEWLINE` after a statement (a semicolon is one too) and `INDENT` …
    `DEDENT` around a block, without width, behind the token before them. `DEDENT` comes before the
    `NEWLINE` of the statement it ends, so that a compound statement is followed by a `NEWLINE` as
    any other, and blocks nest as brackets do.

    Raises:
        SyntaxError, tokenize.TokenError: the text cannot be split into tokens.
    """
    reducer = _Reducer(keep_all)
    for token in scan(source):
        if token.kind not in _LAYOUT:
            reducer.add(token)
    reducer.end_block_or_file()
    return reducer.tokens


class _Reducer:
    def __init__(self, keep_all: bool) -> None:
        self.tokens: list[Token] = []
        self._keep_all = keep_all
        self._statement: list[Token] = []
        self._newline_due = False

    def add(self, token: Token) -> None:
        if token.kind == tokenize.NEWLINE or token.text == ";":
            self._end_statement()
        elif token.kind == tokenize.INDENT:
            self.end_block_or_file()
            self._layout(INDENT)
        elif token.kind == tokenize.DEDENT:
            self._layout(DEDENT)
        else:
            self._statement.append(token)

    def end_block_or_file(self) -> None:
        if self._newline_due:
            self._layout(NEWLINE)
            self._newline_due = False

    def _end_statement(self) -> None:
        statement, self._statement = self._statement, []
        if not statement or (not self._keep_all and _changes_nothing(statement)):
            return
        self.end_block_or_file()
        self.tokens += statement
        self._newline_due = True

    def _layout(self, text: str) -> None:
        place = self.tokens[-1].end if self.tokens else 0
        self.tokens.append(Token(tokenize.NEWLINE, text, place, place))


def _changes_nothing(statement: list[Token]) -> bool:
    return all(map(_is_plain_string, statement)) or _only_prints(statement)


def _only_prints(statement: list[Token]) -> bool:
    """Whether a statement is `print(...)`; one with a blank in it belongs to the exercise."""
    texts = [token.text for token in statement]
    if texts[:2] != ["print", "("] or any(map(blank_label, texts)):
        return False
    depth = 0
    for index, text in enumerate(texts):
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        if index and not depth:
            return index == len(texts) - 1
    return False


def _is_plain_string(token: Token) -> bool:
    return token.kind == tokenize.STRING and _PLAIN_STRING.match(token.text) is not None
