"""Bytes from a terminal become names of keys."""

from __future__ import annotations

import re
import unicodedata

ESCAPE = "\x1b"
_NAMED = {
    "A": "up",
    "B": "down",
    "H": "home",
    "F": "end",
    "1~": "home",
    "4~": "end",
    "5~": "page_up",
    "6~": "page_down",
    "7~": "home",
    "8~": "end",
}
_CONTROL = {"\r": "enter", "\n": "enter", " ": "space", ESCAPE: "escape"}
# A control sequence: its introducer, parameters, and a last character that says what it is.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])")
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")


class Keyboard:
    """Reads keys from pieces of input, which may end anywhere, even within a character."""

    def __init__(self) -> None:
        self._left = b""

    @property
    def waiting(self) -> bool:
        """Whether what has come so far may be the beginning of a key, or a key by itself."""
        return bool(self._left)

    def feed(self, data: bytes) -> list[str]:
        """Take in a piece of input, and name the keys that are complete."""
        data = self._left + data
        self._left = b""
        text = data.decode(errors="surrogateescape")
        unfinished = _UNFINISHED.search(text) or _cut_character(text)
        if unfinished:
            self._left = text[unfinished.start() :].encode(errors="surrogateescape")
            text = text[: unfinished.start()]
        return _named(text)

    def flush(self) -> list[str]:
        """Nothing has followed for a while: an escape character was the key itself."""
        left, self._left = self._left, b""
        return ["escape"] if left == ESCAPE.encode() else []


def _cut_character(text: str) -> re.Match[str] | None:
    """Find the beginning of a character of several bytes whose rest is still to come."""
    return re.search(r"[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\Z", text)


def _named(text: str) -> list[str]:
    keys = []
    place = 0
    while place < len(text):
        sequence = _SEQUENCE.match(text, place)
        key = text[place] if sequence is None else _sequence_name(sequence[0])
        place = place + 1 if sequence is None else sequence.end()
        keys.append(_CONTROL.get(key, key) if sequence is None else key)
    return [_plain(key) for key in keys]


def _sequence_name(sequence: str) -> str:
    return _NAMED.get(sequence[2:], "")


def _plain(key: str) -> str:
    """Letters as they are meant: a Japanese keyboard may send full-width ones."""
    return unicodedata.normalize("NFKC", key).lower()
