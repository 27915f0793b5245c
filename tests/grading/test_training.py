"""The lab of rnn_delta with the student's function across the wire."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.model import Result

Filled = Callable[..., Result]
SOLUTION = (
    Path(__file__).resolve().parents[2] / "solutions/day3/section1_rnn/rnn_delta/rnn_delta.py"
).read_text(encoding="utf-8")


def test_the_right_answer_learns_every_sum(filled: Filled) -> None:
    result = filled("rnn_delta", {}, labs="auto")
    (lab,) = result.labs
    assert (result.status, lab.status) == ("passed", "passed")
    assert lab.metrics["exact_sums"] == lab.metrics["reference_exact_sums"] == 16_384
    assert lab.history["loss"] == pytest.approx(lab.history["reference_loss"], rel=1e-9)
    assert len(lab.history["loss"]) == 400


def test_a_wrong_answer_is_trained_only_when_asked_for(filled: Filled) -> None:
    fills = {"1": "delta_next @ W"}
    assert filled("rnn_delta", fills, labs="auto").labs == ()
    (lab,) = filled("rnn_delta", fills, labs="always").labs
    assert lab.status == "failed"
    assert lab.metrics["exact_sums"] > 15_000
    assert lab.history["loss"] != lab.history["reference_loss"]


@pytest.mark.parametrize(
    ("insertion", "said"),
    [
        ("raise RuntimeError('tired')", "RuntimeError: tired"),
        ("return None", "None"),
        ("return [1.0, 2.0]", "list"),
        ("return delta_next[:, :3]", "shape"),
        ("import os; os._exit(3)", "exit code 3"),
    ],
)
def test_an_answer_that_misbehaves_in_training_only(
    grade: Filled, insertion: str, said: str
) -> None:
    # The cases are never as large as the batches of training.
    trap = f"    if len(u) == 64 and u.shape[1] == 16:\n        {insertion}\n    return ("
    source = SOLUTION.replace("    return (", trap)
    result = grade("rnn_delta", source, labs="auto")
    (lab,) = result.labs
    assert (result.status, lab.status, result.score) == ("failed", "error", 0.0)
    assert said in " ".join(lab.messages)


def test_what_is_printed_in_training_is_thrown_away(grade: Filled) -> None:
    source = SOLUTION.replace(
        "    return (", "    if len(u) == 64: print('x' * 5000)\n    return ("
    )
    result = grade("rnn_delta", source, labs="auto")
    assert (result.status, result.labs[0].status) == ("passed", "passed")
