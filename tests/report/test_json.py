from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from grader.model import SCHEMA, BlankResult, LabResult, Report, Result, Sandbox
from grader.report import Style
from grader.report.json import document, render

PUBLISHED = json.loads(
    (Path(__file__).parents[2] / "docs/result.schema.json").read_text(encoding="utf-8")
)
MakeReport = Callable[..., Report]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(PUBLISHED)
    return Draft202012Validator(PUBLISHED)


def strictly_read(text: str) -> dict[str, Any]:
    def refuse(name: str) -> None:
        raise ValueError(f"{name} is no JSON")

    read = json.loads(text, parse_constant=refuse)
    assert isinstance(read, dict)
    return read


def test_the_reader_of_these_tests_refuses_what_is_not_json() -> None:
    with pytest.raises(ValueError, match="NaN is no JSON"):
        strictly_read('{"loss": NaN}')


def test_every_kind_of_result_follows_the_published_schema(
    results: dict[str, Result], make_report: MakeReport, validator: Draft202012Validator
) -> None:
    read = strictly_read(render(make_report(*results.values()), Style()))
    validator.validate(read)
    assert read == document(make_report(*results.values()))
    assert [result["status"] for result in read["results"]] == [
        result.status for result in results.values()
    ]


def test_the_schema_refuses_what_is_not_in_it(
    results: dict[str, Result], make_report: MakeReport, validator: Draft202012Validator
) -> None:
    read = document(make_report(results["failed"]))
    assert validator.is_valid({**read, "seed": 1})
    assert not validator.is_valid({**read, "extra": 1})
    assert not validator.is_valid({**read, "seed": "0"})
    assert not validator.is_valid({**read, "schema": 2})
    assert not validator.is_valid({**read, "results": [{}]})


def test_the_document_says_what_the_report_says(
    results: dict[str, Result], make_report: MakeReport
) -> None:
    read = strictly_read(render(make_report(results["passed"], results["failed"]), Style()))
    assert list(read) == [
        "schema",
        "grader",
        "course",
        "seed",
        "language",
        "data",
        "sandbox",
        "versions",
        "submission",
        "titles",
        "translations",
        "score",
        "max_score",
        "results",
    ]
    assert (read["schema"], read["score"], read["max_score"]) == (SCHEMA, 10, 20)
    failed = read["results"][1]
    assert failed["blanks"][0] == {
        "label": "1",
        "line": 12,
        "fill": "param ** 2",
        "status": "wrong",
        "message": results["failed"].blanks[0].message,
        "column": 29,
        "end_line": 12,
        "end_column": 39,
    }
    assert failed["cases"] == {"passed": 3, "total": 40}
    assert failed["counterexample"]["got"]["values"] == [[0.5, 0.5], [0.25, 0.7500001]]


def test_it_looks_the_same_everywhere(results: dict[str, Result], make_report: MakeReport) -> None:
    report = make_report(*results.values())
    assert render(report, Style()) == render(report, Style(width=40, colour=True, unicode=False))


def test_numbers_that_json_does_not_know_are_strings(
    results: dict[str, Result], make_report: MakeReport, validator: Draft202012Validator
) -> None:
    infinity, nan = float("inf"), float("nan")
    lab = LabResult(
        "lab",
        "Lab",
        "failed",
        metrics={"exact": nan},
        history={"loss": (1.0, infinity, -infinity, nan)},
    )
    read = strictly_read(render(make_report(replace(results["lab"], labs=(lab,))), Style()))
    validator.validate(read)
    (written,) = read["results"][0]["labs"]
    assert written["metrics"] == {"exact": "NaN"}
    assert written["history"]["loss"] == [1.0, "Infinity", "-Infinity", "NaN"]


def test_japanese_stays_readable(results: dict[str, Result], make_report: MakeReport) -> None:
    text = render(make_report(replace(results["todo"], title="勾配"), language="ja"), Style())
    assert '"title": "勾配"' in text
    assert text.endswith("}\n")


@given(
    said=st.text(st.characters(codec="utf-8")),
    numbers=st.lists(st.floats()),
    name=st.text(st.characters(codec="utf-8"), max_size=5),
)
def test_whatever_a_student_says_comes_back_as_it_was(
    said: str, numbers: list[float], name: str
) -> None:
    lab = LabResult(
        "lab",
        "Lab",
        "failed",
        metrics={name: 0.5},
        history={"loss": tuple(numbers)},
        messages=(said,),
    )
    blank = BlankResult("1", 1, said, "unknown")
    result = Result("d/s/e", "T", "error", 0, 1, stdout=said, blanks=(blank,), labs=(lab,))
    report = Report("0", "c", 0, "en", {}, Sandbox("basic", ()), {}, "s", (result,))
    read = strictly_read(render(report, Style()))["results"][0]
    assert (read["stdout"], read["blanks"][0]["fill"]) == (said, said)
    assert read["labs"][0]["messages"] == [said]
    assert [float(number) for number in read["labs"][0]["history"]["loss"]] == pytest.approx(
        numbers, nan_ok=True, rel=0, abs=0
    )


def test_what_steers_a_terminal_unseen_is_escaped_and_japanese_is_not(
    results: dict[str, Result], make_report: MakeReport
) -> None:
    said = "\u009b2J \u202eabc\u2066 \ufeff 日本語 é"
    report = make_report(replace(results["failed"], stdout=said))
    text = render(report, Style())
    assert "日本語 é" in text
    assert not any(character in text for character in "\u009b\u202e\u2066\ufeff")
    assert strictly_read(text)["results"][0]["stdout"] == said
