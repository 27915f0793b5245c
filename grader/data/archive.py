"""Arrays kept on disk under a key that says what they were made from.

A cache may only ever save time: a file that cannot be read is as good as none, one that cannot be
written is done without, and writers do not disturb each other or a reader.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.data.cache import replace_file


def keep_arrays(path: Path, key: str, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write named arrays, if that is possible."""
    packed = {**arrays, "key": np.array(key)}
    # The archive guards the content of its members against damage, but not their names.
    packed["names"] = np.array(sorted(packed))
    buffer = io.BytesIO()
    # Typed as if the first array could be meant for `allow_pickle`; numbers are never pickled.
    np.savez(buffer, **packed)  # type: ignore[arg-type]
    with suppress(OSError):
        replace_file(path, buffer.getvalue())


def kept_arrays(path: Path, key: str) -> dict[str, NDArray[Any]] | None:
    """Read what was kept under this key; `None` if it is not there, or not sound."""
    # There is no end to the ways in which a file of unknown origin can fail to be an archive.
    try:
        # Given a path, np.load leaves the file open when it turns out not to be an archive.
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        names = arrays.pop("names").tolist()
        sound = sorted(arrays) == names and str(arrays.pop("key")) == key
    except Exception:
        return None
    return arrays if sound else None
