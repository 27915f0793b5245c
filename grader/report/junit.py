"""JUnit XML, which CI services show beside the tests of a program.

A section is a suite, an exercise a class, and each of its blanks a test case, besides one for all
its cases and one for each lab.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from grader.layout import cut, printable
from grader.model import BlankResult, LabResult, Report, Result
from grader.report import Style
from grader.report.drawing.facts import (
    blank_label,
    blank_status,
    by_section,
    points,
    status_of,
    summary,
)
from grader.report.drawing.result import ResultPen
from grader.words import sentence

WIDTH = 80
MAX_OUTPUT = 64 << 10
MAX_LINE = 500
KINDS = {
    "failed": "failure",
    "error": "error",
    "timeout": "error",
    "crashed": "error",
    "invalid": "error",
    "todo": "skipped",
    "blocked": "skipped",
}
BLANK_KINDS = {"wrong": "failure", "todo": "skipped", "unknown": "skipped"}
LAB_KINDS = {"failed": "failure", "error": "error", "not_run": "skipped"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a program reads it
    """Write the report as one XML document."""
    pen = ResultPen(report.language, Style(width=WIDTH))
    root = ET.Element("testsuites", name="grader")
    for section, results in by_section(report.results):
        root.append(_suite(pen, report, section, results))
    _count(root)
    root.attrib["time"] = _seconds(report.results)
    ET.indent(root, " ")
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _suite(pen: ResultPen, report: Report, section: str, results: list[Result]) -> ET.Element:
    suite = ET.Element("testsuite", name=_attribute(section))
    _properties(suite, _circumstances(pen, report).items())
    for result in results:
        suite.extend(_cases(pen, result))
    _count(suite)
    suite.attrib["time"] = _seconds(results)
    return suite


def _circumstances(pen: ResultPen, report: Report) -> dict[str, str]:
    return {
        "summary": pen.translate(summary(report)),
        "course": report.course,
        "grader": report.grader,
        "seed": str(report.seed),
        "submission": report.submission,
        "sandbox": report.sandbox.level,
        **{f"version_{name}": version for name, version in report.versions.items()},
        **{f"data_{name}": edition for name, edition in report.data.items()},
    }


def _cases(pen: ResultPen, result: Result) -> Iterator[ET.Element]:
    yield _whole(pen, result)
    for blank in result.blanks:
        yield _blank(pen, result, blank)
    for lab in result.labs:
        yield _lab(pen, result, lab)


def _whole(pen: ResultPen, result: Result) -> ET.Element:
    case = _case(result, pen.translate(sentence("exports.all_cases")), result.line)
    case.attrib["time"] = f"{result.duration:.3f}"
    found = [diagnosis.id for diagnosis in result.diagnosis]
    facts = {
        "status": result.status,
        "score": points(result.score),
        "max_score": points(result.max_score),
        "cases_passed": str(result.cases.passed),
        "cases": str(result.cases.total),
        **({"mistakes": " ".join(found)} if found else {}),
        **({"question": result.question} if result.question else {}),
    }
    _properties(case, facts.items())
    if result.status in KINDS:
        message = result.messages[0] if result.messages else pen.translate(status_of(result))
        details = "\n".join(pen.details(result))
        _outcome(case, KINDS[result.status], result.status, message, details)
    if result.stdout:
        ET.SubElement(case, "system-out").text = _text(result.stdout[:MAX_OUTPUT])
    return case


def _blank(pen: ResultPen, result: Result, blank: BlankResult) -> ET.Element:
    case = _case(result, pen.translate(blank_label(blank)), blank.line)
    if blank.status in BLANK_KINDS:
        status = pen.translate(blank_status(blank))
        message = blank.message.partition("\n")[0] or status
        details = f"{blank.fill}\n\n{blank.message}".strip()
        _outcome(case, BLANK_KINDS[blank.status], blank.status, message, details)
    return case


def _lab(pen: ResultPen, result: Result, lab: LabResult) -> ET.Element:
    case = _case(result, pen.translate(sentence("exports.lab", name=f"{lab.id}: {lab.title}")))
    _properties(case, ((name, f"{value:g}") for name, value in lab.metrics.items()))
    if lab.status in LAB_KINDS:
        message = lab.messages[0] if lab.messages else lab.title
        _outcome(case, LAB_KINDS[lab.status], lab.status, message, "\n".join(lab.messages))
    return case


def _case(result: Result, name: str, line: int | None = None) -> ET.Element:
    classname = _attribute(result.id.replace("/", "."))
    case = ET.Element("testcase", classname=classname, name=_attribute(name), time="0.000")
    if result.file is not None:
        case.attrib |= {"file": _attribute(result.file), "line": str(line or 1)}
    return case


def _outcome(case: ET.Element, kind: str, status: str, message: str, details: str) -> None:
    outcome = ET.SubElement(case, kind, type=status, message=_attribute(message))
    if kind != "skipped":
        outcome.text = _text(details)


def _properties(element: ET.Element, named: Iterable[tuple[str, str]]) -> None:
    properties = ET.Element("properties")
    for name, value in named:
        ET.SubElement(properties, "property", name=_attribute(name), value=_attribute(value))
    if len(properties):
        element.append(properties)


def _count(element: ET.Element) -> None:
    counts = Counter(part.tag for part in element.iter())
    element.attrib |= {
        "tests": str(counts["testcase"]),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
    }
    if element.tag == "testsuite":
        element.attrib["skipped"] = str(counts["skipped"])


def _seconds(results: Iterable[Result]) -> str:
    return f"{sum(result.duration for result in results):.3f}"


def _text(text: str) -> str:
    """Leave out what XML has no way to say, and what steers a terminal that shows it."""
    return "\n".join(cut(line, MAX_LINE) for line in printable(text).split("\n"))


def _attribute(text: str) -> str:
    """Write a text on one line: in an attribute, XML keeps no line breaks."""
    return cut(" ".join(printable(text).split()), MAX_LINE)
