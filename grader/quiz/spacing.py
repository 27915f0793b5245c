"""Spaces around maths and code that only GitHub needs; nobody else shows them beside a sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

_BEFORE_SIGN = re.compile(r"^ (?=[.,;:?!)」』）。、・（「『])")
_AFTER_SIGN = re.compile(r"(?<=[(」』）。、・（「『：]) $")
_APART = ("math_inline", "math_inline_double", "code_inline")


def without_spaces(blocks: Iterable[Token]) -> list[Token]:
    """Take away the spaces between maths or code and a sign.

    Args:
        blocks: the tokens of a passage, which stay as they are.
    """
    return [_tight(block) for block in blocks]


def _tight(block: Token) -> Token:
    if not block.children:
        return block
    kinds = ["", *(child.type for child in block.children), ""]
    children = [
        _text_beside(child, before, after) if child.type == "text" else child
        for child, before, after in zip(block.children, kinds, kinds[2:], strict=False)
    ]
    return block.copy(children=children)


def _text_beside(text: Token, before: str, after: str) -> Token:
    content = text.content
    if before in _APART:
        content = _BEFORE_SIGN.sub("", content)
    if after in _APART:
        content = _AFTER_SIGN.sub("", content)
    return text.copy(content=content)
