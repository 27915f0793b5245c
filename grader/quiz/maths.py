"""Formulas in TeX become MathML; what is not known is refused, with its column."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from math_core import LatexError, LatexToMathML

_STYLE = re.compile(r' style="([^"]*)"')
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")
_PLACED = re.compile(r"(\d+): (.*)", re.DOTALL)


class TexError(Exception):
    """TeX that cannot become MathML: at which character, counted from 0, and why."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(f"{offset}: {reason}")
        self.offset, self.reason = offset, reason


class Formula(NamedTuple):
    """A `<math>` element, and the rules of the classes in it.

    Style attributes are moved to classes: a page that forbids inline styles shows it all the same.
    """

    mathml: str
    rules: Mapping[str, str]

    @property
    def css(self) -> str:
        """The rules as a style sheet."""
        return "".join(f".{name}{{{rule}}}" for name, rule in self.rules.items())


@cache
def to_mathml(tex: str, *, display: bool) -> Formula:
    """Convert a formula; its TeX stays in it as an annotation, for copying.

    Args:
        tex: what stands between the dollar signs.
        display: on a line of its own, or within text.

    Raises:
        TexError: something in it is not known.
    """
    comment = _COMMENT.search(tex)
    if comment:
        raise TexError(comment.end() - 1, "% begins a comment; write \\%")
    try:
        mathml = _converter().convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        placed = _PLACED.fullmatch(str(error))
        offset, reason = (int(placed[1]), placed[2]) if placed else (0, str(error))
        raise TexError(min(offset, len(tex)), reason) from error
    rules: dict[str, str] = {}
    return Formula(_STYLE.sub(lambda found: _class(found[1], rules), mathml), rules)


@cache
def _converter() -> LatexToMathML:
    return LatexToMathML(annotation=True, fancy_error=False)


def _class(style: str, rules: dict[str, str]) -> str:
    name = f"tex-{zlib.crc32(style.encode()):08x}"
    rules[name] = style
    return f' class="{name}"'
