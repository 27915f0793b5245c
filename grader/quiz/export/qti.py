"""A QTI 1.2 package, with the names of elements that Canvas reads (as text2qti writes them)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from grader.quiz.export import Edition, _qti_texts
from grader.quiz.export._files import child, xml_bytes, zip_bytes
from grader.quiz.export._images import ImageFiles
from grader.quiz.export._pieces import machine_losses, named
from grader.quiz.export._qti_items import CanvasPieces, by_hand, fields, write_item
from grader.quiz.model import Quiz
from grader.words import Language, Sentence, sentence

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_META_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_FILE_BASE = "%24IMS-CC-FILEBASE%24/"


def write(quizzes: Sequence[Quiz], language: Language, edition: Edition) -> bytes:
    """Write quizzes as one .zip: a manifest, for each quiz its items and its settings, images.

    Images are files of their own: Canvas drops those that are written into an address.

    Raises:
        CourseError: an image cannot be read, or Canvas cannot hold a question.
    """
    images = ImageFiles("images/", _FILE_BASE)
    files: dict[str, bytes] = {}
    names = []
    for quiz in quizzes:
        ident = f"{edition.course}/{language}/{quiz.id}"
        name, pieces = _qti_texts.ident(ident), CanvasPieces(quiz, language, image=images)
        files[f"{name}/{name}.xml"] = xml_bytes(_assessment(quiz, ident, pieces, language))
        files[f"{name}/assessment_meta.xml"] = xml_bytes(_settings(quiz, ident, pieces, language))
        names.append(name)
    manifest = xml_bytes(_manifest(names, images.files))
    return zip_bytes({"imsmanifest.xml": manifest, **files, **images.files})


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:
    """Say what a platform marks otherwise, and what QTI has no place for."""
    found = [*machine_losses(quizzes, "QTI"), sentence("quiz_export.qti_left_out")]
    if any(question.distractors for question in named(quizzes)):
        found.append(sentence("quiz_export.qti_distractors"))
    numbers = named(quizzes, ("numeric",))
    if numbers:
        found.append(sentence("quiz_export.qti_rounding"))
    fine = sum(map(by_hand, numbers))
    if fine:
        found.append(sentence("quiz_export.qti_fine_numbers", count=fine))
    if len(quizzes) > 1:
        found.append(sentence("quiz_export.qti_new_quizzes"))
    return tuple(found)


def _manifest(names: Sequence[str], images: Iterable[str]) -> Element:
    root = Element("manifest", {"xmlns": _PACKAGE, "identifier": _qti_texts.ident("/".join(names))})
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Content")
    child(metadata, "schemaversion", "1.1.3")
    child(root, "organizations")
    resources = child(root, "resources")
    for name in names:
        meta = _qti_texts.ident(f"{name}/meta")
        items = child(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
        child(items, "file", href=f"{name}/{name}.xml")
        child(items, "dependency", identifierref=meta)
        _file(resources, f"{name}/assessment_meta.xml", meta, _META_TYPE)
    for image in images:
        _file(resources, image, _qti_texts.ident(image), "webcontent")
    return root


def _file(resources: Element, address: str, ident: str, kind: str) -> None:
    resource = child(resources, "resource", identifier=ident, type=kind, href=address)
    child(resource, "file", href=address)


def _settings(quiz: Quiz, ident: str, pieces: CanvasPieces, language: Language) -> Element:
    root = Element("quiz", {"xmlns": _CANVAS, "identifier": _qti_texts.ident(ident)})
    child(root, "title", _qti_texts.title(quiz.title.in_language(language), quiz.id))
    child(root, "description", pieces.prose(quiz.intro) if quiz.intro else "")
    child(root, "shuffle_answers", "true")
    child(root, "scoring_policy", "keep_highest")
    child(root, "quiz_type", "assignment")
    child(root, "points_possible", _qti_texts.points(quiz.points))
    if quiz.minutes is not None:
        child(root, "time_limit", str(quiz.minutes))
    child(root, "allowed_attempts", "1")
    return root


def _assessment(quiz: Quiz, ident: str, pieces: CanvasPieces, language: Language) -> Element:
    root = Element("questestinterop", {"xmlns": _QTI})
    title = _qti_texts.title(quiz.title.in_language(language), quiz.id)
    assessment = child(root, "assessment", ident=_qti_texts.ident(ident), title=title)
    fields(child(assessment, "qtimetadata"), {"cc_maxattempts": "1"})
    section = child(assessment, "section", ident="root_section")
    for question in quiz.questions:
        write_item(section, f"{ident}/{question.id}", question, pieces)
    return root
