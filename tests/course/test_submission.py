from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.course.exercise import Exercise
from grader.course.submission import (
    MAX_BYTES,
    MAX_LINE,
    Answer,
    Submission,
    find_answer,
    open_submission,
)
from grader.errors import USAGE, UsageError

EXERCISE = Exercise("day1/section3_output/softmax", Path("course"), 10.0)
SOURCE = "def softmax(x):\n    return x\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "student"
    path.mkdir()
    return path


def answer_in(folder: Path) -> Answer:
    answer = find_answer(open_submission(str(folder), selected=3), EXERCISE)
    assert answer is not None
    return answer


def problem_in(folder: Path) -> str:
    answer = answer_in(folder)
    assert answer.problem is not None
    assert answer.source == ""
    return answer.problem.name.removeprefix("submission.")


def refused(given: Path, selected: int = 1) -> UsageError:
    with pytest.raises(UsageError) as caught:
        open_submission(str(given), selected)
    assert caught.value.exit_code == USAGE
    assert str(given) in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "place",
    [
        "day1/section3_output/softmax.py",
        "day1/section3_output/softmax/softmax.py",
        "softmax.py",
    ],
)
def test_a_folder_may_mirror_the_tree_hold_folders_or_be_flat(folder: Path, place: str) -> None:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SOURCE)
    assert answer_in(folder) == Answer(path, SOURCE)


def test_the_mirrored_place_goes_before_the_flat_one(folder: Path) -> None:
    (folder / "softmax.py").write_text("flat = 1\n")
    mirrored = folder / "day1/section3_output/softmax.py"
    mirrored.parent.mkdir(parents=True)
    mirrored.write_text(SOURCE)
    assert answer_in(folder).path == mirrored


def test_an_absent_answer_is_none(folder: Path) -> None:
    (folder / "relu.py").write_text(SOURCE)
    (folder / "softmax.txt").write_text(SOURCE)
    assert find_answer(open_submission(str(folder), 1), EXERCISE) is None


def test_a_single_file_answers_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "my final answer.py"
    path.write_text(SOURCE)
    submission = open_submission(str(path), selected=1)
    assert submission == Submission(str(path), path, is_file=True)
    assert find_answer(submission, EXERCISE) == Answer(path, SOURCE)


def test_a_single_file_cannot_answer_several_exercises(tmp_path: Path) -> None:
    path = tmp_path / "softmax.py"
    path.write_text(SOURCE)
    assert "2 exercises are selected" in str(refused(path, selected=2))


def test_a_submission_that_is_not_there(tmp_path: Path) -> None:
    assert "No such file" in str(refused(tmp_path / "nobody"))
    (tmp_path / "file.py").touch()
    assert "Not a directory" in str(refused(tmp_path / "file.py" / "student"))


def test_a_file_that_is_not_python(tmp_path: Path) -> None:
    path = tmp_path / "softmax.docx"
    path.write_text(SOURCE)
    assert "neither a folder nor a .py, .ipynb or .zip file" in str(refused(path))


def test_a_folder_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not stop root, so the answer of the system is what is replaced.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert "cannot be read" in str(refused(folder))


def test_a_file_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "softmax.py").write_text(SOURCE)

    def forbidden(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert problem_in(folder) == "file_unreadable"


def test_a_link_to_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text(SOURCE)
    (folder / "softmax.py").symlink_to(secret)
    assert problem_in(folder) == "special_file"


def test_a_dangling_link_is_no_absent_answer(folder: Path) -> None:
    (folder / "softmax.py").symlink_to("nowhere.py")
    assert problem_in(folder) == "special_file"


def test_a_link_to_a_folder_inside_is_not_followed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "section3_output").mkdir(parents=True)
    (other / "section3_output/softmax.py").write_text(SOURCE)
    (folder / "day1").symlink_to(other)
    assert problem_in(folder) == "special_file"


def test_a_link_to_a_single_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text(SOURCE)
    link = tmp_path / "link.py"
    link.symlink_to("real.py")
    answer = find_answer(open_submission(str(link), 1), EXERCISE)
    assert answer is not None
    assert answer.problem is not None


def test_the_submission_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / "softmax.py").write_text(SOURCE)
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert answer_in(link) == Answer(link / "softmax.py", SOURCE)


@pytest.mark.timeout(5)
def test_a_pipe_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "softmax.py")
    assert problem_in(folder) == "special_file"


@pytest.mark.timeout(5)
def test_a_pipe_as_the_submission_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "softmax.py")
    answer = find_answer(open_submission(str(tmp_path / "softmax.py"), 1), EXERCISE)
    assert answer is not None
    assert answer.problem is not None


@pytest.mark.timeout(5)
def test_a_file_that_becomes_a_pipe_while_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "softmax.py"
    path.write_text(SOURCE)
    system_open = os.open

    def swapped(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return system_open(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert problem_in(folder) == "special_file"


def test_a_file_that_becomes_a_link_while_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "softmax.py"
    path.write_text(SOURCE)
    system_open = os.open

    def swapped(name: Path, flags: int) -> int:
        path.rename(folder / "elsewhere.py")
        path.symlink_to("elsewhere.py")
        return system_open(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert problem_in(folder) == "file_unreadable"


def test_a_device_is_not_read() -> None:
    submission = Submission("/dev/zero", Path("/dev/zero"), is_file=True)
    answer = find_answer(submission, EXERCISE)
    assert answer is not None
    assert answer.problem is not None
    assert answer.problem.name == "submission.special_file"


def test_a_folder_in_the_place_of_the_file(folder: Path) -> None:
    (folder / "softmax.py").mkdir()
    assert problem_in(folder) == "special_file"


def test_a_socket_in_the_place_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # names of sockets must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("softmax.py")
        assert problem_in(folder) == "special_file"


def test_the_largest_file_that_is_read(folder: Path) -> None:
    lines = b"#" * 1023 + b"\n"
    (folder / "softmax.py").write_bytes(lines * (MAX_BYTES // 1024))
    assert len(answer_in(folder).source) == MAX_BYTES
    (folder / "softmax.py").write_bytes(lines * (MAX_BYTES // 1024) + b"#")
    assert problem_in(folder) == "too_large"


def test_the_longest_line_that_is_read(folder: Path) -> None:
    (folder / "softmax.py").write_bytes(b"#" * MAX_LINE)
    assert answer_in(folder).problem is None
    (folder / "softmax.py").write_bytes(b"#" * (MAX_LINE + 1))
    assert problem_in(folder) == "line_too_long"


JAPANESE = "# 平均を引きます\n"


@pytest.mark.parametrize(
    "encoding", ["shift_jis", "sjis", "cp932", "euc_jp", "iso2022_jp", "latin-1", "utf-8"]
)
def test_a_declared_encoding_is_believed(folder: Path, encoding: str) -> None:
    text = f"# -*- coding: {encoding} -*-\n" + ("# déjà\n" if encoding == "latin-1" else JAPANESE)
    (folder / "softmax.py").write_bytes(text.encode(encoding))
    assert answer_in(folder).source == text


def test_a_byte_order_mark_is_no_part_of_the_source(folder: Path) -> None:
    (folder / "softmax.py").write_text(JAPANESE + SOURCE, encoding="utf-8-sig")
    assert answer_in(folder).source == JAPANESE + SOURCE


def test_line_ends_of_windows_become_ours(folder: Path) -> None:
    (folder / "softmax.py").write_bytes(SOURCE.replace("\n", "\r\n").encode())
    assert answer_in(folder).source == SOURCE


@pytest.mark.parametrize(
    "data",
    [
        JAPANESE.encode("shift_jis"),
        b"x = 1\n" * 3 + JAPANESE.encode("euc_jp"),
        b"x = '\0'\n",
        SOURCE.encode("utf-16"),
        b"# coding: no-such-thing\n",
        b"# coding: rot13\n",
        b"# coding: utf-8\n\xff\n",
        b"# coding: undefined\n",
        b"# coding: punycode\n" + b"a" * 90_000 + b"-" + b"a" * 90_000,
        b"# coding: idna\nxn--a\n",
        b"\xef\xbb\xbf# coding: shift_jis\n",
        b"\x7fELF\x02\x01\x01\x00\xff\xfe",
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_text(folder: Path, data: bytes) -> None:
    (folder / "softmax.py").write_bytes(data)
    assert problem_in(folder) == "not_text"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    declared=st.sampled_from(
        [b"", b"# coding: shift_jis\n", b"# coding: iso2022_jp\n", b"\xef\xbb\xbf"]
    ),
    data=st.binary(max_size=60),
)
def test_any_bytes_are_text_or_a_problem(folder: Path, declared: bytes, data: bytes) -> None:
    (folder / "softmax.py").write_bytes(declared + data)
    answer = answer_in(folder)
    assert answer.problem is None or answer.source == ""
