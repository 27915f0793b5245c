from __future__ import annotations

import gzip
import hashlib
import time
from pathlib import Path

import numpy as np
import pytest

from grader.data.dataset import Dataset, digest_of
from grader.data.idx import idx_header, read_idx
from grader.data.mnist import load_mnist
from grader.errors import UsageError
from tests.data.mnist_files import digits, install_package, numbers_of, write_idx, write_pair

NAMES = ["test_images", "test_labels", "train_images", "train_labels"]


def sizes(dataset: Dataset) -> tuple[int, int]:
    return len(dataset.arrays["train_labels"]), len(dataset.arrays["test_labels"])


def file_digest(array: np.ndarray) -> str:
    return hashlib.sha256(idx_header(array) + array.tobytes()).hexdigest()


def assert_same(one: Dataset, other: Dataset) -> None:
    assert (one.digest, one.source) == (other.digest, other.source)
    for name in NAMES:
        np.testing.assert_array_equal(one.arrays[name], other.arrays[name], strict=True)


def test_both_pairs_are_training_and_test_as_they_are(tmp_path: Path) -> None:
    write_pair(tmp_path / "mnist", "train", 30, seed=1)
    write_pair(tmp_path / "mnist", "t10k", 10, suffix="", seed=2)
    dataset = load_mnist(tmp_path)
    assert sorted(dataset.arrays) == NAMES
    for part, count, seed in (("train", 30, 1), ("test", 10, 2)):
        images, labels = digits(count, seed)
        np.testing.assert_array_equal(dataset.arrays[f"{part}_images"], images, strict=True)
        np.testing.assert_array_equal(dataset.arrays[f"{part}_labels"], labels, strict=True)
    assert dataset.digest == digest_of(dataset.arrays)
    assert dataset.source == {"mnist": f"own-40-{dataset.digest[:8]}"}


@pytest.mark.parametrize("part", ["train", "t10k"])
def test_one_pair_is_split_and_no_image_loses_its_label(part: str, tmp_path: Path) -> None:
    write_pair(tmp_path / "mnist", part, 300)
    if part == "t10k":
        (tmp_path / "mnist" / "train-labels-idx1-ubyte").write_bytes(b"alone, so not looked at")
    dataset = load_mnist(tmp_path)
    assert sizes(dataset) == (240, 60)
    _, labels = digits(300)
    seen = []
    for name in ("train", "test"):
        numbers = numbers_of(dataset.arrays[f"{name}_images"])
        np.testing.assert_array_equal(labels[numbers], dataset.arrays[f"{name}_labels"])
        seen += numbers
    assert sorted(seen) == list(range(300))
    counts = np.bincount(dataset.arrays["test_labels"], minlength=10)
    assert np.abs(counts - np.bincount(labels, minlength=10) / 5).max() < 1


def test_the_package_is_read_without_being_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_package(tmp_path / "site", monkeypatch, 100)
    write_pair(tmp_path / "same" / "mnist", "train", 100)
    dataset = load_mnist(tmp_path / "cache")
    assert sizes(dataset) == (80, 20)
    assert_same(dataset, load_mnist(tmp_path / "same"))


def test_genuine_files_are_known_by_their_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = {}
    for part, edition in (("train", "train-60000"), ("t10k", "t10k-10000")):
        write_pair(tmp_path / "both" / "mnist", part, 50, seed=len(part))
        write_pair(tmp_path / part / "mnist", part, 50, suffix="", seed=len(part))
        pairs[tuple(map(file_digest, digits(50, len(part))))] = edition
    monkeypatch.setattr("grader.data.mnist.GENUINE_PAIRS", pairs)
    editions = {
        name: load_mnist(tmp_path / name).source["mnist"] for name in ("both", "train", "t10k")
    }
    assert editions == {"both": "mnist-70000", "train": "train-60000", "t10k": "t10k-10000"}
    # Exchanged, it is not the division into training and test that everybody knows.
    for name in ("images-idx3", "labels-idx1"):
        folder = tmp_path / "both" / "mnist"
        one, other = folder / f"train-{name}-ubyte.gz", folder / f"t10k-{name}-ubyte.gz"
        one.rename(folder / "aside")
        other.rename(one)
        (folder / "aside").rename(other)
    assert load_mnist(tmp_path / "both").source["mnist"].startswith("own-100-")


def test_the_second_time_it_comes_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "mnist", "train", 50)
    first = load_mnist(tmp_path)
    monkeypatch.setattr("grader.data.mnist.read_idx", None)
    assert_same(load_mnist(tmp_path), first)


def test_changed_files_are_read_anew(tmp_path: Path) -> None:
    write_pair(tmp_path / "mnist", "train", 50)
    first = load_mnist(tmp_path)
    images = tmp_path / "mnist" / "train-images-idx3-ubyte.gz"
    time.sleep(0.01)
    write_idx(images, 255 - read_idx(images))
    second = load_mnist(tmp_path)
    assert second.digest != first.digest
    assert second.source != first.source


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "named", "train", 50)
    monkeypatch.setenv("GRADER_DATA", str(tmp_path / "named"))
    occupied = tmp_path / "occupied"
    occupied.write_bytes(b"mine")
    assert_same(load_mnist(occupied), load_mnist(tmp_path / "cache"))
    assert occupied.read_bytes() == b"mine"


IMAGES, LABELS = digits(20)
BAD_PAIRS = [
    (IMAGES[:, :27], LABELS, r"train-images.* shape \(20, 27, 28\)"),
    (IMAGES.reshape(20, 784), LABELS, r"train-images.* shape \(20, 784\)"),
    (IMAGES, LABELS[:, np.newaxis], r"train-labels.* shape \(20, 1\)"),
    (IMAGES, LABELS[:19], "train-labels.* 19 labels for the 20 images of train-images"),
    (IMAGES, LABELS + 4, "train-labels.* the label 10; "),
    (IMAGES[:0], LABELS[:0], "train-labels.* 0 images"),
    (IMAGES[:4], LABELS[:4], "train-labels.* 4 images"),
]


@pytest.mark.parametrize(("images", "labels", "said"), BAD_PAIRS)
def test_files_that_are_no_mnist_are_named(
    tmp_path: Path, images: np.ndarray, labels: np.ndarray, said: str
) -> None:
    write_idx(tmp_path / "mnist" / "train-images-idx3-ubyte", images)
    write_idx(tmp_path / "mnist" / "train-labels-idx1-ubyte", labels)
    with pytest.raises(UsageError, match=said):
        load_mnist(tmp_path)
    assert not (tmp_path / "data").exists()


LINE = ",".join(["7"] * 785)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it is not a table"),
        ("\n\n", "it is not a table"),
        ("# nothing", "it is not a table"),
        (LINE[2:], "it is not a table"),
        (f"{LINE}\n{LINE[2:]}", "it is not a table"),
        (LINE.replace("7", "256", 1), "it is not a table"),
        (LINE.replace("7", "seven", 1), "it is not a table"),
        (f"{LINE}0", "the label 70"),
        (LINE, "1 images, too few"),
    ],
)
def test_a_damaged_file_of_the_package_is_named(
    content: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = install_package(tmp_path / "site", monkeypatch, 1, content.encode())
    with pytest.raises(UsageError, match=said) as raised:
        load_mnist(tmp_path / "cache")
    assert str(raised.value).startswith(f"{file} cannot be used: ")


def test_a_table_without_end_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.data.mnist.MAX_CSV_BYTES", 10_000)
    install_package(tmp_path / "site", monkeypatch, 1, f"{LINE}\n".encode() * 10)
    with pytest.raises(UsageError, match="not a table"):
        load_mnist(tmp_path / "cache")


def test_a_file_cut_by_a_broken_copy_is_named(tmp_path: Path) -> None:
    write_pair(tmp_path / "mnist", "t10k", 20)
    images = tmp_path / "mnist" / "t10k-images-idx3-ubyte.gz"
    images.write_bytes(gzip.compress(bytes(10), mtime=0)[:-9])
    with pytest.raises(UsageError, match=r"t10k-images-idx3-ubyte\.gz cannot be used"):
        load_mnist(tmp_path)
