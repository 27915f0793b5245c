"""`grader list`, `show`, `reset` and `verify`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.progress import Notebook, notebook_path
from tests.cli.running import ROOT, grader
from tests.quiz.terminal.taker import write_quiz


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the course that a test may spoil."""
    for folder in ("solutions", "exercises"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "course.toml", tmp_path)
    return tmp_path


def softmax_file(course: Path) -> Path:
    return course / "exercises/day1/section3_output/softmax.py"


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    finished = grader("--help")
    assert finished.code == 0
    for name in ("check", "list", "reset", "show", "verify"):
        assert f"\n  {name} " in finished.out


def test_list_counts_the_filled_blanks(course: Path) -> None:
    file = softmax_file(course)
    file.write_text(file.read_text("utf-8").replace("___2", "np.exp(shifted)"), "utf-8")
    softmax_file(course).with_name("cross_entropy_error.py").unlink()
    finished = grader("list", "day1", cwd=course)
    assert finished.code == 0
    assert "1 of 3 filled" in finished.out
    assert "no file" in finished.out


def test_list_says_how_far_the_confirmation_tests_are(course_folder: Path, tmp_path: Path) -> None:
    def lines(*options: str) -> list[str]:
        finished = grader("list", *options, cwd=course_folder, env={"GRADER_STATE": str(tmp_path)})
        assert (finished.code, finished.err) == (0, "")
        return [" ".join(line.split()) for line in finished.out.splitlines()]

    assert not any("onfirmation" in line for line in lines())
    write_quiz(course_folder)
    assert lines()[-1] == "Confirmation test not begun"
    notebook = Notebook(tmp_path / notebook_path(course_folder).name)
    for name, right in {"letters": True, "blanks": False}.items():
        notebook.note("quiz_reviews", f"day1/section1_sums#{name}", {"right": right})
    assert lines()[-1] == "Confirmation test 1 of 4 right"
    assert lines("--lang", "ja")[-1] == "確認テスト 4 問中 1 問正解"
    write_quiz(course_folder, "day1/section2_empty")
    assert lines()[-1].startswith("Sections without exercises have confirmation tests too: 1.")
    assert lines("section1")[-1] == "Confirmation test 1 of 4 right"


def test_list_reads_no_quiz() -> None:
    code = (
        "import sys\nimport grader.cli\n"
        "grader.cli.root.main(['list'], standalone_mode=False)\n"
        "sys.exit(bool({'markdown_it', 'numpy'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0


def test_show_prints_the_task_and_where_to_work() -> None:
    finished = grader("show", "softmax")
    assert finished.code == 0
    assert "exercises/day1/section3_output/softmax.py" in finished.out
    assert "Hints" not in finished.out


def test_show_speaks_japanese() -> None:
    assert "## なぜ" in grader("show", "softmax", "--lang", "ja").out


def test_show_wants_exactly_one_exercise() -> None:
    finished = grader("show", "day1")
    assert finished.code == 2
    assert "more than one exercise" in finished.err


def test_reset_asks_keeps_a_copy_and_restores(course: Path) -> None:
    file = softmax_file(course)
    empty = file.read_text("utf-8")
    mine = empty.replace("___1", "shifted = x")
    file.write_text(mine, "utf-8")

    refused = grader("reset", "softmax", cwd=course, stdin="n\n")
    assert (refused.code, file.read_text("utf-8")) == (0, mine)

    done = grader("reset", "softmax", cwd=course, stdin="y\n")
    assert (done.code, file.read_text("utf-8")) == (0, empty)
    assert file.with_name("softmax.py.bak").read_text("utf-8") == mine

    file.write_text("something else", "utf-8")
    assert grader("reset", "softmax", "--yes", cwd=course).code == 0
    assert file.with_name("softmax.py.bak2").read_text("utf-8") == "something else"

    assert "already the empty exercise" in grader("reset", "softmax", cwd=course).out


def test_reset_makes_a_file_that_is_gone(course: Path) -> None:
    file = softmax_file(course)
    empty = file.read_text("utf-8")
    file.unlink()
    assert grader("reset", "softmax", cwd=course).code == 0
    assert file.read_text("utf-8") == empty


def test_verify_finds_the_course_sound() -> None:
    finished = grader("verify", "day1", "day2")
    assert finished.code == 0, finished.out
    assert "The course is sound: 6 exercises." in finished.out


SPOILED = [
    (
        "solution wrong",
        "softmax.py",
        "keepdims=True)\n    # end",
        "keepdims=False)\n    # end",
        "the solution raises",
    ),
    (
        "marker matches nothing",
        "softmax.py",
        "# blank: np.exp(shifted)",
        "# blank: np.exp(x)",
        "softmax.py:",
    ),
    (
        "fill label unknown",
        "mistakes.toml",
        "fills = { 1 =",
        "fills = { 9 =",
        "blanks that do not exist",
    ),
    ("hints missing", "README.ja.md", "## ヒント", "## 手がかり", "README.ja.md must have exactly"),
    ("checks broken", "checks.py", "exercise = spec(", "exercise = spec(oops=1, ", "checks.py:"),
]


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "said"), SPOILED, ids=[row[0] for row in SPOILED]
)
def test_verify_finds_what_an_author_got_wrong(
    course: Path, name: str, file: str, old: str, new: str, said: str
) -> None:
    path = course / "solutions/day1/section3_output/softmax" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    finished = grader("verify", "softmax", cwd=course)
    assert finished.code == 1, name
    assert said in " ".join(finished.out.split())


def test_verify_wants_exercises_that_are_current(course: Path) -> None:
    file = softmax_file(course)
    file.write_text(file.read_text("utf-8").replace("exp_x = ", "e = "), "utf-8")
    finished = grader("verify", "softmax", cwd=course)
    assert finished.code == 1
    assert "verify --write" in finished.out


def test_verify_leaves_a_working_copy_in_peace(course: Path) -> None:
    file = softmax_file(course)
    mine = file.read_text("utf-8").replace("___2", "np.exp(shifted)")
    file.write_text(mine, "utf-8")
    assert grader("verify", "softmax", cwd=course).code == 0
    written = grader("verify", "softmax", "--write", cwd=course)
    assert written.code == 0
    assert file.read_text("utf-8") == mine


def test_verify_writes_exercises_that_are_missing(course: Path) -> None:
    shutil.rmtree(course / "exercises")
    assert grader("verify", "softmax", "--write", cwd=course).code == 0
    assert softmax_file(course).read_bytes() == softmax_file(ROOT).read_bytes()


def test_verify_finds_files_that_belong_to_nothing(course: Path) -> None:
    (course / "exercises/day1/section3_output/relu.py").write_text("", "utf-8")
    (course / "solutions/day1/section3_output/softmax/notes.txt").write_text("", "utf-8")
    finished = grader("verify", "l2_gradient", "softmax", cwd=course)
    assert "notes.txt does not belong there" in " ".join(finished.out.split())


def test_verify_sees_folders_that_belong_to_no_section(course: Path) -> None:
    (course / "solutions/day1/section3_outputs").mkdir()
    finished = grader("verify", cwd=course)
    assert finished.code == 1
    assert "section3_outputs is no section of course.toml" in " ".join(finished.out.split())


def test_verify_names_what_a_new_exercise_still_needs(course: Path) -> None:
    folder = course / "solutions/day1/section3_output/one_hot"
    folder.mkdir()
    (folder / "one_hot.py").write_text("def one_hot(d):\n    return d  # blank: d\n", "utf-8")
    finished = grader("verify", "one_hot", cwd=course)
    assert finished.code == 1
    assert "is missing" in finished.out


def test_verify_runs_the_examples_of_the_task(course: Path) -> None:
    task = course / "solutions/day1/section3_output/softmax/README.md"
    text = task.read_text("utf-8")
    assert "0.842" in text
    task.write_text(text.replace("0.842", "0.742"), "utf-8")
    finished = grader("verify", "softmax", cwd=course)
    assert finished.code == 1
    assert "README.md: the example does not give what it says" in " ".join(finished.out.split())
