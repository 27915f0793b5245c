from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.model import Report, Result
from grader.report import Style
from grader.report.markdown import escape, fenced, render

MakeReport = Callable[..., Report]
Results = dict[str, Result]

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_a_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    titles = {"day2/section3_overfitting": "Over-fitting"}
    check_golden("report.md", render(make_report(*results.values(), titles=titles), Style()))


def test_a_japanese_report_speaks_japanese(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(results["failed"], language="ja"), Style())
    assert text.startswith("## 採点結果\n")
    assert "✗ 不正解" in text


def test_it_reads_as_a_table_and_code(results: Results, make_report: MakeReport) -> None:
    html = READER.render(render(make_report(*results.values()), Style()))
    assert html.count("<tr>") == len(results) + 1
    assert '<code class="language-python">param ** 2\n</code>' in html
    assert "To think about: In which direction does a weight of -3 move?" in html


def test_what_students_say_stays_text(hostile: Result, make_report: MakeReport) -> None:
    text = render(make_report(hostile), Style())
    html = READER.render(text)
    assert not re.search("<(script|img|b|i|a|style|del|strong>bold)[ >]", html)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert html.count("<h1>") == 0
    assert html.count("<tr>") == 2
    assert html.count("</th>") == html.count("</td>") == 4
    assert not {"\x1b", "\x00", "\u202e", "\ud800"} & set(text)
    assert len(text) < 30_000


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    (_, content, _) = READER.parse(f"| a |\n| - |\n\n{escape(text) or 'x'}")[-3:]
    shown = "".join(
        child.content if child.type == "text" else f"<{child.type}>"
        for child in content.children or ()
    )
    spaces = {one for one in text if unicodedata.category(one) == "Zs"}
    seen = "".join(one if one.isprintable() or one in spaces else "?" for one in text)
    expected = " ".join(seen.split())
    assert " ".join(shown.split()) == (expected or "x")


@pytest.mark.parametrize("line", ["```", "a ```` b", "~~~", "`", "# a", "    ``````````"])
def test_code_cannot_end_its_block(line: str) -> None:
    (token,) = READER.parse(fenced([line, "b"], "text"))
    assert (token.type, token.content) == ("fence", f"{line}\nb\n")


def test_pipes_in_an_id_stay_in_their_cell(results: Results, make_report: MakeReport) -> None:
    result = replace(results["todo"], id="a/b/c|d")
    html = READER.render(render(make_report(result), Style()))
    assert "<td>· to do</td>" in html
    assert html.count("<td") == 4
