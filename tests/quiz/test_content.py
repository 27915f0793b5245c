"""The quizzes of the course."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.quiz.exercise import known_of
from grader.quiz.grade import grade
from grader.quiz.lint import check_quiz
from grader.quiz.load import QuizFiles, find_quizzes, load_quiz
from grader.words import translate
from tests.quiz.writing import translated

ROOT = Path(__file__).resolve().parents[2]
QUIZZES = {files.id: files for files in find_quizzes(ROOT)}
QUESTION = re.compile(r'question="([^"#]+)#([^"]+)"')
LINKED = sorted(
    {
        (found[1], found[2])
        for path in (ROOT / "solutions").rglob("checks.py")
        for found in QUESTION.finditer(path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("files", QUIZZES.values(), ids=QUIZZES)
def test_a_quiz_of_the_course_is_sound(files: QuizFiles) -> None:
    report = check_quiz(files, known_of(load_course(ROOT)))
    assert [translate(finding.sentence, "en") for finding in report.findings] == []


@pytest.mark.parametrize(("quiz_id", "question_id"), LINKED)
def test_exercises_link_to_questions_that_exist(quiz_id: str, question_id: str) -> None:
    assert load_quiz(QUIZZES[quiz_id]).question(question_id)


def test_questions_link_to_exercises_that_exist() -> None:
    exercises = {exercise.id for exercise in load_course(ROOT).exercises}
    asked = [one for files in QUIZZES.values() for one in load_quiz(files).questions]
    linked = {one.check for one in asked if one.check is not None}
    assert linked
    assert linked <= exercises


def test_the_example_of_the_documentation_is_sound(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "quiz-format.md").read_text(encoding="utf-8")
    example = text.split("````markdown\n")[1].split("````")[0]
    files = QuizFiles("example", tmp_path / "example.md", tmp_path / "example.ja.md")
    files.en.write_text(example, encoding="utf-8")
    files.ja.write_text(translated(example).replace("Over-", "訳 "), encoding="utf-8")
    report = check_quiz(files)
    assert report.quiz is not None
    assert [question.kind for question in report.quiz.questions] == ["shape"]
    said = [finding.said.name for finding in report.findings]
    # A translation leaves the front matter's `pass` and the attributes out; repeating is allowed.
    assert said == []


KNOWN_ERRORS = [
    ("day1/section3_output", "softmax-4class", "0.556"),
    ("day1/section3_output", "first-error", "t − y"),
    ("day2/section3_overfitting", "l2-gradient", "param**2"),
    ("day2/section4_convolution", "conv-6x6", "６×６"),
    ("day2/section4_convolution", "params-456", "156個"),
    ("day2/section4_convolution", "dense-count", "14,450,689"),
    ("day3/section1_rnn", "output-delta", "A"),
    ("day3/section1_rnn", "third-weight", "前の時刻の出力"),
    ("day3/section1_rnn", "y1-formula", "g(x1 W_in + s0 W + b) W_out + c"),
]


@pytest.mark.parametrize(("quiz_id", "question_id", "response"), KNOWN_ERRORS)
def test_a_wrong_answer_from_circulating_notes_is_explained(
    quiz_id: str, question_id: str, response: str
) -> None:
    graded = grade(load_quiz(QUIZZES[quiz_id]).question(question_id), response)
    assert graded.outcome == "wrong"
    assert graded.feedback


RIGHT = [
    ("day1/section3_output", "softmax-4class", "８４．２％"),
    ("day1/section3_output", "first-error", "-(t-y)"),
    ("day2/section3_overfitting", "decay-factor", "0.9993"),
    ("day2/section4_convolution", "conv-6x6", "（７，７）"),
    ("day2/section4_convolution", "dense-count", "１４，４５５，３９２個"),
    ("day3/section1_rnn", "third-weight", "１つ前の時刻の隠れ層"),
    ("day3/section1_rnn", "third-weight", "The previous hidden state."),
    ("day3/section1_rnn", "y1-formula", "y₁ = σ(W_out·σ(W_in·x₁ + W·s₀ + b) + c)"),
]


@pytest.mark.parametrize(("quiz_id", "question_id", "response"), RIGHT)
def test_a_right_answer_may_be_written_as_learners_do(
    quiz_id: str, question_id: str, response: str
) -> None:
    assert grade(load_quiz(QUIZZES[quiz_id]).question(question_id), response).correct
