"""`grader lab` as its users meet it: lists, demonstrations, students' answers, figures."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.labs.overfitting import LAB
from grader.layout import display_width
from tests.cli.digits import write_digits
from tests.cli.running import ROOT, Finished, grader

pytestmark = pytest.mark.slow  # real training, many times

Lab = Callable[..., Finished]
SOLUTIONS = ROOT / "solutions/day2/section3_overfitting"
FIRST_ATTEMPT = ROOT / "examples/first-attempt"
NAMES = ("binary_addition", "mnist_mlp", "overfitting", "simple_cnn")


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("data")
    return {
        "GRADER_DATA": str(write_digits(folder / "mnist")),
        "GRADER_CACHE": str(folder / "cache"),
    }


@pytest.fixture
def lab(env: dict[str, str]) -> Lab:
    def run(*arguments: str | Path) -> Finished:
        return grader("lab", *arguments, env=env)

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "answers"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, source: str | None = None) -> Path:
    """Write an answer: the solution if nothing else is given."""
    path = folder / f"{name}.py"
    right = (SOLUTIONS / name / f"{name}.py").read_text(encoding="utf-8")
    path.write_text(right if source is None else source, encoding="utf-8")
    return path


def test_without_a_name_the_labs_are_listed_with_who_takes_part(lab: Lab) -> None:
    finished = lab()
    assert finished.code == 0
    assert [line for line in finished.out.splitlines() if not line.startswith(" ")] == list(NAMES)
    assert "    l2_gradient: exercise day2/section3_overfitting/l2_gradient\n" in finished.out
    assert "  A network over-fits 300 digits" in finished.out
    japanese = lab("--lang", "ja").out
    assert "l2_gradient: 演習 day2/section3_overfitting/l2_gradient" in japanese
    assert "過学習" in japanese


def test_a_slot_for_which_there_is_no_exercise_is_listed_as_such(tmp_path: Path) -> None:
    shutil.copy(ROOT / "course.toml", tmp_path)
    finished = grader("lab", "--course", tmp_path)
    assert finished.code == 0
    assert "softmax: no exercise" in finished.out


def test_an_unknown_lab_is_answered_with_the_nearest_or_with_all(lab: Lab) -> None:
    near, far = lab("overfit"), lab("xyz", "--lang", "ja")
    assert (near.code, near.out, far.code, far.out) == (2, "", 2, "")
    assert "Nearest names: overfitting." in near.err
    assert f"使えるラボ: {', '.join(NAMES)}" in far.err
    assert near.err.count("\n") == far.err.count("\n") == 1


def test_a_lab_shows_what_each_optional_slot_does(lab: Lab) -> None:
    finished = lab("overfitting")
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.count("⠒⠒⠒ reference   o without") == 2
    assert "(overfitting: l1_gradient)" in finished.out
    assert "(overfitting: l2_gradient)" in finished.out
    assert "yours" not in finished.out
    assert "share of weights below 0.01:\n" in finished.out
    finding = LAB.slots["l2_gradient"].finding
    assert finding is not None
    assert finding.en in " ".join(finished.out.split())
    last = finished.out.splitlines()[-1]
    assert last.startswith("Seed 0 · Data: 400 images from files of your own (own-400-")
    assert max(map(display_width, finished.out.split("\n"))) <= 80


def test_a_slot_that_is_always_there_cannot_be_shown_without_it(lab: Lab) -> None:
    shown = lab("simple_cnn").out
    assert "(simple_cnn: random_crop)" in shown
    assert "conv_output_size" not in shown


def test_a_lab_without_optional_slots_is_trained_once(lab: Lab) -> None:
    finished = lab("binary_addition", "--seed", "3", "--lang", "ja")
    assert finished.code == 0
    assert "16,384通りのうち正しく求めた和: 16,384\n" in finished.out
    assert "なし" not in finished.out
    assert finished.out.endswith("\n\nシード 3\n")


def test_another_seed_and_the_full_size_are_other_trainings(lab: Lab) -> None:
    short, other = lab("overfitting"), lab("overfitting", "--seed", "1")
    assert short.out != other.out
    full = lab("binary_addition", "--full")
    assert full.out.splitlines()[-3].split() == ["1", "updates", "2000"]


def test_without_data_there_is_a_sentence(tmp_path: Path) -> None:
    env = {"GRADER_DATA": str(tmp_path / "typo")}
    for arguments in (["overfitting"], ["overfitting", "--submission", str(SOLUTIONS)]):
        finished = grader("lab", *arguments, env=env)
        assert (finished.code, finished.out) == (2, "")
        assert "typo, which does not exist" in finished.err
    assert grader("lab", "binary_addition", env=env).code == 0


def test_right_answers_agree(lab: Lab) -> None:
    finished = lab("overfitting", "--submission", "solutions")
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.count(" ✓ ") == 2
    assert finished.out.count("⠒⠒⠒ reference   o yours   x without") == 2


def test_a_wrong_answer_is_trained_with_all_the_same(lab: Lab) -> None:
    finished = lab("overfitting", "--submission", FIRST_ATTEMPT)
    assert finished.code == 1
    assert " ✗ " in finished.out
    assert " ✓ " in finished.out
    assert "the losses differ from those of the reference" in finished.out


UNUSABLE = {
    "def l2_gradient(grad, param, rate):\n    return ___1\n": "Still to fill in: blank 1 (line 2).",
    "def l2_gradient(grad, param, rate):\n    return (\n": "'(' was never closed",
    "def l3_gradient(grad, param, rate):\n    return grad\n": "it defines l3_gradient()",
    "def l2_gradient(grad):\n    return grad\n": "cannot be called as",
    "raise RuntimeError('tired')\n": "RuntimeError",
    "x = '\0'\n": "is not UTF-8 text",
}


@pytest.mark.parametrize("source", UNUSABLE, ids=UNUSABLE.values())
def test_what_cannot_be_trained_with_is_said_and_leaves_others_alone(
    source: str, lab: Lab, answers: Path
) -> None:
    put(answers, "l1_gradient")
    put(answers, "l2_gradient", source)
    finished = lab("overfitting", "--submission", answers)
    assert finished.code == 1
    assert finished.out.count("(overfitting: ") == 1
    assert " ✓ " in finished.out
    said = " ".join(finished.out.split())
    assert "l2_gradient was not trained with: " in said
    assert UNUSABLE[source] in said


def test_an_answer_that_gives_up_in_training_is_an_error(
    lab: Lab, answers: Path, tmp_path: Path
) -> None:
    trap = (
        "def l2_gradient(grad, param, rate):\n    if grad.size > 9999:\n        raise OSError(7)\n"
    )
    put(answers, "l2_gradient", f"{trap}    return grad + rate * param\n")
    finished = lab("overfitting", "--submission", answers, "--plot", tmp_path / "no.svg")
    assert finished.code == 1
    assert "stopped at line 3 with OSError: 7" in finished.out
    assert "no.svg was not written" in finished.err
    assert not (tmp_path / "no.svg").exists()


def test_a_misspelt_file_is_named(lab: Lab, answers: Path) -> None:
    put(answers, "l1_gradient")
    put(answers, "l1_gradient").rename(answers / "L2_gradient.py")
    put(answers, "l1_gradient")
    put(answers, "random_crop")  # answers an exercise of another lab
    finished = lab("overfitting", "--submission", answers)
    assert finished.code == 0
    assert "L2_gradient.py" in finished.err
    assert "random_crop" not in finished.err


def test_a_submission_without_an_answer_is_said(lab: Lab, answers: Path) -> None:
    put(answers, "random_crop")
    finished = lab("overfitting", "--submission", answers)
    assert finished.code == 1
    assert finished.err == ""
    assert "These take part: l2_gradient, l1_gradient." in " ".join(finished.out.split())


def test_a_single_file_answers_the_exercise_of_its_name(lab: Lab, answers: Path) -> None:
    finished = lab("overfitting", "--submission", put(answers, "l2_gradient"))
    assert finished.code == 0
    assert finished.out.count("(overfitting: ") == 1
    assert "(overfitting: l2_gradient)" in finished.out


@pytest.mark.parametrize("name", ["random_crop.py", "notes.txt", "absent.py", "absent"])
def test_a_file_that_answers_nothing_is_refused(name: str, lab: Lab, answers: Path) -> None:
    if not name.startswith("absent"):
        put(answers, "random_crop").rename(answers / name)
    finished = lab("overfitting", "--submission", answers / name)
    assert (finished.code, finished.out) == (2, "")
    assert name in finished.err


@pytest.mark.parametrize("name", ["out.svg", "OUT.PNG"])
def test_a_figure_is_written_and_named(name: str, lab: Lab, tmp_path: Path) -> None:
    target = tmp_path / name
    finished = lab("overfitting", "--plot", target, "--theme", "dark")
    assert (finished.code, finished.err) == (0, f"written: {target}\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    begin = target.read_bytes()[:8]
    assert begin == (b"\x89PNG\r\n\x1a\n" if name.endswith("PNG") else b"<?xml ve")


def test_a_japanese_figure_is_japanese(lab: Lab, tmp_path: Path) -> None:
    target = tmp_path / "out.svg"
    finished = lab("simple_cnn", "--submission", FIRST_ATTEMPT, "--plot", target, "--lang", "ja")
    assert f"図を書き出しました: {target}" in finished.err
    found = "".join(ElementTree.parse(target).getroot().itertext())
    for text in ("あなた", "模範解答", "なし", "更新回数", "テスト画像の正解率"):
        assert text in found


@pytest.mark.parametrize("name", ["out.pdf", "out", "no/such/folder/out.svg"])
def test_a_figure_that_cannot_be_written_is_refused_before_training(
    name: str, lab: Lab, tmp_path: Path
) -> None:
    finished = lab("overfitting", "--plot", tmp_path / name)
    assert (finished.code, finished.out) == (2, "")
    assert name in finished.err


def test_without_matplotlib_everything_else_works(tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError\n", encoding="utf-8")
    env = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    assert grader("lab", "binary_addition", env=env).code == 0
    refused = grader("lab", "binary_addition", "--plot", tmp_path / "x.svg", env=env)
    assert (refused.code, refused.out) == (2, "")
    assert 'pip install "kakunin-grader[plot]"' in refused.err


def test_ctrl_c_shows_what_is_finished(env: dict[str, str], answers: Path) -> None:
    put(answers, "l1_gradient")
    slow = "    if grad.size > 9999:\n        time.sleep(0.3)\n    return grad + rate * param\n"
    source = f"import time\ndef l2_gradient(grad, param, rate):\n{slow}"
    put(answers, "l2_gradient", source)
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", "lab", "overfitting", "--submission", answers],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **env},
        start_new_session=True,
    )
    time.sleep(10)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "(overfitting: l1_gradient)" in out
    assert "(overfitting: l2_gradient)" not in out
    assert err == "Interrupted; finished before that: 1.\n"
