from __future__ import annotations

import errno
import hashlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.data.download import FILES, Published, fetch_mnist
from grader.data.mirror import MIRRORS, chosen_mirrors
from grader.errors import UsageError
from grader.words import LANGUAGES, translate
from tests.data.mirror_server import Mirror, serving

CONTENT = {
    "images.gz": np.random.default_rng(1).bytes(300_000),
    "labels.gz": np.random.default_rng(2).bytes(1_000),
}
WANTED = {
    name: Published(len(content), hashlib.sha256(content).hexdigest())
    for name, content in CONTENT.items()
}
CUT = 100_000


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with serving(dict(CONTENT)) as mirror:
        yield mirror


@pytest.fixture
def other() -> Iterator[Mirror]:
    with serving(dict(CONTENT)) as mirror:
        yield mirror


def fetch(folder: Path, *mirrors: Mirror, timeout: float = 5.0) -> list[tuple[str, bool]]:
    bases = [mirror.address for mirror in mirrors]
    fetched = fetch_mnist(folder, lambda *_: None, bases, WANTED, timeout)
    return [(file.path.name, file.already_there) for file in fetched]


def refusal(folder: Path, *mirrors: Mirror, timeout: float = 5.0) -> str:
    with pytest.raises(UsageError) as raised:
        fetch(folder, *mirrors, timeout=timeout)
    for language in LANGUAGES:
        assert "\n" not in translate(raised.value.sentence, language)
    return str(raised.value)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "mnist").glob("*")}


def write(folder: Path, name: str, content: bytes) -> None:
    (folder / "mnist").mkdir(exist_ok=True)
    (folder / "mnist" / name).write_bytes(content)


def test_files_arrive_whole_and_progress_is_told(tmp_path: Path, mirror: Mirror) -> None:
    told: list[tuple[str, int, int]] = []

    def progress(name: str, done: int, size: int) -> None:
        told.append((name, done, size))

    fetched = fetch_mnist(tmp_path / "new", progress, [mirror.address], WANTED)
    assert files_in(tmp_path / "new") == CONTENT
    assert [(file.path.name, file.already_there) for file in fetched] == [
        ("images.gz", False),
        ("labels.gz", False),
    ]
    assert mirror.asked == [("images.gz", None), ("labels.gz", None)]
    assert told == sorted(told)
    assert told[-1] == ("labels.gz", 1_000, 1_000)
    assert ("images.gz", 300_000, 300_000) in told


def test_what_is_there_and_right_is_not_asked_for(tmp_path: Path, mirror: Mirror) -> None:
    write(tmp_path, "images.gz", CONTENT["images.gz"])
    write(tmp_path, "labels.gz", CONTENT["labels.gz"][:-1] + b"?")
    assert fetch(tmp_path, mirror) == [("images.gz", True), ("labels.gz", False)]
    assert [name for name, _ in mirror.asked] == ["labels.gz"]
    assert files_in(tmp_path) == CONTENT


def test_wrong_bytes_of_the_right_length_are_thrown_away(tmp_path: Path, mirror: Mirror) -> None:
    mirror.files["images.gz"] = bytes(300_000)
    write(tmp_path, "images.gz", b"what was there before")
    assert "wrong checksum" in refusal(tmp_path, mirror)
    assert files_in(tmp_path) == {"images.gz": b"what was there before"}


def test_a_download_that_breaks_off_goes_on_in_the_next_call(
    tmp_path: Path, mirror: Mirror
) -> None:
    mirror.cut_after = CUT
    said = refusal(tmp_path, mirror)
    assert f"broke off after {CUT} of 300000 bytes" in said
    assert files_in(tmp_path) == {"images.gz.part": CONTENT["images.gz"][:CUT]}
    mirror.cut_after = None
    fetch(tmp_path, mirror)
    assert mirror.asked[1] == ("images.gz", f"bytes={CUT}-")
    assert files_in(tmp_path) == CONTENT


def test_another_mirror_goes_on_where_one_broke_off(
    tmp_path: Path, mirror: Mirror, other: Mirror
) -> None:
    mirror.cut_after = CUT
    fetch(tmp_path, mirror, other)
    assert other.asked[0] == ("images.gz", f"bytes={CUT}-")
    assert files_in(tmp_path) == CONTENT


@pytest.mark.parametrize("tells_length", [True, False])
def test_a_mirror_that_knows_no_ranges_sends_everything(
    tells_length: bool, tmp_path: Path, mirror: Mirror
) -> None:
    mirror.knows_ranges, mirror.tells_length = False, tells_length
    write(tmp_path, "images.gz.part", CONTENT["images.gz"][:CUT])
    fetch(tmp_path, mirror)
    assert mirror.asked[0] == ("images.gz", f"bytes={CUT}-")
    assert files_in(tmp_path) == CONTENT


def test_a_range_that_is_refused_starts_again(tmp_path: Path, mirror: Mirror) -> None:
    # Shorter than what is there already, so that the rest of it is out of range.
    mirror.files["images.gz"] = CONTENT["images.gz"][:CUT]
    wanted = {"images.gz": Published(CUT + 10, "0" * 64)}
    write(tmp_path, "images.gz.part", CONTENT["images.gz"][:CUT])
    with pytest.raises(UsageError, match=f"{CUT} bytes instead of {CUT + 10}"):
        fetch_mnist(tmp_path, lambda *_: None, [mirror.address], wanted)
    assert mirror.asked == [("images.gz", f"bytes={CUT}-"), ("images.gz", None)]


@pytest.mark.parametrize("length", [CUT, 300_000])
def test_a_part_that_is_not_the_beginning_is_replaced(
    length: int, tmp_path: Path, mirror: Mirror
) -> None:
    write(tmp_path, "images.gz.part", bytes(length))
    fetch(tmp_path, mirror)
    assert mirror.asked[-2] == ("images.gz", None)
    assert files_in(tmp_path) == CONTENT


def test_a_part_that_is_complete_or_too_long_is_not_resumed(tmp_path: Path, mirror: Mirror) -> None:
    write(tmp_path, "images.gz.part", CONTENT["images.gz"])
    write(tmp_path, "labels.gz.part", CONTENT["labels.gz"] + b"more")
    fetch(tmp_path, mirror)
    assert mirror.asked == [("labels.gz", None)]
    assert files_in(tmp_path) == CONTENT


def test_a_file_of_another_size_is_not_received(tmp_path: Path, mirror: Mirror) -> None:
    write(tmp_path, "images.gz.part", CONTENT["images.gz"][:CUT])
    mirror.files["images.gz"] = CONTENT["images.gz"] + bytes(10**6)
    assert "another file (1300000 bytes instead of 300000)" in refusal(tmp_path, mirror)
    assert files_in(tmp_path) == {"images.gz.part": CONTENT["images.gz"][:CUT]}


def test_no_more_than_the_known_size_is_taken(tmp_path: Path, mirror: Mirror) -> None:
    mirror.tells_length = False
    mirror.files["images.gz"] = CONTENT["images.gz"] + bytes(10**6)
    fetch(tmp_path, mirror)
    assert files_in(tmp_path) == CONTENT


@pytest.mark.parametrize("status", [404, 500])
def test_every_mirror_that_refuses_is_named(
    status: int, tmp_path: Path, mirror: Mirror, other: Mirror
) -> None:
    mirror.status = other.status = status
    said = refusal(tmp_path, mirror, other)
    assert said.startswith("images.gz could not be downloaded: 127.0.0.1:")
    assert said.count(f"HTTP status {status}") == 2
    assert list(tmp_path.iterdir()) == []


def test_the_second_mirror_is_used_when_the_first_fails(
    tmp_path: Path, mirror: Mirror, other: Mirror
) -> None:
    mirror.files = {"images.gz": bytes(300_000)}
    fetch(tmp_path, mirror, other)
    assert [name for name, _ in other.asked] == ["images.gz", "labels.gz"]
    assert files_in(tmp_path) == CONTENT


def test_a_silent_mirror_is_given_up_and_what_came_is_kept(tmp_path: Path, mirror: Mirror) -> None:
    mirror.stall_after = CUT
    assert "was silent for 0.2 seconds" in refusal(tmp_path, mirror, timeout=0.2)
    assert files_in(tmp_path) == {"images.gz.part": CONTENT["images.gz"][:CUT]}


def test_a_mirror_that_never_answers_is_given_up(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mirror = Mirror({})
        mirror.address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert "was silent for 0.2 seconds" in refusal(tmp_path, mirror, timeout=0.2)


@pytest.mark.parametrize("sends", [b"", b"SSH-2.0 \x1b[31m\r\n\r\n"])
def test_what_does_not_speak_http_is_not_reached(sends: bytes, tmp_path: Path) -> None:
    def answer(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(sends)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer, args=(server,))
        thread.start()
        mirror = Mirror({})
        mirror.address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        said = refusal(tmp_path, mirror)
        assert "cannot be reached (" in said
        assert said.isprintable()
        thread.join()


def test_a_port_where_nobody_listens_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    mirror = Mirror({})
    mirror.address = f"http://127.0.0.1:{port}/"
    assert f"127.0.0.1:{port} cannot be reached (Connection refused)" in refusal(tmp_path, mirror)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["x" * 70, "127.0.0.1:port", "a..b"])
def test_an_impossible_host_is_named(host: str, tmp_path: Path) -> None:
    mirror = Mirror({})
    mirror.address = f"http://{host}/"
    assert f"{host} cannot be reached (" in refusal(tmp_path, mirror)


def test_a_cache_that_is_a_file_is_left_alone(tmp_path: Path, mirror: Mirror) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_bytes(b"mine")
    assert "occupied/mnist/images.gz cannot be written (Not a directory)" in refusal(
        occupied, mirror
    )
    assert occupied.read_bytes() == b"mine"


@pytest.mark.parametrize("code", [errno.EROFS, errno.ENOSPC])
def test_a_disk_that_takes_nothing_asks_no_other_mirror(
    code: int, tmp_path: Path, mirror: Mirror, other: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "images.gz", b"what was there before")
    original = Path.open

    def failing(path: Path, mode: str = "r", *rest: Any) -> Any:
        if mode.startswith(("a", "w", "x")):
            raise OSError(code, os.strerror(code))
        return original(path, mode, *rest)

    monkeypatch.setattr(Path, "open", failing)
    assert f"cannot be written ({os.strerror(code)})" in refusal(tmp_path, mirror, other)
    monkeypatch.undo()
    assert files_in(tmp_path) == {"images.gz": b"what was there before"}
    assert other.asked == []


def test_a_disk_that_is_full_in_the_middle_keeps_what_there_is(
    tmp_path: Path, mirror: Mirror
) -> None:
    def full(_name: str, done: int, _size: int) -> None:
        if done > CUT:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(UsageError, match="No space left"):
        fetch_mnist(tmp_path, full, [mirror.address], WANTED)
    ((name, content),) = files_in(tmp_path).items()
    assert name == "images.gz.part"
    assert len(content) > CUT
    assert CONTENT["images.gz"].startswith(content)


def test_control_c_leaves_what_came_for_the_next_call(tmp_path: Path, mirror: Mirror) -> None:
    def interrupt(_name: str, done: int, _size: int) -> None:
        if done > CUT:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch_mnist(tmp_path, interrupt, [mirror.address], WANTED)
    came = len(files_in(tmp_path)["images.gz.part"])
    fetch(tmp_path, mirror)
    assert mirror.asked[1] == ("images.gz", f"bytes={came}-")
    assert files_in(tmp_path) == CONTENT


def test_the_mirror_can_be_named(
    tmp_path: Path, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chosen_mirrors() == MIRRORS
    monkeypatch.setenv("GRADER_MNIST_MIRROR", mirror.address.rstrip("/"))
    fetch_mnist(tmp_path, lambda *_: None, files=WANTED)
    assert files_in(tmp_path) == CONTENT


@pytest.mark.parametrize(
    "given", ["mirror", "ftp://mirror/", "file:///data", "http://", "http://["]
)
def test_only_addresses_of_the_web_are_mirrors(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_MNIST_MIRROR", given)
    with pytest.raises(UsageError, match="GRADER_MNIST_MIRROR has to begin with") as raised:
        chosen_mirrors()
    assert given in str(raised.value)


def test_the_public_files_are_told_apart_by_checksums_of_the_right_length() -> None:
    assert len({published.sha256 for published in FILES.values()}) == 4
    assert {len(bytes.fromhex(published.sha256)) for published in FILES.values()} == {32}
