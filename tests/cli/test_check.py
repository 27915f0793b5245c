"""`grader check` as its users meet it: output, files, exit codes, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.linked import write_linked_quiz
from tests.cli.running import ROOT, grader

FIRST_ATTEMPT = ROOT / "examples/first-attempt"


def test_the_sample_submission_shows_the_whole_product() -> None:
    finished = grader("check", "--submission", FIRST_ATTEMPT, "--no-labs")
    assert finished.code == 1
    assert "2 of 7 passed · 20 of 70 points" in finished.out
    assert "blank 3, line 35: np.sum(np.exp(shifted))  (wrong)" in finished.out
    assert "^^^^" in finished.out
    assert max(map(len, finished.out.split("\n"))) <= 80
    assert "\033" not in finished.out


def test_section3_is_looked_for_in_every_day() -> None:
    finished = grader("check", "section3", "--submission", FIRST_ATTEMPT, "--no-labs")
    assert "day1/section3_output" in finished.out
    assert "day2/section3_overfitting" in finished.out
    assert "day3" not in finished.out


def test_the_solutions_get_full_marks_in_json() -> None:
    finished = grader("check", "--submission", "solutions", "--no-labs", "--format", "json")
    assert finished.code == 0
    document = finished.document
    assert document["score"] == document["max_score"] == 70
    assert {result["status"] for result in document["results"]} == {"passed"}


def test_json_follows_the_published_schema() -> None:
    import jsonschema

    schema = json.loads((ROOT / "docs/result.schema.json").read_text(encoding="utf-8"))
    finished = grader(
        "check", "--submission", FIRST_ATTEMPT, "--labs", "always", "--format", "json"
    )
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(finished.document)] == []


def test_output_files_are_written_beside_standard_output(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    finished = grader("check", "softmax", "--submission", "solutions", "--output", f"json={target}")
    assert finished.code == 0
    assert "1 of 1 passed" in finished.out
    assert json.loads(target.read_text(encoding="utf-8"))["score"] == 10
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("given", ["json", "json=", "yaml=x", "json=no/such/folder/x.json"])
def test_output_that_cannot_work_is_refused_before_grading(given: str) -> None:
    finished = grader("check", "softmax", "--output", given)
    assert (finished.code, finished.out) == (2, "")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_ends_in_a_sentence() -> None:
    finished = grader("check", "softmax", "--submission", "solutions", "--output", "json=/dev/full")
    assert finished.code == 2
    assert "/dev/full" in finished.err
    assert "1 of 1 passed" in finished.out


def test_a_folder_in_the_place_of_an_output_file_loses_nothing(tmp_path: Path) -> None:
    finished = grader(
        "check", "softmax", "--submission", "solutions", "--output", f"json={tmp_path}"
    )
    assert finished.code == 2
    assert "cannot be written" in finished.err
    assert "1 of 1 passed" in finished.out


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m grader check softmax --submission examples/first-attempt"
    shell = f"{command} | head -1; exit ${{PIPESTATUS[0]}}"
    finished = subprocess.run(
        ["bash", "-c", shell],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert finished.stdout == "day1/section3_output\n"
    assert finished.stderr == ""
    assert finished.returncode == 1


@pytest.mark.slow
def test_ctrl_c_in_the_middle_of_training_keeps_what_is_done(tmp_path: Path) -> None:
    (tmp_path / "softmax.py").write_text((FIRST_ATTEMPT / "softmax.py").read_text("utf-8"), "utf-8")
    slow = (ROOT / "solutions/day3/section1_rnn/rnn_delta/rnn_delta.py").read_text(encoding="utf-8")
    slow = slow.replace("import numpy as np", "import time\nimport numpy as np").replace(
        "    return (", "    time.sleep(0.05)\n    return (", 1
    )
    (tmp_path / "rnn_delta.py").write_text(slow, encoding="utf-8")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "grader",
            "check",
            "softmax",
            "rnn_delta",
            "--submission",
            str(tmp_path),
            "--format",
            "json",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    time.sleep(6)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert [result["id"] for result in json.loads(out)["results"]] == [
        "day1/section3_output/softmax"
    ]
    assert "1 of 2 exercises were graded" in err
    assert "Traceback" not in err


def test_two_runs_at_once_and_a_corrupted_cache_do_not_matter(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GRADER_CACHE": str(tmp_path)}
    command = [sys.executable, "-m", "grader", "check", "rnn_delta", "--submission", "solutions"]
    both = [
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [process.wait(timeout=50) for process in both] == [0, 0]
    cached = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert cached
    for path in cached:
        path.write_bytes(path.read_bytes()[:100])
    assert (
        subprocess.run(
            command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=False
        ).returncode
        == 0
    )
    assert all(path.stat().st_size > 100 for path in cached)


def test_a_seed_draws_other_cases() -> None:
    one, other = (
        grader(
            "check",
            "l2_gradient",
            "--submission",
            FIRST_ATTEMPT,
            "--seed",
            seed,
            "--format",
            "json",
        )
        for seed in ("1", "2")
    )
    assert one.document["seed"] == 1
    assert one.only_result["cases"]["total"] == other.only_result["cases"]["total"]
    assert (one.code, other.code) == (1, 1)


def test_the_locale_chooses_the_language() -> None:
    finished = grader(
        "check", "softmax", "--submission", FIRST_ATTEMPT, env={"LC_ALL": "ja_JP.UTF-8"}
    )
    assert "不正解となる最小のケース" in finished.out


def test_a_terminal_without_unicode_gets_plain_characters() -> None:
    env = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    finished = grader("check", "softmax", "--submission", FIRST_ATTEMPT, env=env)
    assert finished.out.isascii()
    assert " x softmax" in finished.out


def test_a_folder_per_exercise_is_found_and_misspelt_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "softmax").mkdir()
    answer = (FIRST_ATTEMPT / "softmax.py").read_text(encoding="utf-8")
    (tmp_path / "softmax/softmax.py").write_text(answer, encoding="utf-8")
    (tmp_path / "Cross_entropy.py").write_text("", encoding="utf-8")
    finished = grader("check", "day1", "--submission", tmp_path)
    assert "blank 3, line 35" in finished.out
    assert "Not handed in: cross_entropy_error." in finished.out
    assert "Cross_entropy.py" in finished.err
    assert "softmax.py" not in finished.err


def test_a_failed_exercise_names_the_question_to_look_at(course_folder: Path) -> None:
    write_linked_quiz(course_folder)
    answer = course_folder / "double.py"
    answer.write_text("def double(x):\n    return 3 * x\n", encoding="utf-8")

    def said(*more: str) -> str:
        arguments = ("check", "double", "--submission", "double.py", "--lang", "en", *more)
        return grader(*arguments, cwd=course_folder).out

    pointer = "    Related question: Letters\n      grader quiz take day1/section1_sums#letters\n"
    assert pointer in said()
    assert "Related question" not in said("--feedback", "verdict")
    answer.write_text("def double(x):\n    return 2 * x\n", encoding="utf-8")
    assert "Related question" not in said()
    answer.write_text("def double(x):\n    return 3 * x\n", encoding="utf-8")
    (course_folder / "quizzes/day1/section1_sums.md").unlink()
    assert "Related question" not in said()


@pytest.mark.parametrize(
    ("language", "mistaken", "otherwise"),
    [
        ("en", "Question about this mistake: Blanks\n", "Related question: Letters\n"),
        (
            "ja",
            "この間違いを扱う確認テストの問題: Blanks\n",
            "関連する確認テストの問題: Letters\n",
        ),
    ],
)
def test_a_known_mistake_names_the_question_that_has_it(
    language: str, mistaken: str, otherwise: str, course_folder: Path
) -> None:
    write_linked_quiz(course_folder, "day1/section1_sums/double/squares")
    answer = course_folder / "double.py"

    def said(code: str) -> str:
        answer.write_text(f"def double(x):\n    return {code}\n", encoding="utf-8")
        arguments = ("check", "double", "--submission", "double.py", "--lang", language)
        return grader(*arguments, cwd=course_folder).out

    assert mistaken in said("x ** 2")
    assert otherwise not in said("x ** 2")
    assert otherwise in said("3 * x")
    assert mistaken not in said("3 * x")
    write_linked_quiz(course_folder, "day1/section1_sums/total/squares")
    assert otherwise in said("x ** 2")
