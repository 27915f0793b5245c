"""`grader watch` in a real terminal: files are edited, keys pressed, signals sent."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.student import template_of
from tests.cli.linked import write_linked_quiz
from tests.cli.running import ROOT, grader
from tests.cli.screen import Watched

pytestmark = pytest.mark.slow

RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return x ** 2\n"


@pytest.fixture
def course(course_folder: Path) -> Path:
    """The tiny course with its exercises written; `double` comes after `total`."""
    for exercise in load_course(course_folder).exercises:
        exercise.student_path.parent.mkdir(parents=True, exist_ok=True)
        exercise.student_path.write_text(template_of(exercise), "utf-8")
    return course_folder


@pytest.fixture
def watched(course: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """One exercise; files are looked at unless a test asks for other options."""
    with Watched(course, "double", *getattr(request, "param", ["--poll"])) as watched:
        watched.until("to do", "Still to fill in")
        yield watched


both_ways = pytest.mark.parametrize(
    "watched", [[], ["--poll"]], ids=["events", "poll"], indirect=True
)


def file_of(course: Path, name: str = "double") -> Path:
    return course / f"exercises/day1/section1_sums/{name}.py"


def rename_over(path: Path, text: str) -> None:
    """Save as editors do that write beside the file first."""
    new = path.with_name(f".{path.name}.swp")
    new.write_text(text, "utf-8")
    new.replace(path)


def assert_left_as_found(watched: Watched) -> None:
    assert watched.modes == watched.found
    modes = watched.screen.modes
    assert (modes["1049"], modes["7"], modes["25"]) == (False, True, True)


@both_ways
def test_every_save_gets_its_verdict(watched: Watched, course: Path) -> None:
    file_of(course).write_text(WRONG, "utf-8")
    watched.until("not right yet", "This is the square.", "Smallest failing case")
    rename_over(file_of(course), RIGHT)
    watched.until("all 3 cases pass", "1 of 1 passed")
    rename_over(file_of(course), WRONG)
    watched.until("This is the square.", "0 of 1 passed")


def test_a_known_mistake_names_the_question_that_has_it(course: Path) -> None:
    write_linked_quiz(course, "day1/section1_sums/double/squares")
    file_of(course).write_text(WRONG, "utf-8")
    with Watched(course, "double", "--poll") as watched:
        watched.resize(40, 80)
        watched.until(
            "Question about this mistake: Blanks", "grader quiz take day1/section1_sums#blanks"
        )
        file_of(course).write_text(WRONG.replace("x ** 2", "3 * x"), "utf-8")
        watched.until("Related question: Letters", "grader quiz take day1/section1_sums#letters")
        file_of(course).write_text(RIGHT, "utf-8")
        watched.until("all 3 cases pass", without="question")


def test_a_deleted_file_may_come_back(watched: Watched, course: Path) -> None:
    file_of(course).unlink()
    watched.until("double.py is not there. Press x")
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("all 3 cases pass")


@both_ways
def test_the_whole_folder_may_be_replaced(watched: Watched, course: Path) -> None:
    shutil.copytree(course / "exercises", course / "other")
    (course / "exercises").rename(course / "away")
    watched.until("double.py is not there")
    (course / "other").rename(course / "exercises")
    watched.until("Still to fill in")
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("all 3 cases pass")


def test_half_typed_code_is_no_catastrophe(watched: Watched, course: Path) -> None:
    file_of(course).write_text("def double(x):\n    return (2 *\n", "utf-8")
    watched.until("could not be graded", "double.py:2")
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("all 3 cases pass")


def test_an_endless_loop_does_not_keep_the_next_save_waiting(
    watched: Watched, course: Path
) -> None:
    file_of(course).write_text("def double(x):\n    while True: pass\n", "utf-8")
    watched.until("Checking…")
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("all 3 cases pass")


def test_keys_lead_through_the_exercises(course: Path) -> None:
    with Watched(course) as watched:
        watched.until("total", "Still to fill in")
        _walk(watched, course)


def _walk(watched: Watched, course: Path) -> None:
    watched.press("h")
    watched.until("Hint 1 of 2", "Look.")
    watched.press("h")
    watched.until("Hint 2 of 2", "Think again.")
    watched.press("l")
    watched.until("All exercises", "> · total", "  · double", "↑↓ move")
    watched.press("\x1b[B\r")
    watched.until("double.py", "Still to fill in", without="total")
    watched.press("p")
    watched.until("total.py", "2 hints used", without="Look.")
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("double.py", "all 3 cases pass", "1 of 2 passed")
    watched.press("n")
    watched.until("total.py", "Still to fill in")
    watched.press("c")
    watched.until("Last check")
    watched.press("q")
    assert watched.ended() == 0
    assert "1 of 2 exercises passed." in watched.written
    assert_left_as_found(watched)


def test_resetting_asks_and_keeps_a_copy(watched: Watched, course: Path) -> None:
    file_of(course).write_text(RIGHT, "utf-8")
    watched.until("all 3 cases pass")
    watched.press("x")
    watched.until("holds your work", "y yes  n no")
    watched.press("n")
    watched.until("Nothing was changed.")
    assert file_of(course).read_text("utf-8") == RIGHT
    watched.press("xy")
    watched.until("Still to fill in", "Your work is kept in")
    assert file_of(course).with_name("double.py.bak").read_text("utf-8") == RIGHT


def test_the_screen_follows_the_size_of_the_terminal(watched: Watched) -> None:
    watched.resize(12, 50)
    assert watched.until("q quit").count("\n") == 11
    watched.resize(4, 20)
    watched.until("0 of 1")
    watched.resize(40, 120)
    lines = watched.until("q quit").split("\n")
    assert lines[-1].startswith(" n next")
    assert len(lines) == 40


def test_japanese(course: Path) -> None:
    with Watched(course, "double", "--lang", "ja") as watched:
        watched.until("題名", "未完成", "q 終了")
        file_of(course).write_text(WRONG, "utf-8")
        watched.until("これは 2 乗です。")


def test_stopping_gives_the_terminal_back_and_takes_it_again(
    watched: Watched, course: Path
) -> None:
    watched.press("\x1a")
    watched.is_stopped()
    assert_left_as_found(watched)
    file_of(course).write_text(RIGHT, "utf-8")
    watched.signal(signal.SIGCONT)
    watched.until("all 3 cases pass")
    assert watched.screen.modes["1049"]
    assert watched.modes != watched.found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_it_in_order(watched: Watched, number: signal.Signals) -> None:
    watched.signal(number)
    assert watched.ended() == -number
    assert_left_as_found(watched)


def test_ctrl_c_ends_it(watched: Watched) -> None:
    watched.press("\x03")
    assert watched.ended() == 130
    assert_left_as_found(watched)


def test_ctrl_s_freezes_nothing(watched: Watched) -> None:
    watched.press("\x13q")
    assert watched.ended() == 0


def test_a_fault_of_ours_leaves_the_terminal_alone(course: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import grader.watch.screen\n"
        "def compose(*_):\n"
        "    raise RuntimeError('on purpose')\n"
        "grader.watch.screen.compose = compose\n",
        "utf-8",
    )
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    with Watched(course, env={"PYTHONPATH": path, "GRADER_DEBUG": ""}) as watched:
        assert watched.ended() == 3
        assert "on purpose" in watched.written.rpartition("\x1b[?1049l")[2]
        assert_left_as_found(watched)


def test_an_exercise_that_is_not_sound_is_told_and_can_be_mended(course: Path) -> None:
    checks = course / "solutions/day1/section1_sums/double/checks.py"
    sound = checks.read_text("utf-8")
    checks.write_text("1 / 0\n", "utf-8")
    with Watched(course, "double") as watched:
        watched.until("checks.py", "ZeroDivisionError")
        checks.write_text(sound, "utf-8")
        watched.press("c")
        watched.until("Still to fill in")


def test_nothing_of_it_stays_behind(watched: Watched, course: Path) -> None:
    file_of(course).write_text("def double(x):\n    while True: pass\n", "utf-8")
    watched.until("Checking…")
    group = watched.group
    watched.signal(signal.SIGTERM)
    watched.ended()
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_a_terminal_that_shows_no_screen_is_told(course: Path) -> None:
    with Watched(course, env={"TERM": "dumb"}) as watched:
        assert watched.ended() == 2
        assert watched.written.count("\n") == 1
        assert "needs a terminal" in watched.written


def test_without_a_terminal_it_says_so_in_one_sentence(course: Path) -> None:
    finished = grader("watch", cwd=course)
    assert (finished.code, finished.out, finished.err.count("\n")) == (2, "", 1)
    assert "needs a terminal" in finished.err


def test_a_weak_sandbox_is_told(course: Path) -> None:
    env = {"GRADER_SANDBOX_WITHOUT": "bubblewrap,landlock,seccomp"}
    with Watched(course, env=env) as watched:
        watched.until("Sandbox level basic")
        watched.press("l")
        watched.until("All exercises", without="Sandbox level")
