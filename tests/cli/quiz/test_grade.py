from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grader.quiz.load import find_quizzes, load_quiz
from tests.cli.running import ROOT, Finished, grader

QUIZZES = {files.id: files for files in find_quizzes(ROOT)}
OVERFITTING = "day2/section3_overfitting"
RNN = "day3/section1_rnn"


def graded(folder: Path, document: object, *arguments: str) -> Finished:
    file = folder / "response.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return grader("quiz", "grade", file, *arguments)


def handed_in(quiz_id: str, answers: dict[str, Any]) -> dict[str, Any]:
    """What an exam page saves."""
    digest = load_quiz(QUIZZES[quiz_id]).digest
    return {"quiz": quiz_id, "digest": digest, "student": "s001", "answers": answers}


def right_answers(quiz_id: str) -> dict[str, Any]:
    return {
        str(question.number): question.answer.right_responses()[0]
        for question in load_quiz(QUIZZES[quiz_id]).questions
        if question.kind != "essay"
    }


def test_right_answers_by_number_pass(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, right_answers(OVERFITTING)))
    assert done.code == 0
    assert done.out.startswith(f"{OVERFITTING}  Over-fitting  s001\n")
    assert done.out.endswith("Score: 14 of 14 points, 8.4 to pass: passed\n")


def test_what_is_not_right_is_shown_beside_the_key(tmp_path: Path) -> None:
    answers = {"1": 0, "2": 0, "6": "０．９３", "8": "a lot", "9": [3]}
    done = graded(tmp_path, handed_in(OVERFITTING, answers))
    assert done.code == 1
    assert "1  ✗      0/1  Ridge regression\n                 answer: A. With the " in done.out
    assert "                 key: C. With a large hyper-parameter" in done.out
    assert "2  ✓      1/1  Two pictures of regularisation\n" in done.out
    assert "answer: ０．９３\n                 key: 0.9993 ± 0.00001\n" in done.out
    assert "answer: a lot\n                 Write one number" in done.out
    assert "3  –      0/2  The gradient of the L2 penalty\n                 no answer" in done.out
    assert "Score: 1 of 14 points, 8.4 to pass: not passed" in done.out


def test_answers_may_be_named_by_id(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {"ridge": 2}), "--format", "json")
    assert done.code == 1
    first = done.document["questions"][0]
    assert (first["id"], first["outcome"], first["score"]) == ("ridge", "right", 1)
    assert done.document["student"] == "s001"


def test_code_that_is_written_differently_is_run(tmp_path: Path) -> None:
    document = handed_in(OVERFITTING, {"3": "1.0 * param"})
    done = graded(tmp_path, document, "--format", "json")
    assert done.document["questions"][2]["outcome"] == "right"


def test_essays_are_left_to_a_person(tmp_path: Path) -> None:
    essay = next(
        str(question.number)
        for question in load_quiz(QUIZZES[RNN]).questions
        if question.kind == "essay"
    )
    answers = {**right_answers(RNN), essay: "A falling loss proves nothing."}
    done = graded(tmp_path, handed_in(RNN, answers))
    assert done.code == 0
    assert f"Essays to be marked by a person: {essay}." in done.out
    answers[essay] = {"text": "A falling loss proves nothing.", "met": [0, 1, 2]}
    done = graded(tmp_path, handed_in(RNN, answers))
    assert "Score: 15 of 15 points" in done.out


def test_several_students_are_marked_one_by_one(tmp_path: Path) -> None:
    documents = [handed_in(OVERFITTING, {"1": 2}), handed_in(RNN, right_answers(RNN))]
    done = graded(tmp_path, documents)
    assert done.code == 1
    assert done.out.count("to pass: ") == 2


def test_japanese_is_spoken(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {}), "--lang", "ja")
    assert "得点: 14 点中 0 点（合格 8.4 点）: 不合格" in done.out


def test_what_was_typed_cannot_move_the_cursor(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {"6": "\x1b[2J\x1b]0;x\x07"}))
    assert "\x1b" not in done.out


OTHER_VERSION = {**handed_in(OVERFITTING, {}), "digest": "0" * 64}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (OTHER_VERSION, "another version"),
        (handed_in(OVERFITTING, {"10": 1}), "question 10"),
        (handed_in(OVERFITTING, {"nothing": 1}), "nothing"),
        ({"quiz": OVERFITTING}, "does not hold answers"),
        ({"answers": {}}, "which confirmation test"),
        ({"quiz": "day9/section9", "answers": {}}, "day9/section9"),
        ("text", "does not hold answers"),
    ],
)
def test_a_file_that_cannot_be_marked_is_refused(
    document: object, said: str, tmp_path: Path
) -> None:
    done = graded(tmp_path, document)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = grader("quiz", "grade", tmp_path / "missing.json")
    assert done.code == 2
    assert "missing.json" in done.err
