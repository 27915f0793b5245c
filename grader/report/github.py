"""Annotations for GitHub Actions: workflow commands that put each finding at its line.

The step summary is the report in Markdown, appended to the file that the service names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from grader.layout import printable
from grader.model import BlankResult, Report, Result
from grader.report import Appendix, Style
from grader.report.drawing.facts import (
    blank_status,
    handed_in,
    name_of,
    not_handed_in,
    status_of,
    summary,
    unsaid_diagnoses,
)
from grader.report.drawing.result import ResultPen
from grader.report.markdown import render as render_markdown
from grader.words import sentence, translate

SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
MAX_SUMMARY = 1_000_000  # bytes; the service refuses more than 1 MiB
MAX_MESSAGE = 4_000  # characters
WIDTH = 72
LEVELS = {"passed": "notice", "todo": "warning", "blocked": "notice"}


class Annotation(NamedTuple):
    """A remark at a place of a file, or about everything."""

    level: str
    title: str
    message: str
    file: str = ""
    lines: tuple[int, int] = (1, 1)


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a service reads it, not a person
    """Write one workflow command a line, and nothing else: students' text cannot add one."""
    pen = ResultPen(report.language, Style(width=WIDTH))
    return "".join(f"{_command(annotation)}\n" for annotation in _annotations(pen, report))


def appended(report: Report, environment: Mapping[str, str]) -> Appendix | None:
    """The step summary, if there is a file for it."""
    path = environment.get(SUMMARY_FILE)
    if not path:
        return None
    text = render_markdown(report, Style())
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_SUMMARY:
        whole_results = data[:MAX_SUMMARY].decode("utf-8", "ignore").rpartition("\n#### ")[0]
        text = f"{whole_results}\n{translate(sentence('exports.cut'), report.language)}\n"
    return Appendix(Path(path), text)


def _annotations(pen: ResultPen, report: Report) -> Iterator[Annotation]:
    for result in handed_in(report):
        if result.status != "passed":
            yield from _of_result(pen, result)
    absent = not_handed_in(report)
    if absent is not None:
        yield Annotation("notice", "grader", pen.translate(absent))
    yield Annotation("notice", "grader", pen.translate(summary(report)))


def _of_result(pen: ResultPen, result: Result) -> Iterator[Annotation]:
    level = LEVELS.get(result.status, "error")
    pointed_at = [blank for blank in result.blanks if blank.status == "wrong"]
    pointed_at += [blank for blank in result.blanks if blank.status == "todo"]
    for blank in pointed_at:
        yield _of_blank(pen, result, blank)
    if not pointed_at:
        line = result.line or 1
        title = sentence("exports.whole", name=name_of(result), status=status_of(result))
        message = _message(pen, result, *unsaid_diagnoses(result))
        place = (line, line)
        yield Annotation(level, pen.translate(title), message, result.file or "", place)


def _of_blank(pen: ResultPen, result: Result, blank: BlankResult) -> Annotation:
    title = sentence(
        "exports.one_blank",
        name=name_of(result),
        label=blank.label,
        status=blank_status(blank),
    )
    is_wrong = blank.status == "wrong"
    explanations = [blank.message] if blank.message else unsaid_diagnoses(result)
    message = _message(pen, result, *explanations) if is_wrong else "\n".join(result.messages)
    return Annotation(
        "error" if is_wrong else "warning",
        pen.translate(title),
        message,
        result.file or "",
        (blank.line, blank.end_line or blank.line),
    )


def _message(pen: ResultPen, result: Result, *explanations: str) -> str:
    parts = [line for message in explanations for line in pen.explanation(message)]
    parts += result.messages
    parts += [message for lab in result.labs if lab.status == "failed" for message in lab.messages]
    if result.counterexample is not None:
        parts += ["", *pen.counterexample(result.counterexample)]
    return "\n".join(parts)


def _command(annotation: Annotation) -> str:
    properties = {"title": annotation.title}
    if annotation.file:
        first, last = annotation.lines
        properties |= {"file": annotation.file, "line": str(first), "endLine": str(last)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{annotation.level} {written}::{_data(annotation.message[:MAX_MESSAGE])}"


def _data(text: str) -> str:
    """Escape a message: each command is one line, and `%` begins an escape."""
    return printable(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, which ends at a comma or colon."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
