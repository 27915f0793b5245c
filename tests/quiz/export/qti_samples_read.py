"""Reading the examples: shared by the tests."""

from __future__ import annotations

import pytest

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_reader import (
    Given,
    ImportRefused,
    Package,
    QuizItem,
    read_package,
    schema_errors,
)


def read(document: str, meta: str | None = None) -> Package:
    """Read a quiz or bank that must be right by the schema, too."""
    content = x.package(document, meta)
    assert schema_errors(content) == []
    return read_package(content)


def only(document: str) -> QuizItem:
    """Return the one question of a document."""
    package = read(document)
    items = [item for quiz in package.quizzes for item in quiz.items]
    items += [item for bank in package.banks for item in bank.items]
    assert len(items) == 1
    return items[0]


def question(*parts: str, points: str = "1", ids: str = "") -> QuizItem:
    """Read one question with the metadata of a quiz."""
    more = {"original_answer_ids": ids, "assessment_question_identifierref": "i9"}
    return only(x.assessment(x.item(*parts, points=points, more=more)))


def given(fraction: float, *feedback: str) -> Given:
    """Say what a response earns."""
    return Given(fraction, feedback)


def bank(item: str) -> str:
    """Write a question bank."""
    return x.qti(
        f'<objectbank ident="b1">{x.fields({"bank_title": "Test Bank"})}{item}</objectbank>'
    )


def refusal(content: bytes) -> str:
    """Return the reason for which a package is refused."""
    with pytest.raises(ImportRefused) as caught:
        read_package(content)
    return str(caught.value)
