"""A structural check of a package's documents, written from reading the published schemas.

No published schema validates what Canvas itself exports (see ``README.md``), so the rules
are kept here as tables:

* QTI documents: element order, number, attributes and enumerations after the IMS QTI 1.2.1 ASI
  document type definition (ims_qtiasiv1p2p1.dtd), limited to the elements Canvas reads;
* the manifest: IMS Content Packaging 1.1 (imscp_v1p1), for which Canvas uses the namespace of its
  Common Cartridge 1.1 copy;
* ``assessment_meta.xml``: canvas-lms, lib/cc/xsd/cccv1p0.xsd (see ``schema_meta.py``).

Deviations of Canvas' own documents that are allowed, and no others: ``xsi:schemaLocation`` on the
roots; a ``resprocessing`` with ``outcomes`` only in a file upload question
(lib/cc/qti/qti_items.rb); those of the settings file, which ``schema_meta.py`` lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import (
    Document,
    children,
    entries_of,
    local,
    parse_xml,
    text_of,
)
from tests.quiz.export.qti_reader.grammar import NCNAME, Grammar
from tests.quiz.export.qti_reader.manifest import META, NAME, QTI_TYPE
from tests.quiz.export.qti_reader.model import ImportRefused
from tests.quiz.export.qti_reader.quizzes import QTI_SPACE
from tests.quiz.export.qti_reader.schema_meta import meta_errors

UPLOAD = "file_upload_question"
COMPARISON = ("#text", "respident! index")
TEST = "not|and|or|unanswered|other|varequal|varlt|varlte|vargt|vargte|varsubset|varsubstring"
RESPONSE = "ident! rcardinality=Single|Multiple|Ordered rtiming=Yes|No"
LABELS = "(material|response_label)* response_na?"
TYPES = "Integer|String|Decimal|Scientific|Boolean|Enumerated|Set"

QTI = Grammar(
    "QTI 1.2.1",
    (QTI_SPACE,),
    {
        "questestinterop": ("qticomment? (objectbank|assessment|(section|item)+)", ""),
        "qticomment": ("#text", "xml:lang"),
        "objectbank": ("qticomment? qtimetadata* (section|item)+", "ident!"),
        "assessment": ("qticomment? duration? qtimetadata* section+", "ident! title xml:lang"),
        "duration": ("#text", ""),
        "section": (
            "qticomment? duration? qtimetadata* selection_ordering? (item|section)*",
            "ident! title xml:lang",
        ),
        "selection_ordering": ("qticomment? selection* order?", "sequence_type"),
        "selection": ("sourcebank_ref? selection_number? selection_extension?", ""),
        "sourcebank_ref": ("#text", ""),
        "selection_number": ("#text", ""),
        "selection_extension": ("#any", ""),
        "order": ("", "order_type!"),
        "item": (
            "qticomment? duration? itemmetadata? presentation? resprocessing* itemfeedback*",
            "ident! title label maxattempts xml:lang",
        ),
        "itemmetadata": ("qtimetadata*", ""),
        "qtimetadata": ("qtimetadatafield+", ""),
        "qtimetadatafield": ("fieldlabel fieldentry", "xml:lang"),
        "fieldlabel": ("#text", ""),
        "fieldentry": ("#text", ""),
        "presentation": (
            "qticomment? (material|response_lid|response_str|response_num)+",
            "label xml:lang",
        ),
        "response_lid": ("material? render_choice material?", RESPONSE),
        "response_str": ("material? render_fib material?", RESPONSE),
        "response_num": ("material? render_fib material?", RESPONSE + " numtype"),
        "render_choice": (LABELS, "shuffle=Yes|No minnumber maxnumber"),
        "render_fib": (
            LABELS,
            "fibtype=String|Integer|Decimal|Scientific rows columns maxchars prompt encoding "
            "charset minnumber maxnumber",
        ),
        "response_na": ("#any", ""),
        "response_label": (
            "#mixed qticomment material flow_mat",
            "ident! rshuffle=Yes|No labelrefid match_group match_max",
        ),
        "material": ("qticomment? mattext+", "label xml:lang"),
        "mattext": ("#text", "texttype charset label uri xml:space xml:lang entityref"),
        "flow_mat": ("qticomment? (flow_mat|material)+", "class"),
        "resprocessing": ("qticomment? outcomes respcondition+", "scoremodel"),
        "outcomes": ("qticomment? decvar+", ""),
        "decvar": (
            "#text",
            f"varname vartype={TYPES} defaultval minvalue maxvalue members cutvalue",
        ),
        "respcondition": (
            "qticomment? conditionvar setvar* displayfeedback*",
            "continue=Yes|No title",
        ),
        "conditionvar": (f"({TEST})+", ""),
        "and": (f"({TEST})+", ""),
        "or": (f"({TEST})+", ""),
        "not": (f"({TEST})", ""),
        "other": ("#text", ""),
        "unanswered": ("#text", "respident!"),
        "varequal": ("#text", "respident! index case=Yes|No"),
        "varsubstring": ("#text", "respident! index case=Yes|No"),
        "varsubset": ("#text", "respident! index setmatch=Exact|Partial"),
        "varlt": COMPARISON,
        "varlte": COMPARISON,
        "vargt": COMPARISON,
        "vargte": COMPARISON,
        "setvar": ("#text", "varname action=Set|Add|Subtract|Multiply|Divide"),
        "displayfeedback": ("#text", "linkrefid! feedbacktype=Response|Solution|Hint"),
        "itemfeedback": ("(flow_mat|material)+", "ident! view title"),
    },
)

CP = Grammar(
    "IMS Content Packaging 1.1",
    (
        "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
    ),
    {
        "manifest": ("metadata? organizations resources", "identifier! version xml:base"),
        "metadata": ("schema? schemaversion? other*", ""),
        "schema": ("#text", ""),
        "schemaversion": ("#text", ""),
        "organizations": ("organization*", "default"),
        "organization": ("#any", "identifier! structure"),
        "resources": ("resource*", "xml:base"),
        "resource": ("metadata? file* dependency*", "identifier! type! href xml:base"),
        "file": ("metadata?", "href!"),
        "dependency": ("", "identifierref!"),
    },
)


def schema_errors(content: bytes) -> list[str]:
    """Check the structure of the manifest, every QTI document and every settings file."""
    try:
        entries = entries_of(content)
        documents = [parse_xml(name, entries[name]) for name in sorted(_xml(entries))]
    except ImportRefused as error:
        return [str(error)]
    return [error for document in documents for error in _errors(document)]


def _xml(entries: dict[str, bytes]) -> set[str]:
    """Name the manifest, what it lists as QTI, and the settings files."""
    if NAME not in entries:
        raise ImportRefused(f"The archive holds no {NAME}.")
    root = parse_xml(NAME, entries[NAME]).root
    found = {NAME} | {name for name in entries if name.endswith(f"/{META}")}
    for resource in (node for node in root.iter() if local(node) == "resource"):
        if QTI_TYPE.match(resource.get("type", "")):
            found |= {file.get("href", "") for file in children(resource, "file")}
    missing = found - set(entries)
    if missing:
        raise ImportRefused(f"The archive holds no {min(missing)}.")
    return found


def _errors(document: Document) -> Iterator[str]:
    path, root = document.path, document.root
    if path == NAME:
        yield from CP.errors(path, root, "manifest")
        yield from _identifier_errors(path, root)
    elif path.endswith(META):
        yield from meta_errors(path, root)
    else:
        _excuse_uploads(root)
        yield from QTI.errors(path, root, "questestinterop")


def _identifier_errors(path: str, root: ET.Element) -> Iterator[str]:
    """Yield identifiers of the manifest that are no xs:ID: no name, or twice the same."""
    idents = Counter(
        node.get("identifier", "")
        for node in root.iter()
        if local(node) in ("manifest", "organization", "resource", "item")
    )
    for ident, count in idents.items():
        if not NCNAME.fullmatch(ident):
            yield f"{path}: the identifier {ident!r} is no XML name."
        if count > 1:
            yield f"{path}: the identifier {ident!r} stands twice."


def _excuse_uploads(root: ET.Element) -> None:
    """Drop the ``resprocessing`` that has only ``outcomes`` from file upload questions."""
    for item in [node for node in root.iter() if local(node) == "item"]:
        if all(text_of(node).strip() != UPLOAD for node in item.iter()):
            continue
        for node in children(item, "resprocessing"):
            if [local(child) for child in node] == ["outcomes"]:
                item.remove(node)
