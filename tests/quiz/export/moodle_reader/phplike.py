"""Small parts of PHP and of Moodle's text cleaning that decide what an import keeps."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(
    r"[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*", re.ASCII
)
_SWALLOWED = re.compile(r"<(?![ \t\n\r\v\f])|\0")
_TAG = re.compile(r"<.*?>", re.DOTALL)
_LANGUAGE = re.compile(r'<span(?:\s+lang="[a-zA-Z0-9_-]+"|\s+class="multilang"){2}\s*>')
_KEPT_TAGS = "img|object|applet|input|select|textarea|hr"
_DROPPED_TAG = re.compile(rf"<(?!/?(?:{_KEPT_TAGS})\b)[^>]*>", re.IGNORECASE)


def php_trim(text: str) -> str:
    """Trim as PHP's `trim` does: no-break spaces and form feeds stay."""
    return text.strip(" \t\n\r\0\x0b")


def php_number(text: str) -> float | None:
    """Return the value of a PHP numeric string, or None."""
    return float(text) if _NUMBER.fullmatch(text) else None


def loses_to_strip_tags(text: str) -> bool:
    """Say whether PHP's `strip_tags` (`PARAM_TEXT`, `format_string`) would take something away.

    A "<" starts a tag unless white space follows it, even in "a<b", and an unclosed tag takes
    the rest of the text with it.
    """
    return _SWALLOWED.search(text) is not None


def loses_to_param_text(text: str) -> bool:
    """Say whether `PARAM_TEXT` would change a name: it strips tags except multilang spans."""
    tags = _TAG.findall(text)
    pairs = list(zip(tags[::2], tags[1::2], strict=False))
    spans = all(_LANGUAGE.fullmatch(first) and last == "</span>" for first, last in pairs)
    if pairs and spans and len(tags) % 2 == 0:
        return False
    return loses_to_strip_tags(text)


def is_blank_html(text: str) -> bool:
    """Say whether `html_is_blank` (lib/moodlelib.php) finds nothing in the HTML.

    Only images, objects, form fields and rules count besides text: an SVG alone is blank.
    """
    return not php_trim(_DROPPED_TAG.sub("", text))


def fold(text: str) -> str:
    """Fold case character by character, as PCRE compares under `/ui` (ß and ẞ match, ß, ss don't).

    Checked against PCRE 10.42 for all letters with a case.
    """
    return "".join(_fold_character(character) for character in text)


def _fold_character(character: str) -> str:
    for candidate in (character.casefold(), character.lower()):
        if len(candidate) == 1:
            return candidate
    return character


def database_key(text: str) -> str:
    """Return what MySQL compares under `utf8mb4_unicode_ci`: neither case nor accents count."""
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return fold("".join(bare)).rstrip(" ")


def fourteen_digits(value: float) -> float:
    """Return a float after PHP has written it as text.

    Moodle sets `precision` to 14 (lib/setup.php), and answers and tolerances are text columns.
    """
    return float(f"{value:.14g}")
