"""`grader check` for other programs, and as a page."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.running import ROOT, grader

FIRST_ATTEMPT = ROOT / "examples/first-attempt"
CHECK = ("check", "section3", "--submission", "examples/first-attempt", "--no-labs")


def test_an_annotation_stands_at_the_blank_and_the_summary_is_appended(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    finished = grader(
        *CHECK,
        "--format",
        "github",
        "--output",
        f"junit={tmp_path / 'out.xml'}",
        env={"GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert finished.code == 1
    assert (
        "::error title=softmax%2C blank 3%3A wrong,"
        "file=examples/first-attempt/softmax.py,line=35,endLine=35::The sum runs over"
    ) in finished.out
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("# Before\n## Result\n")
    assert "| day1/section3_output/softmax | ✗ not right yet | 0 / 10 | 23 / 44 |" in written
    assert ET.parse(tmp_path / "out.xml").getroot().attrib["name"] == "grader"


def test_a_summary_that_cannot_be_written_loses_nothing_else(tmp_path: Path) -> None:
    finished = grader(*CHECK, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert finished.code == 2
    assert "cannot be written" in finished.err
    assert "::error title=softmax" in finished.out


def test_the_page_holds_the_whole_report_in_both_languages(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    finished = grader(*CHECK, "--output", f"html={target}", "--lang", "ja")
    assert finished.code == 1
    page = target.read_text(encoding="utf-8")
    assert '<html lang="ja">' in page
    assert "ソフトマックス関数" in page
    assert "The sum runs over the whole batch" in page
    assert "バッチ全体の合計で割っている" in page
    assert '<mark class="wrong" data-tag="3 ✗">np.sum(np.exp(shifted))</mark>' in page
    assert "<math" in page
