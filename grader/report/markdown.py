"""The report in Markdown: for the step summary of a CI service, an issue or a chat.

It is the Markdown of GitHub and GitLab: tables, fenced code. Students' text never gets a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import indent

from grader.layout import cut, printable
from grader.model import BlankResult, Report, Result
from grader.report import Style
from grader.report.drawing.facts import (
    blank_label,
    blank_status,
    by_section,
    handed_in,
    name_of,
    not_handed_in,
    points_of,
    status_of,
    summary,
    unsaid_diagnoses,
)
from grader.report.drawing.pen import SIGNS
from grader.report.drawing.result import ResultPen, shortened
from grader.report.drawing.training import data_sentence
from grader.words import Sentence, sentence

WIDTH = 76
MAX_TEXT = 4_000
# What means something anywhere, an underscore only at the edge of a word, and what does so at the
# beginning of a line, where it may follow the digits of a list.
SIGNIFICANT = re.compile(
    r"([\\`*\[\]<>|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)])"
)
# Code that our sentences mention stands between single backticks.
CODE = re.compile(r"`([^`\n]+)`")
BLANK_SIGNS = {"right": "✓", "wrong": "✗", "todo": "·", "unknown": "?"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - whoever shows it sets the width
    """Write a table of all results, and details of those that did not pass."""
    writer = _Writer(ResultPen(report.language, Style(width=WIDTH)))
    return "\n\n".join(writer.report(report)) + "\n"


def escape(text: str) -> str:
    """Write a text so that it stays text, on one line."""
    one_line = " ".join(printable(text[:MAX_TEXT]).split())
    return SIGNIFICANT.sub(r"\\\1", one_line)


def fenced(lines: Sequence[str], language: str) -> str:
    """Write lines as a block of code, whose end they cannot hold."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *lines, fence])


class _Writer:
    """Writes blocks, which blank lines keep apart."""

    def __init__(self, pen: ResultPen) -> None:
        self._pen = pen

    def report(self, report: Report) -> Iterator[str]:
        yield f"## {self._say(sentence('exports.heading'))}"
        yield f"**{self._say(summary(report))}**"
        if report.results:
            yield "\n".join(self._table(report.results))
        for said in (not_handed_in(report), data_sentence(report.data)):
            if said is not None:
                yield self._say(said)
        for section, results in by_section(handed_in(report)):
            shown = [result for result in results if result.status != "passed"]
            if shown:
                yield f"### {escape(self._title(report, section))}"
            for result in shown:
                yield from self._result(result)

    def _title(self, report: Report, section: str) -> str:
        title = report.titles.get(section)
        return f"{section}: {title}" if title else section

    def _table(self, results: Sequence[Result]) -> Iterator[str]:
        heads = ("exercise", "status", "points", "cases")
        yield _row([self._say(sentence(f"exports.{head}")) for head in heads])
        yield "| --- | --- | --: | --: |"
        for result in results:
            counted = f"{result.cases.passed} / {result.cases.total}" if result.cases.total else ""
            status = f"{SIGNS[result.status][0]} {self._say(status_of(result))}"
            yield _row([escape(result.id), status, self._say(points_of(result)), counted])

    def _result(self, result: Result) -> Iterator[str]:
        status = self._say(status_of(result))
        yield f"#### {SIGNS[result.status][0]} {escape(name_of(result))}: {status}"
        yield from map(_prose, result.messages)
        for blank in result.blanks:
            yield from self._blank(blank)
        for message in unsaid_diagnoses(result):
            yield from self._explanation(message)
        if result.counterexample is not None:
            drawn = self._pen.counterexample(result.counterexample)
            yield fenced([line.removeprefix("    ") for line in drawn], "text")
        for warning in result.warnings:
            yield _prose(self._pen.translate(sentence("report.warning", warning=warning)))
        yield from self._printed(result.stdout)
        for lab in result.labs:
            yield f"**{SIGNS[lab.status][0]} {escape(lab.title)}**"
            yield from map(_prose, lab.messages)

    def _blank(self, blank: BlankResult) -> Iterator[str]:
        status = f"{BLANK_SIGNS[blank.status]} {self._say(blank_status(blank))}"
        yield f"- {self._say(blank_label(blank))}: {status}"
        if blank.status == "todo":
            return
        lines = shortened(printable(blank.fill[:MAX_TEXT]).split("\n"))
        # Two spaces keep it with its item of the list.
        yield indent(fenced(lines, "python"), "  ")
        if blank.message:
            for block in self._explanation(blank.message):
                yield indent(block, "  ")

    def _explanation(self, message: str) -> Iterator[str]:
        yield from map(_prose, self._pen.explanation(message))

    def _printed(self, text: str) -> Iterator[str]:
        printed = text.strip("\n")[:MAX_TEXT]
        if printed:
            lines = [cut(line, WIDTH) for line in shortened(printable(printed).split("\n"))]
            yield self._say(sentence("report.printed"))
            yield fenced(lines, "text")

    def _say(self, said: Sentence) -> str:
        return escape(self._pen.translate(said))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _prose(text: str) -> str:
    """Write prose of ours, in which backticks mark code; what it quotes from students is text."""
    parts = CODE.split(" ".join(printable(text[:MAX_TEXT]).split()))
    return "".join(
        f"`{part}`" if number % 2 else SIGNIFICANT.sub(r"\\\1", part)
        for number, part in enumerate(parts)
    )
