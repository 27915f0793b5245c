"""A strict reader of QTI 1.2 packages that marks as Canvas Classic Quizzes does after import.

It stands in for the importer: QTIMigrationTool (QTI 1.2 to 2.1) followed by the qti_exporter
plug-in of canvas-lms, as for a «QTI .zip file» import. What those would drop, misread, warn about
or refuse raises ``ImportRefused``; what they drop without harm is listed in ``ignored``.
"""

from __future__ import annotations

from tests.quiz.export.qti_reader.archive import entries_of
from tests.quiz.export.qti_reader.manifest import read_manifest
from tests.quiz.export.qti_reader.model import (
    Assessment,
    Bank,
    Given,
    Group,
    ImportRefused,
    Package,
    QuizItem,
    Response,
)
from tests.quiz.export.qti_reader.new_quizzes import new_quizzes_errors
from tests.quiz.export.qti_reader.quizzes import PackageReader
from tests.quiz.export.qti_reader.schema import schema_errors

__all__ = [
    "Assessment",
    "Bank",
    "Given",
    "Group",
    "ImportRefused",
    "Package",
    "QuizItem",
    "Response",
    "new_quizzes_errors",
    "read_package",
    "schema_errors",
]


def read_package(content: bytes) -> Package:
    """Read a package as Canvas imports it, or raise ``ImportRefused`` with the first reason."""
    ignored: list[str] = []
    entries = entries_of(content)
    manifest = read_manifest(entries, ignored)
    return PackageReader(entries, manifest).read(ignored)
