"""Markdown as lines of a terminal: wide characters counted, maths in Unicode, code as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from grader.layout import display_width, pad, printable, wrap
from grader.quiz.prose import Passage, image_name
from grader.quiz.spacing import without_spaces
from grader.quiz.terminal.gluing import Segment, wrap_segments
from grader.quiz.terminal.tex import to_unicode
from grader.words import Language, sentence, translate

CODE_INDENT = 4
NARROWEST = 16
_WIDE = re.compile(r"[\u1100-\uffff]")


class ProseWriter:
    """Writes passages for one reader.

    Args:
        language: of the reader.
        unicode: whether formulas may be put into signs beyond ASCII.
        folder: where the images of the passages are; None where their files are not to be named,
            because a name such as `l1.svg` would tell which option is right.
    """

    def __init__(self, language: Language, *, unicode: bool, folder: Path | None) -> None:
        self._language = language
        self._unicode = unicode
        self._folder = folder

    def lines(self, passage: Passage, width: int) -> list[str]:
        """Break a passage into lines of at most `width` columns, with empty lines in between."""
        return self._blocks(_tree(passage.blocks), max(width, NARROWEST))

    def line(self, passage: Passage) -> str:
        """Write a title, which is a single line."""
        return " ".join("".join(segment.text for segment in self._title(passage)).split())

    def _title(self, passage: Passage) -> Iterator[Segment]:
        for node in _tree(passage.blocks):
            yield from self._inline(node.children if node.type == "inline" else [])

    def _blocks(self, nodes: Sequence[SyntaxTreeNode], width: int) -> list[str]:
        lines: list[str] = []
        for node in nodes:
            written = self._block(node, width)
            lines += ["", *written] if lines and written else written
        return lines

    def _block(self, node: SyntaxTreeNode, width: int) -> list[str]:
        match node.type:
            case "paragraph" | "heading" | "inline":
                return self._paragraph(node, width)
            case "fence" | "code_block":
                return _indented(_code(node.content, width - CODE_INDENT), CODE_INDENT)
            case "math_block" | "math_block_label":
                return _indented(self._formula(node.content, width - CODE_INDENT), CODE_INDENT)
            case "bullet_list" | "ordered_list":
                return self._list(node, width)
            case "blockquote":
                return _indented(self._blocks(node.children, width - 2), 2)
            case "table":
                return self._table(node, width)
        return self._blocks(node.children, width)

    def _paragraph(self, node: SyntaxTreeNode, width: int) -> list[str]:
        inline = node.children if node.type == "inline" else node.children[0].children
        return wrap_segments(list(self._inline(inline)), width)

    def _formula(self, tex: str, width: int) -> list[str]:
        return wrap_segments([Segment(printable(self._maths(tex)), whole=True)], width)

    def _list(self, node: SyntaxTreeNode, width: int) -> list[str]:
        lines: list[str] = []
        start = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start=start):
            marker = "- " if node.type == "bullet_list" else f"{number}. "
            lines += hanging(marker, self._blocks(item.children, width - len(marker)))
        return lines

    def _table(self, node: SyntaxTreeNode, width: int) -> list[str]:
        rows = [self._cells(row) for section in node.children for row in section.children]
        widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
        if sum(widths) + 2 * len(widths) > width:
            return [
                line for row in rows for line in hanging("- ", wrap(" | ".join(row), width - 2))
            ]
        return ["  ".join(map(pad, row, widths)).rstrip() for row in rows]

    def _cells(self, row: SyntaxTreeNode) -> list[str]:
        cells = (self._inline(cell.children[0].children) for cell in row.children)
        return ["".join(segment.text for segment in cell) for cell in cells]

    def _inline(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Segment]:
        for text, whole in self._parts(nodes):
            yield Segment(printable(text), whole)

    def _parts(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Segment]:
        for index, node in enumerate(nodes):
            match node.type:
                case "text":
                    yield Segment(node.content)
                case "code_inline":
                    yield Segment(f"`{node.content}`", whole=True)
                case "math_inline" | "math_inline_double":
                    yield Segment(self._maths(node.content).replace("\n", "; "), whole=True)
                case "softbreak":
                    yield Segment(_between(nodes, index))
                case "hardbreak":
                    yield Segment("\n")
                case "image":
                    yield Segment(self._figure(node))
                case "strong":
                    yield from (Segment("*"), *self._parts(node.children), Segment("*"))
                case _:
                    yield from self._parts(node.children)

    def _maths(self, tex: str) -> str:
        return to_unicode(tex) if self._unicode else tex.strip()

    def _figure(self, node: SyntaxTreeNode) -> str:
        if self._folder is None:
            return translate(sentence("quiz_terminal.figure", alt=node.content), self._language)
        path = self._folder / image_name(node)
        file = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        said = sentence("quiz_terminal.figure_in", alt=node.content, file=file)
        return translate(said, self._language)


def hanging(marker: str, lines: Sequence[str]) -> list[str]:
    """Put a marker in front of the first line, and as much space in front of the others."""
    if not lines:
        return [marker.rstrip()]
    return [marker + lines[0], *_indented(lines[1:], display_width(marker))]


def _tree(blocks: Sequence[Token]) -> list[SyntaxTreeNode]:
    return SyntaxTreeNode(without_spaces(blocks)).children


def _indented(lines: Sequence[str], columns: int) -> list[str]:
    return [f"{' ' * columns}{line}" if line else "" for line in lines]


def _code(source: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in printable(source.rstrip("\n")).split("\n"):
        first = wrap(line, width)[0]
        lines.append(first)
        rest = line[len(first) :].strip()
        if rest:
            indent = min(len(line) - len(line.lstrip()) + CODE_INDENT, width // 2)
            lines += _indented(wrap(rest, width - indent), indent)
    return lines


def _between(nodes: Sequence[SyntaxTreeNode], index: int) -> str:
    """A line break of the file is a space, but none between Japanese characters."""
    before = nodes[index - 1].content[-1:] if index else ""
    after = nodes[index + 1].content[:1] if index + 1 < len(nodes) else ""
    return "" if _WIDE.match(before) and _WIDE.match(after) else " "
