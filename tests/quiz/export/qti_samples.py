"""Building blocks of QTI 1.2 packages in the form Canvas exports, for the tests.

Written after canvas-lms, lib/cc/qti/qti_items.rb and qti_generator.rb, which say which elements
Canvas writes in which order; the manifest after lib/cc/qti/qti_manifest.rb.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OTHER = "<other/>"
SCORE_100 = '<setvar action="Set" varname="SCORE">100</setvar>'


def material(text: str, kind: str | None = "text/html") -> str:
    """Write a text."""
    texttype = f' texttype="{kind}"' if kind else ""
    return f"<material><mattext{texttype}>{escape(text)}</mattext></material>"


def fields(values: Mapping[str, str]) -> str:
    """Write metadata."""
    inner = "".join(
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel>"
        f"<fieldentry>{escape(value)}</fieldentry></qtimetadatafield>"
        for name, value in values.items()
    )
    return f"<qtimetadata>{inner}</qtimetadata>"


def labels(texts: Mapping[str, str], kind: str | None = "text/plain") -> str:
    """Write the list of choices or right sides."""
    inner = "".join(
        f'<response_label ident="{ident}">{material(text, kind)}</response_label>'
        for ident, text in texts.items()
    )
    return f"<render_choice>{inner}</render_choice>"


def choice(texts: Mapping[str, str], cardinality: str = "Single", kind: str = "text/plain") -> str:
    """Write the response of a choice question."""
    return (
        f'<response_lid ident="response1" rcardinality="{cardinality}">'
        f"{labels(texts, kind)}</response_lid>"
    )


def box(fibtype: str = "") -> str:
    """Write a text box."""
    attribute = f' fibtype="{fibtype}"' if fibtype else ""
    return (
        '<response_str ident="response1" rcardinality="Single">'
        f'<render_fib{attribute}><response_label ident="answer1"/></render_fib></response_str>'
    )


def left(ident: str, text: str, rights: Mapping[str, str], kind: str = "text/plain") -> str:
    """Write a left side with the right sides to choose from."""
    return (
        f'<response_lid ident="{ident}">{material(text, kind)}{labels(rights, None)}</response_lid>'
    )


def is_equal(value: str, response: str = "response1") -> str:
    """Write a comparison."""
    return f'<varequal respident="{response}">{escape(value)}</varequal>'


def between(low: str, high: str) -> str:
    """Write a pair of bounds."""
    return (
        f'<vargte respident="response1">{low}</vargte><varlte respident="response1">{high}</varlte>'
    )


def when(test: str, *shows: str, score: str = "", goes_on: str = "Yes") -> str:
    """Write a condition."""
    feedback = "".join(
        f'<displayfeedback feedbacktype="Response" linkrefid="{name}"/>' for name in shows
    )
    attribute = f' continue="{goes_on}"' if goes_on else ""
    return (
        f"<respcondition{attribute}><conditionvar>{test}</conditionvar>{score}{feedback}"
        "</respcondition>"
    )


def scores(test: str, *shows: str) -> str:
    """Write the condition for a right answer."""
    return when(test, *shows, score=SCORE_100, goes_on="No")


def feedback(name: str, text: str, kind: str = "text/plain") -> str:
    """Write a feedback."""
    return (
        f'<itemfeedback ident="{name}"><flow_mat>{material(text, kind)}</flow_mat></itemfeedback>'
    )


def item(
    kind: str,
    text: str,
    body: str = "",
    conditions: str = "",
    comments: str = "",
    *,
    ident: str = "i1",
    title: str = "Title",
    points: str = "1",
    more: Mapping[str, str] | None = None,
) -> str:
    """Write a question."""
    known = {"question_type": kind, "points_possible": points} | dict(more or {})
    decvar = '<decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/>'
    processing = f"<resprocessing><outcomes>{decvar}</outcomes>{conditions}</resprocessing>"
    return (
        f"<item ident={quoteattr(ident)} title={quoteattr(title)}>"
        f"<itemmetadata>{fields(known)}</itemmetadata>"
        f"<presentation>{material(text)}{body}</presentation>"
        f"{processing if conditions else ''}{comments}</item>"
    )


def qti(inner: str) -> str:
    """Write a QTI document."""
    location = f'xsi:schemaLocation="{QTI} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"'
    return f'{HEAD}<questestinterop xmlns="{QTI}" {XSI} {location}>{inner}</questestinterop>\n'


def assessment(*items: str, ident: str = "quiz1", title: str = "Quiz") -> str:
    """Write a quiz."""
    return qti(
        f'<assessment ident="{ident}" title={quoteattr(title)}>{fields({"cc_maxattempts": "1"})}'
        f'<section ident="root_section">{"".join(items)}</section></assessment>'
    )


def group(ident: str, pick: int, points: str, *items: str) -> str:
    """Write a question group."""
    return (
        f'<section ident="{ident}" title="Group"><selection_ordering><selection>'
        f"<selection_number>{pick}</selection_number><selection_extension>"
        f"<points_per_item>{points}</points_per_item></selection_extension></selection>"
        f"</selection_ordering>{''.join(items)}</section>"
    )


def settings(ident: str = "quiz1", **values: str) -> str:
    """Write the settings file of a quiz."""
    known = {"title": "Quiz", "description": "", "quiz_type": "assignment"} | values
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in known.items())
    location = f'xsi:schemaLocation="{CANVAS} https://canvas.instructure.com/xsd/cccv1p0.xsd"'
    return f'{HEAD}<quiz identifier="{ident}" xmlns="{CANVAS}" {XSI} {location}>{inner}</quiz>\n'


def resource(ident: str, kind: str, path: str, needs: str = "") -> str:
    """Write a resource of the manifest."""
    dependency = f'<dependency identifierref="{needs}"/>' if needs else ""
    return (
        f'<resource identifier="{ident}" type="{kind}"><file href="{path}"/>{dependency}</resource>'
    )


def manifest(*resources: str) -> str:
    """Write the manifest."""
    return (
        f'{HEAD}<manifest identifier="m1" xmlns="{CP}" {XSI}><metadata><schema>IMS Content</schema>'
        "<schemaversion>1.1.3</schemaversion></metadata><organizations/>"
        f"<resources>{''.join(resources)}</resources></manifest>\n"
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Pack files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def package(
    document: str, meta: str | None = None, files: Mapping[str, bytes] | None = None
) -> bytes:
    """Pack one quiz or bank with its settings file and the files its texts use."""
    lor = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    resources = [resource("quiz1", "imsqti_xmlv1p2", "quiz1/quiz1.xml", "meta1" if meta else "")]
    packed: dict[str, str | bytes] = {"quiz1/quiz1.xml": document}
    if meta:
        resources.append(resource("meta1", lor, "quiz1/assessment_meta.xml"))
        packed["quiz1/assessment_meta.xml"] = meta
    for number, (name, data) in enumerate((files or {}).items()):
        resources.append(resource(f"file{number}", "webcontent", name))
        packed[name] = data
    return zipped({"imsmanifest.xml": manifest(*resources)} | packed)
