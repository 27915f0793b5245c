"""Data sets kept on disk in the form in which they are loaded fastest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from grader.data.archive import keep_arrays, kept_arrays
from grader.data.dataset import Dataset

PREFIX = "arrays/"


def kept_dataset(path: Path, key: str, make: Callable[[], Dataset]) -> Dataset:
    """Give a data set from the cache if it is there, else make it and keep it.

    Args:
        path: where it is kept.
        key: of all that it was made from; what is kept under another key is made anew.
        make: called if it is not there; what it raises is raised.
    """
    kept = kept_arrays(path, key)
    if kept is not None:
        digest, source = str(kept.pop("digest")), json.loads(str(kept.pop("source")))
        named = {name.removeprefix(PREFIX): array for name, array in kept.items()}
        return Dataset(named, digest, source)
    made = make()
    about = {"digest": made.digest, "source": json.dumps(dict(made.source))}
    texts = {name: np.array(text) for name, text in about.items()}
    arrays = {f"{PREFIX}{name}": array for name, array in made.arrays.items()}
    keep_arrays(path, key, {**arrays, **texts})
    return made
