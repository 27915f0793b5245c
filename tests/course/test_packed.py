from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import time
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.course.answer import MAX_BYTES, Answer
from grader.course.catalog import Course, load_course
from grader.course.exercise import Exercise
from grader.course.packed import MAX_ARCHIVE, MAX_MEMBERS, open_packed
from grader.course.packing import pack
from grader.course.submission import find_answer, open_submission, unclaimed_files
from grader.errors import USAGE, UsageError
from tests.course.notebook_files import code, notebook

EXERCISE = Exercise("day1/section1_sums/double", Path("course"), 10.0)
SOURCE = "def double(x):\n    return 2 * x\n"
PLACE = "day1/section1_sums/double.py"


def zipped(path: Path, members: Mapping[str, str | bytes], kind: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def answer_in(path: Path) -> Answer:
    answer = find_answer(open_submission(str(path), selected=2), EXERCISE)
    assert answer is not None
    return answer


def problem_in(path: Path) -> str:
    answer = answer_in(path)
    assert answer.problem is not None
    assert answer.source == ""
    return answer.problem.name


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as caught:
        open_submission(str(path), selected=2)
    assert caught.value.exit_code == USAGE
    assert str(path) in str(caught.value)
    return caught.value.sentence.name


@pytest.fixture
def course(course_folder: Path) -> Course:
    return load_course(course_folder)


@pytest.fixture
def student(tmp_path: Path) -> Path:
    folder = tmp_path / "student"
    folder.mkdir()
    (folder / "double.py").write_text(SOURCE)
    (folder / "total.py").write_text("def total(x):\n    ___1\n    return ___2\n")
    return folder


def packed_of(course: Course, given: Path) -> bytes:
    return pack(course, course.exercises, open_submission(str(given), 2)).data


@pytest.fixture
def archive(course: Course, student: Path, tmp_path: Path) -> Path:
    path = tmp_path / "answers.zip"
    path.write_bytes(packed_of(course, student))
    return path


def changed(archive: Path, **members: str | None) -> Path:
    """The archive with members replaced, added or (by None) left out."""
    with zipfile.ZipFile(archive) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    new = {name: text.encode() for name, text in members.items() if text is not None}
    merged = {**kept, **new}
    return zipped(
        archive, {name: merged[name] for name in merged if members.get(name, "") is not None}
    )


def test_what_was_packed_is_read_back(archive: Path) -> None:
    answer = answer_in(archive)
    assert answer == Answer(Path(f"{archive}/{PLACE}"), SOURCE)


def test_the_manifest_names_course_grader_and_hashes(archive: Path, course: Course) -> None:
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        hashes = {
            name: hashlib.sha256(opened.read(name)).hexdigest()
            for name in opened.namelist()
            if name.endswith(".py")
        }
    assert manifest["files"] == hashes
    assert len(hashes) == 2
    assert manifest["course"]["id"] == "tiny"
    assert set(manifest) == {"course", "files", "format", "grader"}
    assert open_packed(archive).remarks_about(course) == []


def test_the_same_answers_give_the_same_bytes(course: Course, student: Path) -> None:
    first = packed_of(course, student)
    os.utime(student / "double.py", (0, 0))
    (student / "double.py").chmod(0o600)
    assert packed_of(course, student) == first
    (student / "double.py").write_text(SOURCE + "\n")
    assert packed_of(course, student) != first


def test_open_blanks_are_counted_and_what_cannot_be_read_is_left_out(
    course: Course, student: Path
) -> None:
    package = pack(course, course.exercises, open_submission(str(student), 2))
    assert [exercise.name for exercise in package.unfinished] == ["total"]
    (student / "double.py").unlink()
    (student / "double.py").symlink_to("total.py")
    package = pack(course, course.exercises, open_submission(str(student), 2))
    assert [exercise.name for exercise in package.packed] == ["total"]
    assert [said.name for said in package.left_out] == ["submission.special_file"]


def test_a_declared_encoding_survives(course: Course, student: Path, archive: Path) -> None:
    text = "# -*- coding: shift_jis -*-\n# 二倍\n" + SOURCE
    (student / "double.py").write_text(text, encoding="shift_jis")
    archive.write_bytes(packed_of(course, student))
    assert answer_in(archive).source == text


def test_a_notebook_becomes_files_that_stand_alone(
    course: Course, tmp_path: Path, archive: Path
) -> None:
    given = tmp_path / "n.ipynb"
    given.write_bytes(notebook([code("two = 2"), code("def double(x):\n    return two * x")]))
    archive.write_bytes(packed_of(course, given))
    namespace: dict[str, object] = {}
    exec(answer_in(archive).source, namespace)
    assert callable(namespace["double"])
    assert namespace["double"](4) == 8


def test_a_changed_file_is_told(archive: Path) -> None:
    changed(archive, **{PLACE: SOURCE + "#"})
    answer = answer_in(archive)
    assert answer.source == SOURCE + "#"
    assert [remark.name for remark in answer.remarks] == ["packed.other_hash"]


def test_what_the_manifest_names_and_is_gone_is_told(archive: Path, course: Course) -> None:
    changed(archive, **{PLACE: None})
    (said,) = open_packed(archive).remarks_about(course)
    assert (said.name, said.values["name"]) == ("packed.member_missing", PLACE)


def test_another_edition_of_the_course_is_told(archive: Path, course: Course) -> None:
    solution = course.exercises[0].solution_path
    solution.write_text(solution.read_text().replace("The sum", "A sum"))
    assert [said.name for said in open_packed(archive).remarks_about(course)] == [
        "packed.other_course"
    ]


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{", "[" * 100_000, '{"files": [1]}', '{"files": {"x": {}}, "course": 3}', "\udcff"],
    ids=lambda manifest: manifest[:20],
)
def test_a_broken_manifest_is_told_and_the_answers_are_read(
    archive: Path, course: Course, manifest: str
) -> None:
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(PLACE, SOURCE)
        opened.writestr("manifest.json", manifest.encode(errors="surrogateescape"))
    assert open_packed(archive).remarks_about(course)
    assert answer_in(archive).source == SOURCE


@pytest.mark.parametrize(
    "name",
    [PLACE, "double.py", "double/double.py", "homework/double.py", f"homework/{PLACE}"],
)
def test_an_archive_without_manifest_is_read_like_a_folder(
    tmp_path: Path, course: Course, name: str
) -> None:
    path = zipped(tmp_path / "a.zip", {name: SOURCE, "__MACOSX/x": b""}, zipfile.ZIP_DEFLATED)
    assert answer_in(path).source == SOURCE
    assert open_packed(path).remarks_about(course) == []


def test_the_manifest_may_lie_in_a_folder_of_its_own(archive: Path, course: Course) -> None:
    with zipfile.ZipFile(archive) as old:
        members = {f"mine/{name}": old.read(name) for name in old.namelist()}
    zipped(archive, members)
    assert open_packed(archive).remarks_about(course) == []
    assert answer_in(archive).remarks == ()


def test_notebooks_in_an_archive_are_read(tmp_path: Path) -> None:
    members = {"a.ipynb": b"{", "b.ipynb": notebook([code(SOURCE)])}
    assert answer_in(zipped(tmp_path / "a.zip", members)).path.name == "b.ipynb, cell 1"


def test_files_that_answer_nothing_are_listed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": SOURCE, "dubble.py": SOURCE, "x.txt": ""})
    submission = open_submission(str(path), 1)
    assert unclaimed_files(submission, [f"{path}/double.py"]) == [f"{path}/dubble.py"]
    assert find_answer(submission, EXERCISE._replace(id="day1/x/none")) is None


@pytest.mark.parametrize(
    "name",
    [
        "/double.py",
        "../double.py",
        "a/../../double.py",
        "C:\\double.py",
        "a\\double.py",
        "..",
        "a\nb",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": SOURCE, name: SOURCE})
    assert refused(path) == "packed.unsafe_name"
    assert [item.name for item in tmp_path.iterdir()] == ["a.zip"]


def test_a_name_that_ends_early_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.pyX.txt": SOURCE})
    path.write_bytes(path.read_bytes().replace(b"double.pyX.txt", b"double.py\0.txt"))
    assert refused(path) == "packed.unsafe_name"


def test_one_name_for_two_members_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("double.py", SOURCE)
        with pytest.warns(UserWarning, match="Duplicate name"):
            opened.writestr("double.py", "other")
    assert refused(path) == "packed.twice"


def test_links_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        info = zipfile.ZipInfo("double.py")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        opened.writestr(info, "/etc/passwd")
    assert problem_in(path) == "submission.special_file"


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compressions_are_not_unpacked(tmp_path: Path, kind: int) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": SOURCE}, kind)
    assert problem_in(path) == "packed.member_unreadable"


def test_encrypted_members_are_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": SOURCE})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(signature) + offset] |= 1
    path.write_bytes(data)
    assert problem_in(path) == "packed.member_unreadable"


def test_a_damaged_member_is_a_problem_of_its_own(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": SOURCE, "total.py": SOURCE})
    path.write_bytes(path.read_bytes().replace(b"2 * x", b"3 * x", 1))
    assert problem_in(path) == "packed.member_unreadable"


def test_an_answer_that_is_too_large_is_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": b"#" * (MAX_BYTES + 1)})
    assert problem_in(path) == "submission.too_large"


def test_many_members_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {str(n): b"" for n in range(MAX_MEMBERS + 1)})
    assert refused(path) == "packed.too_many"


@pytest.mark.timeout(10)
def test_a_directory_of_endlessly_many_members_is_not_even_listed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n:040}": b"" for n in range(20_000)})
    started = time.monotonic()
    assert refused(path) == "packed.no_archive"
    assert time.monotonic() - started < 1


def test_what_swells_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"double.py": b"\0" * 20_000_000}, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 30_000
    assert refused(path) == "packed.swells"


def test_members_that_share_their_bytes_swell_as_well(tmp_path: Path) -> None:
    """Many members that point to one compressed block, as in bombs without recursion."""
    path = tmp_path / "a.zip"
    path.write_bytes(overlapping(count=900, size=1_000_000))
    assert refused(path) == "packed.swells"


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(overlapping(count=1, size=50_000_000, claimed=1_000))
    started = time.monotonic()
    assert problem_in(path) == "packed.member_unreadable"
    assert time.monotonic() - started < 1


def overlapping(count: int, size: int, claimed: int | None = None) -> bytes:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = compressor.compress(b"a" * size) + compressor.flush()
    names = ["double.py", *(f"{n}.py" for n in range(1, count))]
    shared = (20, 0, 8, 0, 0, 0, len(block), claimed or size)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", *shared, len(names[0]), 0) + names[0].encode()
    directory = b"".join(
        struct.pack("<4sH5H3I5H2I", b"PK\1\2", 20, *shared, len(name), 0, 0, 0, 0, 0, 0)
        + name.encode()
        for name in names
    )
    start = len(local) + len(block)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
    return local + block + directory + end


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"hello", b"PK\5\6" + b"\0" * 18, b"PK\5\6" + b"\xff" * 18, b"PK\3\4" * 9],
    ids=repr,
)
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert refused(tmp_path / "a.zip") == "packed.no_archive"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(MAX_ARCHIVE + 1)
    assert refused(tmp_path / "a.zip") == "packed.too_large"


@pytest.mark.timeout(5)
def test_links_and_pipes_are_not_opened(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "link.zip").symlink_to(archive)
    os.mkfifo(tmp_path / "pipe.zip")
    for name in ("link.zip", "pipe.zip"):
        assert refused_as_special(tmp_path / name)


def refused_as_special(path: Path) -> bool:
    return refused(path) == "submission.special_file"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_archive_is_read_or_refused(archive: Path, data: st.DataObject) -> None:
    whole = archive.read_bytes()
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = archive.with_name("damaged.zip")
    path.write_bytes(damaged[: data.draw(st.integers(1, len(whole)))])
    try:
        submission = open_submission(str(path), selected=2)
    except UsageError:
        return
    answer = find_answer(submission, EXERCISE)
    assert answer is None or answer.problem is not None or answer.source is not None


def test_an_archive_is_written_without_names_of_this_computer(archive: Path) -> None:
    opened = zipfile.ZipFile(io.BytesIO(archive.read_bytes()))
    assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened.namelist() == sorted(opened.namelist())
