"""`grader hint`, and what `grader check` makes of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Finished, grader

Run = Callable[..., Finished]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def run(course_folder: Path, state: Path) -> Run:
    """Runs a command in the tiny course, whose tasks have two hints."""
    (course_folder / "exercises/day1/section1_sums").mkdir(parents=True)

    def run(*arguments: str | Path, **env: str) -> Finished:
        return grader(*arguments, cwd=course_folder, env={"GRADER_STATE": str(state), **env})

    return run


def answer(course: Path, source: str) -> None:
    path = course / "exercises/day1/section1_sums/double.py"
    path.write_text(f"def double(x):\n    return {source}\n", encoding="utf-8")


def test_hints_come_one_at_a_time(run: Run) -> None:
    first, second, third = (run("hint", "double") for _ in range(3))
    assert {first.code, second.code, third.code} == {0}
    assert first.out == "Hint 1 of 2\n\nLook.\n"
    assert second.out == "Hint 2 of 2\n\nThink\nagain.\n"
    assert third.out == (
        "You have seen every hint for double; this is the last one again.\n\n" + second.out
    )
    assert first.err == second.err == third.err == ""
    assert run("hint", "total").out == first.out


def test_again_repeats_what_was_seen_and_shows_nothing_new(run: Run) -> None:
    nothing = run("hint", "double", "--again")
    assert (nothing.code, "grader hint double" in nothing.out) == (0, True)
    assert "Look." not in nothing.out
    run("hint", "double")
    once = run("hint", "double", "--again")
    assert once.out == "Hint 1 of 2\n\nLook.\n"
    run("hint", "double")
    both = "Hint 1 of 2\n\nLook.\n\nHint 2 of 2\n\nThink\nagain.\n"
    assert [run("hint", "double", "--again").out for _ in range(2)] == [both, both]


def test_hints_speak_japanese_and_are_the_same_ones(run: Run) -> None:
    run("hint", "double")
    assert run("hint", "double", "--lang", "ja").out == "ヒント 2 / 2\n\n考えましょう。\n"


def test_suggested_commands_answer_in_the_language_they_are_read_in(
    run: Run, course_folder: Path
) -> None:
    answer(course_folder, "x")
    asked_for = {"check": "      grader hint double", "hint --again": "  grader hint double"}
    asked_for["show"] = "  grader check double"
    for command, suggested in asked_for.items():
        name, *options = command.split()
        arguments = [name, "double", *options]
        assert f"{suggested}\n" in run(*arguments).out
        assert f"{suggested} --lang ja\n" in run(*arguments, "--lang", "ja").out
        at_home = run(*arguments, "--lang", "ja", LC_ALL="ja_JP.UTF-8").out
        assert f"{suggested}\n" in at_home
        assert f"{suggested} --lang en\n" in run(*arguments, "--lang", "en", LC_ALL="ja_JP").out


def test_a_plain_terminal_gets_what_it_can_show(run: Run) -> None:
    finished = run("hint", "double", "--lang", "ja", PYTHONIOENCODING="ascii")
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.isascii()


@pytest.mark.parametrize(("selector", "said"), [("day1", "more than one"), ("nothing", "nothing")])
def test_exactly_one_exercise_is_needed(run: Run, state: Path, selector: str, said: str) -> None:
    finished = run("hint", selector)
    assert (finished.code, finished.out) == (2, "")
    assert said in finished.err
    assert not state.exists()


def test_without_a_place_to_remember_there_still_are_hints(run: Run, state: Path) -> None:
    state.write_text("not a folder", encoding="utf-8")
    finished = run("hint", "double")
    assert (finished.code, finished.out) == (0, "Hint 1 of 2\n\nLook.\n")
    assert finished.err.count("\n") == 1
    assert "GRADER_STATE" in finished.err


def test_a_damaged_record_is_said_in_one_sentence(run: Run, state: Path) -> None:
    run("hint", "double")
    (record,) = state.iterdir()
    record.write_text("{", encoding="utf-8")
    finished = run("hint", "double")
    assert (finished.code, finished.out) == (0, "Hint 1 of 2\n\nLook.\n")
    assert finished.err.count("\n") == 1
    assert ".damaged" in finished.err
    assert sorted(path.suffix for path in state.iterdir()) == [".damaged", ".json"]


def test_many_at_once_leave_a_record_that_can_be_read(course_folder: Path, state: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GRADER_STATE": str(state), "LC_ALL": "C.UTF-8"}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "grader", "hint", name],
            cwd=course_folder,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for name in ("double", "total") * 3
    ]
    said = [process.communicate(timeout=30)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 6
    assert said == [b""] * 6
    (record,) = state.iterdir()
    pages = json.loads(record.read_text(encoding="utf-8"))["pages"]
    assert set(pages["hints"]) <= {"day1/section1_sums/double", "day1/section1_sums/total"}
    assert pages["hints"]


def test_own_work_is_told_of_hints_until_there_are_none(run: Run, course_folder: Path) -> None:
    answer(course_folder, "x")
    pointer = "    A hint, if you want one:\n      grader hint double\n"
    before = run("check", "double").out
    assert pointer in before
    assert "used" not in before
    run("hint", "double")
    once = run("check", "double").out
    assert "not right yet, 1 hint used   0 / 10\n" in once
    assert pointer in once
    run("hint", "double")
    twice = run("check", "double").out
    assert "2 hints used" in twice
    assert "grader hint" not in twice
    assert run("check", "double", "--format", "json").only_result["hints_used"] == 2


@pytest.mark.parametrize("source", ["2 * x", "___"])
def test_hints_are_pointed_to_only_where_something_is_wrong(
    run: Run, course_folder: Path, source: str
) -> None:
    answer(course_folder, source)
    assert "grader hint" not in run("check", "double").out


def test_other_submissions_are_not_the_learners(run: Run, course_folder: Path) -> None:
    answer(course_folder, "x")
    run("hint", "double")
    finished = run("check", "double", "--submission", "exercises", "--output", "text=report.txt")
    assert "hint" not in finished.out
    assert "hint" not in (course_folder / "report.txt").read_text(encoding="utf-8")
    document = run("check", "double", "--submission", "exercises", "--format", "json")
    assert document.only_result["hints_used"] == 0


def test_a_damaged_record_does_not_stop_a_check(run: Run, course_folder: Path, state: Path) -> None:
    answer(course_folder, "2 * x")
    run("hint", "double")
    (record,) = state.iterdir()
    record.write_text("{", encoding="utf-8")
    finished = run("check", "double", "--format", "json")
    assert (finished.code, finished.only_result["hints_used"]) == (0, 0)
    assert finished.err.count("\n") == 1


def test_help_names_it() -> None:
    assert "\n  hint " in grader("--help").out
