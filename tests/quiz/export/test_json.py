from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from grader.quiz.export.json import FORMAT
from grader.quiz.kinds import kind_names
from tests.quiz.export.course import EDITION, ROOT, exported

SCHEMA = json.loads((ROOT / "docs/quizzes.schema.json").read_text(encoding="utf-8"))


def test_the_schema_holds() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(exported("json")), SCHEMA)


def test_the_schema_knows_every_kind() -> None:
    answers = SCHEMA["$defs"]["answer"]["oneOf"]
    assert {one["properties"]["kind"]["const"] for one in answers} == set(kind_names())
    assert set(SCHEMA["$defs"]["question"]["properties"]["kind"]["enum"]) == set(kind_names())
    assert SCHEMA["properties"]["format"]["const"] == FORMAT


@pytest.mark.parametrize("part", ["course", "quizzes"])
def test_the_schema_refuses_what_lacks_a_part(part: str) -> None:
    document = json.loads(exported("json"))
    del document[part]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_schema_refuses_an_answer_of_another_kind() -> None:
    document = json.loads(exported("json"))
    question = document["quizzes"][0]["questions"][0]
    question["answer"]["kind"] = "guess"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_document_names_its_course_and_is_the_same_in_every_language() -> None:
    document = json.loads(exported("json"))
    assert document["course"] == {"id": EDITION.course, "title": dict(EDITION.title._asdict())}
    assert exported("json", "ja") == exported("json")


def test_the_documentation_names_the_schema() -> None:
    text = Path(ROOT / "docs/quiz-export.md").read_text(encoding="utf-8")
    assert "(quizzes.schema.json)" in text
    assert FORMAT in text
