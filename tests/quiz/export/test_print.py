from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.export import load_format
from grader.quiz.load import load_quiz
from grader.quiz.model import Question, Quiz
from grader.words import LANGUAGES, Language, sentence, translate
from tests.quiz.export.course import EDITION, exported, quizzes
from tests.quiz.export.html import read_html
from tests.quiz.writing import question, write


def sheet(quiz: Quiz, language: Language = "en") -> str:
    return load_format("print").write([quiz], language, EDITION).decode()


def articles(text: str) -> list[str]:
    return re.findall(r"<article>\n(.*?)\n</article>", text, re.DOTALL)


def questions() -> list[tuple[Question, str]]:
    asked = [one for quiz in quizzes() for one in quiz.questions]
    return list(zip(asked, articles(exported("print").decode())[: len(asked)], strict=True))


def of_kind(kind: str) -> list[tuple[Question, str]]:
    return [(one, written) for one, written in questions() if one.kind == kind]


def blanks(written: str) -> int:
    return written.count("<span></span>")


@pytest.mark.parametrize("kind", ["choice", "multi", "numeric", "shape", "text", "expr"])
def test_one_answer_has_one_place(kind: str) -> None:
    assert all(blanks(written) == 1 for _, written in of_kind(kind))


@pytest.mark.parametrize("kind", ["order", "match"])
def test_items_have_a_place_each(kind: str) -> None:
    assert all(blanks(written) == len(one.options) for one, written in of_kind(kind))


def test_blanks_of_code_have_a_line_each() -> None:
    counts = {blanks(written) for _, written in of_kind("code")}
    assert counts >= {1, 2, 3}
    for one, written in of_kind("code"):
        fills = one.answer.data()["fills"]
        assert isinstance(fills, dict)
        assert blanks(written) == len(fills)


def test_an_essay_has_lines_for_what_may_be_written() -> None:
    for one, written in of_kind("essay"):
        assert 3 <= written.count('class="line"') <= 14
        assert str(one.answer.data()["limit"]) in written


def test_a_question_says_once_that_several_may_be_right() -> None:
    for _, written in of_kind("multi"):
        assert written.lower().count("choose all") == 1
        assert translate(sentence("quiz_export.paper_letters"), "en") in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_needs_nothing_from_elsewhere(language: Language) -> None:
    text = exported("print", language).decode()
    assert "<script" not in text
    assert "@import" not in text
    addresses = re.findall(r'(?:src|href|url)[=(]"?([^"\s)>]+)', text)
    assert addresses
    assert all(address.startswith("data:image/") for address in addresses)
    assert r"\(" not in read_html(text).text


def test_the_key_begins_with_all_answers(tmp_path: Path) -> None:
    asked = [
        question("How many?", "```answer numeric\n3\n```\n\nSo.", attributes="id=one points=2"),
        question("Which?\n\n- [x] a\n- [ ] b\n  > No.", attributes="id=two"),
    ]
    text = sheet(load_quiz(write(tmp_path, "\n".join(asked))))
    before, _, key = text.partition('<section class="key">')
    assert "<table>" not in before
    table = key.partition("<table>")[2].partition("</table>")[0]
    assert read_html(table).text == "13(2)2A(1)"


def test_who_writes_when_and_how_many_points(tmp_path: Path) -> None:
    quiz = load_quiz(write(tmp_path, question("How?", "```answer numeric\n3\n```\n\nSo.")))
    head = sheet(quiz).partition("<article>")[0]
    assert blanks(head) == 3
    assert "/ 1</div>" in head
    assert "<title>A title</title>" in head
    assert "<title>コース</title>" in exported("print", "ja").decode()


def test_titles_may_hold_maths(tmp_path: Path) -> None:
    asked = question("How?", "```answer numeric\n3\n```\n\nSo.").replace("A question", "The $w_1$")
    text = sheet(load_quiz(write(tmp_path, asked)))
    assert re.search(r"<h2>1\. The <math", text)


def test_a_formula_that_cannot_be_shown_is_said(tmp_path: Path) -> None:
    asked = question(r"How large is $\nosuch$ ?", "```answer numeric\n3\n```\n\nSo.")
    with pytest.raises(CourseError, match=r"quiz\.md:\d+: this formula cannot be shown"):
        sheet(load_quiz(write(tmp_path, asked)))
