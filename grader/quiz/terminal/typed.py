"""What a learner types: commands, answers as responses, and responses as they were typed."""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections.abc import Mapping
from typing import Literal, NamedTuple

from grader.quiz.answer import Json
from grader.quiz.terminal.session import Item

Action = Literal["hint", "skip", "back", "answer", "list", "go", "quit", "help", "unknown"]
COMMANDS: dict[str, Action] = {
    "s": "skip",
    "skip": "skip",
    "n": "skip",
    "b": "back",
    "back": "back",
    "a": "answer",
    "answer": "answer",
    "l": "list",
    "list": "list",
    "q": "quit",
    "quit": "quit",
    "h": "help",
    "help": "help",
    "?": "help",
    "hint": "hint",
}
_LETTERS = re.compile(r"[A-Z]")
_PAIR = re.compile(r"(\d+)[\s:=.>→-]*([A-Z])")


class Command(NamedTuple):
    """A command; `number` is the question to go to."""

    action: Action
    number: int = 0


def read_command(line: str) -> Command | None:
    """Read `?` or a colon with a word or number behind it; None for anything else.

    Full width, as Japanese input methods type it, is the same.
    """
    text = unicodedata.normalize("NFKC", line).strip().lower()
    if text == "?":
        return Command("hint")
    if not text.startswith(":"):
        return None
    word = text[1:].strip()
    if re.fullmatch(r"\d{1,4}", word, re.ASCII):
        return Command("go", int(word))
    return Command(COMMANDS.get(word, "unknown"))


def read_response(item: Item, line: str) -> Json:
    """Turn a typed line into a response of the question's kind.

    Letters name options as they are shown; a response names them by their place in the file.
    What cannot be understood is handed on as it is, for grading to say so.
    """
    kind = item.question.kind
    folded = unicodedata.normalize("NFKC", line).strip().upper()
    if kind == "choice":
        return _option(item, folded.strip("().").strip())
    if kind == "multi":
        return [_option(item, part) for part in _parts(folded)]
    if kind == "match":
        return _pairs(folded)
    if kind == "order" and re.fullmatch(rf"\d{{{len(item.question.options)}}}", folded, re.ASCII):
        return " > ".join(folded)
    return line


def _option(item: Item, letter: str) -> Json:
    place = string.ascii_uppercase.find(letter) if len(letter) == 1 else -1
    if letter and 0 <= place < len(item.order):
        return item.order[place]
    return len(item.order) if letter else None


def _parts(folded: str) -> list[str]:
    parts = [part for part in re.split(r"[\s,、・.;/]+", folded) if part]
    return list(parts[0]) if len(parts) == 1 else parts


def _pairs(folded: str) -> Json:
    pairs = _PAIR.findall(folded)
    if pairs and len(dict(pairs)) == len(pairs):
        return dict(pairs)
    return list(_LETTERS.findall(folded)) if re.fullmatch(r"[A-Z\s,、・]*", folded) else [folded]


def example_response(item: Item) -> str:
    """Write a made-up answer as an example of how to type one; it is not the right one."""
    question = item.question
    count = len(question.options)
    if question.kind == "multi":
        examples = ["A C" if count > 2 else "A", "A B"]
    elif question.kind == "order":
        examples = [
            " > ".join(map(str, range(start, end, step)))
            for start, end, step in ((1, count + 1, 1), (count, 0, -1))
        ]
    elif question.kind == "match":
        letters = string.ascii_uppercase[: len(question.choices)]
        examples = [" ".join((one * count)[:count]) for one in (letters[::-1], letters)]
    else:
        return ""
    wrong = (
        example
        for example in examples
        if not question.answer.grade(read_response(item, example)).correct
    )
    return next(wrong, examples[0])


def show_response(item: Item, response: Json) -> str:
    """Write a readable response as it might have been typed."""
    kind = item.question.kind
    if kind in ("choice", "multi"):
        return ", ".join(sorted(_shown(item, item.question.answer.chosen(response))))
    if isinstance(response, Mapping) and "text" in response:
        return str(response["text"])
    if isinstance(response, Mapping):
        pairs = response.items()
        only = kind == "code" and len(pairs) == 1
        return ", ".join(str(value) if only else f"{name}: {value}" for name, value in pairs)
    if isinstance(response, list):
        return _show_list(kind, response)
    return response if isinstance(response, str) else json.dumps(response)


def _show_list(kind: str, response: list[Json]) -> str:
    if kind == "order":
        return " > ".join(str(index + 1) if isinstance(index, int) else "?" for index in response)
    letters = (string.ascii_uppercase[one] if isinstance(one, int) else one for one in response)
    return ", ".join(f"{number}: {letter}" for number, letter in enumerate(letters, start=1))


def show_key(item: Item, described: str) -> str:
    """Write the key with letters as they are shown; `described` is what the answer says."""
    if item.question.kind not in ("choice", "multi"):
        return described
    key = item.question.answer.right_responses()[0]
    return ", ".join(sorted(_shown(item, item.question.answer.chosen(key))))


def _shown(item: Item, indices: frozenset[int]) -> list[str]:
    return [string.ascii_uppercase[item.order.index(index)] for index in indices]
