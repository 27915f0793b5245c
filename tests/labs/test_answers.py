"""Right and wrong answers in the slots: what the first losses tell apart, and what they cannot."""

from __future__ import annotations

import functools

import pytest

from benchmarks.lab_answers import UNSEEN, Part, parts
from grader.judge.training import COMPARED_UPDATES, Runs, TrainingVerdict, judge_training
from grader.labs.lab import Run, Scale
from grader.labs.slots import SlotError, SlotFunction
from tests.labs.synthetic import data_for

pytestmark = pytest.mark.slow

PARTS = {part.slot: part for part in parts()}
RIGHT = [(slot, name) for slot, part in PARTS.items() for name in part.right_answers()]
WRONG = [(slot, name) for slot, part in PARTS.items() for name in part.wrong_answers()]
HIDDEN = [(slot, name) for slot, names in UNSEEN.items() for name in names]
# What NumPy says where shapes do not fit together, and what a slot does not accept.
REFUSED = {
    ("softmax", "maximum-loses-its-axis"): "could not be broadcast",
    ("softmax", "sum-loses-its-axis"): "could not be broadcast",
    ("random_crop", "window-leaves-the-image"): "wrong_shape",
    ("random_crop", "channel-first"): "wrong_shape",
    ("random_crop", "reversed-slices"): "wrong_shape",
    ("random_crop", "end-without-offset"): "wrong_shape",
    ("conv_output_size", "true-division"): "not_whole",
    ("conv_output_size", "the input's size"): "too_many_places",
    ("conv_output_size", "stride ignored"): "too_many_places",
}


def short_run(part: Part, functions: dict[str, SlotFunction], updates: int) -> Run:
    return part.lab.run(functions, data_for(part.lab), seed=0, scale=Scale(updates))


@functools.cache
def reference(slot: str, updates: int) -> Run:
    part = PARTS[slot]
    return short_run(part, part.lab.reference_functions(slot), updates)


def verdict_on(slot: str, function: SlotFunction, updates: int = 30) -> TrainingVerdict:
    part = PARTS[slot]
    runs = Runs(short_run(part, {slot: function}, updates), reference(slot, updates))
    return judge_training(runs, part.lab.slot(slot), part.lab.metrics)


def test_every_slot_is_answered() -> None:
    assert PARTS.keys() == {slot for part in PARTS.values() for slot in part.lab.slots}
    assert set(HIDDEN) <= set(WRONG)
    assert set(REFUSED) <= set(WRONG)


@pytest.mark.parametrize(("slot", "name"), RIGHT)
def test_a_right_answer_agrees_however_it_is_written(slot: str, name: str) -> None:
    verdict = verdict_on(slot, PARTS[slot].right_answers()[name], COMPARED_UPDATES)
    assert (verdict.agrees, verdict.departs_at, verdict.diverged_at) == (True, None, None)


@pytest.mark.parametrize(("slot", "name"), [one for one in WRONG if one not in {*HIDDEN, *REFUSED}])
def test_a_wrong_answer_departs(slot: str, name: str) -> None:
    verdict = verdict_on(slot, PARTS[slot].wrong_answers()[name])
    assert not verdict.agrees
    assert verdict.departs_at is not None


@pytest.mark.parametrize(("slot", "name"), REFUSED)
def test_what_cannot_be_trained_with_is_refused(slot: str, name: str) -> None:
    with pytest.raises((SlotError, ValueError), match=REFUSED[slot, name]):
        verdict_on(slot, PARTS[slot].wrong_answers()[name])


@pytest.mark.parametrize(("slot", "name"), HIDDEN)
def test_some_wrong_answers_cannot_be_seen_in_training(slot: str, name: str) -> None:
    assert verdict_on(slot, PARTS[slot].wrong_answers()[name]).agrees
