"""Reads TeX and writes it as Unicode."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from grader.quiz.terminal.tex import symbols
from grader.quiz.terminal.tex.pieces import (
    Kind,
    Piece,
    as_denominator,
    as_numerator,
    is_loose,
    join,
    subscript,
    superscript,
)

MAX_LENGTH = 2000
MAX_DEPTH = 40
_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|\d+(?:\.\d+)?(?:\{,\}\d+)*|.", re.DOTALL)
_SIGNS = {sign: Piece(sign.replace("-", "−"), "binary") for sign in "-+*"}
_COMPARISONS = "=<>:"
_TABLES: tuple[tuple[dict[str, str], Kind], ...] = (
    (symbols.LETTERS, "atom"),
    (symbols.PREFIXES, "prefix"),
    (symbols.BINARY, "binary"),
    (symbols.RELATIONS, "relation"),
    (symbols.BIG_OPERATORS, "big"),
)


class _UnknownError(Exception):
    """Something that has no line of Unicode."""


@cache
def to_unicode(tex: str) -> str:
    """Write a formula in Unicode; lines of aligned formulas are lines of the result.

    Args:
        tex: what stands between the dollar signs.

    Returns:
        The formula, or its TeX if anything in it is not known.
    """
    if len(tex) > MAX_LENGTH:
        return tex.strip()
    try:
        return unicodedata.normalize("NFC", join(_Reader(tex).whole()))
    except _UnknownError:
        return tex.strip()


class _Reader:
    def __init__(self, tex: str) -> None:
        self._tokens = _TOKEN.findall(tex.strip())
        self._at = 0
        self._depth = 0
        self._in_bars = False

    def whole(self) -> list[Piece]:
        pieces = self._until(())
        if self._at < len(self._tokens):
            raise _UnknownError
        return pieces

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise _UnknownError
        self._at += 1
        return token

    def _skip_space(self) -> None:
        while self._peek().isspace():
            self._at += 1

    def _until(self, ends: tuple[str, ...]) -> list[Piece]:
        """Read pieces up to one of some tokens, which stays, or to the end."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _UnknownError
        pieces: list[Piece] = []
        while self._peek() and self._peek() not in ends:
            if self._peek() in ("}", "&", r"\\", r"\end", r"\right"):
                raise _UnknownError
            pieces += self._scripted(self._piece(self._next()))
        self._depth -= 1
        return pieces

    def _group(self) -> list[Piece]:
        """Read an argument: what stands in braces, or the next token alone."""
        self._skip_space()
        if self._peek() != "{":
            return self._piece(self._next())
        self._next()
        pieces = self._until(("}",))
        if self._next() != "}":
            raise _UnknownError
        return pieces

    def _verbatim(self) -> str:
        self._skip_space()
        if self._next() != "{":
            raise _UnknownError
        text = ""
        while (token := self._next()) != "}":
            if token == "{" or (token.startswith("\\") and token[1:] not in symbols.SPACES):
                raise _UnknownError
            text += symbols.SPACES[token[1:]] if token.startswith("\\") else token
        return text

    def _scripted(self, pieces: list[Piece]) -> list[Piece]:
        """Put the scripts that follow on the last of some pieces."""
        found: dict[str, str] = {}
        start = self._at
        self._skip_space()
        while (sign := self._peek()) in ("_", "^", "'"):
            self._next()
            if sign == "'":
                found["'"] = found.get("'", "") + "′"
            elif sign in found:
                raise _UnknownError
            else:
                found[sign] = (subscript if sign == "_" else superscript)(self._group())
            start = self._at
            self._skip_space()
        self._at = start
        if not found:
            return pieces
        base = pieces[-1] if pieces else Piece("", "atom")
        kind = "atom" if base.kind == "fraction" else base.kind
        text = f"({base.text})" if base.kind == "fraction" else base.text
        scripts = "".join(found.get(sign, "") for sign in ("'", "_", "^"))
        return [*pieces[:-1], Piece(text + scripts, kind)]

    def _piece(self, token: str) -> list[Piece]:
        if token.isspace():
            return [Piece(" ", "space")]
        if token == "{":
            self._at -= 1
            return self._braced()
        if token.startswith("\\"):
            return self._command(token[1:])
        return [self._sign(token)]

    def _braced(self) -> list[Piece]:
        pieces = self._group()
        # `{,}` is a comma that separates nothing.
        return [Piece(pieces[0].text, "atom")] if len(pieces) == 1 else pieces

    def _sign(self, token: str) -> Piece:
        if token in ("_", "^", "'"):
            self._at -= 1
            return Piece("", "atom")
        if token == "|":
            self._in_bars = not self._in_bars
            return Piece("|", "open" if self._in_bars else "close")
        if token in ("~", ";"):
            return Piece(" ", "space") if token == "~" else Piece(";", "comma")
        if token in symbols.OPENING or token in symbols.CLOSING:
            return _bracket(token)
        if token == "," or token in _COMPARISONS:
            return Piece(token, "comma" if token == "," else "relation")
        return _SIGNS.get(token, Piece(token.replace("{,}", ","), "atom"))

    def _command(self, name: str) -> list[Piece]:
        for table, kind in _TABLES:
            if name in table:
                return [Piece(table[name], kind)]
        if name in symbols.FUNCTIONS:
            return [Piece(name, "function")]
        if name in symbols.SPACES:
            space = symbols.SPACES[name]
            return [Piece(space, "space")] if space else []
        if name in symbols.DELIMITERS:
            return [_named_bracket(name)]
        return self._structure(name)

    def _structure(self, name: str) -> list[Piece]:
        if name in ("frac", "dfrac", "tfrac"):
            above, below = as_numerator(self._group()), as_denominator(self._group())
            return [Piece(f"{above}/{below}", "fraction")]
        if name == "sqrt":
            return [self._root()]
        if name in ("left", "right"):
            return self._fenced() if name == "left" else []
        if name == "begin":
            return self._environment()
        if name in ("underbrace", "overbrace"):
            return [Piece("[", "open"), *self._group(), Piece("]", "close")]
        return [self._styled(name)]

    def _styled(self, name: str) -> Piece:
        if name in symbols.VERBATIM:
            return Piece(self._verbatim(), "atom")
        if name in symbols.UPRIGHT:
            text = join(self._group())
            is_name = name.startswith("operatorname") or name == "mathop"
            return Piece(text, "function" if is_name or text in symbols.FUNCTIONS else "atom")
        if name in ("mathbb", "mathcal", "mathscr"):
            letters = symbols.DOUBLE_STRUCK if name == "mathbb" else symbols.SCRIPT
            return Piece("".join(letters.get(one, one) for one in join(self._group())), "atom")
        if name in symbols.ACCENTS:
            text = join(self._group())
            return Piece("".join(one + symbols.ACCENTS[name] for one in text), "atom")
        raise _UnknownError

    def _root(self) -> Piece:
        degree = ""
        if self._peek() == "[":
            self._next()
            degree = join(self._until(("]",)))
            self._next()
        if degree not in symbols.ROOTS:
            raise _UnknownError
        inside = self._group()
        solid = len(inside) == 1 and not is_loose(inside)
        text = join(inside)
        return Piece(symbols.ROOTS[degree] + (text if solid else f"({text})"), "atom")

    def _fenced(self) -> list[Piece]:
        opening = self._delimiter("open")
        inside = self._until((r"\right",))
        self._next()
        return [*opening, *inside, *self._delimiter("close")]

    def _delimiter(self, kind: str) -> list[Piece]:
        self._skip_space()
        token = self._next()
        text = symbols.DELIMITERS.get(token[1:]) if token.startswith("\\") else token
        if text is None:
            raise _UnknownError
        return [] if text == "." else [Piece(text, "open" if kind == "open" else "close")]

    def _environment(self) -> list[Piece]:
        name = self._verbatim()
        if name not in symbols.LINES and name not in symbols.BRACKETS:
            raise _UnknownError
        rows: list[list[list[Piece]]] = [[[]]]
        while True:
            rows[-1][-1] = self._until(("&", r"\\", r"\end"))
            end = self._next()
            if end == r"\end":
                break
            if end == "&":
                rows[-1].append([])
            else:
                rows.append([[]])
        if self._verbatim() != name:
            raise _UnknownError
        return _arranged(name, rows)


def _arranged(name: str, rows: list[list[list[Piece]]]) -> list[Piece]:
    filled = [row for row in rows if any(row)]
    if name in symbols.LINES:
        lines = [join([piece for cell in row for piece in cell]) for row in filled]
        return [Piece("\n".join(lines), "atom")]
    opening, closing = symbols.BRACKETS[name]
    between = "  " if name == "cases" else ", "
    text = "; ".join(between.join(map(join, row)) for row in filled)
    return [Piece(f"{opening}{text}{closing}", "atom")]


def _bracket(sign: str) -> Piece:
    return Piece(sign, "open" if sign in symbols.OPENING else "close")


def _named_bracket(name: str) -> Piece:
    sign = symbols.DELIMITERS[name]
    if name in symbols.NAMED_OPENING or sign in symbols.OPENING:
        return Piece(sign, "open")
    if name in symbols.NAMED_CLOSING or sign in symbols.CLOSING:
        return Piece(sign, "close")
    return Piece(sign, "relation")
