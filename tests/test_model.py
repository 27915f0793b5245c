from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from typing import Any, get_args

import pytest

from grader.errors import CourseError, GraderError, SandboxError, UsageError
from grader.judge.difference import DifferenceKind
from grader.model import (
    BlankResult,
    BlankStatus,
    CaseCount,
    Counterexample,
    Diagnosis,
    DiagnosisKind,
    LabResult,
    LabStatus,
    Report,
    Result,
    Sandbox,
    Status,
)
from grader.words import sentence

PUBLISHED = json.loads(
    (Path(__file__).parents[1] / "docs/result.schema.json").read_text(encoding="utf-8")
)
RESULT = PUBLISHED["$defs"]["result"]


def report(*results: Result) -> Report:
    return Report("0", "course", 0, "en", {}, Sandbox("basic", ()), {}, "folder", results)


def result(status: Status, score: float) -> Result:
    return Result("day/section/exercise", "Title", status, score, 10.0)


def test_scores_are_added_up() -> None:
    graded = report(result("passed", 10.0), result("failed", 2.5))
    assert (graded.score, graded.max_score) == (12.5, 20.0)
    assert (report().score, report().max_score) == (0, 0)


@pytest.mark.parametrize("status", get_args(Status))
def test_only_passed_is_passed(status: Status) -> None:
    assert report(result("passed", 10.0), result(status, 0.0)).all_passed == (status == "passed")


def test_results_cannot_be_altered() -> None:
    with pytest.raises(FrozenInstanceError):
        result("failed", 0.0).score = 10.0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "published"),
    [
        (Report, PUBLISHED),
        (Sandbox, PUBLISHED["properties"]["sandbox"]),
        (Result, RESULT),
        (CaseCount, RESULT["properties"]["cases"]),
        (BlankResult, PUBLISHED["$defs"]["blank"]),
        (Counterexample, PUBLISHED["$defs"]["counterexample"]),
        (Diagnosis, PUBLISHED["$defs"]["diagnosis"]),
        (LabResult, PUBLISHED["$defs"]["lab"]),
    ],
)
def test_every_field_is_published_under_its_name(kind: Any, published: dict[str, Any]) -> None:
    names = {field.name for field in fields(kind)}
    names |= {"score", "max_score"} if kind is Report else set()
    assert names == set(published["properties"]) == set(published["required"])
    assert published["additionalProperties"] is False


@pytest.mark.parametrize(
    ("literal", "published"),
    [
        (Status, RESULT["properties"]["status"]),
        (BlankStatus, PUBLISHED["$defs"]["blank"]["properties"]["status"]),
        (LabStatus, PUBLISHED["$defs"]["lab"]["properties"]["status"]),
        (DiagnosisKind, PUBLISHED["$defs"]["diagnosis"]["properties"]["kind"]),
        (
            DifferenceKind,
            PUBLISHED["$defs"]["counterexample"]["properties"]["difference"]["properties"]["kind"],
        ),
    ],
)
def test_every_word_that_may_stand_there_is_published(
    literal: Any, published: dict[str, Any]
) -> None:
    assert sorted(get_args(literal)) == sorted(published["enum"])


@pytest.mark.parametrize(
    ("error", "code"), [(GraderError, 3), (UsageError, 2), (CourseError, 3), (SandboxError, 3)]
)
def test_errors_have_their_exit_code_and_one_sentence(error: type[GraderError], code: int) -> None:
    said = sentence("course.no_cases", file="checks.py")
    raised = error(said)
    assert (raised.exit_code, raised.sentence) == (code, said)
    assert str(raised) == "checks.py yields no cases."
