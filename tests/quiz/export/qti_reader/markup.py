"""A small tree of the HTML in a text, strict about what Canvas' HTML5 parser would move."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.quiz.export.qti_reader.archive import words
from tests.quiz.export.qti_reader.model import ImportRefused

VOID = words("area base br col embed hr img input link meta param source track wbr")
CLOSES_PARAGRAPH = words(
    "address article aside blockquote details div dl figure figcaption footer h1 h2 h3 h4 h5 h6 "
    "header hr nav ol p pre section table ul"
)


@dataclass
class Node:
    """An element: its name, its attributes and what is inside it, in order."""

    name: str
    attributes: dict[str, str]
    inside: list[Node | str] = field(default_factory=list)
    raw_brackets: bool = False


class _Builder(HTMLParser):
    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where = where
        self.top = Node("", {})
        self.open = [self.top]
        self.comments = 0

    def refuse(self, why: str) -> ImportRefused:
        return ImportRefused(f"{self.where}: {why}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CLOSES_PARAGRAPH and any(node.name == "p" for node in self.open):
            raise self.refuse(f"<{tag}> inside <p> would close the paragraph.")
        node = Node(tag, {name: value or "" for name, value in attrs})
        source = (self.get_starttag_text() or "")[1:-1]
        node.raw_brackets = "<" in source or ">" in source
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID and not any(node.name == "math" for node in self.open):
            raise self.refuse(f"<{tag}/> is read as an opening tag in HTML.")
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or self.open[-1].name != tag:
            raise self.refuse(f"</{tag}> closes nothing that is open there.")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        inside = self.open[-1].inside
        if inside and isinstance(inside[-1], str):
            inside[-1] += data
        else:
            inside.append(data)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as HTMLParser calls it
        self.comments += 1


def parse_html(source: str, where: str) -> tuple[Node, int]:
    """Return the tree of a fragment and the number of comments in it (which Canvas drops).

    Tags must nest and close, so that the tree is the one any HTML parser builds.
    """
    builder = _Builder(where)
    builder.feed(source)
    builder.close()
    if len(builder.open) > 1:
        raise builder.refuse(f"<{builder.open[-1].name}> is not closed.")
    return builder.top, builder.comments


def elements(node: Node) -> list[Node]:
    """Every element below a node, in document order."""
    found: list[Node] = []
    for child in node.inside:
        if isinstance(child, Node):
            found.append(child)
            found.extend(elements(child))
    return found


def _blank(child: Node | str) -> bool:
    return not child.strip() if isinstance(child, str) else child.name == "br"


def single_run(top: Node) -> str | None:
    """Return the text, if Canvas finds nothing but one run of text; None if it keeps HTML.

    canvas-lms, qti_exporter, html_helper.rb (sanitize_html!, detect_html): blank text and line
    breaks at both ends go, then a lone <p>, <div> or <span> without attributes is opened up,
    over and over. What is left counts as HTML unless it is exactly one text node.
    """
    node = top
    while True:
        inside = node.inside
        while inside and _blank(inside[0]):
            inside = inside[1:]
        while inside and _blank(inside[-1]):
            inside = inside[:-1]
        if len(inside) != 1:
            return "" if not inside else None
        only = inside[0]
        if isinstance(only, str):
            return only
        if only.name not in ("p", "div", "span") or only.attributes:
            return None
        node = only
