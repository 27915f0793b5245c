"""The report as one web page that needs nothing else: no network, no script, both languages."""

from __future__ import annotations

from grader.model import Report
from grader.report import Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a page fits any screen
    """Write the page. Whatever a student's code said or is stays text in it."""
    from grader.report.page.view import write_page

    return write_page(report)
