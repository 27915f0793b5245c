"""Content models in a short notation, and the check of a document against them.

A model is written as in a document type definition but without commas: ``a? (b|c)+ d*``. An
attribute list names the attributes, ``!`` after a name means required, ``=A|B`` lists the values.
``#text`` as a model means text only, ``#mixed a b`` text and these elements in any order,
``#any`` no check below. ``other`` in a model stands for an element of another namespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import local, namespace

NCNAME = re.compile(r"[^\W\d][\w.-]*")
XSI_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
PREFIXES = {"xml:": "{http://www.w3.org/XML/1998/namespace}"}
TEXTUAL = ("#text", "#mixed", "#any")


@dataclass(frozen=True)
class Grammar:
    """The elements of one format: name -> (model, attributes); and its namespaces."""

    title: str
    spaces: tuple[str, ...]
    elements: Mapping[str, tuple[str, str]]

    def errors(self, path: str, root: ET.Element, top: str) -> Iterator[str]:
        """Yield what is wrong with a document whose root must be ``top``."""
        if local(root) != top:
            yield f"{path}: the root must be <{top}>."
            return
        if namespace(root) not in self.spaces:
            yield f"{path}: the namespace of <{top}> must be {self.spaces[0]}."
            return
        yield from (f"{path}: {error}" for error in self._element(root, namespace(root), True))

    def _element(self, node: ET.Element, space: str, is_root: bool = False) -> Iterator[str]:
        name = local(node)
        if name not in self.elements:
            yield f"<{name}> is not among the elements of {self.title} checked here."
            return
        model, attributes = self.elements[name]
        yield from _attribute_errors(node, attributes, is_root)
        if model == "#any":
            return
        inside = [local(child) if namespace(child) == space else "other" for child in node]
        if not _fits(model, inside):
            found = " ".join(inside) or "nothing"
            yield f"<{name}> must hold ({model}) and holds ({found})."
        if not model.startswith(TEXTUAL) and _stray_text(node):
            yield f"<{name}> holds text between its elements."
        for child in node:
            if namespace(child) == space:
                yield from self._element(child, space)


def _fits(model: str, inside: list[str]) -> bool:
    if model == "#text":
        return not inside
    if model.startswith("#mixed"):
        return set(inside) <= set(model.split()[1:])
    pattern = re.sub(r"[A-Za-z]\w*", r"(?:\g<0>;)", model).replace(" ", "")
    return re.fullmatch(pattern, "".join(f"{name};" for name in inside)) is not None


def _stray_text(node: ET.Element) -> bool:
    return any((text or "").strip() for text in [node.text, *(child.tail for child in node)])


def _attribute_errors(node: ET.Element, listed: str, is_root: bool) -> Iterator[str]:
    known: dict[str, str] = {}
    for word in listed.split():
        name, _, values = word.partition("=")
        for prefix, space in PREFIXES.items():
            name = name.replace(prefix, space)
        known[name.rstrip("!")] = values
        if name.endswith("!") and name[:-1] not in node.attrib:
            yield f"<{local(node)}> needs the attribute {name[:-1]}."
    for name, value in node.attrib.items():
        if is_root and name == XSI_LOCATION:
            if len(value.split()) % 2:
                yield "xsi:schemaLocation must hold pairs of a namespace and an address."
        elif name not in known:
            yield f"<{local(node)}> has no attribute {name}."
        elif known[name] and value not in known[name].split("|"):
            yield f"{name} of <{local(node)}> must be one of {known[name]}, not {value!r}."
