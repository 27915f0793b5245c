"""Front matter and comments: `key: value` and `key=value`, nothing nested, nothing guessed."""

from __future__ import annotations

import re
import shlex

from grader.quiz.answer import FormatError
from grader.quiz.model import MistakeId
from grader.quiz.prose import Place
from grader.words import sentence

KEYS = ("title", "seed", "pass", "minutes")
ATTRIBUTES = ("id", "points", "level", "tags", "type", "check")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COMMENT = re.compile(r"<!--(.*?)-->\s*", re.DOTALL)
_QUESTION = re.compile(r"\s*q\s*:(.*)", re.DOTALL)
_QUESTION_LIKE = re.compile(r"\s*(?:q|question)\b", re.IGNORECASE)
_MISTAKE = re.compile(r"<!--\s*mistake:\s*(\S+)/([^\s/]+)\s*-->")
_MISTAKE_LIKE = re.compile(r"\s*<!--\s*mistakes?\b", re.IGNORECASE)


def read_front_matter(content: str, file: str) -> dict[str, tuple[Place, str]]:
    """Read the lines between the `---`.

    Raises:
        FormatError: a line is not `key: value`, or the key is unknown or comes twice.
    """
    found: dict[str, tuple[Place, str]] = {}
    for number, line in enumerate(content.splitlines(), start=2):
        place = Place(file, number)
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not line.strip():
            continue
        if not colon or not value:
            raise FormatError(place, sentence("quiz_format.front_line", line=line))
        if key not in KEYS or key in found:
            raise FormatError(
                place, sentence("quiz_format.front_key", key=key, known=", ".join(KEYS))
            )
        found[key] = (place, _unquoted(value))
    return found


def _unquoted(value: str) -> str:
    """YAML needs quotes around a title with a colon, and GitHub reads front matter as YAML."""
    quoted = len(value) > 1 and value[0] == value[-1] == '"'
    return value[1:-1] if quoted else value


def read_comment(content: str, place: Place) -> dict[str, str] | None:
    """Read `<!-- q: id=conv-out points=2 -->`; None for a comment that is for people.

    Raises:
        FormatError: it is no comment, or one that means to be a question's and is not.
    """
    whole = _COMMENT.fullmatch(content.strip())
    if whole is None or names_mistake(content):
        raise html_refused(content, place)
    inner = _QUESTION.fullmatch(whole[1])
    if inner is None:
        if _QUESTION_LIKE.match(whole[1]):
            raise FormatError(place, sentence("quiz_format.comment_unclear"))
        return None
    attributes = read_settings(inner[1], place)
    for name in attributes:
        if name not in ATTRIBUTES:
            known = ", ".join(ATTRIBUTES)
            raise FormatError(
                place, sentence("quiz_format.attribute_unknown", name=name, known=known)
            )
    if not _ID.fullmatch(attributes.get("id", "")):
        raise FormatError(place, sentence("quiz_format.id_missing"))
    return attributes


def names_mistake(content: str) -> bool:
    """Whether HTML is, or means to be, the comment that names a mistake."""
    return _MISTAKE_LIKE.match(content) is not None


def read_mistake(content: str, place: Place) -> MistakeId:
    """Read `<!-- mistake: day2/section3_overfitting/l2_gradient/factor-two -->`.

    Raises:
        FormatError: it does not hold an exercise and a mistake, and nothing else.
    """
    found = _MISTAKE.fullmatch(content.strip())
    if found is None:
        raise FormatError(place, sentence("quiz_format.mistake_unclear"))
    return MistakeId(found[1], found[2])


def html_refused(content: str, place: Place, name: str = "quiz_format.html") -> FormatError:
    """What to say of HTML that cannot stand there, the comment of a mistake among it."""
    said = "quiz_format.mistake_misplaced" if names_mistake(content) else name
    return FormatError(place, sentence(said))


def read_settings(text: str, place: Place) -> dict[str, str]:
    """Read `key=value key="two words"`.

    Raises:
        FormatError: a word is not `key=value`, or a key comes twice.
    """
    found: dict[str, str] = {}
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise FormatError(place, sentence("quiz_format.setting_unclear", word=text)) from error
    for word in words:
        key, equals, value = word.partition("=")
        if not key or not equals or not value or key in found:
            raise FormatError(place, sentence("quiz_format.setting_unclear", word=word))
        found[key] = value
    return found
