from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.data.cache import default_cache_dir
from grader.data.dataset import Dataset, digest_of
from grader.labs.binary_addition import LAB
from grader.labs.lab import Arrays, Lab, Metric, Progress, Run, Scale, Slots, Training
from grader.labs.reference import Reference
from grader.labs.slots import Slot, arrays
from grader.words import Text

WORDS = Text(en="a lab", ja="ラボ")
SLOT = Slot(default=np.negative, accept=arrays(np.shape), role=WORDS)


def dataset(**named: Any) -> Dataset:
    return Dataset(named, digest_of(named), source={})


DATA = dataset(x=np.arange(4.0))


class Counted:
    """A lab that says how often it was trained."""

    def __init__(self) -> None:
        self.trained = 0
        self.lab = Lab(
            name="counted",
            title=WORDS,
            slots={"needed": SLOT, "extra": replace(SLOT, optional=True)},
            curves={"loss": WORDS, "norm": WORDS},
            metrics={"steps": Metric(WORDS)},
            load_data=lambda: DATA,
            train=self._train,
            evaluate=lambda training, _: {"steps": float(len(training.history["loss"]))},
            scale=Scale(5),
            full_scale=Scale(50),
        )

    def _train(
        self, slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress
    ) -> Training:
        self.trained += 1
        progress(1, 1)
        losses = np.random.default_rng(seed).normal(size=scale.updates) + data["x"].sum()
        return Training({"loss": losses, "norm": losses**2}, {"W": np.eye(1 + len(slots))})


@pytest.fixture
def counted() -> Counted:
    return Counted()


def the_file(folder: Path) -> Path:
    (found,) = [path for path in folder.rglob("*") if path.is_file()]
    return found


def assert_same(left: Run, right: Run) -> None:
    assert left.metrics == right.metrics
    for ours, theirs in (
        (left.training.history, right.training.history),
        (left.training.parameters, right.training.parameters),
    ):
        assert ours.keys() == theirs.keys()
        for name in ours:
            np.testing.assert_array_equal(ours[name], theirs[name], strict=True)


def test_the_second_run_comes_from_the_cache_and_is_the_first(
    counted: Counted, tmp_path: Path
) -> None:
    first = Reference(counted.lab, DATA, 3).run(tmp_path)
    second = Reference(counted.lab, DATA, 3).run(tmp_path)
    assert counted.trained == 1
    assert_same(first, second)
    assert_same(first, counted.lab.run({}, DATA, 3))


def test_another_seed_and_other_data_are_trained_anew(counted: Counted, tmp_path: Path) -> None:
    Reference(counted.lab, DATA, 3).run(tmp_path)
    Reference(counted.lab, DATA, 4).run(tmp_path)
    Reference(counted.lab, dataset(x=np.arange(4.0).reshape(2, 2)), 3).run(tmp_path)
    Reference(counted.lab, dataset(x=np.arange(4.0), y=np.arange(4.0)), 3).run(tmp_path)
    assert counted.trained == 4


@pytest.mark.parametrize("variable", ["OPENBLAS_CORETYPE", "OPENBLAS_NUM_THREADS"])
def test_the_key_holds_what_decides_the_last_digits(
    variable: str, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Reference(counted.lab, DATA, 0).key
    monkeypatch.setenv(variable, "17")
    assert Reference(counted.lab, DATA, 0).key != before


def test_slots_that_share_a_run_share_its_key(counted: Counted, tmp_path: Path) -> None:
    keys = {slot: Reference(counted.lab, DATA, 0, slot).key for slot in (None, "needed", "extra")}
    assert keys[None] == keys["needed"] != keys["extra"]
    without = Reference(counted.lab, DATA, 0).run(tmp_path)
    shared = Reference(counted.lab, DATA, 0, "needed").run(tmp_path)
    own = Reference(counted.lab, DATA, 0, "extra").run(tmp_path)
    assert counted.trained == 2
    assert_same(without, shared)
    # The lab learns a row for every slot that takes part.
    assert [len(run.training.parameters["W"]) for run in (without, own)] == [2, 3]


def test_the_key_holds_the_scale_and_the_lab_s_own_is_the_default(
    counted: Counted, tmp_path: Path
) -> None:
    scales = (None, Scale(5), Scale(50), Scale(5, images=100))
    default, same, longer, fewer = (
        Reference(counted.lab, DATA, 0, scale=scale).key for scale in scales
    )
    assert default == same
    assert len({default, longer, fewer}) == 3
    run = Reference(counted.lab, DATA, 0, scale=Scale(50)).run(tmp_path)
    assert run.metrics == {"steps": 50.0}


def test_the_key_holds_the_name_of_the_lab(counted: Counted) -> None:
    other = replace(counted.lab, name="other")
    assert Reference(other, DATA, 0).key != Reference(counted.lab, DATA, 0).key


def test_the_key_holds_the_source_of_every_lab(
    counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "binary_addition.py"
    module.write_text("UPDATES = 1\n", encoding="utf-8")
    monkeypatch.setattr("grader.labs.__path__", [str(tmp_path)])
    before = Reference(counted.lab, DATA, 0).key
    module.write_text("UPDATES = 2\n", encoding="utf-8")
    assert Reference(counted.lab, DATA, 0).key != before


def test_progress_is_reported_only_while_training(counted: Counted, tmp_path: Path) -> None:
    reported: list[tuple[int, int]] = []
    for _ in range(2):
        Reference(counted.lab, DATA, 0).run(
            tmp_path, lambda done, total: reported.append((done, total))
        )
    assert reported == [(1, 1)]


@pytest.mark.parametrize(
    "content",
    [b"", b"not an archive", b"PK\x05\x06" + bytes(18), b"\x93NUMPY\x01\x00", b"\x80\x04N."],
)
def test_a_file_that_is_no_cache_is_replaced(
    content: bytes, counted: Counted, tmp_path: Path
) -> None:
    first = Reference(counted.lab, DATA, 0).run(tmp_path)
    the_file(tmp_path).write_bytes(content)
    assert_same(first, Reference(counted.lab, DATA, 0).run(tmp_path))
    Reference(counted.lab, DATA, 0).run(tmp_path)
    assert counted.trained == 2


def test_the_run_of_another_seed_is_not_taken_for_this_one(
    counted: Counted, tmp_path: Path
) -> None:
    Reference(counted.lab, DATA, 1).run(tmp_path / "other")
    first = Reference(counted.lab, DATA, 0).run(tmp_path / "this")
    the_file(tmp_path / "this").write_bytes(the_file(tmp_path / "other").read_bytes())
    assert_same(first, Reference(counted.lab, DATA, 0).run(tmp_path / "this"))


def test_a_cache_that_asks_to_be_unpickled_is_refused(counted: Counted, tmp_path: Path) -> None:
    first = Reference(counted.lab, DATA, 0).run(tmp_path)
    path = the_file(tmp_path)
    with np.load(path) as archive:
        arrays = dict(archive)
    np.savez(path, **(arrays | {"history/loss": np.array([print], dtype=object)}))
    assert_same(first, Reference(counted.lab, DATA, 0).run(tmp_path))
    assert counted.trained == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_no_damage_changes_the_run(tmp_path: Path, place: float, bit: int, cut: bool) -> None:
    counted = Counted()
    first = Reference(counted.lab, DATA, 0).run(tmp_path)
    path = the_file(tmp_path)
    whole = path.read_bytes()
    at = int(place * len(whole))
    damaged = bytearray(whole)
    damaged[at] ^= 1 << bit
    path.write_bytes(whole[:at] if cut else damaged)
    assert_same(first, Reference(counted.lab, DATA, 0).run(tmp_path))


def test_a_cache_folder_that_cannot_be_made_is_done_without(
    counted: Counted, tmp_path: Path
) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_text("a file", encoding="utf-8")
    for _ in range(2):
        Reference(counted.lab, DATA, 0).run(occupied)
    assert counted.trained == 2
    assert occupied.read_text(encoding="utf-8") == "a file"


@contextmanager
def no_room_for_files() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_fails_nothing_and_leaves_nothing_behind(
    counted: Counted, tmp_path: Path
) -> None:
    with no_room_for_files():
        run = Reference(counted.lab, DATA, 0).run(tmp_path)
    assert len(run.training.history["loss"]) == 5
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def reference_addition(cache_dir: Path) -> Run:
    return Reference(LAB, LAB.load_data(), 0).run(cache_dir)


def test_two_processes_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        runs = [pool.submit(reference_addition, tmp_path) for _ in range(4)]
        first, *others = [run.result() for run in runs]
    for other in others:
        assert_same(first, other)
    assert the_file(tmp_path).suffix == ".npz"
    assert_same(first, reference_addition(tmp_path))


def test_the_cache_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_CACHE", str(tmp_path))
    assert default_cache_dir() == tmp_path
    monkeypatch.delenv("GRADER_CACHE")
    assert default_cache_dir().name == "grader"
