from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import grader


def test_a_selected_quiz_is_written_and_losses_go_to_stderr(tmp_path: Path) -> None:
    target = tmp_path / "bank.xml"
    done = grader(
        *("quiz", "export", "day2/section4", "--to", "moodle", "-o", target, "--lang", "en")
    )
    assert done.code == 0
    assert "Moodle" in done.err
    assert "Moodle" not in done.out
    assert b"day2/section4_convolution/" in target.read_bytes()
    assert b"day1/" not in target.read_bytes()


def test_json_loses_nothing(tmp_path: Path) -> None:
    target = tmp_path / "quiz.json"
    done = grader("quiz", "export", "day1/section1", "--to", "json", "-o", target)
    assert (done.code, done.err) == (0, "")
    assert [quiz["id"] for quiz in json.loads(target.read_bytes())["quizzes"]] == [
        "day1/section1_affine"
    ]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    done = grader("quiz", "export", "--to", "json", "-o", tmp_path / "no" / "quiz.json")
    assert done.code == 2
