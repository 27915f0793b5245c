from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from grader.model import BlankResult, Report, Result
from grader.report import Style
from grader.report.html import render
from grader.words import Language
from tests.report.reading import Element, read_page

MakeReport = Callable[..., Report]
Results = dict[str, Result]

TRANSLATIONS = {
    "Gradient with L2 regularisation": "L2 正則化を加えた勾配",
    "two rows": "2 行",
    "Over-fitting": "過学習",
}


def page_of(report: Report) -> Element:
    return read_page(render(report, Style()))


def test_a_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    chosen = [results[name] for name in ("failed", "todo", "passed", "absent")]
    titles = {"day2/section3_overfitting": "Over-fitting"}
    report = make_report(*chosen, titles=titles, translations=TRANSLATIONS)
    text = render(report, Style())
    text = re.sub(r"(?s)<style>.*?</style>", "<style></style>", text)
    check_golden("report.html", re.sub("sha256-[^']+", "sha256-", text))


def test_the_page_needs_nothing_and_lets_nothing_in(
    results: Results, make_report: MakeReport
) -> None:
    text = render(make_report(*results.values()), Style())
    (style,) = re.findall(r"(?s)<style>(.*?)</style>", text)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in text
    assert "url(" not in style
    assert "@import" not in style
    page = read_page(text)
    for element in page.walk():
        assert element.tag not in {"script", "link", "img", "iframe", "form", "base", "object"}
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            assert name not in {"src", "style", "action"}
            assert name != "href" or (value or "").startswith("#")


def test_every_link_and_label_leads_somewhere(results: Results, make_report: MakeReport) -> None:
    page = page_of(make_report(*results.values()))
    ids = [element.attributes["id"] for element in page.walk() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.walk():
        for name in ("href", "for", "aria-labelledby"):
            for target in (element.attributes.get(name) or "").split():
                assert target.removeprefix("#") in ids


def test_blanks_are_marked_where_they_stand(results: Results, make_report: MakeReport) -> None:
    page = page_of(make_report(results["failed"]))
    (code,) = page.find("pre", "code")
    wrong, *right = code.find("mark")
    assert (wrong.attributes["class"], wrong.text()) == ("wrong", "param ** 2")
    assert wrong.attributes["data-tag"] == "1 ✗"
    assert [mark.text() for mark in right] == ["if rate:", "        return grad"]
    assert [mark.attributes.get("data-tag") for mark in right] == ["2 ✓", None]
    numbers = [line.attributes["data-n"] for line in code.find("span", "l")]
    assert "▸12" in numbers
    assert "9" not in numbers  # within the docstring
    assert "⋯" in code.text()


def test_a_blank_without_a_place_is_told_below_the_code(
    results: Results, make_report: MakeReport
) -> None:
    beyond = BlankResult("1", 99, "x", "wrong", "", 1, 99, 2)
    result = replace(results["failed"], blanks=(BlankResult("2", 3, "x", "unknown"), beyond))
    page = page_of(make_report(result))
    assert not page.find("mark")
    (listed,) = page.find("ul", "blanks")
    assert "blank 2, line 3: not judged alone" in listed.text()


def test_differing_numbers_are_marked_in_the_table(
    results: Results, make_report: MakeReport
) -> None:
    page = page_of(make_report(results["failed"]))
    (example,) = page.find("table", "example")
    tables = example.find("table", "array")
    assert [len(table.find("td")) for table in tables] == [4, 4, 4]
    assert [cell.text() for cell in example.find("td", "d")] == ["≠ 0.7500001"]
    assert [cell.text() for cell in tables[1].find("td")] == ["0.5", "0.5", "0.25", "0.75"]


def test_formulas_become_mathml(results: Results, make_report: MakeReport) -> None:
    page = page_of(make_report(results["failed"]))
    (task,) = page.find("details", "task")
    (formula,) = task.find("math")
    assert formula.attributes["display"] == "block"
    assert {"mfrac", "msubsup"} <= {part.tag for part in formula.walk()}
    assert "Complete l2_gradient." in task.text()
    assert "ペナルティの勾配を足しましょう" in task.text(hidden="en")
    assert "勾配" not in task.text()


@pytest.mark.parametrize(("hidden", "title"), [("ja", "Over-fitting"), ("en", "過学習")])
def test_both_languages_are_there_to_choose_from(
    hidden: str, title: str, results: Results, make_report: MakeReport
) -> None:
    titles = {"day2/section3_overfitting": "Over-fitting"}
    report = make_report(results["failed"], titles=titles, translations=TRANSLATIONS)
    text = page_of(report).find("body")[0].text(hidden)
    assert title in text
    assert ("Smallest failing case: two rows" in text) == (hidden == "ja")
    assert ("不正解となる最小のケース: 2 行" in text) == (hidden == "en")
    assert ("not right yet" in text) == (hidden == "ja")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_opens_in_the_language_of_the_report(
    language: str, results: Results, make_report: MakeReport
) -> None:
    page = page_of(make_report(results["failed"], language=language))
    (chosen,) = [one for one in page.find("input") if "checked" in one.attributes]
    assert chosen.attributes["id"] == f"in-{language}"
    assert page.find("html")[0].attributes["lang"] == language


def test_what_passed_is_folded_and_the_rest_is_open(
    results: Results, make_report: MakeReport
) -> None:
    page = page_of(make_report(results["passed"], results["failed"]))
    opened = {
        article.attributes["id"]: "open" in article.find("details")[0].attributes
        for article in page.find("article")
    }
    assert opened == {
        "day1.section3_output.softmax": False,
        "day2.section3_overfitting.l2_gradient": True,
    }


def test_curves_are_drawn_and_told(results: Results, make_report: MakeReport) -> None:
    page = page_of(make_report(results["lab"]))
    figures = page.find("figure")
    assert len(figures) == 3
    drawing, *swatches = figures[0].find("svg")
    assert drawing.attributes["aria-hidden"] == "true"
    lines = [path.attributes["class"] for path in drawing.find("path")]
    assert lines == ["grid", "grid", "grid", "reference", "yours"]
    assert len(swatches) == 2
    said = figures[0].text()
    assert "loss of the mini-batch (logarithmic)" in said
    assert "reference: 1.5 at first, 0.0025 after 200 updates" in said
    assert figures[1].find("path", "without")


def test_curves_of_what_cannot_be_drawn_do_no_harm(
    results: Results, make_report: MakeReport
) -> None:
    nan, infinity = float("nan"), float("inf")
    shapes = [(), (nan,), (1.0,), (nan, 1.0, infinity, 2.0), (1e308, -1e308), (0.0, 0.0)]
    for values in shapes:
        lab = replace(results["lab"].labs[0], history={"loss": values})
        page = page_of(make_report(replace(results["lab"], labs=(lab,))))
        drawn = "".join(
            path.attributes["d"] or "" for path in page.find("path") if path.attributes.get("d")
        )
        assert "nan" not in drawn


def test_what_students_say_stays_text(hostile: Result, make_report: MakeReport) -> None:
    report = make_report(hostile, titles={"day2/section3_overfitting": "<b>x</b>"})
    text = render(report, Style())
    page = read_page(text)
    tags = {element.tag for element in page.walk()}
    assert not tags & {"script", "img", "i"}
    assert "<script>alert(1)</script>" in page.text()
    assert not {"\x1b", "\x00", "\u202e", "\ud800", "\ufffe"} & set(text)
    (mark,) = page.find("mark")
    assert mark.text() == "<script>alert(1)</script></style><img src=x onerror=alert(2)>"
    assert len(text) < 100_000


@pytest.mark.parametrize(
    "source",
    ['"' * 5_000, "'''" * 2_000, "x = 1\n" * 20_000, "(" * 5_000, "\\" * 5_000, '"""\n' * 9_999],
)
def test_odd_sources_are_shown_in_good_time(
    source: str, results: Results, make_report: MakeReport
) -> None:
    page = page_of(make_report(replace(results["failed"], source=source, blanks=())))
    (code,) = page.find("pre", "code")
    assert 0 < len(code.find("span", "l")) <= 70


def test_formulas_nobody_knows_stay_as_they_are(results: Results, make_report: MakeReport) -> None:
    task: dict[Language, str] = {
        "en": "$$ \\nosuchcommand{<b>} $$\n\n<script>alert(1)</script> ![x](https://x.test/y)"
    }
    page = page_of(make_report(replace(results["failed"], task=task)))
    (shown,) = page.find("details", "task")
    assert "\\nosuchcommand{<b>}" in shown.text()
    assert "<script>alert(1)</script>" in shown.text()
    assert not shown.find("img")
