"""What Canvas New Quizzes is known to refuse or to lose in a package Classic Quizzes accepts.

New Quizzes has its own importer (instructure/qti, a Ruby gem). Read there: lib/qti/v1/models/
interactions (numeric_interaction.rb: ``fibtype`` and ``varname``; match_interaction.rb) and
lib/qti/v1/models/numerics (the forms of a numerical answer). That text-only questions are not
imported is also reported in gpoore/text2qti, issue 72. One rule is another converter's report
(QuizForge) and not to be seen in the source: numbers without a decimal point import but do not
show. Canvas' own exports write the point (qti_items.rb, ``to_f``).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import children, entries_of, local, parse_xml, text_of
from tests.quiz.export.qti_reader.manifest import read_manifest
from tests.quiz.export.qti_reader.model import ImportRefused

NUMERICAL = "numerical_question"
MATCHING = "matching_question"
TEXT_ONLY = "text_only_question"


def new_quizzes_errors(content: bytes) -> list[str]:
    """List what New Quizzes would refuse or lose; an unreadable package is one error."""
    try:
        entries = entries_of(content)
        paths = dict.fromkeys(read_manifest(entries, []).quizzes())
        roots = [parse_xml(path, entries[path]).root for path in paths]
    except ImportRefused as error:
        return [str(error)]
    return list(_package_errors(roots))


def _package_errors(roots: list[ET.Element]) -> Iterator[str]:
    quizzes = [node for root in roots for node in root.iter() if local(node) == "assessment"]
    if len(quizzes) > 1:
        yield "Only the first quiz of a package is imported."
    for root in roots:
        for item in (node for node in root.iter() if local(node) == "item"):
            for error in _item_errors(item):
                yield f"Question {item.get('ident')}: {error}"


def _item_errors(item: ET.Element) -> Iterator[str]:
    kind = _kind(item)
    if kind == TEXT_ONLY:
        yield "a text-only question is not imported."
    if any("src=" in text_of(n) and '"data:' in text_of(n) for n in _all(item, "mattext")):
        yield "a picture in a data: address is lost."
    if any("varname" not in node.attrib for node in _all(item, "setvar")):
        yield "<setvar> needs varname='SCORE' written out."
    if kind == NUMERICAL:
        yield from _numerical_errors(item)
    if kind == MATCHING:
        idents = {node.get("ident") for node in _all(item, "response_label")}
        if any(text_of(node) not in idents for node in _all(item, "varequal")):
            yield "<varequal> must hold a label ident exactly, without blanks around it."


def _numerical_errors(item: ET.Element) -> Iterator[str]:
    if any(node.get("fibtype") != "Decimal" for node in _all(item, "render_fib")):
        yield "a numerical question needs fibtype='Decimal'."
    for condition in _all(item, "conditionvar"):
        found = {name: _values(condition, name) for name in ("varequal", "vargte", "varlte")}
        numbers = [value for values in found.values() for value in values]
        if not numbers:
            continue
        if any(len(values) > 1 for values in found.values()) or not _known_form(found):
            yield f"unsupported numeric type ({', '.join(numbers)})."
        for value in numbers:
            if "." not in value:
                yield f"the number {value} has no decimal point and reportedly does not show."


def _known_form(found: dict[str, list[str]]) -> bool:
    """Tell whether the strings make an exact answer, one with a margin, or a range."""
    if not found["vargte"] or not found["varlte"]:
        return False
    if not found["varequal"]:
        return True
    exact, low, high = found["varequal"][0], found["vargte"][0], found["varlte"][0]
    return exact == low == high or exact not in (low, high)


def _values(condition: ET.Element, name: str) -> list[str]:
    return [text_of(node).strip() for node in _all(condition, name)]


def _all(node: ET.Element, name: str) -> list[ET.Element]:
    return [inner for inner in node.iter() if local(inner) == name]


def _kind(item: ET.Element) -> str:
    for field in _all(item, "qtimetadatafield"):
        label, entry = children(field, "fieldlabel"), children(field, "fieldentry")
        if label and entry and text_of(label[0]).strip() == "question_type":
            return text_of(entry[0]).strip()
    return ""
