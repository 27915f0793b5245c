"""Quizzes whose formulas cannot be shown are neither rendered nor exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import grader
from tests.quiz.terminal.taker import write_quiz


@pytest.mark.parametrize("command", [["render"], ["export", "--to", "json"]])
def test_a_formula_that_cannot_be_shown_is_named_by_its_place(
    course_folder: Path, tmp_path: Path, command: list[str]
) -> None:
    write_quiz(course_folder)
    quiz = course_folder / "quizzes/day1/section1_sums.md"
    source = quiz.read_text(encoding="utf-8")
    quiz.write_text(source.replace("$x^2$", "$\\alfa$"), encoding="utf-8")
    line = source[: source.index("$x^2$")].count("\n") + 1
    done = grader("quiz", *command, "-o", tmp_path / "out.html", cwd=course_folder)
    assert done.out == ""
    assert f"section1_sums.md:{line}:" in done.err
    assert "\\alfa" in done.err
    assert "fault" not in done.err
    assert not (tmp_path / "out.html").exists()
