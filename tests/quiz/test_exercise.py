"""Blanks that look wrong are run on the cases of the exercise they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.grading import Bench, Settings
from grader.quiz.answer import Graded
from grader.quiz.exercise import grade_by_running
from grader.quiz.load import find_quizzes, load_quiz
from grader.sandbox import Zygote

ROOT = Path(__file__).resolve().parents[2]
QUIZZES = {files.id: files for files in find_quizzes(ROOT)}
L2 = ("day2/section3_overfitting", "l2-gradient")
ENTROPY = ("day1/section3_output", "cross-entropy-lines")
PICKED = "y[np.arange(0, N), d]"
MEAN = "np.sum(-np.log(1e-7 + picked)) / N"


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Zygote.start() as zygote:
        yield Bench(zygote, Settings(labs="never"))


def run(bench: Bench, where: tuple[str, str], response: object) -> Graded:
    question = load_quiz(QUIZZES[where[0]]).question(where[1])
    return grade_by_running(question, response, load_course(ROOT), bench)


def test_code_that_is_the_key_needs_no_running(bench: Bench) -> None:
    graded = run(bench, L2, "(param)")
    assert graded.correct
    assert graded.message is None


@pytest.mark.parametrize("fill", ["param * 1", "2 * param / 2", "np.array(param)", "ｐａｒａｍ*1"])
def test_code_that_does_the_same_is_right(fill: str, bench: Bench) -> None:
    graded = run(bench, L2, fill)
    assert graded.correct
    assert graded.credit == 1
    assert graded.message is not None
    assert graded.message.name == "quiz_answers.cases_pass"


@pytest.mark.parametrize("fill", ["param ** 2", "0", "1 / 0", "exit()", "param[", "undefined"])
def test_code_that_does_not_is_as_wrong_as_it_looked(fill: str, bench: Bench) -> None:
    assert not run(bench, L2, fill).correct


def test_several_blanks_are_run_together(bench: Bench) -> None:
    graded = run(bench, ENTROPY, {"1": "np.argmax(d, -1)", "2": PICKED, "3": MEAN})
    assert graded.correct
    assert graded.parts == {"1": True, "2": True, "3": True}


def test_one_wrong_blank_does_not_spoil_the_others(bench: Bench) -> None:
    graded = run(bench, ENTROPY, {"1": "y.argmax(axis=1)", "2": PICKED, "3": MEAN})
    assert graded.parts == {"1": False, "2": True, "3": True}
    assert graded.credit == pytest.approx(2 / 3)
    assert len(graded.feedback) == 1


def test_other_questions_are_graded_as_ever(bench: Bench) -> None:
    assert run(bench, ("day2/section4_convolution", "conv-6x6"), "7x7").correct
    assert run(bench, L2, "").outcome == "unreadable"
