from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.progress import Notebook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "course.json"


def names(notebook: Notebook) -> list[str]:
    return [remark.name for remark in notebook.remarks]


def test_entries_outlive_the_notebook(path: Path) -> None:
    Notebook(path).note("quiz", "day1/section1#a", {"due": "2030-01-01", "ease": 2.5})
    assert Notebook(path).entry("quiz", "day1/section1#a") == {"due": "2030-01-01", "ease": 2.5}


def test_what_was_never_noted_is_empty(path: Path) -> None:
    notebook = Notebook(path)
    assert notebook.entry("quiz", "x") == {}
    assert not path.exists()


def test_reading_alone_writes_nothing(path: Path) -> None:
    Notebook(path).entry("hints", "x")
    assert not path.parent.exists()


def test_an_entry_replaces_only_itself(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    one.note("hints", "a", {"taken": 1})
    other.note("hints", "b", {"taken": 2})
    one.note("quiz", "a", {"box": 3})
    one.note("hints", "a", {"taken": 4})
    found = Notebook(path)
    entries = [found.entry("hints", "a"), found.entry("hints", "b"), found.entry("quiz", "a")]
    assert entries == [{"taken": 4}, {"taken": 2}, {"box": 3}]
    assert not found.remarks


FOREIGN = [
    "",
    "{",
    "null ]",
    "[]",
    '"text"',
    "{}",
    '{"version": 2, "pages": {}}',
    '{"version": 1}',
    '{"version": 1, "pages": []}',
    '{"version": 1, "pages": {"hints": 3}}',
    '{"version": 1, "pages": {"hints": {"a": 3}}}',
]


@pytest.mark.parametrize("content", FOREIGN)
def test_a_damaged_or_foreign_file_is_put_aside_and_said_once(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    notebook = Notebook(path)
    notebook.note("hints", "a", {"taken": 1})
    assert names(notebook) == ["progress.damaged"]
    assert path.with_name("course.json.damaged").read_text(encoding="utf-8") == content
    again = Notebook(path)
    assert (again.entry("hints", "a"), again.remarks) == ({"taken": 1}, ())


def test_a_folder_in_its_place_is_put_aside(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "something").write_text("kept", encoding="utf-8")
    notebook = Notebook(path)
    notebook.note("hints", "a", {"taken": 1})
    assert names(notebook) == ["progress.damaged"]
    assert (path.with_name("course.json.damaged") / "something").exists()
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


def test_where_nothing_can_be_written_it_is_remembered_for_now(path: Path) -> None:
    path.parent.write_text("a file in the place of the folder", encoding="utf-8")
    notebook = Notebook(path)
    notebook.note("hints", "a", {"taken": 1})
    notebook.note("hints", "b", {"taken": 2})
    assert notebook.entry("hints", "a") == {"taken": 1}
    assert len(notebook.remarks) == 1
    assert path.parent.read_text(encoding="utf-8") == "a file in the place of the folder"


def test_a_full_disk_is_said_once_and_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Notebook(path).note("hints", "a", {"taken": 1})

    def full(_path: Path, _document: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("grader.progress.notebook.write_json", full)
    notebook = Notebook(path)
    for number in (2, 3):
        notebook.note("hints", "a", {"taken": number})
    assert names(notebook) == ["progress.unwritable"]
    assert notebook.entry("hints", "a") == {"taken": 3}
    assert Notebook(path).entry("hints", "a") == {"taken": 1}


def test_what_cannot_be_read_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Notebook(path).note("hints", "a", {"taken": 1})
    before = path.read_bytes()

    def locked(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("grader.progress.notebook.read_json", locked)
    notebook = Notebook(path)
    notebook.note("hints", "b", {"taken": 1})
    assert names(notebook) == ["progress.unreadable"]
    assert path.read_bytes() == before
