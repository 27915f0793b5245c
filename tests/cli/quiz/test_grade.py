from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.spoken import spoken_prose
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
    assert "1  ✗      0/1  Ridge regression\n                 answer: With the " in done.out
    assert "                 key: With a large hyper-parameter" in done.out
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
    done = graded(tmp_path, documents, "--details")
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


def test_code_is_shown_as_it_was_typed_with_what_the_author_says(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {"3": {"1": "param**2"}}))
    assert "                 answer: param**2\n                 key: param\n" in done.out
    known = load_quiz(QUIZZES[OVERFITTING]).question("l2-gradient").distractors[0]
    said = " ".join(done.out.partition("remark: ")[2].split())
    assert said.startswith(spoken_prose(known.feedback, "en"))


def test_nothing_that_was_handed_in_begins_a_line(tmp_path: Path) -> None:
    forged = "x\nScore: 14 of 14 points: passed"
    answers = {"1": [forged], "3": {"1": f"{forged} +"}, "6": forged}
    document = {**handed_in(OVERFITTING, answers), "student": f"{forged}\x9b2J"}
    done = graded(tmp_path, document)
    (score,) = [line for line in done.out.splitlines() if line.startswith("Score: ")]
    assert score.endswith("not passed")
    for output in ("text", "csv", "json"):
        assert "\x9b" not in graded(tmp_path, document, "--format", output).out
    assert graded(tmp_path, document, "--format", "json").document["student"].endswith("\x9b2J")


Class = dict[str, dict[str, Any]]


def save(folder: Path, documents: Class) -> Path:
    folder.mkdir(exist_ok=True)
    for name, document in documents.items():
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return folder


@pytest.fixture
def responses(tmp_path: Path) -> Path:
    """A class of three, of whom one passes, and what does not belong there."""
    first = handed_in(OVERFITTING, right_answers(OVERFITTING))
    second = {**handed_in(RNN, {"1": "x", "7": "Why not?"}), "student": "=HYPERLINK(1)"}
    third = {**handed_in(OVERFITTING, {}), "student": None}
    folder = save(tmp_path / "handed", {"a.json": first, "b.json": second, "c.json": third})
    (folder / "._a.json").write_bytes(b"\0")
    (folder / "notes.txt").write_text("not a response", encoding="utf-8")
    (folder / "folder.json").mkdir()
    return folder


def test_a_folder_makes_a_line_a_student(responses: Path) -> None:
    done = grader("quiz", "grade", responses)
    assert (done.code, done.err) == (1, "")
    head, *rows = done.out.split("\n\n")[0].splitlines()
    assert " ".join(head.split()) == "Student Test Points of Result By hand Remarks"
    assert rows[0].split() == ["s001", OVERFITTING, "14", "14", "passed"]
    assert rows[1].split() == f"=HYPERLINK(1) {RNN} 0 15 not passed 7 cannot be read: 1".split()
    assert rows[2].split() == ["(c.json)", OVERFITTING, "0", "14", "not", "passed"]
    assert "\nPassed: 1 of 3.\nBy hand: essays" in done.out
    files = sorted(responses.glob("[abc].json"))
    assert grader("quiz", "grade", *files, responses, files[0]).out == done.out


def test_a_table_can_be_had_as_csv(responses: Path) -> None:
    done = grader("quiz", "grade", responses, "--format", "csv", env={"PYTHONIOENCODING": "ascii"})
    assert done.out.startswith("\ufeffstudent,")
    first, second, third = csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff")))
    assert first == {
        "student": "s001",
        "test": OVERFITTING,
        "points": "14",
        "of": "14",
        "passed": "yes",
        "by_hand": "",
        "remarks": "",
        "file": str(responses / "a.json"),
    }
    assert (second["student"], second["by_hand"]) == ("'=HYPERLINK(1)", "7")
    assert (third["student"], third["passed"]) == ("", "no")


def test_the_list_of_a_class_can_be_put_together(responses: Path, tmp_path: Path) -> None:
    done = grader("quiz", "grade", responses, "--format", "json")
    documents: Any = done.document
    assert [one["score"] for one in documents] == [14, 0, 0]
    results = tmp_path / "results.json"
    results.write_text(done.out, encoding="utf-8")
    assert grader("quiz", "stats", results).code == 0


def test_standard_input_is_read() -> None:
    documents = [
        {**handed_in(OVERFITTING, right_answers(OVERFITTING)), "student": name} for name in "ab"
    ]
    done = grader("quiz", "grade", "-", stdin=json.dumps(documents))
    assert done.code == 0
    assert "Passed: 2 of 2." in done.out


def test_what_cannot_be_marked_stops_nothing_else(responses: Path) -> None:
    save(responses, {"0.json": {"quiz": "day9\nx", "answers": {}}, "1.json": OTHER_VERSION})
    (responses / "2.json").write_bytes(b"{")
    (responses / "3.json").symlink_to("nowhere")
    done = grader("quiz", "grade", responses, responses / "4.json")
    assert done.code == 1
    assert "Passed: 1 of 3." in done.out
    said = done.err.splitlines()
    reasons = ["day9 x", "another version", "JSON", "No such file", "No such file"]
    for number, reason in enumerate(reasons):
        assert f"{number}.json" in said[number]
        assert reason in said[number]
    assert said[5:] == ["grader: Responses or files that could not be marked: 5."]


def test_a_folder_without_responses_is_named(tmp_path: Path) -> None:
    done = grader("quiz", "grade", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "holds no .json files" in done.err


def test_all_passed_is_a_success_and_a_missing_file_is_not(tmp_path: Path) -> None:
    document = handed_in(OVERFITTING, right_answers(OVERFITTING))
    folder = save(tmp_path / "x", {"a.json": document})
    assert grader("quiz", "grade", folder).code == 0
    assert grader("quiz", "grade", folder, tmp_path / "missing.json").code == 1


def test_who_hands_in_twice_is_named_and_marked_twice(responses: Path) -> None:
    save(responses, {"d.json": handed_in(OVERFITTING, {})})
    done = grader("quiz", "grade", responses)
    assert done.out.count("more than one response") == 2
    assert done.err.startswith(f"grader: “s001” answers “{OVERFITTING}” more than once")
    assert "a.json" in done.err
    assert "d.json" in done.err


def test_full_width_names_are_the_same_student(responses: Path) -> None:
    save(responses, {"d.json": {**handed_in(OVERFITTING, {}), "student": "ｓ００１"}})
    assert grader("quiz", "grade", responses).out.count("more than one response") == 2


def test_results_say_which_file_they_come_from(responses: Path) -> None:
    documents = json.loads(grader("quiz", "grade", responses, "--format", "json").out)
    files = [Path(document["file"]).name for document in documents]
    assert files == ["a.json", "b.json", "c.json"]


def test_a_question_answered_by_number_and_id_is_refused(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {"1": 0, "ridge": 2}))
    assert (done.code, done.out) == (2, "")
    assert "question 1 twice" in done.err


def test_answers_that_name_no_version_are_remarked_on_once(responses: Path) -> None:
    for name in ("a.json", "c.json"):
        file = responses / name
        document = {**json.loads(file.read_text(encoding="utf-8")), "digest": None}
        file.write_text(json.dumps(document), encoding="utf-8")
    done = grader("quiz", "grade", responses)
    assert done.out.count("version not known") == 2
    (said,) = done.err.splitlines()
    assert "a.json, " in said
    assert "c.json" in said


def test_points_of_essays_that_stand_in_the_file_are_told(tmp_path: Path) -> None:
    document = handed_in(RNN, {"7": {"text": "So.", "met": [0, 1, 2]}})
    assert "Essays whose points stand in the file itself" in graded(tmp_path, document).out
    done = graded(tmp_path, [document, document])
    assert done.out.count("essays marked in the file: 7") == 2
    assert "By hand:" not in done.out


def other_version(answers: dict[str, Any]) -> dict[str, Any]:
    return {**handed_in(OVERFITTING, answers), "digest": "0123456789abcdef"}


def test_another_version_is_graded_when_asked_for(tmp_path: Path) -> None:
    document = other_version(right_answers(OVERFITTING))
    refused = graded(tmp_path, document)
    assert (refused.code, refused.out) == (2, "")
    assert "--other-version" in refused.err
    done = graded(tmp_path, document, "--other-version", "--format", "json")
    digest = load_quiz(QUIZZES[OVERFITTING]).digest
    assert (done.code, done.document["score"]) == (0, 14)
    assert done.document["digest"] == digest
    assert done.document["answered_digest"] == "0123456789abcdef"
    assert f"version 01234567 of “{OVERFITTING}”" in done.err
    assert f"version {digest[:8]}: 1." in done.err
    table = graded(tmp_path, [document, handed_in(OVERFITTING, {})], "--other-version")
    assert table.out.count("version 01234567") == 1


def test_the_version_that_was_answered_is_said_only_where_it_is_another(tmp_path: Path) -> None:
    done = graded(tmp_path, handed_in(OVERFITTING, {}), "--other-version", "--format", "json")
    assert "answered_digest" not in done.document
    assert done.err == ""


def test_questions_that_are_gone_are_named_and_left_out(tmp_path: Path) -> None:
    document = other_version({"ridge": 2, "old-one": "x"})
    done = graded(tmp_path, document, "--other-version")
    assert "does not have any more; these answers do not count: old-one." in done.err
    assert "Score: 1 of 14 points" in done.out


@pytest.mark.parametrize(
    "answers",
    [
        {"1": 2, "10": "a question more than there are"},
        {"1": {"1": "param"}, "3": "param"},
        {"3": 2},
        {"2": 3},
        {"6": [1, 2]},
        {"6": 2},
        {"7": "0.9993"},
    ],
)
def test_numbers_that_stand_for_other_questions_are_refused(
    answers: dict[str, Any], tmp_path: Path
) -> None:
    shifted, other = other_version(answers), other_version(right_answers(OVERFITTING))
    alone = graded(tmp_path, shifted, "--other-version")
    assert (alone.code, alone.out) == (2, "")
    assert "no number can be relied on" in alone.err
    both = graded(tmp_path, [shifted, other], "--other-version")
    assert both.code == 1
    assert "do not use these marks" in both.err
