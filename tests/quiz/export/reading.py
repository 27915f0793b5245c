"""Readers of Moodle XML and QTI, written from what the formats say; they know no exporter.

Both answer the question how a platform would mark a response.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass
class Item:
    """A question as a platform has it: `options` by the name a response uses."""

    kind: str
    name: str
    asked: str
    options: dict[str, str] = field(default_factory=dict)
    element: Element = field(default_factory=lambda: Element("none"))

    def credit(self, response: str | float | set[str]) -> float:
        raise NotImplementedError


class MoodleItem(Item):
    def credit(self, response: str | float | set[str]) -> float:
        answers = self.element.findall("answer")
        if isinstance(response, set):
            chosen = [a for n, a in enumerate(answers) if str(n) in response]
            return max(0.0, sum(float(a.get("fraction", "0")) for a in chosen))
        for answer in answers:
            if self._matches(answer, response):
                return float(answer.get("fraction", "0"))
        return 0.0

    def _matches(self, answer: Element, response: str | float) -> bool:
        text = answer.findtext("text") or ""
        if isinstance(response, float):
            tolerance = float(answer.findtext("tolerance") or "0")
            return abs(float(text) - response) <= tolerance
        pieces = re.split(r"(?<!\\)\*", text)
        pattern = ".*".join(re.escape(piece.replace(r"\*", "*")) for piece in pieces)
        return re.fullmatch(pattern, response, re.IGNORECASE) is not None


def read_moodle(content: bytes) -> dict[str, MoodleItem]:
    """Questions by their idnumber."""
    items = {}
    for element in ElementTree.fromstring(content).findall("question"):
        kind = element.get("type", "")
        if kind == "category":
            continue
        item = MoodleItem(
            kind,
            element.findtext("name/text") or "",
            element.findtext("questiontext/text") or "",
            {str(n): a.findtext("text") or "" for n, a in enumerate(element.findall("answer"))},
            element,
        )
        items[element.findtext("idnumber") or ""] = item
    return items


class QtiItem(Item):
    def credit(self, response: str | float | set[str]) -> float:
        score = 0.0
        for condition in self.element.iter(f"{NAMESPACE}respcondition"):
            variables = condition.find(f"{NAMESPACE}conditionvar")
            assert variables is not None
            points = condition.find(f"{NAMESPACE}setvar")
            if not any(_holds(one, response) for one in _any_of(variables)):
                continue
            if points is not None:
                score = float(points.text or "0") + (score if points.get("action") == "Add" else 0)
            if condition.get("continue") == "No":
                break
        return score


def _any_of(variables: Element) -> list[Element]:
    return list(variables)


def _holds(element: Element, response: str | float | set[str]) -> bool:
    tag, value = element.tag.removeprefix(NAMESPACE), element.text or ""
    if tag == "other":
        return True
    if tag == "and":
        return all(_holds(inner, response) for inner in element)
    if tag == "or":
        return any(_holds(inner, response) for inner in element)
    if tag == "not":
        return not any(_holds(inner, response) for inner in element)
    if tag in ("vargte", "varlte"):
        assert isinstance(response, float)
        return response >= float(value) if tag == "vargte" else response <= float(value)
    assert tag == "varequal"
    if isinstance(response, set):
        return value in response
    return isinstance(response, str) and value.casefold() == response.casefold()


def read_qti(content: bytes) -> list[QtiItem]:
    """Items in the order of the manifest and its files."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    mentioned = [e.get("href", "") for e in manifest.iter() if e.tag.endswith("}file")]
    assert sorted(mentioned) == sorted(set(archive.namelist()) - {"imsmanifest.xml"})
    items = []
    for name in mentioned:
        root = ElementTree.fromstring(archive.read(name))
        items += [_qti_item(element) for element in root.iter(f"{NAMESPACE}item")]
    return items


def _qti_item(element: Element) -> QtiItem:
    fields = {
        entry.findtext(f"{NAMESPACE}fieldlabel"): entry.findtext(f"{NAMESPACE}fieldentry")
        for entry in element.iter(f"{NAMESPACE}qtimetadatafield")
    }
    mattext = f"{NAMESPACE}material/{NAMESPACE}mattext"
    return QtiItem(
        fields["question_type"] or "",
        element.get("title", ""),
        element.findtext(f"{NAMESPACE}presentation/{mattext}") or "",
        {
            label.get("ident", ""): label.findtext(mattext) or ""
            for label in element.iter(f"{NAMESPACE}response_label")
        },
        element,
    )
