"""JSON from strangers: a document or a list of them, in bounds."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from grader.errors import UsageError
from grader.words import sentence

MAX_DEPTH = 8


class ForeignError(Exception):
    """It is JSON, but not what it should be."""


def read_documents(content: bytes, file: str) -> list[Any]:
    """Read a document, or a list of at least one, in UTF-8, with no numbers but finite ones.

    Args:
        content: what was read.
        file: its name, for messages.

    Raises:
        UsageError: it is no JSON.
        ForeignError: it is nested too deep, or an empty list.
    """
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except RecursionError as error:
        raise ForeignError from error
    except ValueError as error:
        raise UsageError(sentence("quiz_selecting.no_json", file=file, error=error)) from error
    documents = document if isinstance(document, list) else [document]
    if not documents:
        raise ForeignError
    return documents


def is_deep(value: Any) -> bool:
    """Whether lists or objects are nested deeper than any response is."""
    level = [value]
    for _ in range(MAX_DEPTH):
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [one for values in inner for one in values if isinstance(one, (dict, list))]
    return bool(level)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)
