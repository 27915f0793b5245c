"""`grader quiz take`: really typed in a terminal, and with answers from a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.layout import display_width
from grader.quiz.selecting import select_questions
from grader.quiz.terminal.choosing import all_items
from tests.cli.pseudo_terminal import Terminal
from tests.cli.running import ROOT, Finished, grader
from tests.quiz.terminal.taker import load_all, write_quiz

ANSWERS = {"letters": 1, "blanks": {"1": "a", "2": "b"}, "pairs": ["A", "C"]}
NAME = "day1/section1_sums"


@pytest.fixture
def course(course_folder: Path) -> Path:
    write_quiz(course_folder)
    return course_folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def take(course: Path, state: Path, *arguments: str, columns: int = 80, **env: str) -> Terminal:
    variables = {"GRADER_STATE": str(state), **env}
    return Terminal("quiz", "take", *arguments, cwd=course, columns=columns, env=variables)


def right_letter(course: Path) -> str:
    return "ABC"[all_items(load_all(course))[0].order.index(1)]


def test_a_whole_test_in_english(course: Path, state: Path) -> None:
    with take(course, state, "sums", "--lang", "en") as terminal:
        terminal.answer("Answer> ", "?")
        terminal.wait_for("Look at x².")
        terminal.answer("Answer> ", right_letter(course).lower())
        terminal.answer("Enter: next> ", "")
        terminal.answer("Blank 1> ", "a")
        terminal.answer("Blank 2> ", " b ")
        terminal.answer("Enter: next> ", "")
        terminal.answer("Answer> ", "1:A 2:B")
        terminal.answer("Again> ", "")
        terminal.wait_for("Answer: 1: A, 2: C")
        terminal.answer("Enter: next> ", "")
        terminal.answer("Answer> ", "Because")
        terminal.answer("> ", "")
        terminal.answer("Points you made> ", "1")
        terminal.answer("Enter: next> ", "")
        terminal.wait_for("Result: 4.5 of 7 points")
        assert terminal.ends() == 0


def test_stopping_and_going_on_in_japanese(course: Path, state: Path) -> None:
    letter = right_letter(course)
    full_width = chr(ord(letter) + 0xFEE0)
    with take(course, state, "sums", "--lang", "ja") as terminal:
        terminal.answer("解答> ", full_width)
        terminal.wait_for("✓ 正解")
        terminal.answer("Enter で次へ> ", "：ｑ")
        terminal.wait_for("ここまでを保存しました（4 問中 1 問が解答済み）")
        assert terminal.ends() == 0
    with take(course, state, "sums", "--lang", "ja") as terminal:
        terminal.wait_for("前回の続きから始めます（4 問中 1 問が解答済み）")
        terminal.wait_for("[2/4] Blanks")
        terminal.answer("空欄 1> ", ":4")
        # One character of two columns is taken back at a time.
        terminal.answer("解答> ", "なぜなら重み\x7f\x7fば")
        terminal.answer("> ", "")
        terminal.answer("書けている項目> ", "１　２")
        terminal.wait_for("自己採点: 2/2 点")
        terminal.wait_for("Enter で次へ> ")
        terminal.type("\x04")
        terminal.wait_for("保存しました")
        assert terminal.ends() == 0
    kept = next(state.glob("*.json")).read_text(encoding="utf-8")
    assert "なぜならば" in kept


def test_ctrl_c_keeps_what_was_done(course: Path, state: Path) -> None:
    with take(course, state, "sums") as terminal:
        terminal.answer("Answer> ", ":a")
        terminal.wait_for("Enter: next> ")
        terminal.interrupt()
        terminal.wait_for("Kept: 1 of 4 questions")
        assert terminal.ends() == 130
    with take(course, state, "sums") as terminal:
        terminal.wait_for("[2/4]")


def test_the_list_of_tests_and_leaving_it(course: Path, state: Path) -> None:
    with take(course, state) as terminal:
        terminal.wait_for("day1  First day")
        terminal.wait_for("1    -/4  section1_sums  A quiz")
        terminal.answer("Test> ", "1")
        terminal.answer("Answer> ", ":q")
        assert terminal.ends() == 0
    with take(course, state) as terminal:
        terminal.answer("Test> ", "nothing")
        terminal.wait_for("There is no such confirmation test.")
        terminal.answer("Test> ", "day1/section1#2")
        terminal.wait_for("[1/1] Blanks")
        terminal.answer("Blank 1> ", ":q")
        assert terminal.ends() == 0
    with take(course, state) as terminal:
        terminal.answer("Test> ", "q")
        assert terminal.ends() == 0


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_takes_the_name_of_a_question_as_it_is(
    course: Path, state: Path, shell: str
) -> None:
    line = f"'{sys.executable}' -m grader quiz take {NAME}#pairs --lang ja"
    command = (shell, "-c", line)
    with Terminal(cwd=course, env={"GRADER_STATE": str(state)}, command=command) as terminal:
        terminal.wait_for("確認テスト「題名」の 1 問")
        terminal.wait_for("[1/1] Pairs")
        terminal.answer("解答> ", "A C")
        terminal.answer("Enter で次へ> ", "")
        terminal.wait_for("  grader quiz take --due --lang ja")
        assert terminal.ends() == 0


def test_an_unknown_question_is_one_sentence(course: Path, state: Path) -> None:
    with take(course, state, "sums#leters") as terminal:
        terminal.wait_for("There is no question “sums#leters”. Near it: day1/section1_sums#letters")
        assert terminal.ends() == 2


def test_every_exercise_leads_to_its_questions() -> None:
    names = sorted(path.parent.name for path in ROOT.glob("solutions/*/*/*/checks.py"))
    assert len(names) >= 7
    for name in names:
        assert select_questions(ROOT, [name]).questions, name


def test_a_window_that_is_resized_is_written_to_as_it_is(course: Path, state: Path) -> None:
    with take(course, state, "sums", columns=100, NO_COLOR="1") as terminal:
        terminal.answer("Answer> ", ":h")
        terminal.wait_for("Answer> ")
        wide = len(terminal.text)
        terminal.resize(40)
        terminal.type(":h\r")
        terminal.wait_for("Answer> ")
    before, after = terminal.text[:wide], terminal.text[wide:]
    assert 40 < max(map(display_width, before.split("\n"))) <= 80
    assert max(map(display_width, after.split("\n"))) <= 40


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_real_tests_fit_into_any_window(state: Path, language: str, columns: int) -> None:
    arguments = ["day2/section3", "--lang", language]
    with take(ROOT, state, *arguments, columns=columns, NO_COLOR="1") as terminal:
        for _ in range(3):
            terminal.answer("> ", ":a")
            terminal.answer("> ", "")
        terminal.answer("> ", ":q")
        assert terminal.ends() == 0
    lines = terminal.text.split("\n")
    command = "    grader check day2/section3_overfitting/l2_gradient"
    assert [line.split(" --lang")[0] for line in lines if "grader check" in line] == [command]
    assert max(display_width(line) for line in lines if "grader check" not in line) <= columns


def test_colours_can_be_switched_off(course: Path, state: Path) -> None:
    seen = {}
    for value in ("", "1"):
        with take(course, state, "sums", "--restart", NO_COLOR=value) as terminal:
            terminal.answer("Answer> ", ":q")
            terminal.ends()
            seen[value] = "\x1b[1m" in terminal.raw
    assert seen == {"": True, "1": False}


HOSTILE = [b"", b"{", b"[]", b"\xff\xfe\x00", b"null", b'{"version": 1, "pages": 5}', b"[" * 9999]
STRANGE_PAGES = [
    {"quiz_sessions": {NAME: {"items": [NAME], "at": {}, "attempts": {"x": []}}}},
    {"quiz_sessions": {NAME: {"items": [f"{NAME}#letters"] * 9, "attempts": {}}}},
    {"quiz_reviews": {f"{NAME}#letters": {"box": 99, "due": "\x1b[2J"}}},
    {"quiz_scores": {NAME: {"score": "\x1b[2J", "points": None}}},
]


@pytest.mark.parametrize(
    "content",
    [*HOSTILE, *(json.dumps({"version": 1, "pages": page}).encode() for page in STRANGE_PAGES)],
)
def test_whatever_the_state_file_holds_the_test_can_be_taken(
    course: Path, state: Path, content: bytes
) -> None:
    with take(course, state, "sums") as terminal:
        terminal.answer("Answer> ", ":q")
        terminal.ends()
    state.mkdir(exist_ok=True)
    from grader.progress import notebook_path

    name = notebook_path(course).name
    (state / name).write_bytes(content)
    with take(course, state, "sums") as terminal:
        terminal.wait_for("[1/4]")
        terminal.answer("Answer> ", ":a")
        terminal.answer("Enter: next> ", ":q")
        terminal.wait_for("Kept: 1 of 4")
        assert terminal.ends() == 0
    assert "\x1b[2J" not in terminal.raw
    assert json.loads((state / name).read_text(encoding="utf-8"))["version"] == 1


def test_blanks_are_run_where_an_exercise_is_linked(state: Path) -> None:
    with take(ROOT, state, "day2/section3") as terminal:
        terminal.answer("Answer> ", ":3")
        terminal.answer("Answer> ", "1 * param")
        terminal.wait_for("Your code was run")
        terminal.answer("Enter: next> ", ":q")
        assert terminal.ends() == 0


OPTIONS = ["--wrong", "--due", "--tag=beta", "--n=2", "--restart"]


def graded(course: Path, document: Any, *arguments: str) -> Finished:
    return grader("quiz", "take", *arguments, cwd=course, stdin=json.dumps(document))


def test_answers_on_standard_input_are_marked(course: Path) -> None:
    done = graded(course, {"quiz": NAME, "answers": ANSWERS, "student": "s1"})
    assert done.code == 0
    document = done.document
    assert (document["score"], document["points"], document["passed"]) == (5, 7, True)
    assert (document["schema"], document["student"]) == ("quiz-result/1", "s1")
    outcomes = [question["outcome"] for question in document["questions"]]
    assert outcomes == ["right", "right", "right", "unreadable"]


def test_questions_may_be_named_by_their_numbers(course: Path) -> None:
    done = graded(course, {"answers": {"1": 1}}, "sums")
    (first, *_) = done.document["questions"]
    assert (first["id"], first["outcome"]) == ("letters", "right")


def test_answers_from_a_file_that_do_not_reach_the_pass_mark(course: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('\ufeff{"answers": {"letters": "A"}}', encoding="utf-8")
    done = grader("quiz", "take", "sums", "--answers", file, "--lang", "ja", cwd=course)
    assert done.code == 1
    assert done.document["title"] == "題名"
    assert done.document["questions"][0]["feedback"] == ["Not the first."]


def test_several_tests_pass_together(course: Path) -> None:
    write_quiz(course, "day1/section2_more", "Another quiz")
    more = {"quiz": "day1/section2_more", "answers": {}}
    done = graded(course, [{"quiz": NAME, "answers": ANSWERS}, more])
    assert done.code == 1
    first, second = json.loads(done.out)
    assert (first["passed"], second["passed"]) == (True, False)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ([], "does not hold answers"),
        ({}, "does not hold answers"),
        ({"answers": []}, "does not hold answers"),
        ({"answers": {}, "quiz": 3}, "does not hold answers"),
        ({"answers": {"letters": [[[[[[[[[1]]]]]]]]]}}, "does not hold answers"),
        ({"answers": {}, "quiz": "day9/x"}, "not a confirmation test of this course"),
        ({"answers": {}, "quiz": NAME, "digest": "old"}, "another version"),
        ({"answers": {"lettres": 1}, "quiz": NAME}, "no question with this id"),
        ([{"answers": {}, "quiz": NAME}] * 2, "more than once"),
    ],
)
def test_what_are_no_answers_is_refused_in_a_sentence(
    course: Path, document: Any, why: str
) -> None:
    done = graded(course, document)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "nonsense",
        '{"answers": {"letters": NaN}}',
        '{"answers": {"letters": 1e999}}',
        '{"answers": {"letters": ' + "1" * 5000 + "}}",
        "[" * 100_000,
    ],
)
def test_what_is_no_json_is_refused_in_a_sentence(course: Path, content: str) -> None:
    done = grader("quiz", "take", "sums", cwd=course, stdin=content)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("grader: stdin ")
    assert done.err.count("\n") == 1


def test_a_file_that_is_not_there_is_said(course: Path) -> None:
    done = grader("quiz", "take", "sums", "--answers", "missing.json", cwd=course)
    assert done.code == 2
    assert "missing.json cannot be read" in done.err


def test_hostile_responses_are_marked_and_not_believed(course: Path) -> None:
    responses = {"letters": "\ud800\x1b[2J", "blanks": {"1": "\x00", "2": 10**30}, "pairs": {}}
    done = graded(course, {"quiz": NAME, "answers": responses})
    assert done.code == 1
    assert done.document["score"] == 0
    assert "\x1b" not in done.out


def test_which_test_is_answered_must_be_known(course: Path) -> None:
    write_quiz(course, "day1/section2_more")
    done = graded(course, {"answers": {}})
    assert done.code == 2
    assert "does not say which" in done.err
    assert graded(course, {"answers": {}}, "more").code == 1
    assert graded(course, {"quiz": NAME, "answers": {}}, "more").code == 2


@pytest.mark.parametrize("option", [*OPTIONS, "sums#letters"])
def test_questions_are_chosen_in_a_terminal_only(course: Path, option: str) -> None:
    done = graded(course, {"quiz": NAME, "answers": {}}, option)
    assert done.code == 2
    assert option.partition("=")[0] in done.err


def test_an_unknown_test_is_said_with_those_there_are(course: Path) -> None:
    done = grader("quiz", "take", "nothing", "--lang", "ja", cwd=course)
    assert done.code == 2
    assert NAME in done.err


def test_a_course_without_tests_says_so(course_folder: Path) -> None:
    done = grader("quiz", "take", cwd=course_folder)
    assert done.code == 3
    assert "no confirmation tests" in done.err
