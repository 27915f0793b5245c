"""A QTI 1.2 package, with the names of elements that Canvas reads (as text2qti writes them)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from grader.quiz.export._files import child, xml_bytes, zip_bytes
from grader.quiz.export._pieces import Pieces, by_hand, machine_losses, notes, spellings
from grader.quiz.kinds.choice import Choice
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.multi import Multi
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.model import Question, Quiz
from grader.words import Language, Sentence, sentence

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_META_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_TYPES = {
    "choice": "multiple_choice_question",
    "multi": "multiple_answers_question",
    "numeric": "numerical_question",
    "match": "matching_question",
}
_CHOOSING = ("choice", "multi")


def write(quizzes: Sequence[Quiz], language: Language) -> bytes:
    """Write quizzes as one .zip: a manifest, and for each quiz its items and its settings.

    Raises:
        CourseError: an image cannot be read.
    """
    files = {"imsmanifest.xml": xml_bytes(_manifest(quizzes))}
    for quiz in quizzes:
        name = _name(quiz.id)
        pieces = Pieces(quiz, language)
        files[f"{name}/{name}.xml"] = xml_bytes(_assessment(quiz, pieces, language))
        files[f"{name}/assessment_meta.xml"] = xml_bytes(_settings(quiz, pieces, language))
    return zip_bytes(files)


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:
    """Say what a platform marks otherwise, and what QTI has no place for."""
    found = [*machine_losses(quizzes, "QTI"), sentence("quiz_export.qti_left_out")]
    if any(question.distractors for quiz in quizzes for question in quiz.questions):
        found.append(sentence("quiz_export.qti_numbers"))
    return tuple(found)


def qti_type(question: Question) -> str:
    """The name of the question type that holds it."""
    if by_hand(question):
        return "essay_question"
    return _TYPES.get(question.kind, "short_answer_question")


def _name(said: str) -> str:
    return "g" + hashlib.sha256(said.encode()).hexdigest()[:31]


def _manifest(quizzes: Sequence[Quiz]) -> Element:
    root = Element(
        "manifest", {"xmlns": _PACKAGE, "identifier": _name("/".join(quiz.id for quiz in quizzes))}
    )
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Content")
    child(metadata, "schemaversion", "1.1.3")
    child(root, "organizations")
    resources = child(root, "resources")
    for quiz in quizzes:
        name, meta = _name(quiz.id), _name(f"{quiz.id}/meta")
        items = child(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
        child(items, "file", href=f"{name}/{name}.xml")
        child(items, "dependency", identifierref=meta)
        address = f"{name}/assessment_meta.xml"
        about = child(resources, "resource", identifier=meta, type=_META_TYPE, href=address)
        child(about, "file", href=address)
    return root


def _settings(quiz: Quiz, pieces: Pieces, language: Language) -> Element:
    root = Element("quiz", {"xmlns": _CANVAS, "identifier": _name(quiz.id)})
    child(root, "title", quiz.title.in_language(language))
    child(root, "description", pieces.prose(quiz.intro) if quiz.intro else "")
    child(root, "shuffle_answers", "true")
    child(root, "scoring_policy", "keep_highest")
    child(root, "quiz_type", "assignment")
    child(root, "points_possible", f"{quiz.points:g}")
    if quiz.minutes is not None:
        child(root, "time_limit", str(quiz.minutes))
    child(root, "allowed_attempts", "1")
    return root


def _assessment(quiz: Quiz, pieces: Pieces, language: Language) -> Element:
    root = Element("questestinterop", {"xmlns": _QTI})
    title = quiz.title.in_language(language)
    assessment = child(root, "assessment", ident=_name(quiz.id), title=title)
    _fields(child(assessment, "qtimetadata"), {"cc_maxattempts": "1"})
    section = child(assessment, "section", ident="root_section")
    for question in quiz.questions:
        _item(section, f"{quiz.id}/{question.id}", question, pieces)
    return root


def _fields(metadata: Element, values: dict[str, str]) -> None:
    for label, entry in values.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)


def _item(section: Element, ident: str, question: Question, pieces: Pieces) -> None:
    item = child(section, "item", ident=_name(ident), title=pieces.title(question))
    ids = ",".join(_option_id(option.index) for option in question.options)
    metadata = child(child(item, "itemmetadata"), "qtimetadata")
    kind = qti_type(question)
    values = {"question_type": kind, "points_possible": f"{question.points:g}"}
    values["original_answer_ids"] = ids
    values["assessment_question_identifierref"] = _name(f"{ident}/bank")
    _fields(metadata, values)
    presentation = child(item, "presentation")
    _text(presentation, pieces.stem(question, notes(question)))
    _asked(presentation, question, pieces)
    processing = child(item, "resprocessing")
    outcomes = child(processing, "outcomes")
    child(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    _shown_feedback(processing, question)
    _right(processing, question)
    explained = pieces.explanation(question)
    if question.kind not in _CHOOSING:
        explained = f"{pieces.key(question)}\n{explained}"
    _feedback(item, "general_fb", explained)
    for option in question.options:
        if question.kind in _CHOOSING and option.feedback:
            _feedback(item, f"{_option_id(option.index)}_fb", pieces.prose(option.feedback))


def _text(parent: Element, written: str) -> None:
    child(child(parent, "material"), "mattext", written, texttype="text/html")


def _option_id(index: int) -> str:
    return str(1000 + index)


def _choice_id(index: int) -> str:
    return str(2000 + index)


def _asked(presentation: Element, question: Question, pieces: Pieces) -> None:
    if question.kind in _CHOOSING:
        many = "Multiple" if question.kind == "multi" else "Single"
        asked = child(presentation, "response_lid", ident="response1", rcardinality=many)
        choices = child(asked, "render_choice")
        for option in question.options:
            label = child(choices, "response_label", ident=_option_id(option.index))
            _text(label, pieces.prose(option.text))
    elif question.kind == "match":
        for left in question.options:
            _pair(presentation, left.index, question, pieces)
    else:
        asked = child(presentation, "response_str", ident="response1", rcardinality="Single")
        decimal = {"fibtype": "Decimal"} if question.kind == "numeric" else {}
        blank = child(asked, "render_fib", **decimal)
        child(blank, "response_label", ident="answer1", rshuffle="No")


def _pair(presentation: Element, index: int, question: Question, pieces: Pieces) -> None:
    """A menu holds neither maths nor code: it offers the letters listed above."""
    asked = child(presentation, "response_lid", ident=f"response_{_option_id(index)}")
    _text(asked, f"{index + 1}. {pieces.prose(question.options[index].text)}")
    choices = child(asked, "render_choice")
    for choice in question.choices:
        label = child(choices, "response_label", ident=_choice_id(choice.index))
        child(child(label, "material"), "mattext", choice.letter)


def _shown_feedback(processing: Element, question: Question) -> None:
    everything = child(processing, "respcondition", **{"continue": "Yes"})
    child(child(everything, "conditionvar"), "other")
    child(everything, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    for option in question.options:
        if question.kind in _CHOOSING and option.feedback:
            ident = _option_id(option.index)
            condition = child(processing, "respcondition", **{"continue": "Yes"})
            _equal(child(condition, "conditionvar"), ident)
            link = f"{ident}_fb"
            child(condition, "displayfeedback", feedbacktype="Response", linkrefid=link)


def _right(processing: Element, question: Question) -> None:
    """What is right; the items of a match add up, everything else is right or not."""
    answer = question.answer
    if isinstance(answer, Match):
        share = f"{100 / len(answer.partners):.2f}"
        for index, partner in enumerate(answer.partners):
            scored = _scored(processing, "Add", share, "Yes")
            _equal(scored, _choice_id(partner), f"response_{_option_id(index)}")
        return
    if by_hand(question):
        child(child(child(processing, "respcondition"), "conditionvar"), "other")
        return
    scored = _scored(processing, "Set", "100", "No")
    if isinstance(answer, Choice):
        _equal(scored, _option_id(answer.right))
    elif isinstance(answer, Multi):
        _exactly(child(scored, "and"), answer)
    elif isinstance(answer, Numeric):
        _intervals(child(scored, "or"), answer)
    else:
        for spelling in spellings(question):
            _equal(scored, spelling)


def _scored(processing: Element, action: str, points: str, onward: str) -> Element:
    condition = child(processing, "respcondition", **{"continue": onward})
    variables = child(condition, "conditionvar")
    child(condition, "setvar", points, action=action, varname="SCORE")
    return variables


def _equal(parent: Element, value: str, respident: str = "response1") -> None:
    child(parent, "varequal", value, respident=respident)


def _exactly(every: Element, answer: Multi) -> None:
    for index in range(answer.count):
        _equal(every if index in answer.right else child(every, "not"), _option_id(index))


def _intervals(alternatives: Element, answer: Numeric) -> None:
    """A percentage is right as 0.175 and as 17.5, as it is here."""
    for interval in answer.intervals:
        for scale in (1, 100) if interval.percent else (1,):
            both = child(alternatives, "and")
            for tag, end in (("vargte", interval.low), ("varlte", interval.high)):
                child(both, tag, repr(end * scale), respident="response1")


def _feedback(item: Element, ident: str, written: str) -> None:
    _text(child(child(item, "itemfeedback", ident=ident), "flow_mat"), written)
