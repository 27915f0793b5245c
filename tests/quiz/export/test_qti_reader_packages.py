"""Mistakes in a package around its questions, each refused for the reason named."""

from __future__ import annotations

import pytest

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_samples_read import refusal


def mc() -> str:
    """Write a choice question."""
    body = x.choice({"c1": "x", "c2": "y"})
    return x.item("multiple_choice_question", "<p>A?</p>", body, x.scores(x.is_equal("c1")))


QUIZ = x.assessment(mc())
META = x.settings()
PACKAGES = {
    "no manifest": (x.zipped({"quiz.xml": QUIZ}), "no imsmanifest.xml at its top"),
    "no zip": (b"PK", "not a readable zip"),
    "QTI document of no kind": (
        x.package(x.qti(mc())),
        "one <assessment> or <objectbank>",
    ),
    "document type": (
        x.package(QUIZ.replace("<questest", "<!DOCTYPE questestinterop><questest", 1)),
        "document type",
    ),
    "not well-formed": (x.package(QUIZ.replace("</item>", "")), "not well-formed"),
    "question ident twice": (x.package(x.assessment(mc(), mc())), "stands twice"),
    "idents that Canvas makes equal": (
        x.package(x.assessment(mc().replace('"i1"', '"a:1"'), mc().replace('"i1"', '"a-1"'))),
        "stands twice",
    ),
    "settings of another quiz": (
        x.package(x.assessment(mc(), ident="quiz2"), META),
        "belongs to no quiz",
    ),
    "switch with a wrong value": (
        x.package(QUIZ, x.settings(shuffle_answers="yes")),
        "must be true or false",
    ),
    "unknown quiz type": (
        x.package(QUIZ, x.settings(quiz_type="test")),
        "does not know 'test'",
    ),
    "HTML in settings": (
        x.package(QUIZ, META.replace("<description>", "<description><p>x</p>")),
        "escape HTML",
    ),
    "title only inside the assignment": (
        x.package(
            QUIZ, META.replace("<title>", "<assignment><title>B</title></assignment><title>", 1)
        ),
        "an inner <title>",
    ),
    "cartridge": (
        x.zipped(
            {
                "imsmanifest.xml": x.manifest(
                    x.resource("quiz1", "imsqti_xmlv1p2", "quiz1.xml")
                ).replace("IMS Content", "IMS Common Cartridge"),
                "quiz1.xml": QUIZ,
            }
        ),
        "another format",
    ),
    "other resource type": (
        x.zipped(
            {
                "imsmanifest.xml": x.manifest(x.resource("quiz1", "webcontent", "quiz1.xml")),
                "quiz1.xml": QUIZ,
            }
        ),
        "no resource whose type begins with imsqti",
    ),
    "file that is not in the archive": (
        x.zipped(
            {"imsmanifest.xml": x.manifest(x.resource("quiz1", "imsqti_xmlv1p2", "quiz1.xml"))}
        ),
        "holds no file",
    ),
    "group that asks for too many": (
        x.package(x.assessment(x.group("g1", 2, "1", mc()))),
        "cannot pick",
    ),
    "title that is missing": (x.package(x.assessment(mc(), title="")), "needs a title"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_packages(name: str) -> None:
    """Each mistake in a package is refused by name."""
    content, reason = PACKAGES[name]
    assert reason in refusal(content)
