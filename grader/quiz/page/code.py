"""Code of a quiz as HTML: highlighted, its blanks marked, one element a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    String,
    _TokenType,
    is_token_subtype,
)
from pygments.util import ClassNotFound

from grader.quiz.parse.question import BLANK

_CLASSES: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "c"),
    (String, "s"),
    (Number, "m"),
    (Keyword, "k"),
    (Operator.Word, "k"),
    (Name.Function, "f"),
    (Name.Builtin, "b"),
)
# The line break stands within, where it makes no empty line.
_LINE = Markup('<span class="line">{}\n</span>')


def write_code(code: str, language: str) -> Markup:
    """Write a block of code.

    Args:
        code: with blanks such as `___1___`.
        language: what stands behind the fence; text that no lexer knows is not highlighted.
    """
    pieces = _pieces(code.rstrip("\n"), language)
    lines = [Markup("").join(line) for line in _lines(pieces)]
    return Markup("<pre><code>{}</code></pre>").format(Markup("").join(map(_LINE.format, lines)))


def _pieces(code: str, language: str) -> Iterator[tuple[str, str]]:
    """Text and class of each token; a blank has the class `blank`."""
    for kind, text in _lexer(language).get_tokens(code):
        name = next((name for token, name in _CLASSES if is_token_subtype(kind, token)), "")
        # Every other piece of a split is the name of a blank.
        for position, part in enumerate(BLANK.split(text)):
            yield part, "blank" if position % 2 else name


def _lexer(language: str) -> Lexer:
    name = language.split()[0] if language.split() else "text"
    try:
        return get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False, ensurenl=False)


def _lines(pieces: Iterator[tuple[str, str]]) -> Iterator[list[Markup]]:
    line: list[Markup] = []
    for text, name in pieces:
        first, *further = re.split("\n", text)
        line.append(_written(first, name))
        for part in further:
            yield line
            line = [_written(part, name)]
    yield line


def _written(text: str, name: str) -> Markup:
    if not text or not name:
        return escape(text)
    if name == "blank":
        return Markup('<span class="blank" data-name="{0}">{0}</span>').format(text)
    return Markup('<span class="{}">{}</span>').format(name, text)
