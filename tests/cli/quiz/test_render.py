from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import grader


def test_a_folder_gets_a_page_for_each_test_and_an_index(tmp_path: Path) -> None:
    done = grader("quiz", "render", "day2", "-o", tmp_path / "site" / "new")
    assert done.code == 0
    pages = {str(path.relative_to(tmp_path / "site/new")) for path in tmp_path.rglob("*.html")}
    assert {
        "index.html",
        "day2/section3_overfitting.html",
        "day2/section4_convolution.html",
    } <= pages
    assert done.out.count("Written: ") == len(pages)
    index = (tmp_path / "site/new/index.html").read_text(encoding="utf-8")
    assert 'href="day2/section3_overfitting.html"' in index
    assert "Day 2: training techniques and CNN" in index
    page = (tmp_path / "site/new/day2/section3_overfitting.html").read_text(encoding="utf-8")
    assert 'href="../index.html"' in page


def test_one_test_can_be_a_single_file_in_a_language(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = grader("quiz", "render", "day2/section3", "-o", page, "--lang", "ja")
    assert done.code == 0
    assert done.out == f"作成しました: {page}\n"
    text = page.read_text(encoding="utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="ja">')
    assert "<title>過学習</title>" in text
    assert "index.html" not in text


def test_an_exam_holds_the_student_and_no_explanation(tmp_path: Path) -> None:
    page = tmp_path / "exam.html"
    done = grader("quiz", "render", "day2/section3", "--exam", "--student", "s001", "-o", page)
    assert done.code == 0
    text = page.read_text(encoding="utf-8")
    assert "Student: s001" in text
    assert "Each step makes the weights slightly smaller" not in text
    assert "0.9993" not in text


def test_exams_in_a_folder_have_no_index(tmp_path: Path) -> None:
    assert grader("quiz", "render", "day2/section3", "--exam", "-o", tmp_path).code == 0
    assert [path.name for path in tmp_path.rglob("*.html")] == ["section3_overfitting.html"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["day2", "-o", "{tmp}/page.html"], "is a single file"),
        (["day2/section3", "--student", "s1", "-o", "{tmp}"], "add --exam"),
        (["nothing-like-it", "-o", "{tmp}"], "No confirmation test is called"),
        (["day2/section3", "-o", "{tmp}/taken/site"], "cannot be used as a folder"),
        (["day2/section3", "-o", "/dev/null/page.html"], "cannot be used as a folder"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = grader("quiz", "render", *(one.format(tmp=tmp_path) for one in arguments))
    assert done.code == 2
    assert said in done.err
    assert list(tmp_path.rglob("*.html")) == []
