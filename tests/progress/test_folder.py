from __future__ import annotations

from pathlib import Path

import pytest

from grader.progress.folder import notebook_path, state_folder


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_STATE", str(tmp_path))
    assert state_folder() == tmp_path


@pytest.mark.parametrize("unset", [True, False])
def test_else_it_is_a_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unset: bool
) -> None:
    monkeypatch.setenv("GRADER_STATE", "")
    if unset:
        monkeypatch.delenv("GRADER_STATE")
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert state_folder().is_relative_to(tmp_path)
    assert "kakunin-grader" in state_folder().parts


def test_every_copy_of_a_course_has_its_own(tmp_path: Path) -> None:
    one, other = notebook_path(tmp_path / "a" / "course"), notebook_path(tmp_path / "b" / "course")
    assert one != other
    assert one.name.startswith("course-")
    assert one.parent == other.parent == state_folder()


def test_the_same_copy_has_the_same_however_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (tmp_path / "link").symlink_to(course)
    monkeypatch.chdir(course)
    names = (course, tmp_path / "link", course / ".." / "course", Path())
    assert len({notebook_path(name) for name in names}) == 1


@pytest.mark.parametrize("name", ["深層学習", "../..", "a b\n", "x" * 200, "..", "CON.json"])
def test_whatever_the_course_is_called_the_name_is_that_of_a_file(
    tmp_path: Path, name: str
) -> None:
    path = notebook_path(tmp_path / name)
    assert path.parent == state_folder()
    assert path.stem.isascii()
    assert path.stem.replace("-", "").replace("_", "").isalnum()
    assert len(path.name) < 80
