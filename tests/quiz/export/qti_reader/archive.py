"""The zip archive and its XML documents, read without forgiveness.

Canvas' converter parses with error recovery (QTIMigrationTool, imsqtiv1.py), which means that
a document that is not well formed loses whatever follows the error; here it is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

from tests.quiz.export.qti_reader.model import ImportRefused

XML_ENDINGS = (".xml", ".qti", ".dat")


@dataclass(frozen=True)
class Document:
    """A parsed XML document, the namespaces it declares and the prefixes its tags carry."""

    path: str
    root: ET.Element
    namespaces: frozenset[str]
    prefixes: frozenset[str]


def words(text: str) -> frozenset[str]:
    """Split a list of names."""
    return frozenset(text.split())


def local(node: ET.Element) -> str:
    """Return the tag without its namespace."""
    return node.tag.rpartition("}")[2]


def namespace(node: ET.Element) -> str:
    """Return the namespace of the tag, or ''."""
    return node.tag[1:].partition("}")[0] if node.tag.startswith("{") else ""


def children(node: ET.Element, *names: str) -> list[ET.Element]:
    """Return the child elements, all of them or those with one of the names."""
    return [child for child in node if not names or local(child) in names]


def only_child(node: ET.Element, name: str, where: str) -> ET.Element:
    """Return the one child of that name; none or several is a refusal."""
    found = children(node, name)
    if len(found) != 1:
        raise ImportRefused(f"{where}: <{local(node)}> must hold exactly one <{name}>.")
    return found[0]


def text_of(node: ET.Element | None) -> str:
    """Return the text right inside an element."""
    return (node.text or "") if node is not None else ""


def entries_of(content: bytes) -> dict[str, bytes]:
    """Return the files of the archive by name; odd or double names and damage are refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            files = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise ImportRefused(f"The package is not a readable zip archive: {error}.") from error
    if len(files) != len(names):
        raise ImportRefused("The archive holds two files of the same name.")
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise ImportRefused(f"The archive holds an unsafe file name: {name!r}.")
    return files


def parse_xml(path: str, data: bytes) -> Document:
    """Parse one document; a document type, entities or an encoding other than UTF-8: no."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{path}: the document is not UTF-8.") from error
    namespaces, prefixes = _names_used(path, data)
    return Document(path, ET.fromstring(data), namespaces, prefixes)


def _names_used(path: str, data: bytes) -> tuple[frozenset[str], frozenset[str]]:
    seen: set[str] = set()
    prefixes: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        seen.update(value for key, value in attributes.items() if re.match(r"xmlns(:|$)", key))
        prefixes.update(name.split(":")[:-1])

    def doctype(*_parts: object) -> None:
        raise ImportRefused(f"{path}: a document type declaration is not allowed.")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ImportRefused(f"{path}: the document is not well-formed XML: {error}.") from error
    return frozenset(seen), frozenset(prefixes)
