from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from grader.model import Report, Result
from grader.report import Style
from grader.report.junit import render

MakeReport = Callable[..., Report]
Results = dict[str, Result]

# What may stand in what, as pytest and the published schema of the format have it: for each
# element the attributes it must have, those it may have, and its children.
SHAPE: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "time"},
        {"properties", "testcase"},
    ),
    "testcase": (
        {"name"},
        {"classname", "time", "file", "line"},
        {"properties", "failure", "error", "skipped", "system-out"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "failure": (set(), {"message", "type"}, set()),
    "error": (set(), {"message", "type"}, set()),
    "skipped": (set(), {"message", "type"}, set()),
    "system-out": (set(), set(), set()),
}


def read(text: str) -> ET.Element:
    root = ET.fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    for element in root.iter():
        required, optional, children = SHAPE[element.tag]
        assert required <= set(element.attrib) <= required | optional, element.tag
        assert {child.tag for child in element} <= children
    for suite in [root, *root.iter("testsuite")]:
        for attribute, tag in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")]:
            assert int(suite.attrib[attribute]) == len(list(suite.iter(tag)))
    return root


def properties(element: ET.Element) -> dict[str, str]:
    return {one.attrib["name"]: one.attrib["value"] for one in element.iter("property")}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_has_the_shape_that_ci_services_read(
    language: str, results: Results, make_report: MakeReport
) -> None:
    root = read(render(make_report(*results.values(), language=language), Style()))
    assert [suite.attrib["name"] for suite in root] == [
        "day1/section3_output",
        "day2/section3_overfitting",
        "day1/section3_output",
        "day1/section4_descent",
        "day3/section1_rnn",
        "day1/section2_activation",
    ]


def test_a_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    chosen = [results[name] for name in ("passed", "failed", "todo", "timeout", "absent")]
    check_golden("report.junit.xml", render(make_report(*chosen), Style()))


def test_a_wrong_blank_fails_at_its_line(results: Results, make_report: MakeReport) -> None:
    root = read(render(make_report(results["failed"]), Style()))
    whole, wrong, right = root.iter("testcase")
    assert wrong.attrib["line"] == "12"
    assert wrong.attrib["file"] == "exercises/l2_gradient.py"
    failure = wrong.find("failure")
    assert failure is not None
    assert failure.attrib["message"].startswith("The square belongs to the penalty")
    assert "param ** 2" in str(failure.text)
    assert list(right) == []
    assert properties(whole)["mistakes"] == "squares-instead-of-derivative"


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("passed", {"properties", "system-out"}),
        ("failed", {"properties", "failure", "system-out"}),
        ("timeout", {"properties", "error", "skipped", "system-out"}),
        ("invalid", {"properties", "error"}),
        ("todo", {"properties", "skipped"}),
        ("absent", {"properties", "skipped"}),
    ],
)
def test_every_status_becomes_what_ci_services_know(
    name: str, tags: set[str], results: Results, make_report: MakeReport
) -> None:
    root = read(render(make_report(results[name]), Style()))
    assert {child.tag for case in root.iter("testcase") for child in case} == tags


def test_a_lab_is_a_test_case_with_its_metrics(results: Results, make_report: MakeReport) -> None:
    root = read(render(make_report(results["lab"]), Style()))
    labs = {case.attrib["name"]: case for case in root.iter("testcase")}
    addition = labs["lab binary_addition: Binary addition with a recurrent network"]
    assert properties(addition) == {"exact": "0.5", "reference_exact": "1"}
    assert addition.find("failure") is not None
    assert labs["lab mnist: MNIST"].find("skipped") is not None


def test_what_students_say_stays_text(hostile: Result, make_report: MakeReport) -> None:
    text = render(make_report(hostile), Style())
    assert "<script" not in text
    assert "]]>" not in text
    assert not {"\x1b", "\x00", "\x0c", "\u202e", "\ud800", "\ufffe"} & set(text)
    assert len(text) < 200_000
    root = read(text)
    (printed,) = root.iter("system-out")
    assert str(printed.text).startswith("<script>alert(1)</script>")
