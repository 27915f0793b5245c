"""What holds for every lab, and what the frame does around it."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from grader.errors import CourseError
from grader.labs import find_labs
from grader.labs.lab import Lab, Run, Scale
from tests.labs.synthetic import data_for

UPDATES = 30


@pytest.fixture(scope="module", params=list(find_labs()))
def lab(request: pytest.FixtureRequest) -> Lab:
    return find_labs()[request.param]


@pytest.fixture(scope="module")
def run(lab: Lab) -> Run:
    return short_run(lab)


def short_run(lab: Lab, seed: int = 0, slot: str | None = None, **options: Any) -> Run:
    functions = lab.reference_functions(slot)
    return lab.run(functions, data_for(lab), seed, Scale(UPDATES), **options)


def test_everything_that_a_run_gives_has_a_name_to_be_read(lab: Lab, run: Run) -> None:
    assert run.training.history.keys() == lab.curves.keys()
    assert run.metrics.keys() == lab.metrics.keys()
    assert {slot.curve for slot in lab.slots.values()} <= lab.curves.keys()


def test_the_history_has_a_loss_for_every_update(lab: Lab, run: Run) -> None:
    assert all(series.dtype == np.float64 for series in run.training.history.values())
    assert run.training.history["loss"].shape == (UPDATES,)
    assert lab.full_scale.updates > lab.scale.updates


def test_what_is_measured_less_often_is_measured_last_after_the_last_update(lab: Lab) -> None:
    updates = [lab.scale.updates, lab.full_scale.updates]
    short = short_run(lab).training.history
    for name, series in short.items():
        every, rest = divmod(UPDATES, len(series))
        assert rest == 0, name
        assert [count % every for count in updates] == [0, 0], name


def test_the_same_seed_gives_the_same_run_and_another_seed_another(lab: Lab, run: Run) -> None:
    again, other = short_run(lab), short_run(lab, seed=1)
    assert again.metrics == run.metrics
    for name, param in run.training.parameters.items():
        np.testing.assert_array_equal(again.training.parameters[name], param)
    losses = run.training.history["loss"]
    np.testing.assert_array_equal(again.training.history["loss"], losses)
    assert not np.isclose(other.training.history["loss"], losses).any()


def test_every_update_is_reported(lab: Lab) -> None:
    reported: list[tuple[int, int]] = []
    short_run(lab, progress=lambda done, total: reported.append((done, total)))
    assert reported == [(done, UPDATES) for done in range(1, UPDATES + 1)]


def test_an_optional_slot_makes_a_difference_and_has_something_to_teach(lab: Lab, run: Run) -> None:
    for name, slot in lab.slots.items():
        if slot.optional:
            assert slot.finding is not None
            losses = short_run(lab, slot=name).training.history["loss"]
            # From the third update on, as the first ones may not show it yet.
            assert not np.isclose(losses[2:], run.training.history["loss"][2:]).any()


def test_only_an_optional_slot_has_a_reference_of_its_own(lab: Lab) -> None:
    assert lab.reference_functions(None) == {}
    for name, slot in lab.slots.items():
        assert list(lab.reference_functions(name)) == ([name] if slot.optional else [])


def test_a_slot_that_the_lab_does_not_have_is_the_author_s_mistake(lab: Lab) -> None:
    with pytest.raises(CourseError, match="no_such_slot"):
        lab.run({"no_such_slot": np.negative}, data_for(lab), seed=0)
    with pytest.raises(CourseError, match="no_such_slot"):
        lab.reference_functions("no_such_slot")


@pytest.mark.parametrize(
    ("name", "slot"),
    [("binary_addition", "rnn_delta"), ("mnist_mlp", "softmax"), ("overfitting", "l2_gradient")],
)
@pytest.mark.parametrize("value", [1e300, np.nan])
def test_a_run_whose_numbers_overflow_warns_nobody(name: str, slot: str, value: float) -> None:
    lab = find_labs()[name]

    def huge(*arguments: Any) -> Any:
        *_, shape = [np.shape(argument) for argument in arguments if np.ndim(argument)]
        return np.full(shape, value)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run = lab.run({slot: huge}, data_for(lab), seed=0, scale=Scale(UPDATES))
    assert run.training.history["loss"].shape == (UPDATES,)
    accuracies = [value for name, value in run.metrics.items() if name.endswith("accuracy")]
    assert accuracies
    assert max(accuracies) < 0.6
