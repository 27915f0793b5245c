"""`grader quiz check`, and the same check as a part of `grader verify`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ROOT, grader
from tests.quiz.terminal.taker import write_quiz
from tests.quiz.writing import translated

ENGLISH = "quizzes/day1/section1_sums.md"


@pytest.fixture
def course(course_folder: Path) -> Path:
    write_sound_quiz(course_folder, "day1/section1_sums")
    return course_folder


def write_sound_quiz(course: Path, quiz_id: str) -> None:
    write_quiz(course, quiz_id)
    japanese = course / "quizzes" / f"{quiz_id}.ja.md"
    japanese.write_text(translated(japanese.read_text(encoding="utf-8")), encoding="utf-8")


def spoil(course: Path, old: str, new: str) -> None:
    path = course / ENGLISH
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_test_is_counted_in_both_languages(course: Path) -> None:
    done = grader("quiz", "check", "--lang", "en", cwd=course)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "The confirmation tests are sound. Tests: 1; questions: 4 in English, 4 in Japanese.\n"
    )


def test_every_finding_has_its_file_and_line(course: Path) -> None:
    spoil(course, "points=2 level=2", "points=2 level=9")
    spoil(course, "A word", "A $\\nonsense$ word")
    done = grader("quiz", "check", "sums", cwd=course)
    assert done.code == 1
    *findings, summary = done.out.splitlines()
    assert f"{ENGLISH}:5:4" in [line.partition(": ")[0] for line in findings]
    assert all(line.startswith("quizzes/day1/section1_sums") for line in findings)
    assert summary.startswith(f"Problems: {len(findings)}. Confirmation tests: 1;")


def test_findings_come_in_japanese(course: Path) -> None:
    spoil(course, "- [x] second", "- [ ] second")
    done = grader("quiz", "check", "--lang", "ja", cwd=course)
    assert done.code == 1
    assert done.out.splitlines()[-1].startswith("確認テスト 1 件")


def test_only_what_is_named_is_checked(course: Path) -> None:
    write_sound_quiz(course, "day1/section2_empty")
    spoil(course, "- [x] second", "- [ ] second")
    assert grader("quiz", "check", "empty", cwd=course).code == 0
    assert grader("quiz", "check", cwd=course).code == 1
    assert grader("quiz", "check", "nothing", cwd=course).code == 2


def test_verify_looks_at_tests_too(course: Path) -> None:
    grader("verify", "--write", cwd=course)
    sound = grader("verify", cwd=course)
    assert "The confirmation tests are sound" in sound.out
    spoil(course, "- [x] second", "- [ ] second")
    done = grader("verify", cwd=course)
    assert done.code == 1
    assert "- quizzes/day1/section1_sums" in done.out
    assert "The confirmation tests" not in grader("verify", "total", cwd=course).out


def test_the_tests_of_this_course_have_four_sections_at_least() -> None:
    done = grader("quiz", "check", "section3_output", "day2/section3", cwd=ROOT)
    assert done.code == 0, done.out
    assert "Tests: 2;" in done.out
