"""What was wrong in a response, in words that are the same for all who gave the same answer."""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Mapping

LONGEST = 200
OF_LETTERS = ("choice", "multi", "match")


def wrong_answers(
    kind: str, response: object, read_as: str | None, parts: Mapping[str, bool]
) -> tuple[str, ...]:
    """Say what of a wrong response is wrong, each in one line.

    Options are named by the letters that they have in the author's file.

    Args:
        kind: of the question.
        response: as it was given.
        read_as: as it was understood, where that was kept.
        parts: right or wrong by label, as `Graded` has them.

    Returns:
        For several options, those that should not have been chosen; for pairs and several blanks,
        the wrong ones, such as `2: A`; else the whole response.
    """
    if kind == "multi" and isinstance(response, list):
        letters = {_written(kind, one) for one in response}
        return tuple(sorted(letter for letter in letters if parts.get(letter) is False))
    if isinstance(response, list) and kind == "match":
        response = {str(number): one for number, one in enumerate(response, start=1)}
    if isinstance(response, dict) and len(parts) > 1:
        given = ((label, response.get(label)) for label, right in parts.items() if not right)
        return tuple(f"{label}: {_written(kind, one)}" for label, one in given)
    if isinstance(response, dict) and len(response) == 1:
        (response,) = response.values()
    return (read_as or _written(kind, response),)


def _written(kind: str, response: object) -> str:
    if kind in OF_LETTERS and type(response) is int and 0 <= response < 26:
        return string.ascii_uppercase[response]
    text = response if isinstance(response, str) else json.dumps(response, ensure_ascii=False)
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    text = text.upper() if kind in OF_LETTERS else text
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
