from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from grader.progress.file import MAX_BYTES, DamagedFileError, put_aside, read_json, write_json


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folder" / "state.json"


def test_what_was_written_is_read(path: Path) -> None:
    write_json(path, {"名前": [1, 2.5, None]})
    assert read_json(path) == {"名前": [1, 2.5, None]}
    assert [one.name for one in path.parent.iterdir()] == ["state.json"]


def test_a_file_that_is_not_there_holds_nothing(path: Path) -> None:
    assert read_json(path) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5_000, b" " * (MAX_BYTES + 1)]
)
def test_anything_but_json_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    with pytest.raises(DamagedFileError):
        read_json(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    os.mkfifo(path)
    with pytest.raises(DamagedFileError):
        read_json(path)


def test_an_interrupted_write_leaves_what_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_json(path, "old")

    def stop(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_json(path, "new")
    assert read_json(path) == "old"
    assert [one.name for one in path.parent.iterdir()] == ["state.json"]


def test_the_content_reaches_the_disk_before_the_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_json(path, "old")
    synced: list[Any] = []
    monkeypatch.setattr(os, "fsync", lambda _descriptor: synced.append(read_json(path)))
    write_json(path, "new")
    assert synced == ["old", "new"]


def test_what_is_put_aside_keeps_its_content(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    aside = put_aside(path)
    assert aside == path.with_name("state.json.damaged")
    assert aside.read_bytes() == b"\xff"
    assert not path.exists()
