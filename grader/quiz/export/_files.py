"""XML and zip archives that come out the same every time."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"[\w.,:;+/=$-]*", re.ASCII)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def xml_bytes(root: ElementTree.Element) -> bytes:
    """Write a document; characters that XML does not know become U+FFFD."""
    for element in root.iter():
        element.text = element.text and _known(element.text)
        for name, value in element.attrib.items():
            element.set(name, _known(value))
    written = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return bytes(written) + b"\n"


def xml_with_sections(root: ElementTree.Element) -> bytes:
    """Write a document with its texts in CDATA sections, for programs that are poor at references.

    No element holds both text and elements; characters that XML does not know become U+FFFD.
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (head + "".join(_with_sections(root)) + "\n").encode()


def _with_sections(element: ElementTree.Element) -> Iterator[str]:
    attributes = "".join(
        f' {name}="{html.escape(_known(value))}"' for name, value in element.attrib.items()
    )
    yield f"<{element.tag}{attributes}>{_section(element.text or '')}"
    for inner in element:
        yield "\n"
        yield from _with_sections(inner)
    yield f"</{element.tag}>"


def _section(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    lines = _known(text).replace("\r\n", "\n").replace("\r", "\n")
    return f"<![CDATA[{lines.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _known(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def child(
    parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    """Add an element."""
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Pack files, in their order, all with one date."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()
