"""Responses and their labels: ``response_lid``, ``response_str``, ``render_choice``."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import children, local, only_child
from tests.quiz.export.qti_reader.idents import label_ident, value_ident
from tests.quiz.export.qti_reader.model import ImportRefused

RESERVED = frozenset(("SCORE", "FEEDBACK"))


def responses_of(presentation: ET.Element, where: str) -> dict[str, ET.Element]:
    """Return the responses of a question by the ident Canvas gives them, in file order."""
    found: dict[str, ET.Element] = {}
    for node in children(presentation):
        name = local(node)
        if name == "material":
            continue
        if name not in ("response_lid", "response_str"):
            raise ImportRefused(f"{where}: <{name}> is not read in <presentation>.")
        ident = label_ident(node.get("ident", ""))
        if not ident or ident in found or ident in RESERVED:
            raise ImportRefused(f"{where}: response ident {node.get('ident')!r} cannot be used.")
        found[ident] = node
    return found


def labels_of(
    response: ET.Element, where: str, ignored: list[str]
) -> Iterator[tuple[str, ET.Element]]:
    """Return the labels of a choice list: the ident Canvas gives each, and its element.

    A comparison must still find its label after the rewriting of identifiers, which turns
    colons and periods into underscores and cuts ``_ans`` and ``_str`` only in the label.
    """
    render = only_child(response, "render_choice", where)
    seen: set[str] = set()
    ignored += [
        f"{where}: {name} of <render_choice>"
        for name, value in sorted(render.attrib.items())
        if (name, value) != ("shuffle", "No")
    ]
    for node in children(render):
        if local(node) != "response_label":
            raise ImportRefused(f"{where}: <{local(node)}> is not read in <render_choice>.")
        ident = label_ident(node.get("ident", ""))
        if not node.get("ident", "").strip() or ident != value_ident(node.get("ident", "")):
            raise ImportRefused(
                f"{where}: Canvas rewrites the label ident {node.get('ident')!r} so that nothing "
                "refers to it any more."
            )
        if any((part or "").strip() for part in (node.text, *(child.tail for child in node))):
            raise ImportRefused(f"{where}: label {ident!r} holds text outside its <material>.")
        if ident in seen:
            raise ImportRefused(f"{where}: two labels have the ident {ident!r} in Canvas.")
        seen.add(ident)
        yield ident, node


def check_text_box(response: ET.Element, fibtypes: tuple[str, ...], where: str) -> None:
    """Check a text box as Canvas writes it: ``render_fib`` with nothing but a label in it.

    QTIMigrationTool (imsqtiv1.py, RenderFib) makes text inside a ``render_fib`` a gap text,
    which Canvas reads as another kind of question.
    """
    render = only_child(response, "render_fib", where)
    if response.get("rcardinality", "Single") != "Single":
        raise ImportRefused(f"{where}: a text box needs rcardinality='Single'.")
    if render.get("fibtype", "String") not in fibtypes:
        raise ImportRefused(f"{where}: fibtype must be one of {', '.join(fibtypes)}.")
    if any(local(child) != "response_label" or len(child) for child in render):
        raise ImportRefused(f"{where}: <render_fib> may hold only an empty <response_label>.")
    if children(response, "material"):
        raise ImportRefused(f"{where}: a text inside <response_str> would join the question text.")
