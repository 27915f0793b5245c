"""QTI documents: ``assessment`` with its sections, ``objectbank``.

canvas-lms, qti_exporter, assessment_test_converter.rb; the settings come on top of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import (
    Document,
    children,
    local,
    only_child,
    parse_xml,
    text_of,
)
from tests.quiz.export.qti_reader.files import Files
from tests.quiz.export.qti_reader.idents import resource_ident
from tests.quiz.export.qti_reader.items import TITLE_LIMIT, metadata, read_item
from tests.quiz.export.qti_reader.manifest import META, Manifest
from tests.quiz.export.qti_reader.model import (
    Assessment,
    Bank,
    Group,
    ImportRefused,
    Package,
    QuizItem,
)
from tests.quiz.export.qti_reader.processing import number
from tests.quiz.export.qti_reader.sanitize import check_html
from tests.quiz.export.qti_reader.settings import read_settings

QTI_SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"


@dataclass
class _Content:
    items: list[QuizItem] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


class PackageReader:
    """Reads all QTI documents of one package."""

    def __init__(self, entries: dict[str, bytes], manifest: Manifest) -> None:
        """Take the archive and its manifest."""
        self.entries = entries
        self.manifest = manifest
        self.files = Files(manifest.others())
        self.idents: set[str] = set()
        self.metas = set(manifest.metas())

    def read(self, ignored: list[str]) -> Package:
        """Read every document; settings without a quiz are refused."""
        quizzes: list[Assessment] = []
        banks: list[Bank] = []
        for path in self._documents():
            document = parse_xml(path, self.entries[path])
            inner = self._inner(document)
            if local(inner) == "assessment":
                quizzes.append(self._assessment(inner, path))
            else:
                banks.append(self._bank(inner, path))
        if self.metas:
            raise ImportRefused(
                f"{min(self.metas)} belongs to no quiz: it must be <quiz ident>/{META}."
            )
        unused = sorted(set(self.files.paths) - self.files.used)
        ignored += [f"file {name}, which no text uses" for name in unused]
        return Package(tuple(quizzes), tuple(banks), tuple(ignored))

    def _documents(self) -> list[str]:
        """QTI documents, also those that only settings resources list (cartridge layout)."""
        xml = [n for r in self.manifest.resources for n in r.files if n.endswith((".xml", ".qti"))]
        found = dict.fromkeys(n for n in xml if not n.endswith(META))
        return list(found)

    def _inner(self, document: Document) -> ET.Element:
        if local(document.root) != "questestinterop" or document.prefixes:
            raise ImportRefused(f"{document.path}: the root must be <questestinterop>, unprefixed.")
        inner = [n for n in document.root if local(n) != "qticomment"]
        if len(inner) != 1 or local(inner[0]) not in ("assessment", "objectbank"):
            raise ImportRefused(f"{document.path}: it must hold one <assessment> or <objectbank>.")
        return inner[0]

    def _take(self, ident: str, what: str) -> str:
        if not ident.strip():
            raise ImportRefused(f"{what} has no ident.")
        taken = resource_ident(ident)
        if taken in self.idents:
            raise ImportRefused(f"The ident {taken!r} stands twice in the package.")
        self.idents.add(taken)
        return taken

    def _item(self, node: ET.Element) -> QuizItem:
        self._take(node.get("ident", ""), "A question")
        return read_item(node, self.files)

    def _bank(self, node: ET.Element, path: str) -> Bank:
        ident = self._take(node.get("ident", ""), path)
        fields = metadata(node, path, None)
        wrong = [local(n) for n in node if local(n) not in ("qtimetadata", "item")]
        if wrong:
            raise ImportRefused(f"{path}: <{wrong[0]}> is not read in <objectbank>.")
        items = tuple(map(self._item, children(node, "item")))
        return Bank(ident, fields.get("bank_title", ident), items)

    def _assessment(self, node: ET.Element, path: str) -> Assessment:
        ident = self._take(node.get("ident", ""), path)
        content = _Content()
        settings = self._timing(node, path)
        meta = f"{ident}/{META}"
        if meta in self.metas:
            self.metas.discard(meta)
            document = parse_xml(meta, self.entries[meta])
            settings |= read_settings(document, content.ignored)
        title = settings.pop("title", "") or node.get("title", "")
        if not title.strip() or len(title) > TITLE_LIMIT:
            raise ImportRefused(f"{path}: the quiz needs a title of at most {TITLE_LIMIT} signs.")
        if node.get("title", title) != title:
            content.ignored.append(f"{path}: the title of <assessment>, overridden by {META}")
        description = settings.pop("description", "")
        if description:
            check_html(description, meta, self.files.resolve, content.ignored)
        self._sections(node, path, content)
        if not content.items:
            raise ImportRefused(f"{path}: the quiz has no questions.")
        _check_points(settings, content, meta)
        return Assessment(
            ident,
            title,
            description,
            settings,
            tuple(content.items),
            tuple(content.groups),
            tuple(content.ignored),
        )

    def _timing(self, node: ET.Element, path: str) -> dict[str, str]:
        """``cc_maxattempts`` and ``qmd_timelimit`` (minutes); the settings file wins."""
        fields = metadata(node, path, None)
        found: dict[str, str] = {}
        if "cc_maxattempts" in fields:
            attempts = fields["cc_maxattempts"]
            if not re.fullmatch(r"-?\d+|unlimited", attempts):
                raise ImportRefused(f"{path}: cc_maxattempts must be a number or 'unlimited'.")
            found["allowed_attempts"] = "-1" if attempts == "unlimited" else attempts
        if "timelimit" in fields:
            number(fields["timelimit"], path)
            found["time_limit"] = fields["timelimit"]
        return found

    def _sections(self, node: ET.Element, path: str, content: _Content) -> None:
        for child in node:
            name = local(child)
            if name == "section":
                self._section(child, path, content)
            elif name != "qtimetadata":
                raise ImportRefused(f"{path}: Canvas ignores <{name}> in <assessment>.")

    def _section(self, node: ET.Element, path: str, content: _Content) -> None:
        if node.get("visible", "").lower() == "true" and node.get("title"):
            raise ImportRefused(f"{path}: a visible section title becomes a question.")
        orderings = children(node, "selection_ordering")
        start = len(content.items)
        for child in node:
            name = local(child)
            if name == "item":
                content.items.append(self._item(child))
            elif name == "section" and not orderings:
                self._section(child, path, content)
            elif name != "selection_ordering":
                raise ImportRefused(f"{path}: <{name}> is not read in this <section>.")
        if orderings:
            content.groups.append(_group(node, orderings, content.items[start:], path))
        elif node.get("title"):
            content.ignored.append(f"{path}: title of section {node.get('ident')}")


def _group(
    node: ET.Element, orderings: list[ET.Element], items: list[QuizItem], path: str
) -> Group:
    """Read a question group, whose ``points_per_item`` replaces the points of its questions."""
    ident, title = node.get("ident", ""), node.get("title", "")
    if len(orderings) > 1 or children(orderings[0], "order"):
        raise ImportRefused(f"{path}: <order> would shuffle answers, not questions.")
    selection = only_child(orderings[0], "selection", path)
    if children(selection, "sourcebank_ref"):
        raise ImportRefused(f"{path}: a group drawing on a question bank is not read.")
    pick = text_of(only_child(selection, "selection_number", path)).strip()
    if not pick.isdigit() or not 0 < int(pick) <= len(items):
        raise ImportRefused(f"{path}: group {ident} cannot pick {pick!r} of {len(items)}.")
    extension = only_child(selection, "selection_extension", path)
    points = number(text_of(only_child(extension, "points_per_item", path)), path)
    for item in items:
        if item.points != points:
            item.ignored += (f"Question {item.ident}: its points, which are its group's",)
        item.points = points
    return Group(resource_ident(ident), title, int(pick), points, tuple(i.ident for i in items))


def _check_points(settings: dict[str, str], content: _Content, meta: str) -> None:
    grouped = {ident for group in content.groups for ident in group.items}
    total = sum(item.points for item in content.items if item.ident not in grouped)
    total += sum(group.pick * group.points for group in content.groups)
    stated = settings.get("points_possible")
    if stated is not None and abs(float(stated) - total) > 0.005:
        content.ignored.append(f"{meta}: points_possible {stated}; the questions make {total:g}")
