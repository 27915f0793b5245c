"""The measurement that is to notice when a lab no longer shows what it promises."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from benchmarks import lab_seeds
from benchmarks.lab_seeds import BOUNDS, Bounds, main, outside
from grader.labs import find_labs
from grader.labs.lab import Lab

LAB = find_labs()["overfitting"]
EVERYTHING = ("weight_norm", "near_zero_share", "train_accuracy", "test_accuracy")


def rows(lab: Lab, **numbers: float) -> dict[str | None, list[dict[str, float]]]:
    """Two seeds in the middle of all bounds, but for these numbers of `l2_gradient` at one."""
    middle: dict[str | None, dict[str, float]] = {
        slot: dict.fromkeys(EVERYTHING, 0.8) for slot in (None, *lab.slots)
    }
    for bounds in BOUNDS:
        if bounds.lab == lab.name and not bounds.paired:
            middle[bounds.slot][bounds.metric] = (bounds.at_least + bounds.at_most) / 2
    for slot in lab.slots:
        middle[slot]["test_accuracy"] = middle[None]["test_accuracy"]
    return {
        slot: [row, {**row, **numbers} if slot == "l2_gradient" else row]
        for slot, row in middle.items()
    }


def test_numbers_within_their_bounds_are_not_mentioned() -> None:
    assert list(outside(LAB, rows(LAB))) == []


@pytest.mark.parametrize("value", [10.4, 11.6])
def test_a_number_outside_its_bounds_at_one_seed_is_named(value: float) -> None:
    (said,) = outside(LAB, rows(LAB, weight_norm=value))
    assert said.startswith("overfitting, `l2_gradient`: weight_norm from ")
    assert f"{value:g}" in said


def test_paired_bounds_are_those_of_the_difference() -> None:
    within = rows(LAB)
    middle = within[None][0]["test_accuracy"]
    assert list(outside(LAB, rows(LAB, test_accuracy=middle + 0.02))) == []
    (said,) = outside(LAB, rows(LAB, test_accuracy=middle + 0.03))
    assert "test_accuracy from 0 to 0.03" in said


def test_bounds_name_what_there_is() -> None:
    for bounds in BOUNDS:
        lab = find_labs()[bounds.lab]
        assert bounds.metric in lab.metrics
        assert bounds.slot is None or lab.slot(bounds.slot).optional


def test_a_missed_bound_is_told_and_ends_with_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["binary_addition", "--seeds", "1", "--first", "0", "--each"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "| 0 | 16,384 | 1.0000 |" in result.output
    unreachable = Bounds("binary_addition", None, "exact_sums", 16_385, 20_000)
    monkeypatch.setattr(lab_seeds, "BOUNDS", (unreachable,))
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "exact_sums from 16384 to 16384, not within 16385 to 20000" in result.output
