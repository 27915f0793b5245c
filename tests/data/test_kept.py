from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.data.dataset import Dataset, digest_of
from grader.data.kept import kept_dataset

ARRAYS: dict[str, np.ndarray] = {
    "images": np.arange(12, dtype=np.uint8).reshape(3, 2, 2),
    "key": np.ones(2),
}
DATASET = Dataset(ARRAYS, digest_of(ARRAYS), {"mnist": "own-3-数"})


class Maker:
    """Says how often it was asked."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Dataset:
        self.made += 1
        return DATASET


def assert_same(dataset: Dataset) -> None:
    assert (dataset.digest, dataset.source) == (DATASET.digest, DATASET.source)
    assert dataset.arrays.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(dataset.arrays[name], array, strict=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "kept.npz"


def test_it_is_made_once(path: Path) -> None:
    make = Maker()
    for _ in range(3):
        assert_same(kept_dataset(path, "k", make))
    assert make.made == 1
    assert list(path.parent.iterdir()) == [path]


def test_what_is_kept_under_another_key_is_made_anew(path: Path) -> None:
    make = Maker()
    for key in ("one", "other", "other"):
        assert_same(kept_dataset(path, key, make))
    assert make.made == 2


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_no_damage_changes_what_is_given(tmp_path: Path, place: float, bit: int, cut: bool) -> None:
    path = tmp_path / "kept.npz"
    make = Maker()
    kept_dataset(path, "k", make)
    whole = path.read_bytes()
    at = int(place * len(whole))
    damaged = bytearray(whole)
    damaged[at] ^= 1 << bit
    path.write_bytes(whole[:at] if cut else damaged)
    assert_same(kept_dataset(path, "k", make))
    before = make.made
    assert_same(kept_dataset(path, "k", make))
    assert make.made == before


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + bytes(18), b"\x80\x04N."])
def test_a_file_that_is_no_archive_is_replaced(path: Path, content: bytes) -> None:
    make = Maker()
    path.parent.mkdir()
    path.write_bytes(content)
    for _ in range(2):
        assert_same(kept_dataset(path, "k", make))
    assert make.made == 1


def test_one_that_asks_to_be_unpickled_is_refused(path: Path) -> None:
    make = Maker()
    kept_dataset(path, "k", make)
    with np.load(path) as archive:
        arrays = dict(archive)
    np.savez(path, **(arrays | {"arrays/images": np.array([print], dtype=object)}))
    assert_same(kept_dataset(path, "k", make))
    assert make.made == 2


@pytest.mark.parametrize("change", [{"arrays/image": np.ones(1)}, {}])
def test_one_with_other_names_in_it_is_refused(path: Path, change: dict[str, np.ndarray]) -> None:
    make = Maker()
    kept_dataset(path, "k", make)
    with np.load(path) as archive:
        arrays = dict(archive)
    del arrays["arrays/images"]
    np.savez(path, **(arrays | change))
    assert_same(kept_dataset(path, "k", make))
    assert make.made == 2


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_bytes(b"mine")
    make = Maker()
    for _ in range(2):
        assert_same(kept_dataset(occupied / "kept.npz", "k", make))
    assert make.made == 2
    assert occupied.read_bytes() == b"mine"


def test_processes_at_once_do_not_disturb_each_other(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        for done in [pool.submit(kept_dataset, path, "k", Maker()) for _ in range(8)]:
            assert_same(done.result())
    assert list(path.parent.iterdir()) == [path]
