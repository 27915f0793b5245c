"""Pieces of a formula, and how they stand next to each other on a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from grader.quiz.terminal.tex.symbols import SUBSCRIPTS, SUPERSCRIPTS

Kind = Literal[
    "atom",
    "fraction",
    "prefix",
    "big",
    "function",
    "binary",
    "relation",
    "comma",
    "open",
    "close",
    "space",
]
LOOSE: tuple[Kind, ...] = ("binary", "relation", "comma")
FACTORS: tuple[Kind, ...] = ("atom", "fraction", "close")


class Piece(NamedTuple):
    """A run of characters, and what it is to its neighbours."""

    text: str
    kind: Kind


def join(pieces: Sequence[Piece]) -> str:
    """Write pieces in a line, with spaces as mathematicians put them."""
    pieces = _without_idle_spaces(pieces)
    written = ""
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        written += _written(piece, before, after)
    return re.sub(r" +\n *", "\n", written).strip(" ")


def _written(piece: Piece, before: Piece | None, after: Piece | None) -> str:
    kind = piece.kind
    if kind == "relation" or (kind == "binary" and not _is_sign(before)):
        return f" {piece.text} "
    if kind == "comma":
        return f"{piece.text} "
    if kind == "big":
        return f"{_gap(before)}{piece.text} "
    if kind == "function":
        opens = after is not None and after.kind == "open"
        return f"{_gap(before)}{piece.text}{'' if opens else ' '}"
    if kind == "fraction" and _is_factor(before, after):
        return f"({piece.text})"
    return piece.text


def _is_sign(before: Piece | None) -> bool:
    return before is None or before.kind in (*LOOSE, "open", "big", "function")


def _gap(before: Piece | None) -> str:
    return " " if before is not None and before.kind in FACTORS else ""


def _is_factor(before: Piece | None, after: Piece | None) -> bool:
    return (before is not None and _is_beside(before, ("close",))) or (
        after is not None and _is_beside(after, ("open", "big", "function"))
    )


def _is_beside(piece: Piece, kinds: tuple[Kind, ...]) -> bool:
    # A narrow space only stays between factors; a wide one parts two formulas.
    return piece.text == " " or piece.kind in ("atom", "fraction", *kinds)


def _without_idle_spaces(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop spaces where a neighbour makes its own, or that stand at an end."""
    kept: list[Piece] = []
    swallowing = (*LOOSE, "big", "function", "space")
    for index, piece in enumerate(pieces):
        if piece.kind == "space" and len(piece.text) < 2 and "\n" not in piece.text:
            before = kept[-1].kind if kept else "open"
            after = pieces[index + 1].kind if index + 1 < len(pieces) else "close"
            if before in (*swallowing, "prefix", "open") or after in (*swallowing, "close"):
                continue
        kept.append(piece)
    return kept


def is_loose(pieces: Sequence[Piece]) -> bool:
    """Whether something outside of brackets is added, compared or listed."""
    depth = 0
    for piece in pieces:
        depth += (piece.kind == "open") - (piece.kind == "close")
        if not depth and piece.kind in LOOSE:
            return True
    return False


def as_numerator(pieces: Sequence[Piece]) -> str:
    """Write what stands above a fraction bar."""
    return f"({join(pieces)})" if is_loose(pieces) else join(pieces)


def as_denominator(pieces: Sequence[Piece]) -> str:
    """Write what stands below a fraction bar: a single sign, or in brackets."""
    solid = [piece for piece in pieces if piece.kind != "space"]
    is_differential = len(solid) == 2 and solid[0].text in "d∂"
    is_single = len(solid) == 1 and solid[0].kind == "atom"
    return join(pieces) if is_single or is_differential else f"({join(pieces)})"


def subscript(pieces: Sequence[Piece]) -> str:
    """Write a script below: small where Unicode has it, else behind an underscore."""
    return _script(pieces, SUBSCRIPTS, "_")


def superscript(pieces: Sequence[Piece]) -> str:
    """Write a script above: small where Unicode has it, else behind a caret."""
    return _script(pieces, SUPERSCRIPTS, "^")


def _script(pieces: Sequence[Piece], small: Mapping[str, str], sign: str) -> str:
    text = join(pieces)
    tight = text.replace(" ", "")
    # Two small letters side by side read like a word; `W_in` is also what is typed.
    if all(one in small for one in tight) and not re.search(r"[^\W\d_]{2}", tight):
        return "".join(small[one] for one in tight)
    is_simple = " " not in text and "/" not in text
    return f"{sign}{text}" if is_simple else f"{sign}({text})"
