from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from grader.model import Report, Result
from grader.report import Style, appended, load_renderer
from grader.report.github import MAX_SUMMARY, render

MakeReport = Callable[..., Report]
Results = dict[str, Result]

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)*)::([^\r\n]*)")
ESCAPES = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}


def read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the service does: one a line, and nothing else."""
    found = []
    for line in text.removesuffix("\n").split("\n"):
        command = COMMAND.fullmatch(line)
        assert command is not None, line
        level, properties, message = command.groups()
        named = dict(item.split("=", 1) for item in properties.split(","))
        assert set(named) <= {"title", "file", "line", "endLine"}
        found.append((level, {key: plain(value) for key, value in named.items()}, plain(message)))
    return found


def plain(text: str) -> str:
    return re.sub("%(?:0A|0D|3A|2C|25)", lambda found: ESCAPES[found[0]], text)


def test_a_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("report.github.txt", render(make_report(*results.values()), Style()))


def test_a_wrong_blank_is_an_error_at_its_line(results: Results, make_report: MakeReport) -> None:
    error, summary = read(render(make_report(results["failed"]), Style()))
    level, place, message = error
    assert level == "error"
    assert place == {
        "title": "l2_gradient, blank 1: wrong",
        "file": "exercises/l2_gradient.py",
        "line": "12",
        "endLine": "12",
    }
    assert "To think about: In which direction" in message
    assert "Smallest failing case: two rows\n" in message
    assert summary[0] == "notice"


@pytest.mark.parametrize(
    ("name", "level", "line"),
    [("todo", "warning", "9"), ("invalid", "error", "3"), ("timeout", "error", "1")],
)
def test_what_did_not_pass_is_said_where_to_look(
    name: str, level: str, line: str, results: Results, make_report: MakeReport
) -> None:
    said = read(render(make_report(results[name]), Style()))[0]
    assert (said[0], said[1]["line"]) == (level, line)


def test_a_lab_that_disagrees_says_so_although_all_blanks_are_right(
    results: Results, make_report: MakeReport
) -> None:
    error, _ = read(render(make_report(results["lab"]), Style()))
    assert error[0] == "error"
    assert "the losses differ from those of the reference" in error[2]


def test_what_passed_or_was_not_handed_in_is_summed_up(
    results: Results, make_report: MakeReport
) -> None:
    said = read(render(make_report(results["passed"], results["absent"]), Style()))
    assert [level for level, _, _ in said] == ["notice", "notice"]
    assert said[0][2] == "Not handed in: relu."


def test_what_students_say_cannot_add_a_command(hostile: Result, make_report: MakeReport) -> None:
    text = render(make_report(hostile), Style())
    said = read(text)
    assert len(said) == 2
    assert said[0][1]["line"] == "2"
    assert "%0A $x$" in said[0][2]
    assert not {"\x1b", "\x00", "\u202e", "\r"} & set(text)
    assert len(text) < 10_000


def test_the_summary_is_the_report_in_markdown(results: Results, make_report: MakeReport) -> None:
    report = make_report(*results.values())
    appendix = appended("github", report, {"GITHUB_STEP_SUMMARY": "/somewhere/summary.md"})
    assert appendix is not None
    assert appendix.path == Path("/somewhere/summary.md")
    assert appendix.text == load_renderer("markdown").render(report, Style())


@pytest.mark.parametrize(
    ("name", "environment"),
    [
        ("github", {}),
        ("github", {"GITHUB_STEP_SUMMARY": ""}),
        ("markdown", {"GITHUB_STEP_SUMMARY": "/somewhere/summary.md"}),
    ],
)
def test_nothing_is_appended_where_there_is_no_summary(
    name: str, environment: dict[str, str], results: Results, make_report: MakeReport
) -> None:
    assert appended(name, make_report(results["failed"]), environment) is None


def test_a_summary_that_is_too_long_is_cut_between_results(
    results: Results, make_report: MakeReport
) -> None:
    messages = tuple(f"あ{number}" + "い" * 3_000 for number in range(20))
    many = [replace(results["failed"], id=f"a/b/c{n}", messages=messages) for n in range(20)]
    appendix = appended("github", make_report(*many), {"GITHUB_STEP_SUMMARY": "x"})
    assert appendix is not None
    assert len(appendix.text.encode("utf-8")) <= MAX_SUMMARY + 100
    assert appendix.text.endswith("```\n\n(cut here: too long)\n")
