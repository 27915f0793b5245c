"""A learner's notebook for one copy of a course: a page for each topic, with entries by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from grader.progress.file import DamagedFileError, put_aside, read_json, write_json
from grader.words import Sentence, sentence

VERSION = 1

Entry: TypeAlias = Mapping[str, Any]


class Notebook:
    """Entries in plain JSON, kept in a file; each topic has a page and a module that knows it.

    Nothing here ever stops a command: what cannot be read or kept becomes a remark.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._can_be_kept = True
        self._remarks: list[Sentence] = []
        self._pages = self._read()

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        """What to tell the learner about the file."""
        return tuple(self._remarks)

    def entry(self, page: str, key: str) -> Entry:
        """Look an entry up; it is empty if there is none."""
        return self._pages.get(page, {}).get(key, {})

    def note(self, page: str, key: str, entry: Entry) -> None:
        """Replace one entry; what others have written since into all others is kept."""
        if self._can_be_kept:
            self._pages = self._read()
        self._pages.setdefault(page, {})[key] = dict(entry)
        if self._can_be_kept:
            self._write()

    def _read(self) -> dict[str, dict[str, dict[str, Any]]]:
        try:
            return _pages_of(read_json(self._path))
        except OSError as error:
            self._give_up("progress.unreadable", error)
        except DamagedFileError:
            self._put_aside()
        return {}

    def _write(self) -> None:
        try:
            write_json(self._path, {"version": VERSION, "pages": self._pages})
        except OSError as error:
            self._give_up("progress.unwritable", error)

    def _put_aside(self) -> None:
        try:
            aside = put_aside(self._path)
        except OSError as error:
            self._give_up("progress.unreadable", error)
        else:
            self._remarks.append(sentence("progress.damaged", file=self._path, aside=aside))

    def _give_up(self, name: str, error: OSError) -> None:
        self._can_be_kept = False
        self._remarks.append(sentence(name, file=self._path, error=error.strerror))


def _pages_of(document: Any) -> dict[str, dict[str, dict[str, Any]]]:
    match document:
        case None:
            return {}
        case {"version": 1, "pages": dict(pages)} if all(map(_is_page, pages.values())):
            return pages
    raise DamagedFileError


def _is_page(page: Any) -> bool:
    return isinstance(page, dict) and all(isinstance(entry, dict) for entry in page.values())
