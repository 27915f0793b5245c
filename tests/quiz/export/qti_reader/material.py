"""The texts of a question: ``material`` with one ``mattext``.

QTIMigrationTool (imsqtiv1.py, MatText, Prompt) and canvas-lms (qti_exporter, html_helper.rb)
treat a text by its ``texttype``, and not as the standard says where that is missing: the DTD's
default is text/plain, the tool's is text/html.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import children, local, only_child, text_of
from tests.quiz.export.qti_reader.files import Files
from tests.quiz.export.qti_reader.markup import Node, single_run
from tests.quiz.export.qti_reader.model import ImportRefused
from tests.quiz.export.qti_reader.sanitize import check_html

SPECIAL = frozenset("&<>\u00a0")


@dataclass(frozen=True)
class Text:
    """A text as it stands in the file, and its HTML tree if it is HTML."""

    source: str
    tree: Node | None

    @property
    def html(self) -> str:
        """The text as HTML."""
        return self.source if self.tree is not None else html.escape(self.source, quote=False)

    @property
    def plain(self) -> str | None:
        """The text without markup, if it has none."""
        return self.source if self.tree is None else single_run(self.tree)


class Reader:
    """Reads texts for one question: knows the packaged files and gathers what is ignored."""

    def __init__(self, files: Files) -> None:
        """Read texts that may refer to the given files."""
        self.files = files
        self.ignored: list[str] = []

    def source(self, holder: ET.Element, where: str) -> tuple[str, str | None]:
        """Return the one ``mattext`` in a holder's one ``material``, and its texttype."""
        mattext = only_child(only_child(holder, "material", where), "mattext", where)
        if len(children(only_child(holder, "material", where))) != 1:
            raise ImportRefused(f"{where}: only <mattext> is read inside <material>.")
        if children(mattext):
            inside = local(children(mattext)[0])
            raise ImportRefused(f"{where}: escape the <{inside}> inside <mattext>.")
        for name in ("uri", "entityref", "label"):
            if name in mattext.attrib:
                raise ImportRefused(f"{where}: {name} on <mattext> changes what Canvas shows.")
        return text_of(mattext), mattext.get("texttype")

    def text(self, holder: ET.Element, where: str, *, question: bool = False) -> Text:
        """Read a text that Canvas shows as it stands: question text or choice."""
        source, kind = self.source(holder, where)
        if not source.strip():
            raise ImportRefused(f"{where}: the text is empty.")
        if kind is None and SPECIAL & set(source):
            raise ImportRefused(
                f"{where}: without texttype the standard reads plain text and Canvas HTML."
            )
        if kind not in (None, "text/html", "text/plain"):
            raise ImportRefused(f"{where}: Canvas does not know texttype {kind!r}.")
        if kind != "text/html":
            return Text(source.strip(), None)
        return Text(source, self._tree(source, where, question=question))

    def run_or_html(self, holder: ET.Element, where: str, *, any_type: bool) -> Text:
        """Read a text that Canvas escapes twice if it is one run without markup.

        html_helper.rb, detect_html: one run of text is stored in its escaped form and then shown
        as plain text, so that &, <, > and the no-break space appear as entities. It holds for
        HTML everywhere it is used and, with ``any_type``, for plain text too (answer comments,
        left sides of pairs; the latter are even parsed as HTML first).
        """
        text = self.text(holder, where)
        run = text.plain if any_type or text.tree is not None else None
        if run is not None and SPECIAL & set(run):
            raise ImportRefused(
                f"{where}: Canvas shows &, <, > and no-break spaces as entities in a text that is "
                "one run without markup; give the <p> or <div> around it an attribute."
            )
        return text

    def _tree(self, source: str, where: str, *, question: bool) -> Node:
        tree = check_html(source, where, self.files.resolve, self.ignored, question=question)
        if single_run(tree) == "":
            raise ImportRefused(f"{where}: the text is empty.")
        return tree
