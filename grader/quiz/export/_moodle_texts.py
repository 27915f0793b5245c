"""Names and texts in a form that Moodle's import leaves alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

FILES = "@@PLUGINFILE@@/"
_PLACEHOLDER = FILES.rstrip("/")
_STRANGE_PLACEHOLDER = re.compile(rf'(?<!<img src="){_PLACEHOLDER}')
_INPUT_FIELD = re.compile("_{5,}")
_TAG_LIKE = re.compile("<(?! )")
_NOT_IN_TAGS = re.compile("[\x00-\x1f\x7f-\x9f<>`]")
_WITHOUT_CONTENT = re.compile(r"<(?!img\b)[^>]*>")
_LONGEST_NAME, _LONGEST_ID, _LONGEST_TAG = 255, 100, 50
_DIGITS_OF_DIGEST = 16


def rich(written: str) -> str:
    """HTML in which nothing but our own images stands for a file."""
    return _STRANGE_PLACEHOLDER.sub("&#64;&#64;PLUGINFILE&#64;&#64;", written)


def without_input_field(written: str) -> str:
    """HTML in which no run of underscores becomes the field for the answer, not even in code."""
    return _INPUT_FIELD.sub(lambda run: "&#95;" * len(run[0]), written)


def is_blank(written: str) -> bool:
    """Whether there is nothing to see in HTML; Moodle drops such hints."""
    return not _WITHOUT_CONTENT.sub("", written).strip()


def name(text: str, otherwise: str) -> str:
    """A name in one line; what looks like a tag would be cut out of it.

    Args:
        text: plain text, not escaped.
        otherwise: the name if there is no text.
    """
    line = _TAG_LIKE.sub("＜", " ".join(text.split()) or otherwise)
    line = line.replace(_PLACEHOLDER, _PLACEHOLDER.replace("@", "＠"))
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def id_number(text: str) -> str:
    """An id that fits into its column, and is still another one than all others."""
    if len(text) <= _LONGEST_ID:
        return text
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()[:_DIGITS_OF_DIGEST]
    return f"{text[: _LONGEST_ID - _DIGITS_OF_DIGEST - 1]}-{digest}"


def category_path(*names: str) -> str:
    """The path of a category; in a name, two slashes stand for one."""
    return "/".join(["$course$", "top", *map(_category_name, names)])


def _category_name(text: str) -> str:
    line = name(text, "-")
    doubled = ("Top" if line == "top" else line).replace("/", "//")
    before, after = (" " if doubled[end] == "/" else "" for end in (0, -1))
    return before + doubled + after


def tags(names: Iterable[str]) -> list[str]:
    """Tags that Moodle neither cuts nor takes for one and the same."""
    found: dict[str, str] = {}
    for tag in names:
        cleaned = " ".join(_NOT_IN_TAGS.sub(" ", tag).split())[:_LONGEST_TAG].strip()
        if cleaned:
            found.setdefault(_without_accents(cleaned), cleaned)
    return list(found.values())


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
