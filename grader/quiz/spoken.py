"""Responses and keys in one line, as a person reads them."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping, Sequence
from typing import TypeGuard

from grader.layout import cut, printable
from grader.quiz.kinds.essay import MAX_ESSAY
from grader.quiz.model import Distractor, Option, Question
from grader.quiz.parse.markdown import plain
from grader.quiz.prose import Prose
from grader.words import Language

LONGEST = 200
BETWEEN_LINES = " ⏎ "


def one_line(text: str, columns: int = LONGEST) -> str:
    """Write text of a stranger so that it stays in its line, and in `columns` of it."""
    return cut(printable(" ".join(text.split())), columns)


def spoken_response(question: Question, response: object, language: Language) -> str:
    """Write a response down; options with their texts.

    Options of a choice are without letters: each page has an order of its own, so a letter would
    not be the one that the learner saw. Items to match or put in order are never shuffled.
    """
    if question.kind in ("choice", "multi"):
        text = _spoken_choice(question, response, language)
    elif question.kind == "match" and isinstance(response, (list, dict)):
        text = "; ".join(_spoken_partner(question, one, language) for one in _partners(response))
    elif question.kind == "order" and _are_indices(response, len(question.options)):
        text = " > ".join(str(index + 1) for index in response)
    elif question.kind == "code" and isinstance(response, dict):
        text = _spoken_fills(response)
    elif question.kind == "essay" and isinstance(response, dict):
        text = str(response.get("text", ""))
    else:
        text = _written(response)
    text = _in_one_line(text)
    longest = MAX_ESSAY if question.kind == "essay" else LONGEST
    return text if len(text) <= longest else text[:longest] + "…"


def spoken_key(question: Question, language: Language) -> str:
    """Write the right answer down; empty where there is no single one."""
    if question.kind in ("choice", "multi", "match"):
        return spoken_response(question, question.answer.right_responses()[0], language)
    return question.answer.describe(language)


def spoken_distractor(known: Distractor, language: Language) -> tuple[str, ...]:
    """Write a known wrong answer down in its spellings, without how near is near enough.

    Words are in the reader's language alone.
    """
    if known.answer.kind == "text":
        return (known.answer.describe(language),)
    if known.answer.kind == "numeric":
        return tuple(one.partition("±")[0].strip() for one in known.written)
    return known.written


def spoken_prose(prose: Prose, language: Language) -> str:
    """Write prose down without markup."""
    return " ".join(plain(prose.in_language(language).blocks).split())


def _spoken_choice(question: Question, response: object, language: Language) -> str:
    chosen = question.answer.chosen(response)
    if not chosen:
        return _written(response)
    options = (question.options[index] for index in sorted(chosen))
    return "; ".join(spoken_prose(option.text, language) for option in options)


def _partners(response: list[object] | dict[str, object]) -> list[object]:
    return response if isinstance(response, list) else list(response.values())


def _spoken_partner(question: Question, chosen: object, language: Language) -> str:
    option = _named(question.choices, chosen)
    if option is None:
        return _written(chosen)
    return f"{option.letter}. {spoken_prose(option.text, language)}"


def _named(options: Sequence[Option], chosen: object) -> Option | None:
    if isinstance(chosen, str) and len(chosen) == 1:
        chosen = string.ascii_uppercase.find(chosen.upper())
    if type(chosen) is not int or not 0 <= chosen < len(options):
        return None
    return options[chosen]


def _are_indices(response: object, count: int) -> TypeGuard[list[int]]:
    return isinstance(response, list) and all(
        type(index) is int and 0 <= index < count for index in response
    )


def _spoken_fills(fills: Mapping[str, object]) -> str:
    if len(fills) == 1:
        return _written(next(iter(fills.values())))
    return " · ".join(f"{name}: {_written(fill)}" for name, fill in fills.items())


def _written(response: object) -> str:
    if response is None:
        return "–"
    return response if isinstance(response, str) else json.dumps(response, ensure_ascii=False)


def _in_one_line(text: str) -> str:
    return BETWEEN_LINES.join(line.strip() for line in text.splitlines() if line.strip())
