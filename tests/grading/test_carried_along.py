"""What a report carries along so that it can be shown by itself: source, tasks, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.submission import open_submission
from grader.grading import Bench, Settings, assemble_report, grade_each
from grader.grading.translations import translations
from grader.model import LabResult, Report, Result
from grader.sandbox import Zygote
from grader.words import Language, Text, speak

ANSWER = """\
import numpy as np


def total(x):
    if np.size(x) == 0:
        raise ValueError("nothing to add")
    return np.mean(x)
"""


def report_of(zygote: Zygote, course_folder: Path, answers: Path, language: Language) -> Report:
    course = load_course(course_folder)
    submission = open_submission(str(answers), len(course.exercises))
    bench = Bench(zygote, Settings(language=language, labs="never"))
    results = list(grade_each(bench, course.exercises, submission))
    return assemble_report(bench, course, submission, results)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "double.py").write_text("def double(x):\n    return x ** 2\n", encoding="utf-8")
    return folder


def test_each_language_knows_the_other(zygote: Zygote, course_folder: Path, answers: Path) -> None:
    english = report_of(zygote, course_folder, answers, "en")
    japanese = report_of(zygote, course_folder, answers, "ja")
    assert english.translations["This is the square.\nWhat is twice three?"] == (
        "これは 2 乗です。\n3 の 2 倍はいくつですか。"
    )
    assert {one: other for other, one in english.translations.items()} == japanese.translations
    said = {*japanese.results[1].messages, japanese.results[1].title}
    assert said <= set(japanese.translations)


def test_titles_are_those_of_the_sections_that_were_graded(
    zygote: Zygote, course_folder: Path, answers: Path
) -> None:
    report = report_of(zygote, course_folder, answers, "ja")
    assert report.titles == {"tiny": "小さなコース", "day1/section1_sums": "和"}
    assert report.translations["和"] == "Sums"


def test_the_task_is_there_in_both_languages_where_there_is_an_answer(
    zygote: Zygote, course_folder: Path, answers: Path
) -> None:
    absent, answered = report_of(zygote, course_folder, answers, "en").results
    assert absent.task == {}
    assert "Do it." in answered.task["en"]
    assert "解きましょう。" in answered.task["ja"]
    assert "Think" not in answered.task["en"]  # hints are asked for


def test_fills_can_be_found_in_the_source(
    zygote: Zygote, course_folder: Path, answers: Path
) -> None:
    (answers / "double.py").write_text("def double(x):\n    return 2 * x\n", encoding="utf-8")
    (answers / "total.py").write_text(ANSWER, encoding="utf-8")
    total, double = report_of(zygote, course_folder, answers, "en").results
    assert total.source == ANSWER
    block, expression = total.blanks
    assert (block.line, block.column, block.end_line, block.end_column) == (5, 5, 6, 43)
    assert (expression.line, expression.column) == (7, 12)
    assert (expression.end_line, expression.end_column) == (7, 22)
    assert [(blank.column, blank.end_column) for blank in double.blanks] == [(12, 17)]


def test_what_is_still_open_has_its_place_too(
    zygote: Zygote, course_folder: Path, answers: Path
) -> None:
    (answers / "double.py").write_text("def double(x):\n    return ___\n", encoding="utf-8")
    _, double = report_of(zygote, course_folder, answers, "en").results
    assert [(blank.column, blank.end_column) for blank in double.blanks] == [(12, 15)]


def test_prose_of_labs_is_translated() -> None:
    def say(en: str, ja: str) -> str:
        return speak(Text(en, ja), "en")

    lab = LabResult(
        "lab",
        say("Lab", "実験"),
        "passed",
        history={"loss": (1.0,)},
        curves={"loss": say("loss", "損失")},
        messages=(say("Good.", "よし。"), say("x = 1", "x = 1"), "not ours"),
    )
    result = Result("a/b/c", "plain", "passed", 1, 1, labs=(lab,))
    assert translations([result]) == {"Lab": "実験", "loss": "損失", "Good.": "よし。"}
