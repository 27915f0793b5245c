"""Responses and keys in one line, as a person reads them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from grader.quiz.model import Distractor, Option, Question
from grader.quiz.parse.markdown import plain
from grader.words import Language

LONGEST = 200
OF_OPTIONS = ("choice", "multi", "match")


def spoken_response(question: Question, response: object, language: Language) -> str:
    """Write a response down; options with their texts, as each page has an order of its own.

    Letters are those that options have in the author's file.
    """
    if question.kind in OF_OPTIONS:
        chosen = response if isinstance(response, list) else [response]
        options = question.choices or question.options
        text = "; ".join(_spoken_option(options, one, language) for one in chosen)
    elif isinstance(response, str):
        text = response
    else:
        text = json.dumps(response, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def spoken_key(question: Question, language: Language) -> str:
    """Write the right answer down; empty where there is no single one."""
    if question.kind in OF_OPTIONS:
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


def _spoken_option(options: Sequence[Option], chosen: object, language: Language) -> str:
    if type(chosen) is not int or not 0 <= chosen < len(options):
        return "–" if chosen is None else str(chosen)
    option = options[chosen]
    text = " ".join(plain(option.text.in_language(language).blocks).split())
    return f"{option.letter}. {text}"
