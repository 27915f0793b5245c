"""Answers in a zip archive, read member by member and never unpacked to disk.

`grader pack` writes such archives with a manifest; one that a student zipped without it is read
just the same. An archive may come from a stranger, so its size, its members' number, names and
sizes are looked at before anything in it is decompressed.
"""

from __future__ import annotations

import hashlib
import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from grader.course.answer import (
    MAX_BYTES,
    Answer,
    UnreadableError,
    answer_of_bytes,
    read_regular_file,
)
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.manifest import MANIFEST, course_digest
from grader.course.notebooks import Notebook, read_notebook
from grader.course.submission import places_of
from grader.errors import UsageError
from grader.words import Sentence, sentence

MAX_ARCHIVE = 32 << 20
MAX_DIRECTORY = 256 << 10
MAX_MEMBERS = 1_000
MAX_UNPACKED = 128 << 20
# Text shrinks to a tenth; what shrinks far more is made of repetition, and small or hostile.
MAX_RATIO, RATIO_MATTERS = 100, 1 << 20
MAX_MANIFEST = 256 << 10

_END, _END_64 = b"PK\5\6", b"PK\6\7"
_ENCRYPTED = 1
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    LookupError,
    OverflowError,
)


class Packed:
    """An archive that was looked at; made by `open_packed`."""

    def __init__(self, path: str, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        self._top = _common_folder(self._members)
        self._base = self._top if self._top + MANIFEST in self._members else ""
        self._notebooks: dict[str, Notebook | None] = {}
        self.manifest = self._read_manifest()

    def find_answer(self, exercise: Exercise) -> Answer | None:
        """Find the answer to an exercise, as in a folder; the members may share one folder."""
        for folder in dict.fromkeys(("", self._top)):
            for place in places_of(exercise):
                if folder + place in self._members:
                    return self._answer(folder + place)
        answers = (
            notebook.find_answer(exercise)
            for name in sorted(self._members)
            if name.endswith(".ipynb") and (notebook := self._notebook(name))
        )
        return next((answer for answer in answers if answer is not None), None)

    def unclaimed(self, answers: Collection[str]) -> list[str]:
        """List the Python files that answer nothing."""
        paths = [f"{self._path}/{name}" for name in sorted(self._members) if name.endswith(".py")]
        return [path for path in paths if path not in answers]

    def remarks_about(self, course: Course) -> list[Sentence]:
        """Compare the manifest with what is in the archive and with the course."""
        if self.manifest is None:
            broken = self._base + MANIFEST in self._members
            return [sentence("packed.broken_manifest", path=self._path)] if broken else []
        said = []
        packed_for = self.manifest.get("course")
        if packed_for != {"id": course.id, "digest": course_digest(course)}:
            said.append(sentence("packed.other_course", path=self._path))
        listed = self._listed()
        said += [
            sentence("packed.member_missing", path=self._path, name=name)
            for name in sorted(map(_shown, listed))
            if self._base + name not in self._members
        ][:10]
        return said

    def _answer(self, name: str) -> Answer:
        path = Path(f"{self._path}/{name}")
        data = self._read(self._members[name], MAX_BYTES)
        if isinstance(data, Sentence):
            return Answer(path, problem=data)
        answer = answer_of_bytes(path, data)
        if data is None or self.manifest is None:
            return answer
        if self._listed().get(name.removeprefix(self._base)) == hashlib.sha256(data).hexdigest():
            return answer
        return answer._replace(remarks=(sentence("packed.other_hash", name=name),))

    def _notebook(self, name: str) -> Notebook | None:
        if name not in self._notebooks:
            self._notebooks[name] = self._opened(name)
        return self._notebooks[name]

    def _opened(self, name: str) -> Notebook | None:
        data = self._read(self._members[name], MAX_UNPACKED)
        if isinstance(data, Sentence):
            return None
        try:
            return read_notebook(f"{self._path}/{name}", data)
        except UsageError:
            return None

    def _listed(self) -> Mapping[str, Any]:
        files = self.manifest.get("files") if self.manifest else None
        return files if isinstance(files, dict) else {}

    def _read_manifest(self) -> Mapping[str, Any] | None:
        if self._base + MANIFEST not in self._members:
            return None
        data = self._read(self._members[self._base + MANIFEST], MAX_MANIFEST)
        try:
            manifest = json.loads(data) if isinstance(data, bytes) else None
        except (ValueError, RecursionError):
            return None
        return manifest if isinstance(manifest, dict) else None

    def _read(self, info: zipfile.ZipInfo, limit: int) -> bytes | Sentence | None:
        """Decompress a member: its bytes, None for too many, or why it cannot be read."""
        name = f"{self._path}/{info.filename}"
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            return sentence("submission.special_file", file=name)
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
            return sentence("packed.member_unreadable", file=name)
        if info.file_size > limit:
            return None
        try:
            with self._archive.open(info) as member:
                data = member.read(limit + 1)
        except _BROKEN:
            return sentence("packed.member_unreadable", file=name)
        return None if len(data) > limit else data


def open_packed(path: Path) -> Packed:
    """Look at an archive.

    Raises:
        UsageError: it cannot be read, or holds what no archive of answers does.
    """
    try:
        data = read_regular_file(path, MAX_ARCHIVE)
    except UnreadableError as error:
        raise UsageError(error.sentence) from error
    if data is None:
        raise UsageError(sentence("packed.too_large", path=path, size=MAX_ARCHIVE >> 20))
    if not 0 < _directory_bytes(data) <= MAX_DIRECTORY:
        raise UsageError(sentence("packed.no_archive", path=path))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise UsageError(sentence("packed.no_archive", path=path)) from error
    why_not = _why_not(str(path), archive.infolist())
    if why_not is not None:
        raise UsageError(why_not)
    return Packed(str(path), archive)


def _directory_bytes(data: bytes) -> int:
    """How large the list of members is, which is read before anything can be looked at."""
    end = data.rfind(_END)
    record = data[end + 12 : end + 16]
    if end < 0 or len(record) < 4 or data[max(0, end - 20) : end].startswith(_END_64):
        return 0
    return int.from_bytes(record, "little")


def _why_not(path: str, members: list[zipfile.ZipInfo]) -> Sentence | None:
    if len(members) > MAX_MEMBERS:
        return sentence("packed.too_many", path=path, limit=MAX_MEMBERS)
    names = [info.filename for info in members]
    for info in members:
        name = _shown(info.filename)
        if not _is_safe(info.orig_filename):
            return sentence("packed.unsafe_name", path=path, name=name)
        if names.count(info.filename) > 1:
            return sentence("packed.twice", path=path, name=name)
        if info.file_size > max(RATIO_MATTERS, MAX_RATIO * info.compress_size):
            return sentence("packed.swells", path=path, name=name)
    if sum(info.file_size for info in members) > MAX_UNPACKED:
        return sentence("packed.swells", path=path, name=_shown(names[0]))
    return None


def _is_safe(name: str) -> bool:
    """Whether a name stays below the folder it would be unpacked into, on every system."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not (
        name.startswith("/")
        or ".." in parts
        or any(character in name for character in "\\:\0")
        or not name.isprintable()
    )


def _common_folder(names: Collection[str]) -> str:
    """The folder that all members lie in, with its slash; empty if there is none."""
    folders = {name.partition("/")[0] for name in names if not name.startswith("__MACOSX/")}
    folder = f"{next(iter(folders), '')}/"
    return folder if len(folders) == 1 and any(name.startswith(folder) for name in names) else ""


def _shown(name: str) -> str:
    return name[:80].encode("unicode_escape").decode() if not name.isprintable() else name[:80]
