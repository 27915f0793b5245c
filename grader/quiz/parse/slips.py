"""Lines that were meant as options or known wrong answers, and are read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from markdown_it.tree import SyntaxTreeNode

from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import line_of
from grader.quiz.prose import Passage, Place
from grader.words import sentence

SHORT = 30
_BOX = r"[\[［][ \u3000xXｘＸ✓✔]{0,2}[\]］]"
_DASH = "[-*+－−‐–—・]"
_OPTION = re.compile(rf"{_DASH}\s*{_BOX}(?![(\[])|{_BOX}(?=\s|$)|［[ \u3000xXｘＸ✓✔]{{0,2}}］")
_CODE = re.compile(rf"(?P<dash>{_DASH}\s*)?`+[^`]+`+(?:\s*\|\s*`+[^`]+`+)*")
_NUMBER_OR_SHAPE = re.compile(r"(?=.*\d)[\d\s.,/%×x*()^+−-]+")
_LISTS = ("bullet_list", "ordered_list")


def option_slips(file: str, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Finding]:
    """Lines of text that begin as an option does, but for a space or a width."""
    for node in nodes:
        for inner in node.walk():
            if inner.type == "paragraph":
                yield from _boxes(file, inner)


def _boxes(file: str, paragraph: SyntaxTreeNode) -> Iterator[Finding]:
    for number, line in enumerate(_lines(paragraph)):
        labelled = number == 0 and line.startswith("[") and _begins_item(paragraph)
        if _OPTION.match(line) and not labelled:
            said = sentence("quiz_format.option_like", line=line)
            yield Finding(Place(file, line_of(paragraph) + number), said)


def _begins_item(paragraph: SyntaxTreeNode) -> bool:
    """Whether a box at the head of a paragraph is that of an option."""
    item = paragraph.parent
    if item is None or item.type != "list_item" or item.children[0] is not paragraph:
        return False
    outer = item.parent
    return outer is not None and outer.type == "bullet_list" and outer.level == 0


def wrong_answer_slips(explanation: Passage) -> Iterator[Finding]:
    """What looks like a known wrong answer in the explanation of a question that is typed."""
    for found in _wrong_answers(SyntaxTreeNode(list(explanation.blocks)).children):
        yield _distractor_like(explanation.place.file, found)


def mistake_slips(file: str, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Finding]:
    """Those that name a known mistake, whose comment would be refused in an explanation."""
    for found in _wrong_answers(nodes):
        if any(inner.type == "html_block" for inner in found.walk()):
            yield _distractor_like(file, found)


def _distractor_like(file: str, found: SyntaxTreeNode) -> Finding:
    return Finding(Place(file, line_of(found)), sentence("quiz_format.distractor_like"))


def _wrong_answers(nodes: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode]:
    for node, below in pairwise([*nodes, None]):
        if node is not None:
            is_quoted = below is not None and below.type == "blockquote"
            yield from _slips(node, is_quoted=is_quoted)


def _slips(node: SyntaxTreeNode, *, is_quoted: bool) -> Iterator[SyntaxTreeNode]:
    if node.type == "paragraph":
        code = _CODE.fullmatch(_lines(node)[-1])
        if code and (is_quoted or code["dash"]):
            yield node
    if node.type not in _LISTS:
        return
    for item in node.children:
        quoted = is_quoted if item is node.children[-1] else False
        if item.children and _is_answer(item, quoted or item.children[-1].type == "blockquote"):
            yield item


def _is_answer(item: SyntaxTreeNode, quoted: bool) -> bool:
    first = item.children[0]
    if first.type != "paragraph":
        return False
    lines = _lines(first)
    is_short = len(lines) == 1 and len(lines[0]) <= SHORT
    if item.parent is not None and item.parent.type == "ordered_list":
        return quoted and is_short
    is_code = _CODE.fullmatch(lines[0]) is not None
    is_number = _NUMBER_OR_SHAPE.fullmatch(normalize("NFKC", first.children[0].content))
    return is_code or is_number is not None or (quoted and is_short)


def _lines(paragraph: SyntaxTreeNode) -> list[str]:
    return [line.strip() for line in paragraph.children[0].content.split("\n")]
