from __future__ import annotations

import gzip
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn

from grader.data.idx import MAX_BYTES, idx_header, read_idx
from grader.errors import UsageError

ARRAY = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
PLAIN = idx_header(ARRAY) + ARRAY.tobytes()
PACKED = gzip.compress(PLAIN, mtime=0)

arrays = stn.arrays(np.uint8, stn.array_shapes(max_dims=3, min_side=0, max_side=6))
in_one_folder = settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read(folder: Path, content: bytes, name: str = "file") -> np.ndarray:
    path = folder / name
    path.write_bytes(content)
    return read_idx(path)


def header(*lengths: int, kind: int = 8, dimensions: int | None = None) -> bytes:
    count = len(lengths) if dimensions is None else dimensions
    return struct.pack(f">HBB{len(lengths)}I", 0, kind, count, *lengths)


@in_one_folder
@given(array=arrays, packed=st.booleans(), name=st.sampled_from(["file", "file.idx"]))
def test_what_is_read_is_what_was_written(
    tmp_path: Path, array: np.ndarray, packed: bool, name: str
) -> None:
    content = idx_header(array) + array.tobytes()
    read_back = read(tmp_path, gzip.compress(content, mtime=0) if packed else content, name)
    np.testing.assert_array_equal(read_back, array, strict=True)
    assert read_back.flags.writeable


BAD: list[tuple[str, bytes, str]] = [
    ("file", b"", "it is empty"),
    ("file.gz", PLAIN, "gzip did not pack it"),
    ("file", b"<html>no such page</html>", "does not begin like an IDX file"),
    ("file", b"\0\0\x0d\x01\0\0\0\0", r"of type 0x0d"),
    ("file", header(), "0 dimensions"),
    ("file", header(1, 1, 1, 1) + b"\0", "4 dimensions"),
    ("file", b"\0\0\x08", r"3 bytes where 4 are announced"),
    ("file", header(2, dimensions=3), r"4 bytes where 12 are announced"),
    ("file", PLAIN[:-1], "23 bytes where 24 are announced"),
    ("file", PLAIN + b"\0", "goes on after the 24 bytes"),
    ("file", gzip.compress(PLAIN + bytes(10**6), mtime=0), "goes on after the 24 bytes"),
    ("file", header(2**32 - 1, 2**32 - 1), "more than any copy"),
    ("file", header(MAX_BYTES + 1), "more than any copy"),
    ("file", header(MAX_BYTES), "0 bytes where 1073741824"),
    ("file", gzip.compress(header(MAX_BYTES), mtime=0), "0 bytes where 1073741824"),
    ("file.gz", PACKED[:-9], "ends before"),
    ("file.gz", PACKED[:2], "ends before"),
    ("file.gz", PACKED[:-8] + bytes(8), "gzip packed is damaged"),
    ("file.gz", PACKED + b"garbage", "gzip packed is damaged"),
    ("file.gz", PACKED[:10] + b"\xff" * 20, "gzip packed is damaged"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_a_damaged_file_is_named_with_what_is_wrong(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        read(tmp_path, content, name)
    assert str(raised.value).startswith(f"{tmp_path / name} cannot be used: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["folder", "nothing"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match=f"{name} cannot be read"):
        read_idx(tmp_path / name)


@in_one_folder
@given(data=st.data(), packed=st.booleans(), cut=st.booleans())
def test_no_damage_gives_anything_but_what_is_announced(
    tmp_path: Path, data: st.DataObject, packed: bool, cut: bool
) -> None:
    whole = PACKED if packed else PLAIN
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    try:
        array = read(tmp_path, whole[:at] if cut else bytes(damaged))
    except UsageError:
        return
    assert not cut
    # Neither a pixel nor lengths of the same product can be told from others; gzip's checksum can.
    assert array.size == ARRAY.size
    if packed:
        np.testing.assert_array_equal(array, ARRAY)


def test_only_what_is_announced_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb"
    bomb.write_bytes(gzip.compress(PLAIN + bytes(1 << 26), 1, mtime=0))
    tracemalloc.start()
    try:
        with pytest.raises(UsageError, match="goes on after"):
            read_idx(bomb)
        assert tracemalloc.get_traced_memory()[1] < 1 << 22
    finally:
        tracemalloc.stop()
