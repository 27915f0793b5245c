"""The sandbox as users of commands meet it: what is required, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ROOT, grader

WITHOUT = {
    "basic": {"GRADER_SANDBOX_WITHOUT": "landlock,seccomp,bubblewrap"},
    "partial": {"GRADER_SANDBOX_WITHOUT": "landlock,bubblewrap"},
}
CHECK = ("check", "softmax", "--no-labs", "--submission", "solutions")
LAB = ("lab", "binary_addition", "--submission", "solutions")


@pytest.mark.parametrize("arguments", [CHECK, LAB], ids=["check", "lab"])
@pytest.mark.parametrize(
    ("level", "required"), [("basic", "partial"), ("basic", "strong"), ("partial", "strong")]
)
def test_a_sandbox_below_what_is_required_is_refused(
    arguments: tuple[str, ...], level: str, required: str
) -> None:
    finished = grader(*arguments, "--require-sandbox", required, env=WITHOUT[level])
    assert (finished.code, finished.out) == (2, "")
    said = f"This machine offers the sandbox level “{level}”, but “{required}” is required."
    assert finished.err == f"grader: {said}\n"


@pytest.mark.parametrize("arguments", [CHECK, LAB], ids=["check", "lab"])
@pytest.mark.parametrize("level", WITHOUT)
def test_what_is_required_and_no_more_is_enough_but_mentioned(
    arguments: tuple[str, ...], level: str
) -> None:
    finished = grader(*arguments, "--require-sandbox", level, env=WITHOUT[level])
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.count("Sandbox level") == 1
    assert finished.out.splitlines()[-2].startswith(f"Sandbox level {level}: ")


def test_the_level_stands_in_the_result() -> None:
    for level, env in WITHOUT.items():
        document = grader(*CHECK, "--format", "json", env=env).document
        assert document["sandbox"]["level"] == level
        assert ("seccomp" in document["sandbox"]["layers"]) == (level == "partial")


def test_a_demonstration_requires_nothing_as_it_runs_nobodys_code() -> None:
    finished = grader(
        *("lab", "binary_addition", "--require-sandbox", "strong"), env=WITHOUT["basic"]
    )
    assert finished.code == 0
    assert "Sandbox" not in finished.out


def test_a_lab_says_it_in_japanese(tmp_path: Path) -> None:
    answer = ROOT / "solutions/day3/section1_rnn/rnn_delta/rnn_delta.py"
    (tmp_path / "rnn_delta.py").write_bytes(answer.read_bytes())
    finished = grader(
        *("lab", "binary_addition", "--submission", tmp_path, "--lang", "ja"), env=WITHOUT["basic"]
    )
    assert finished.code == 0
    assert "解答のコードはあなたの権限で動きます" in finished.out
