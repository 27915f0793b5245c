"""Markdown as a tree of tokens; nothing is ever looked for in the raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from grader.quiz.parse.front import html_refused
from grader.quiz.prose import Passage, Place

HTML = ("html_block", "html_inline")
MATHS = ("math_inline", "math_inline_double", "math_block")


@cache
def markdown() -> MarkdownIt:
    """The parser of quiz files."""
    return build_parser()


def build_parser() -> MarkdownIt:
    """A parser of CommonMark with tables, front matter and dollar maths."""
    return (
        MarkdownIt("commonmark")
        .enable("table")
        .use(front_matter_plugin)
        .use(
            dollarmath_plugin,
            allow_labels=False,
            allow_space=False,
            allow_digits=False,
            allow_blank_lines=False,
            double_inline=True,
        )
    )


def parse_blocks(source: str) -> list[SyntaxTreeNode]:
    """The top-level blocks of a file."""
    return SyntaxTreeNode(markdown().parse(source)).children


def line_of(node: SyntaxTreeNode) -> int:
    """The line on which a block begins, from 1."""
    return node.map[0] + 1 if node.map else 1


def passage(file: str, nodes: Sequence[SyntaxTreeNode], line: int = 1) -> Passage:
    """Blocks as a passage; `line` is where it would stand if there are none.

    Raises:
        FormatError: there is HTML in it.
    """
    place = Place(file, line_of(nodes[0]) if nodes else line)
    blocks = tuple(chain.from_iterable(node.to_tokens() for node in nodes))
    _refuse_html(place, blocks)
    return Passage(place, blocks)


def _refuse_html(place: Place, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.map:
            place = place._replace(line=token.map[0] + 1)
        if token.type in HTML:
            raise html_refused(token.content, place)
        _refuse_html(place, token.children or ())


def inline_tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens that hold something to read: text, code, maths, images, fences, raw HTML."""
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        elif not token.nesting:
            yield token


def plain(tokens: Sequence[Token]) -> str:
    """What is written, without markup; maths as TeX, images as their text alternatives."""
    blocks = (token.children or [token] for token in tokens if not token.nesting)
    return "\n".join("".join(map(_written, inner)) for inner in blocks).strip()


def _written(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content
