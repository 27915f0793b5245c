"""What there is to read in a passage, and in HTML made from it, without white space."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it.token import Token

from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Passage


def written(passage: Passage) -> str:
    """Everything in a passage: maths as MathJax reads it, images as `[alternative]`."""
    return squeezed("".join(map(_written, inline_tokens(passage.blocks))))


def shown(html: str) -> str:
    """Everything that HTML shows."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return squeezed("".join(reader.found))


def squeezed(text: str) -> str:
    return "".join(text.split())


def _written(token: Token) -> str:
    if token.type == "math_inline":
        return rf"\({token.content}\)"
    if token.type in ("math_inline_double", "math_block"):
        return rf"\[{token.content}\]"
    return f"[{token.content}]" if token.type == "image" else token.content


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append(f"[{dict(attrs)['alt']}]")

    def handle_data(self, data: str) -> None:
        self.found.append(data)
