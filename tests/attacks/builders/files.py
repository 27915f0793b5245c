"""Attacks by what kind of file is handed in, and by what lies beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tests.attacks.attack import Place
from tests.attacks.building import NAME, RIGHT, WRONG, built, write_bytes
from tests.attacks.levels import ROOT


@built()
def symbolic_link(place: Place) -> None:
    """Hands in a link to the solution. Links are never followed."""
    solution = ROOT / "solutions/day2/section3_overfitting/l2_gradient/l2_gradient.py"
    (place.submission / NAME).symlink_to(solution)


@built()
def link_to_secret(place: Place) -> None:
    """Hands in a link to a file of the machine, whose text an error would quote.

    Links are never followed.
    """
    (place.submission / NAME).symlink_to(place.words["CANARY"])


@built()
def linked_folder(place: Place) -> None:
    """Hands in a folder that is a link into the author's. Links are never followed."""
    folder = ROOT / "solutions/day2/section3_overfitting/l2_gradient"
    (place.submission / "l2_gradient").symlink_to(folder)


@built(slow=True)
def circular_link(place: Place) -> None:
    """Hands in a link to itself, and a folder that holds itself. Links are never followed."""
    (place.submission / NAME).symlink_to(NAME)
    (place.submission / "again").symlink_to(place.submission)


@built()
def pipe(place: Place) -> None:
    """Hands in a named pipe, which would be waited for. Only regular files are opened."""
    os.mkfifo(place.submission / NAME)


@built(slow=True)
def folder_for_file(place: Place) -> None:
    """Hands in a folder under the name of the file. Only regular files are opened."""
    (place.submission / NAME).mkdir()


@built()
def device(place: Place) -> None:
    """Hands in a device that yields zeros for ever, or a link to it.

    Only regular files are opened.
    """
    path = place.submission / NAME
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        path.symlink_to("/dev/zero")


@built()
def modules_beside(place: Place) -> None:
    """Leaves modules beside its answer that Python or pytest would import.

    Nothing beside an answer is on the import path.
    """
    spoiling = 'print("@PROOF@"[::-1])\nopen("@OUTSIDE@/@MARKER@", "w").close()\n'
    names = ("numpy", "sitecustomize", "usercustomize", "conftest", "__init__", "grader", "json")
    for name in names:
        place.write(f"{name}.py", spoiling)
    place.write("numpy/__init__.py", spoiling)
    place.write("x.pth", "import l2_gradient\n")
    place.write(NAME, "import sys\nsys.path.insert(0, '')\nimport conftest\n" + WRONG)


@built()
def course_beside(place: Place) -> None:
    """Hands in a course of its own with checks that everything passes.

    The course is the grader's, never the submission's.
    """
    place.write("course.toml", 'id = "mine"\ntitle = { en = "Mine", ja = "mine" }\n')
    place.write("pyproject.toml", "[tool.grader]\n")
    folder = "solutions/day2/section3_overfitting/l2_gradient"
    place.write(f"{folder}/l2_gradient.py", WRONG)
    place.write(f"{folder}/checks.py", 'print("@PROOF@"[::-1])\n')
    place.write(NAME, WRONG)


@built(slow=True)
def compiled_beside(place: Place) -> None:
    """Leaves compiled code where Python would look for it. Answers are read as text."""
    place.write("__pycache__/l2_gradient.cpython-311.pyc", "\0" * 100)
    place.write(NAME, WRONG)


@built(slow=True)
def large_file(place: Place) -> None:
    """Hands in ten MB of comments. The size is limited before reading."""
    write_bytes(place, (b"#" * 99 + b"\n") * 100_000 + RIGHT.encode())


@built()
def sparse_file(place: Place) -> None:
    """Hands in a terabyte that takes no room on the disk. The size is limited before reading."""
    write_bytes(place, RIGHT.encode())
    os.truncate(place.submission / NAME, 1 << 40)


def _swap(submission: Path) -> None:
    """Put a link, a pipe and another text in the file's place, by turns."""
    path, other = submission / NAME, submission / "other"
    for make in (
        lambda: other.write_text(RIGHT, encoding="utf-8"),
        lambda: other.symlink_to("/etc/hostname"),
        lambda: os.mkfifo(other),
        lambda: other.write_text(WRONG, encoding="utf-8"),
    ):
        make()
        other.replace(path)


@built(expects="harmless", meanwhile=_swap)
def changes_while_read(place: Place) -> None:
    """Changes into a link, a pipe and another text while it is looked at.

    What was opened is looked at, and read once.
    """
    place.write(NAME, WRONG)


def _grow(submission: Path) -> None:
    with (submission / NAME).open("ab") as file:
        file.write(b"#" * 1000)
        if file.tell() > 1 << 20:
            file.truncate(len(WRONG))


@built(meanwhile=_grow)
def grows_while_read(place: Place) -> None:
    """Grows while it is read. No more is read than is allowed."""
    place.write(NAME, WRONG)


@built()
def steering_file_name(place: Place) -> None:
    """Leaves files beside it whose names steer a terminal, or are no text.

    Names are shown as text.
    """
    place.write(NAME, WRONG)
    for name in (b"\x1b[2J.py", b"\xff\xfe.py", b"a\nb.py", "\u202eyp.py".encode()):
        (place.submission / os.fsdecode(name)).write_bytes(b"")


@built(slow=True)
def very_many_files(place: Place) -> None:
    """Hands in two thousand files that answer nothing. The first few are told."""
    place.write(NAME, WRONG)
    for number in range(2_000):
        (place.submission / f"x{number}.py").touch()


@built()
def deep_folders(place: Place) -> None:
    """Hands in folders nested a hundred deep. Walking them is bounded."""
    place.write(NAME, WRONG)
    place.write("/".join(["x"] * 100) + "/y.py", WRONG)
