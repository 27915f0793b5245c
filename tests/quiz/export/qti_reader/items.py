"""One ``item``: its metadata, text, kind and feedback.

canvas-lms, qti_exporter, assessment_item_converter.rb, after QTIMigrationTool.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import children, local, only_child, text_of
from tests.quiz.export.qti_reader.choices import MULTIPLE, TRUE_FALSE, read_choices
from tests.quiz.export.qti_reader.files import Files
from tests.quiz.export.qti_reader.idents import (
    feedback_ident,
    feedback_role,
    label_ident,
    resource_ident,
)
from tests.quiz.export.qti_reader.labels import responses_of
from tests.quiz.export.qti_reader.matching import read_matching
from tests.quiz.export.qti_reader.material import Reader, Text
from tests.quiz.export.qti_reader.model import ImportRefused, QuizItem
from tests.quiz.export.qti_reader.numbers import read_numerical
from tests.quiz.export.qti_reader.processing import number, parse_processing
from tests.quiz.export.qti_reader.shape import Asked, Shape, check_probes, no_answer
from tests.quiz.export.qti_reader.typed import read_essay, read_short_answer

QUESTION_LIMIT = 16 * 1024
TITLE_LIMIT = 255
POINTS = re.compile(r"[0-9]+(\.[0-9]+)?")
TEXT_ONLY = "text_only_question"
KINDS: dict[str, Callable[[Asked], Shape]] = {
    "multiple_choice_question": read_choices,
    TRUE_FALSE: read_choices,
    MULTIPLE: read_choices,
    "short_answer_question": read_short_answer,
    "numerical_question": read_numerical,
    "matching_question": read_matching,
    "essay_question": read_essay,
}
KNOWN_FIELDS = frozenset(
    ("question_type", "points_possible", "original_answer_ids", "assessment_question_identifierref")
)


@dataclass(frozen=True)
class Feedback:
    """The feedback of a question by the role Canvas sees in its name."""

    question: dict[str, Text]
    answers: dict[str, Text]
    roles: dict[str, str]

    def comment(self, role: str) -> str:
        """Return the HTML of the comment with that role, or nothing."""
        return self.question[role].html if role in self.question else ""


def read_item(item: ET.Element, files: Files) -> QuizItem:
    """Read one question, or refuse it."""
    ident = _ident(item)
    where = f"Question {ident}"
    title = item.get("title", "")
    if len(title) > TITLE_LIMIT:
        raise ImportRefused(f"{where}: the title is longer than {TITLE_LIMIT} characters.")
    reader = Reader(files)
    fields = metadata(item, where, "itemmetadata")
    kind, points = _kind_and_points(fields, where)
    reader.ignored += [f"{where}: metadata {name}" for name in sorted(set(fields) - KNOWN_FIELDS)]
    presentation = only_child(item, "presentation", where)
    text = _question_text(presentation, reader, where)
    feedback = _feedback(item, reader, where)
    shape = _shape(item, kind, presentation, reader, feedback, where)
    _check_answer_ids(fields.get("original_answer_ids", ""), shape, reader, where)
    return QuizItem(
        kind=kind,
        ident=ident,
        title=title,
        text=text,
        points=points,
        options=shape.options,
        partners=shape.partners,
        general_feedback=feedback.comment("general"),
        correct_feedback=feedback.comment("correct"),
        incorrect_feedback=feedback.comment("incorrect"),
        ignored=tuple(reader.ignored),
        marker=shape.marker,
    )


def _ident(item: ET.Element) -> str:
    ident = item.get("ident", "")
    if not ident.strip():
        raise ImportRefused("A question has no ident.")
    return resource_ident(ident)


def metadata(holder: ET.Element, where: str, wrapper: str | None) -> dict[str, str]:
    """Read the ``qtimetadata`` fields; Canvas lower-cases labels and cuts ``qmd_`` off.

    Values are written into attributes unescaped on the way (imsqti.py, InstructureMetadata), so
    one with &, < or a double quote breaks the converted document.
    """
    if wrapper:
        holder = only_child(holder, wrapper, where)
    found: dict[str, str] = {}
    for field in (f for q in children(holder, "qtimetadata") for f in children(q)):
        label = text_of(only_child(field, "fieldlabel", where)).strip().lower()
        value = text_of(only_child(field, "fieldentry", where)).strip()
        label = label.removeprefix("qmd_")
        if label in found:
            raise ImportRefused(f"{where}: the metadata field {label} stands twice.")
        if set('&<"') & set(value):
            raise ImportRefused(f"{where}: the metadata field {label} holds &, < or a quote.")
        found[label] = value
    return found


def _kind_and_points(fields: dict[str, str], where: str) -> tuple[str, float]:
    kind = fields.get("question_type", "")
    if not kind:
        raise ImportRefused(f"{where}: without question_type Canvas guesses the kind.")
    if kind not in KINDS and kind != TEXT_ONLY:
        raise ImportRefused(f"{where}: the kind {kind!r} is not read.")
    points = fields.get("points_possible", "")
    if not POINTS.fullmatch(points):
        raise ImportRefused(f"{where}: points_possible must be a plain number, not {points!r}.")
    return kind, number(points, where)


def _question_text(presentation: ET.Element, reader: Reader, where: str) -> str:
    if not len(presentation) or local(presentation[0]) != "material":
        raise ImportRefused(f"{where}: the question text must come first in <presentation>.")
    text = reader.text(presentation, f"{where}, text", question=True).html
    if len(text) > QUESTION_LIMIT:
        raise ImportRefused(
            f"{where}: Canvas replaces a question text longer than {QUESTION_LIMIT} characters."
        )
    return text


def _feedback(item: ET.Element, reader: Reader, where: str) -> Feedback:
    found = Feedback({}, {}, {})
    for node in children(item, "itemfeedback"):
        name = feedback_ident(node.get("ident", ""))
        role = feedback_role(name)
        here = f"{where}, feedback {name}"
        if name in found.roles or role in found.question:
            raise ImportRefused(f"{here}: Canvas keeps only the last one of this name or role.")
        if role == "solution":
            raise ImportRefused(f"{here}: Canvas takes it for a model solution, by its name.")
        found.roles[name] = role
        if [local(child) for child in node] not in (["flow_mat"], ["material"]):
            raise ImportRefused(f"{here}: it must hold one <flow_mat> or one <material>.")
        holder = node[0] if local(node[0]) == "flow_mat" else node
        text = reader.run_or_html(holder, here, any_type=role == "answer")
        (found.answers if role == "answer" else found.question)[
            name if role == "answer" else role
        ] = text
    return found


def _shape(
    item: ET.Element,
    kind: str,
    presentation: ET.Element,
    reader: Reader,
    feedback: Feedback,
    where: str,
) -> Shape:
    responses = set(responses_of(presentation, where))
    processing = parse_processing(item, responses, where, reader.ignored)
    shown = {name for condition in processing.conditions for name in condition.shows}
    missing = shown - set(feedback.roles)
    if missing:
        raise ImportRefused(f"{where}: there is no feedback {', '.join(sorted(missing))}.")
    if kind == TEXT_ONLY:
        if responses or shown or processing.conditions or feedback.roles:
            raise ImportRefused(f"{where}: a text-only question has no answers and no feedback.")
        return Shape(no_answer(False))
    asked = Asked(where, kind, presentation, processing, reader, feedback.answers)
    shape = KINDS[kind](asked)
    lost = set(feedback.answers) - shape.comments
    if lost:
        raise ImportRefused(f"{where}: Canvas drops the feedback {', '.join(sorted(lost))}.")
    check_probes(asked, shape, feedback.roles)
    for name in sorted(set(feedback.roles) - set(feedback.answers) - shown):
        reader.ignored.append(f"{where}: that no condition shows {name} (Canvas goes by its name)")
    return shape


def _check_answer_ids(listed: str, shape: Shape, reader: Reader, where: str) -> None:
    """``original_answer_ids``: only a course copy uses it, there in the order of the answers."""
    if not listed or not shape.idents:
        return
    idents = [label_ident(part).removeprefix("response_") for part in listed.split(",")]
    answers = [ident.removeprefix("response_") for ident in shape.idents]
    bare = [ident.removeprefix("RESPONSE_") for ident in idents]
    if idents != answers and bare != answers:
        raise ImportRefused(f"{where}: original_answer_ids does not list the answers in order.")
    reader.ignored.append(f"{where}: original_answer_ids (used in course copies only)")
