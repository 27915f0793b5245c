from __future__ import annotations

import ctypes
import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.watch.notices import Notices, folders_around

DOUBLE = "day1/sums/double"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "course" / "exercises"
    (path / "day1" / "sums").mkdir(parents=True)
    return path


@pytest.fixture
def listener(folder: Path) -> Iterator[Notices]:
    with Notices(folders_around(folder, [DOUBLE])) as listener:
        yield listener


def news(listener: Notices, seconds: float = 10.0) -> bool:
    """Wait for news, and take them."""
    descriptor = listener.descriptor
    assert descriptor is not None
    if not select.select([descriptor], [], [], seconds)[0]:
        return False
    listener.take()
    return True


def test_a_save_is_news_whatever_way_it_is_done(listener: Notices, folder: Path) -> None:
    assert not news(listener, 0.0)
    path = folder / f"{DOUBLE}.py"
    path.write_text("new", "utf-8")
    assert news(listener)
    path.with_suffix(".new").write_text("new", "utf-8")
    while news(listener, 0.1):
        pass
    path.with_suffix(".new").replace(path)
    assert news(listener)
    assert not news(listener, 0.1)
    path.unlink()
    assert news(listener)


def test_a_replaced_folder_is_listened_to(listener: Notices, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    (folder / "day1" / "sums").mkdir(parents=True)
    while news(listener, 0.1):
        pass
    (folder / f"{DOUBLE}.py").write_text("new", "utf-8")
    assert news(listener)


def test_news_that_do_not_arrive_are_not_relied_on(listener: Notices, folder: Path) -> None:
    listener.miss()
    assert listener.listening
    listener.miss()
    assert not listener.listening
    (folder / f"{DOUBLE}.py").write_text("new", "utf-8")
    assert news(listener)
    assert listener.listening


def test_systems_without_news_are_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    with Notices([folder]) as listener:
        assert not listener.listening
        assert listener.descriptor is None


def test_the_folders_that_matter_are_known(folder: Path) -> None:
    assert folders_around(folder, [DOUBLE, "day2/more/triple"]) == [
        folder.parent,
        folder,
        folder / "day1",
        folder / "day1/sums",
        folder / "day2",
        folder / "day2/more",
    ]
