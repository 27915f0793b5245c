"""Maths that can be shown, and dollar signs that GitHub reads the same way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from grader.errors import CourseError
from grader.quiz.lint import Known
from grader.quiz.lint._passages import passages
from grader.quiz.load import read_source
from grader.quiz.maths import TexError, to_mathml
from grader.quiz.model import Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import MATHS, build_parser
from grader.quiz.prose import Passage, Place
from grader.words import sentence


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Convert every formula, and look at what stands beside it."""
    for passage in passages(quiz):
        for block in passage.blocks:
            line = _line(passage, block)
            yield from _formulas(passage, block, line)
            if block.type == "inline":
                yield from _dollars(Place(passage.place.file, line), block.content)


def require_formulas(quiz: Quiz) -> None:
    """Make sure that every formula can be shown.

    Raises:
        CourseError: one cannot; says where.
    """
    for passage in passages(quiz):
        for block in passage.blocks:
            for finding in _formulas(passage, block, _line(passage, block)):
                raise CourseError(finding.sentence)


def _line(passage: Passage, block: Token) -> int:
    return block.map[0] + 1 if block.map else passage.place.line


def _formulas(passage: Passage, block: Token, line: int) -> Iterator[Finding]:
    for token in [block] if block.type in MATHS else block.children or []:
        if token.type not in MATHS:
            continue
        try:
            to_mathml(token.content, display=token.type != "math_inline")
        except TexError as error:
            place = locate(passage.place.file, line, token.content, error.offset)
            yield Finding(place, sentence("quiz_lint.maths_unknown", reason=error.reason))


def locate(file: str, line: int, tex: str, offset: int) -> Place:
    """Find a character of a formula in its file, from the line on where its block begins."""
    lines = _lines(file)
    rows, before = tex.split("\n"), tex[:offset]
    row, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    for number in range(line - 1, len(lines)):
        start = lines[number].find(f"${rows[0]}")
        if start < 0:
            continue
        if row == 0:
            return Place(file, number + 1, start + column + 2)
        indent = max(lines[min(number + row, len(lines) - 1)].find(rows[row]), 0)
        return Place(file, number + row + 1, indent + column + 1)
    return Place(file, line)


def _lines(file: str) -> list[str]:
    return read_source(Path(file)).split("\n")


@cache
def _parser() -> MarkdownIt:
    # Escaped signs stay apart from text, so that `\$` can be told from `$`.
    return build_parser().disable("text_join")


def _dollars(place: Place, content: str) -> Iterator[Finding]:
    tokens = _parser().parseInline(content)[0].children or []
    for index, token in enumerate(tokens):
        if token.type == "text" and "$" in token.content:
            yield Finding(place, sentence("quiz_lint.dollar_alone"))
        if token.type == "text" and "＄" in token.content:
            yield Finding(place, sentence("quiz_lint.dollar_wide"))
        if token.type not in MATHS:
            continue
        before = tokens[index - 1].content[-1:] if index else ""
        after = tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
        if before.strip() or after.isalnum():
            yield Finding(place, sentence("quiz_lint.dollar_adjacent", tex=token.content))
