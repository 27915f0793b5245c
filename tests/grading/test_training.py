"""Labs with the student's function across the wire, on real data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.model import Result

pytestmark = pytest.mark.slow  # real training, many times

Filled = Callable[..., Result]
SOLUTION = (
    Path(__file__).resolve().parents[2] / "solutions/day3/section1_rnn/rnn_delta/rnn_delta.py"
).read_text(encoding="utf-8")

LABS = {
    "softmax": "mnist_mlp",
    "cross_entropy_error": "mnist_mlp",
    "l1_gradient": "overfitting",
    "l2_gradient": "overfitting",
    "conv_output_size": "simple_cnn",
    "random_crop": "simple_cnn",
    "rnn_delta": "binary_addition",
}
OPTIONAL = ("l1_gradient", "l2_gradient", "random_crop")


@pytest.mark.parametrize(("name", "lab_name"), LABS.items())
def test_the_right_answer_agrees_with_the_reference(
    filled: Filled, name: str, lab_name: str
) -> None:
    result = filled(name, {}, labs="auto")
    (lab,) = result.labs
    assert (result.status, lab.status) == ("passed", "passed")
    assert (lab.id, lab.slot) == (lab_name, name)
    assert lab.history["loss"] == pytest.approx(lab.history["reference_loss"], rel=1e-6)
    assert lab.curves.keys() <= lab.history.keys()
    for measured in (name for name in lab.metrics if not name.startswith(("reference", "without"))):
        assert lab.metrics[measured] == pytest.approx(lab.metrics[f"reference_{measured}"])
    assert ("without_loss" in lab.history) == (name in OPTIONAL)
    assert (set(lab.data) == {"mnist"}) == (lab_name != "binary_addition")


@pytest.mark.parametrize(
    ("name", "metric", "with_it", "without_it"),
    [
        ("l1_gradient", "near_zero_share", (0.6, 0.75), (0.1, 0.2)),
        ("l2_gradient", "weight_norm", (10.5, 11.7), (15.5, 17.0)),
        ("random_crop", "last_loss", (0.1, 0.5), (0.0, 0.05)),
    ],
)
def test_what_an_optional_slot_does_is_seen_beside_the_run_without_it(
    filled: Filled,
    name: str,
    metric: str,
    with_it: tuple[float, float],
    without_it: tuple[float, float],
) -> None:
    (lab,) = filled(name, {}, labs="auto").labs
    assert with_it[0] < lab.metrics[metric] < with_it[1]
    assert without_it[0] < lab.metrics[f"without_{metric}"] < without_it[1]


@pytest.mark.parametrize(
    ("name", "fills", "status", "said"),
    [
        ("softmax", {"3": "np.sum(np.exp(shifted))"}, "failed", "reference"),
        ("cross_entropy_error", {"3": "-np.mean(np.log10(picked))"}, "failed", "the loss that you"),
        ("l2_gradient", {"1": "2 * param"}, "failed", "reference"),
        ("random_crop", {"1": "1"}, "failed", "reference"),
        ("conv_output_size", {"3": "(padded - filter_size) // stride"}, "failed", "reference"),
        ("conv_output_size", {"3": "(padded - filter_size) // stride + 2"}, "error", "the edge"),
        ("conv_output_size", {"3": "(padded - filter_size) / stride + 1"}, "error", "whole number"),
    ],
)
def test_what_a_wrong_answer_does_is_shown_when_asked_for(
    filled: Filled, name: str, fills: dict[str, str], status: str, said: str
) -> None:
    result = filled(name, fills, labs="always")
    (lab,) = result.labs
    assert (result.status, lab.status) == ("failed", status)
    assert said in " ".join(lab.messages)


def test_the_recurrent_network_learns_every_sum(filled: Filled) -> None:
    (lab,) = filled("rnn_delta", {}, labs="auto").labs
    assert lab.metrics["exact_sums"] == lab.metrics["reference_exact_sums"] == 16_384
    assert len(lab.history["loss"]) == 400


def test_a_wrong_answer_is_trained_only_when_asked_for(filled: Filled) -> None:
    fills = {"1": "delta_next @ W"}
    assert filled("rnn_delta", fills, labs="auto").labs == ()
    (lab,) = filled("rnn_delta", fills, labs="always").labs
    assert lab.status == "failed"
    assert lab.metrics["exact_sums"] > 15_000
    assert lab.history["loss"] != lab.history["reference_loss"]


def test_without_data_a_lab_is_not_run_and_fails_nobody(
    filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_DATA", str(tmp_path))
    result = filled("softmax", {}, labs="auto")
    (lab,) = result.labs
    assert (result.status, result.score, lab.status) == ("passed", 10.0, "not_run")
    (said,) = lab.messages
    assert str(tmp_path) in said


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
