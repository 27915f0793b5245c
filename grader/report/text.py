"""The report as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from grader.layout import wrap
from grader.model import Report
from grader.report import Style
from grader.report.drawing.facts import by_section, handed_in, not_handed_in, summary
from grader.report.drawing.result import ResultPen
from grader.report.drawing.training import data_sentence
from grader.words import Sentence, sentence


def render(report: Report, style: Style) -> str:
    """Draw a report: one block per exercise, and a line that sums up."""
    pen = ResultPen(report.language, style)
    lines: list[str] = []
    for section, results in by_section(handed_in(report)):
        lines += [pen.bold(section)]
        for result in results:
            lines += [*pen.result(result), ""]
    lines = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    lines += _summary(pen, report)
    return pen.page(lines)


def sandbox_remark(level: str) -> Sentence | None:
    """Say what a level of the sandbox leaves open; nothing if it is the best."""
    return None if level == "strong" else sentence(f"report.sandbox_{level}")


def _summary(pen: ResultPen, report: Report) -> Iterator[str]:
    remark = sandbox_remark(report.sandbox.level) if handed_in(report) else None
    for said in (not_handed_in(report), remark, data_sentence(report.data)):
        if said is not None:
            yield from wrap(pen.translate(said), pen.style.width)
    yield from map(pen.bold, wrap(pen.translate(summary(report)), pen.style.width))
