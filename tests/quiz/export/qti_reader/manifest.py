"""``imsmanifest.xml``: what kind of package this is and which files belong to it.

canvas-lms: package_identifier.rb, qti_exporter/converter.rb (is_qti_2) and
lib/cc/importer/canvas/quiz_metadata_converter.rb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import (
    XML_ENDINGS,
    Document,
    children,
    local,
    only_child,
    parse_xml,
    text_of,
)
from tests.quiz.export.qti_reader.model import ImportRefused

NAME = "imsmanifest.xml"
META = "assessment_meta.xml"
QTI_2 = re.compile(r"http://www\.imsglobal\.org/xsd/(imsqti_v2p|qti/qtiv2p)")
QTI_TYPE = re.compile(r"(ims_qti|imsqti)")


@dataclass(frozen=True)
class Resource:
    """One ``resource``: its identifier, type and files (paths in the archive)."""

    ident: str
    type: str
    files: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """The resources of the package."""

    resources: tuple[Resource, ...]

    def quizzes(self) -> list[str]:
        """List the QTI documents."""
        return [f for r in self.resources if QTI_TYPE.match(r.type) for f in r.files]

    def metas(self) -> list[str]:
        """List the documents Canvas takes for quiz settings."""
        return [
            name
            for r in self.resources
            if r.type.endswith("learning-application-resource")
            for name in r.files
            if name.endswith(META)
        ]

    def others(self) -> list[str]:
        """List the files a text may refer to: everything Canvas does not parse as XML."""
        names = {name for r in self.resources for name in r.files}
        return sorted(name for name in names if not name.lower().endswith(XML_ENDINGS))


def read_manifest(files: dict[str, bytes], ignored: list[str]) -> Manifest:
    """Read the manifest and compare it with the archive."""
    if NAME not in files:
        raise ImportRefused("The archive holds no imsmanifest.xml at its top.")
    document = parse_xml(NAME, files[NAME])
    _check_kind(document)
    resources = only_child(document.root, "resources", NAME)
    manifest = Manifest(tuple(_resource(node, files) for node in children(resources, "resource")))
    if not manifest.quizzes():
        raise ImportRefused("The manifest lists no resource whose type begins with imsqti.")
    _check_idents(manifest)
    _check_listed(manifest, files, ignored)
    return manifest


def _check_kind(document: Document) -> None:
    if local(document.root) != "manifest":
        raise ImportRefused("imsmanifest.xml is not a manifest.")
    if any(map(QTI_2.match, document.namespaces)):
        raise ImportRefused("The manifest declares QTI 2; Canvas would not read QTI 1.2 documents.")
    for schema in (n for m in children(document.root, "metadata") for n in children(m, "schema")):
        if re.search(r"IMS( Thin)? Common Cartridge|QTIv2\.", text_of(schema), re.IGNORECASE):
            raise ImportRefused("By its <schema> Canvas takes the package for another format.")


def _resource(node: ET.Element, files: dict[str, bytes]) -> Resource:
    hrefs = [child.get("href", "") for child in children(node, "file")]
    ident = node.get("identifier", "")
    if node.get("href") is not None and node.get("href") not in hrefs:
        raise ImportRefused(f"Resource {ident}: its href is not among its files.")
    paths = tuple(_path(href, ident, files) for href in hrefs)
    needs = tuple(child.get("identifierref", "") for child in children(node, "dependency"))
    return Resource(ident, node.get("type", ""), paths, needs)


def _path(href: str, ident: str, files: dict[str, bytes]) -> str:
    if "+" in href:
        raise ImportRefused(f"Resource {ident}: Canvas reads the + in {href!r} as a space.")
    path = unquote(href)
    if path not in files:
        raise ImportRefused(f"Resource {ident}: the archive holds no file {href!r}.")
    return path


def _check_idents(manifest: Manifest) -> None:
    idents = [resource.ident for resource in manifest.resources]
    if len(set(idents)) != len(idents) or "" in idents:
        raise ImportRefused("Resource identifiers must be there and differ.")
    for resource in manifest.resources:
        if set(resource.needs) - set(idents):
            raise ImportRefused(f"Resource {resource.ident} depends on one that is not there.")


def _check_listed(manifest: Manifest, files: dict[str, bytes], ignored: list[str]) -> None:
    """QTIMigrationTool parses every XML file of the archive, listed or not (ProcessFiles)."""
    listed = {name for resource in manifest.resources for name in resource.files} | {NAME}
    for name in sorted(set(files) - listed):
        if name.lower().endswith(XML_ENDINGS):
            raise ImportRefused(f"{name} is not in the manifest, yet Canvas would parse it.")
        ignored.append(f"file {name}, which the manifest does not list")
