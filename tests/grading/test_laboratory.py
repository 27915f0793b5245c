"""The background runs of one command."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.course.catalog import load_course
from grader.course.plan import Plan, make_plan
from grader.course.vocabulary import LabLink
from grader.data.dataset import Dataset
from grader.errors import UsageError
from grader.grading import Bench, Settings
from grader.grading.laboratory import Laboratory
from grader.labs.lab import Arrays, Lab, Metric, Progress, Scale, Slots, Training
from grader.labs.slots import Slot, arrays
from grader.model import LabResult
from grader.sandbox import Zygote
from grader.words import Text, sentence

ROOT = Path(__file__).resolve().parents[2]
WORDS = Text(en="a lab", ja="ラボ")
RIGHT = "def total(x):\n    return 2.0 * x\n"
WRONG = "def total(x):\n    return 3.0 * x\n"


class Told:
    """Remembers what it was told of each run."""

    def __init__(self) -> None:
        self.runs: dict[str, list[tuple[int, int]]] = {}

    def training(self, run: str, done: int, total: int) -> None:
        self.runs.setdefault(run, []).append((done, total))


class TwiceLab:
    """A lab whose loss is what its slots give for 1.

    It leaves a file for every run, because runs are made in other processes, and waits for as
    long as there is a file named `gate`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gate = folder / "gate"
        slots = {
            name: Slot(
                default=lambda x: 2.0 * x,
                accept=arrays(lambda x: x.shape),
                role=WORDS,
                optional=name == "extra",
            )
            for name in ("double", "extra")
        }
        self.lab = Lab(
            name="twice",
            title=WORDS,
            slots=slots,
            curves={"loss": WORDS},
            metrics={"sum": Metric(WORDS)},
            load_data=self.load,
            train=self.train,
            evaluate=lambda training, _: {"sum": float(training.history["loss"].sum())},
            scale=Scale(5),
            full_scale=Scale(50),
        )

    @property
    def trained(self) -> list[str]:
        """The slots of every run that was begun."""
        return sorted(path.name.split()[0] for path in self.folder.iterdir() if " " in path.name)

    def load(self) -> Dataset:
        return Dataset({"x": np.ones(3)}, "digest", {"ones": "three"})

    def train(
        self, slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress
    ) -> Training:
        tempfile.mkstemp(prefix=f"{'+'.join(sorted(slots))} ", dir=self.folder)
        while self.gate.exists():
            time.sleep(0.01)
        losses = np.zeros(scale.updates)
        for update in range(scale.updates):
            losses[update] = sum(function(data["x"]).sum() for function in slots.values()) + seed
            progress(update + 1, scale.updates)
        return Training({"loss": losses}, {})


@pytest.fixture
def twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> TwiceLab:
    made = TwiceLab(tmp_path)
    labs: Mapping[str, Lab] = {"twice": made.lab}
    monkeypatch.setattr("grader.grading.laboratory.find_labs", lambda: labs)
    monkeypatch.setenv("GRADER_CACHE", str(tmp_path / "cache"))
    return made


@pytest.fixture
def plan(course_folder: Path) -> Plan:
    (exercise,) = [e for e in load_course(course_folder).exercises if e.name == "total"]
    return make_plan(exercise, 0)


@pytest.fixture
def laboratory(zygote: Zygote, twice: TwiceLab) -> Iterator[Callable[..., Laboratory]]:  # noqa: ARG001
    made: list[Laboratory] = []

    def make(progress: Any = None, **settings: Any) -> Laboratory:
        bench = Bench(zygote, Settings(**settings), *([progress] if progress else []))
        made.append(Laboratory(bench))
        return made[-1]

    yield make
    for one in made:
        one.close()


def finished(lab_runs: Laboratory, link: LabLink, plan: Plan, source: str) -> LabResult:
    return lab_runs.result(lab_runs.start(link, plan, source))


def test_a_run_to_compare_with_is_made_once(
    laboratory: Callable[..., Laboratory], twice: TwiceLab, plan: Plan
) -> None:
    lab_runs = laboratory()
    trials = [
        lab_runs.start(LabLink("twice", slot), plan, RIGHT)
        for slot in ("double", "double", "extra", "extra")
    ]
    assert [lab_runs.result(trial).status for trial in trials] == ["passed"] * 4
    # For all: the run without `extra` and the one with it; and one with each student's function.
    assert twice.trained == ["double"] * 3 + ["double+extra"] * 3


def test_the_result_holds_all_three_runs(laboratory: Callable[..., Laboratory], plan: Plan) -> None:
    result = finished(laboratory(seed=1), LabLink("twice", "extra"), plan, WRONG)
    assert result.status == "failed"
    assert result.history == {
        "loss": (16.0,) * 5,
        "reference_loss": (13.0,) * 5,
        "without_loss": (7.0,) * 5,
    }
    assert result.metrics == {"sum": 80.0, "reference_sum": 65.0, "without_sum": 35.0}
    assert (result.slot, result.data, result.curves) == (
        "extra",
        {"ones": "three"},
        {"loss": "a lab"},
    )


def test_the_long_run_is_as_long_as_the_lab_says(
    laboratory: Callable[..., Laboratory], plan: Plan
) -> None:
    result = finished(laboratory(full_scale=True), LabLink("twice", "double"), plan, RIGHT)
    assert len(result.history["loss"]) == len(result.history["reference_loss"]) == 50


def test_each_run_is_told_from_its_start_to_its_end(
    laboratory: Callable[..., Laboratory], plan: Plan
) -> None:
    told = Told()
    lab_runs = laboratory(told)
    finished(lab_runs, LabLink("twice", "extra"), plan, RIGHT)
    assert sorted(told.runs) == ["twice: reference", "twice: with your total", "twice: without"]
    assert all(run[0] == (0, 5) and run[-1] == (5, 5) for run in told.runs.values())


def test_a_run_that_breaks_off_early_is_over_for_progress_too(
    laboratory: Callable[..., Laboratory], plan: Plan
) -> None:
    told = Told()
    source = "def total(x):\n    raise KeyError('no')\n"
    result = finished(laboratory(told), LabLink("twice", "double"), plan, source)
    assert result.status == "error"
    assert told.runs["twice: with your total"][-1] == (5, 5)


def test_closing_breaks_off_what_is_under_way(
    laboratory: Callable[..., Laboratory], twice: TwiceLab, plan: Plan
) -> None:
    twice.gate.touch()
    told = Told()
    lab_runs = laboratory(told)
    trial = lab_runs.start(LabLink("twice", "double"), plan, RIGHT)
    started = time.monotonic()
    lab_runs.close()
    assert time.monotonic() - started < 2
    assert not trial.done
    assert all(done == 0 for run in told.runs.values() for done, _ in run)


def test_missing_data_leave_the_lab_unrun(
    laboratory: Callable[..., Laboratory],
    twice: TwiceLab,
    plan: Plan,
) -> None:
    def missing() -> Dataset:
        raise UsageError(sentence("labs.run_without"))

    object.__setattr__(twice.lab, "load_data", missing)
    result = finished(laboratory(), LabLink("twice", "double"), plan, RIGHT)
    assert (result.status, result.messages) == ("not_run", ("without",))
