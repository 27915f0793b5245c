"""`grader quiz stats` on results that `grader quiz take` has written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.layout import display_width
from tests.cli.running import Finished, grader
from tests.quiz.terminal.taker import write_quiz

CLASS = [
    {"letters": 1, "blanks": {"1": "a", "2": "b"}, "pairs": ["A", "C"]},
    {"letters": 2, "blanks": {"1": "a", "2": "b"}, "pairs": ["A", "B"]},
    {"letters": "C", "blanks": {"1": "b", "2": "b"}, "pairs": ["A", "B"]},
    {"letters": 0, "blanks": {"1": "x", "2": "y"}},
]


@pytest.fixture
def results(course_folder: Path) -> list[Path]:
    write_quiz(course_folder)
    folder = course_folder / "results"
    folder.mkdir()
    files = [folder / f"{number}.json" for number in range(len(CLASS))]
    for file, answers in zip(files, CLASS, strict=True):
        document = json.dumps({"quiz": "day1/section1_sums", "answers": answers})
        file.write_text(
            grader("quiz", "take", cwd=course_folder, stdin=document).out, encoding="utf-8"
        )
    return files


def stats(*arguments: str | Path, cwd: Path) -> Finished:
    return grader("quiz", "stats", *arguments, cwd=cwd)


def test_the_numbers_of_a_class(results: list[Path], tmp_path: Path) -> None:
    document = stats(*results, "--format", "json", cwd=tmp_path).document
    assert document["schema"] == "quiz-statistics/1"
    (quiz,) = document["quizzes"]
    assert (quiz["quiz"], quiz["results"]) == ("day1/section1_sums", 4)
    letters, blanks, pairs, _essay = quiz["questions"]
    assert (letters["answers"], letters["difficulty"]) == (4, 0.25)
    assert letters["wrong"] == {"answer": "C", "times": 2, "text": None}
    assert blanks["difficulty"] == 0.5
    assert (pairs["answers"], pairs["wrong"]) == (3, {"answer": "2: B", "times": 2, "text": None})


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_table_stays_in_line(results: list[Path], tmp_path: Path, language: str) -> None:
    done = stats(*results, "--lang", language, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    head = {"en": "Most given wrong answer", "ja": "最も多い誤答"}[language]
    lines = done.out.split("\n")
    assert all(display_width(line) <= 80 for line in lines)
    (start,) = [display_width(line.split(head)[0]) for line in lines if line.endswith(head)]
    (row,) = [line for line in lines if line.endswith("2 × C")]
    assert display_width(row.removesuffix("2 × C")) == start
    assert "25%" in row


def test_options_are_said_where_the_quiz_is_at_hand(
    results: list[Path], course_folder: Path
) -> None:
    arguments: list[str | Path] = [*results, "--format", "json"]
    here = stats(*arguments, cwd=course_folder).document
    assert here["quizzes"][0]["questions"][0]["wrong"] == {
        "answer": "C",
        "times": 2,
        "text": "third",
    }
    there = stats(*arguments, "--course", course_folder, cwd=course_folder.parent).document
    assert there == here
    assert "2 × C. third\n" in stats(*results, cwd=course_folder).out


def test_options_of_another_version_keep_their_letters(
    results: list[Path], course_folder: Path
) -> None:
    for file in (course_folder / "quizzes").rglob("*.md"):
        file.write_text(file.read_text(encoding="utf-8").replace("third", "fourth"), "utf-8")
    said = stats(*results, cwd=course_folder)
    assert said.code == 0
    assert "2 × C\n" in said.out


def test_a_course_that_is_not_there_is_said(results: list[Path], tmp_path: Path) -> None:
    done = stats(*results, "--course", "nowhere", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "nowhere" in done.err


def test_damaged_files_are_named_and_the_others_count(results: list[Path], tmp_path: Path) -> None:
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")
    (tmp_path / "foreign.json").write_text('{"answers": {}}', encoding="utf-8")
    bad = ["damaged.json", "foreign.json", "nowhere.json"]
    done = stats(*bad, *results, results[0], "--format", "json", cwd=tmp_path)
    assert done.code == 0
    said = done.err.rstrip("\n").split("\n")
    assert [line.split()[:2] for line in said] == [["grader:", file] for file in bad]
    assert done.document["quizzes"][0]["results"] == len(results)
    assert [refused["file"] for refused in done.document["refused"]] == bad
    none = stats(*bad, cwd=tmp_path)
    assert (none.code, none.out) == (2, "")
    assert none.err == done.err


def test_a_figure_is_written_beside_the_table(results: list[Path], tmp_path: Path) -> None:
    done = stats(*results, "--svg", "figure.svg", cwd=tmp_path)
    assert done.code == 0
    figure = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    assert "currentColor" in figure
    assert "25% right" in figure.split("<desc")[1].split("</desc>")[0]
    refused = stats(*results, "--svg", "nowhere/figure.svg", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
