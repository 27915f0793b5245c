"""IDX, the format of the MNIST files: a header that announces a shape, then one byte a number."""

from __future__ import annotations

import math
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from grader.data.reading import opened, read_up_to, unusable
from grader.words import sentence

UNSIGNED_BYTE = 0x08
MAX_DIMENSIONS = 3
# MNIST has 47 MB; what announces this much is damaged, and no reason to look for the room.
MAX_BYTES = 1 << 30


def read_idx(path: Path) -> NDArray[np.uint8]:
    """Read an IDX file of unsigned bytes, packed by gzip or not, whatever its name.

    Raises:
        UsageError: it cannot be read, or is anything but one whole IDX file of that kind.
    """
    with opened(path) as file:
        shape = _read_shape(path, file)
        size = math.prod(shape)
        if size > MAX_BYTES:
            raise unusable(path, sentence("data.too_large", needed=size))
        # One more shows that there is more, and lets gzip compare its checksum.
        content = read_up_to(file, size + 1)
    if len(content) > size:
        raise unusable(path, sentence("data.too_long", needed=size))
    _require(path, content, size)
    return np.frombuffer(content, np.uint8).reshape(shape)


def idx_header(array: NDArray[np.uint8]) -> bytes:
    """What stands before the content of an array in an IDX file."""
    return struct.pack(f">HBB{array.ndim}I", 0, UNSIGNED_BYTE, array.ndim, *array.shape)


def _read_shape(path: Path, file: BinaryIO) -> tuple[int, ...]:
    zeros, kind, dimensions = struct.unpack(">HBB", _require(path, read_up_to(file, 4), 4))
    if zeros:
        raise unusable(path, sentence("data.not_idx"))
    if kind != UNSIGNED_BYTE:
        raise unusable(path, sentence("data.wrong_kind", kind=f"0x{kind:02x}"))
    if not 1 <= dimensions <= MAX_DIMENSIONS:
        raise unusable(path, sentence("data.wrong_dimensions", dimensions=dimensions))
    lengths = _require(path, read_up_to(file, 4 * dimensions), 4 * dimensions)
    return struct.unpack(f">{dimensions}I", lengths)


def _require(path: Path, content: bytearray, size: int) -> bytearray:
    if len(content) < size:
        raise unusable(path, sentence("data.cut", got=len(content), needed=size))
    return content
