"""The structural check: Canvas' own forms pass, each broken rule is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_reader import schema_errors

ITEM = x.item(
    "multiple_choice_question",
    "A?",
    x.choice({"c1": "x", "c2": "y"}),
    x.when(x.is_equal("c1"), "c1_fb") + x.scores(x.is_equal("c1")),
    x.feedback("c1_fb", "Hm."),
)
METADATA = ITEM[ITEM.index("<itemmetadata>") : ITEM.index("<presentation>")]
# What text2qti writes (xml_assessment_meta.py), after an export of Canvas: elements that
# cccv1p0.xsd does not know, and empty dates.
ASSIGNMENT = (
    '<assignment identifier="a1"><title>Quiz</title><due_at/><lock_at/><unlock_at/>'
    "<module_locked>false</module_locked><workflow_state>unpublished</workflow_state>"
    "<assignment_overrides></assignment_overrides><points_possible>1.0</points_possible>"
    "<grading_type>points</grading_type><post_policy><post_manually>false</post_manually>"
    "</post_policy></assignment>"
)


def errors(
    document: str = "", meta: str = "", change: Callable[[str], str] = lambda text: text
) -> list[str]:
    """Check a package after a change to its document."""
    return schema_errors(x.package(change(document or x.assessment(ITEM)), meta or None))


def meta(**values: str) -> str:
    """Write a settings file."""
    return x.settings(**values)


def test_forms_of_canvas_pass() -> None:
    """What Canvas and text2qti write passes."""
    assert errors() == []
    assert errors(x.assessment(x.group("g1", 1, "1", ITEM))) == []
    extra = meta(points_possible="1.0", hide_results="", module_locked="false", time_limit="60")
    assert errors(meta=extra.replace("</quiz>", ASSIGNMENT + "</quiz>")) == []


def test_upload_without_conditions() -> None:
    """Canvas and text2qti write outcomes only for a file upload, against the standard."""
    upload = x.item("file_upload_question", "Send it.", conditions=" ")
    assert errors(x.assessment(upload)) == []
    essay = x.item("essay_question", "Write.", x.box(), conditions=" ")
    assert "<resprocessing> must hold" in errors(x.assessment(essay))[0]


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "metadata after presentation": (
        lambda s: s.replace(METADATA, "").replace("<resprocessing>", METADATA + "<resprocessing>"),
        "<item> must hold",
    ),
    "feedback before resprocessing": (
        lambda s: s.replace("<resprocessing>", x.feedback("f", "x") + "<resprocessing>"),
        "<item> must hold",
    ),
    "displayfeedback before setvar": (
        lambda s: s.replace(x.SCORE_100, '<displayfeedback linkrefid="c1_fb"/>' + x.SCORE_100),
        "<respcondition> must hold",
    ),
    "no outcomes": (lambda s: s.replace("outcomes>", "qticomment>"), "<qticomment> must hold"),
    "attribute that is not known": (
        lambda s: s.replace("<mattext ", '<mattext class="a" '),
        "<mattext> has no attribute class",
    ),
    "no respident": (
        lambda s: s.replace(' respident="response1"', ""),
        "<varequal> needs the attribute respident",
    ),
    "value in small letters": (
        lambda s: s.replace('"Yes"', '"yes"'),
        "continue of <respcondition> must be one of Yes|No",
    ),
    "two comparisons in not": (
        lambda s: s.replace(x.is_equal("c1"), f"<not>{2 * x.is_equal('c1')}</not>", 1),
        "<not> must hold",
    ),
    "element of no version": (
        lambda s: s.replace("<presentation>", "<presentation><hint/>", 1),
        "<hint> is not among",
    ),
    "text between elements": (
        lambda s: s.replace("<presentation>", "<presentation>text"),
        "<presentation> holds text",
    ),
    "other namespace": (lambda s: s.replace("asiv1p2", "asiv1p1"), "the namespace of"),
    "no section": (
        lambda s: s.replace('<section ident="root_section">', "").replace("</section>", ""),
        "<assessment> must hold",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_documents(name: str) -> None:
    """Each broken rule of QTI is named."""
    change, reason = BROKEN[name]
    assert any(reason in error for error in errors(change=change))


BROKEN_META = {
    "not a boolean": (meta(shuffle_answers="yes"), "<shuffle_answers> must be a boolean"),
    "not a date": (meta(due_at="2024-05-01"), "<due_at> must be a date and time"),
    "empty date": (meta(due_at=""), "<due_at> must be a date and time"),
    "no description": (meta().replace("<description></description>", ""), "is missing"),
    "unknown element": (meta(lock_it="true"), "<lock_it> is not known"),
    "element twice": (
        meta().replace("<title>Quiz</title>", 2 * "<title>Quiz</title>"),
        "<title> stands twice",
    ),
    "identifier that is no name": (meta().replace('"quiz1"', '"1"'), "an XML name"),
    "no namespace": (meta().replace(f'xmlns="{x.CANVAS}"', ""), "in the namespace"),
}


@pytest.mark.parametrize("name", BROKEN_META)
def test_broken_settings(name: str) -> None:
    """Each broken rule of the settings is named."""
    text, reason = BROKEN_META[name]
    assert any(reason in error for error in errors(meta=text))


BROKEN_MANIFEST: dict[str, tuple[Callable[[str], str], str]] = {
    "resources before organizations": (
        lambda s: s.replace("<organizations/>", "").replace(
            "</resources>", "</resources><organizations/>"
        ),
        "<manifest> must hold",
    ),
    "identifier twice": (lambda s: s.replace('"m1"', '"quiz1"'), "stands twice"),
    "identifier that is no name": (lambda s: s.replace('"m1"', '"1 2"'), "is no XML name"),
    "no type": (lambda s: s.replace(' type="imsqti_xmlv1p2"', ""), "needs the attribute type"),
}


@pytest.mark.parametrize("name", BROKEN_MANIFEST)
def test_broken_manifests(name: str) -> None:
    """Each broken rule of the manifest is named."""
    change, reason = BROKEN_MANIFEST[name]
    manifest = x.manifest(x.resource("quiz1", "imsqti_xmlv1p2", "quiz1.xml"))
    content = x.zipped({"imsmanifest.xml": change(manifest), "quiz1.xml": x.assessment(ITEM)})
    assert any(reason in error for error in schema_errors(content))
