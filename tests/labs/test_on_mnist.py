"""The labs on the digits that students see; these are needed on this computer."""

from __future__ import annotations

import pytest

from benchmarks.lab_agreement import compare
from benchmarks.lab_answers import UNSEEN, parts
from benchmarks.lab_seeds import measure, outside
from grader.data.mnist import load_mnist
from grader.labs import find_labs

pytestmark = pytest.mark.slow
READING = [name for name, lab in find_labs().items() if lab.load_data is load_mnist]
PARTS = {part.slot: part for part in parts() if part.lab.name in READING}


@pytest.mark.parametrize("name", READING)
def test_all_numbers_lie_where_they_are_promised(name: str) -> None:
    lab = find_labs()[name]
    assert list(outside(lab, measure(lab, load_mnist(), range(3)))) == []


@pytest.mark.parametrize("slot", PARTS)
def test_right_answers_agree_and_wrong_ones_do_not(slot: str) -> None:
    part = PARTS[slot]
    right, wrong = part.right_answers(), part.wrong_answers()
    compared = compare(part, {**right, **wrong}, range(1))
    agreeing = {name for name, (one,) in compared.items() if one.agrees}
    assert set(right) <= agreeing <= {*right, *UNSEEN.get(slot, {})}
