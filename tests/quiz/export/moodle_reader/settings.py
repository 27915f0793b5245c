"""The parts that all questions share, and the settings Moodle reads as they stand.

Rules followed: `import_headers`, `import_hints`, `import_question_tags`, `trans_single`
(question/format/xml/format.php), `clean_question_name` and `importprocess` (question/format.php),
`save_hints` (question/type/questiontypebase.php), `PARAM_TEXT` and `PARAM_TAG` (core/param), the
columns of lib/db/install.xml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from tests.quiz.export.moodle_reader.fields import PLACEHOLDER, Desk, Field, plain_text, rich_text
from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.phplike import (
    database_key,
    is_blank_html,
    loses_to_param_text,
    php_number,
    php_trim,
)

Value = TypeVar("Value")

YES_NO: Mapping[str, bool] = {"true": True, "1": True, "false": False, "0": False}
THIRD = 0.3333333


@dataclass(frozen=True)
class Header:
    """What every question has."""

    name: str
    text: Field
    general_feedback: Field
    default_mark: float
    penalty: float
    id_number: str
    tags: tuple[str, ...]


def read_header(question: Node, desk: Desk) -> Header:
    """Read the common parts of a question."""
    text = rich_text(question.one("questiontext"), "question text", desk)
    feedback = rich_text(question.one("generalfeedback"), "general feedback", desk, text.format)
    if setting(question, "hidden") not in (None, "", "0"):
        desk.note("<hidden>: the question becomes visible all the same")
    return Header(
        name=_name(question),
        text=text,
        general_feedback=feedback,
        default_mark=_default_mark(question),
        penalty=_penalty(question),
        id_number=read_id_number(question),
        tags=_tags(question),
    )


def setting(holder: Node, name: str) -> str | None:
    """Return a setting as written, None if it is missing.

    Most settings reach the database untrimmed, so blanks around one are refused.
    """
    node = holder.one(name)
    if node is None:
        return None
    value = node.leaf()
    if value != php_trim(value):
        raise ImportRefused(f"there is white space around the setting <{name}>")
    return value


def choice(holder: Node, name: str, allowed: Mapping[str, Value], default: Value) -> Value:
    """Return the meaning of a setting that knows a few values only.

    `trans_single` takes "False" or "no" for true, and other settings are stored as they stand.
    """
    value = setting(holder, name)
    if value is None:
        return default
    if value not in allowed:
        raise ImportRefused(f"<{name}> is {value!r}, not one of {', '.join(map(repr, allowed))}")
    return allowed[value]


def number(holder: Node, name: str, default: float) -> float:
    """Return a number in PHP's notation."""
    value = setting(holder, name)
    if value is None:
        return default
    found = php_number(value)
    if found is None:
        raise ImportRefused(f"<{name}> is {value!r}, which is no number")
    return found


def flag(holder: Node, name: str) -> bool:
    """Return a setting whose mere presence means yes."""
    node = holder.one(name)
    if node is not None and node.leaf().lower() in ("0", "false", "no"):
        raise ImportRefused(f"<{name}> counts as yes whatever it holds, also {node.text!r}")
    return node is not None


def clean_name(name: str, what: str, longest: int) -> str:
    """Return a name that `PARAM_TEXT` leaves alone and the column can hold."""
    if not name:
        raise ImportRefused(f"the {what} is empty")
    if loses_to_param_text(name):
        raise ImportRefused(f"Moodle strips tags from the {what}, and {name!r} has a '<'")
    if len(name) > longest:
        raise ImportRefused(f"the {what} has {len(name)} characters, {longest} is the most")
    return name


def read_id_number(holder: Node) -> str:
    """Return the id number, "" if there is none; it is not trimmed and has 100 characters."""
    value = setting(holder, "idnumber") or ""
    if len(value) > 100:
        raise ImportRefused(f"the id number has {len(value)} characters, 100 is the most")
    return value


def read_hints(question: Node, desk: Desk, default: str, parts: bool) -> tuple[str, ...]:
    """Read the hints; a blank one is dropped unless it changes what is shown or kept."""
    hints = []
    for index, node in enumerate(question.many("hint"), 1):
        hint = rich_text(node, f"hint {index}", desk, default)
        changes = [flag(node, name) for name in ("shownumcorrect", "clearwrong") if parts]
        if (is_blank_html(hint.html) or hint.html == "0") and not any(changes):
            raise ImportRefused(f"hint {index} is blank, and Moodle drops blank hints")
        hints.append(hint.html)
    return tuple(hints)


def _name(question: Node) -> str:
    holder = question.one("name")
    if holder is None or holder.one("text") is None:
        raise ImportRefused("the question has no <name> with a <text>")
    name = clean_name(plain_text(holder), "name", 255)
    if PLACEHOLDER in name:
        raise ImportRefused("a name cannot use files")
    return name


def _default_mark(question: Node) -> float:
    mark = number(question, "defaultgrade", 1.0)
    if not 0 <= mark < 100_000:
        raise ImportRefused(f"the default mark {mark:g} is not between 0 and 99999")
    return round(mark, 7)


def _penalty(question: Node) -> float:
    """Return the penalty; Moodle makes anything near a third 0.3333333."""
    penalty = number(question, "penalty", THIRD)
    if not 0 <= penalty <= 1:
        raise ImportRefused(f"the penalty {penalty:g} is not between 0 and 1")
    return THIRD if abs(penalty - THIRD) < 0.005 else round(penalty, 7)


def _tags(question: Node) -> tuple[str, ...]:
    """Return the tags, which Moodle cuts to 50 characters and compares without case."""
    holder = question.one("tags")
    tags = [plain_text(tag) for tag in holder.many("tag")] if holder else []
    for tag in tags:
        cleaned = re.sub(r"\s+", " ", re.sub("[\x00-\x1f\x7f-\x9f<>`]", "", tag))
        if not tag or cleaned != tag or len(tag) > 50:
            raise ImportRefused(f"the tag {tag!r} is one that Moodle would drop or change")
    if len({database_key(tag) for tag in tags}) < len(tags):
        raise ImportRefused("two tags of the question are one and the same to Moodle")
    return tuple(tags)
