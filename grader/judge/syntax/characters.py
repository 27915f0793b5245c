"""Characters that look right in a student's code but mean nothing to Python."""

from __future__ import annotations

import re

from grader.words import Sentence, sentence

FULL_WIDTH_SPACE = "\u3000"

# Full-width ！ to ～ are the half-width characters, this much further on.
_FIRST, _LAST, _SHIFT = "\uff01", "\uff5e", 0xFEE0
_PUNCTUATION = {"、": ",", "。": ".", "￥": "\\"}
_QUOTES = {
    **dict.fromkeys("“”„‟〝〞", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
}
_WRITTEN_OTHERWISE = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "×": "*",
    "÷": "/",
    "·": "*",
    "≤": "<=",
    "≦": "<=",
    "≥": ">=",
    "≧": ">=",
    "≠": "!=",
    "²": "**2",
    "³": "**3",
    "←": "=",
}
_SPACES = {"\u00a0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f"}
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"}


def half_width(character: str) -> str | None:
    """What a full-width sign should be; None for other characters."""
    if _FIRST <= character <= _LAST:
        return chr(ord(character) - _SHIFT)
    return _PUNCTUATION.get(character)


def is_odd(character: str) -> bool:
    """Whether a character in the indentation is no space or tab to Python."""
    return character == FULL_WIDTH_SPACE or character in _SPACES | _INVISIBLE


def code_only(line: str) -> str:
    """A line with its strings and comments made blank, every place kept."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|#.*", lambda found: " " * len(found[0]), line)


def odd_character(character: str, line: str, number: int, place: int) -> Sentence:
    """Name a character that Python refuses, and what belongs in its place.

    Args:
        character: the one refused.
        line: the line it stands in.
        number: the line's number, from 1.
        place: where in the line to look for it, from 0.
    """
    where = {"line": number, "column": max(line.find(character, place), line.find(character)) + 1}
    code = f"U+{ord(character):04X}"
    if character == FULL_WIDTH_SPACE:
        return sentence("syntax.full_width_space", **where)
    if character in _SPACES:
        return sentence("syntax.space", code=code, **where)
    if character in _INVISIBLE:
        return sentence("syntax.invisible", code=code, **where)
    if half_width(character) is not None:
        return _full_width(character, line, where)
    if character in _QUOTES:
        return sentence("syntax.quote", found=character, wanted=_QUOTES[character], **where)
    if character in _WRITTEN_OTHERWISE:
        wanted = _WRITTEN_OTHERWISE[character]
        return sentence("syntax.written_otherwise", found=character, wanted=wanted, **where)
    shown = character if character.isprintable() else code
    return sentence("syntax.character", found=shown, **where)


def _full_width(character: str, line: str, where: dict[str, int]) -> Sentence:
    # Full-width letters are letters to Python, too.
    all_found = [sign for sign in code_only(line) if half_width(sign) and not sign.isalpha()]
    found = list(dict.fromkeys([character, *all_found]))
    if len(found) == 1:
        return sentence("syntax.full_width", found=character, wanted=half_width(character), **where)
    return sentence(
        "syntax.full_width_several",
        line=where["line"],
        found=" ".join(f"`{sign}`" for sign in found),
        wanted=" ".join(f"`{half_width(sign)}`" for sign in found),
    )
