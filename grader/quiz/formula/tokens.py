"""A typed formula becomes tokens: numbers, known names, signs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from grader.quiz.answer import Unreadable
from grader.quiz.formula.nodes import CONSTANTS, FUNCTIONS
from grader.words import sentence

_TOKEN = re.compile(
    r"(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)|(?P<sign>[-+*/^()\[\]{}|√])",
    re.ASCII | re.IGNORECASE,
)
_RUN = re.compile(r"[^\W\d_]\w*")
_TEX_NAME = re.compile(r"_\{(\w+)\}")
_NUMBERED = re.compile(r"(?<=[^\W\d_])(\d+)$")
_GREEK = {"σ": "sigmoid", "π": "pi"}


class Vocabulary(NamedTuple):
    """The names a formula may use: variables, and own names for known functions (`g: sigmoid`)."""

    variables: tuple[str, ...]
    functions: Mapping[str, str] = {}

    def meanings(self) -> dict[str, Token]:
        """Everything a name can mean; variables go before functions and constants."""
        found = {name: Token("number", name, value) for name, value in CONSTANTS.items()}
        found |= {name: Token("function", name) for name in FUNCTIONS}
        found |= {name: Token("function", known) for name, known in self.functions.items()}
        for name in self.variables:
            spellings = (name.replace("_", ""), _NUMBERED.sub(r"_\1", name), name)
            found |= dict.fromkeys(spellings, Token("name", name))
        for sign, name in _GREEK.items():
            if name in found:
                found.setdefault(sign, found[name])
        return found


class Token(NamedTuple):
    """A number, a variable, a function, or a sign such as `+`."""

    kind: Literal["number", "name", "function", "sign"]
    text: str
    value: float = 0.0


def tokenize(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Cut a folded formula into tokens.

    Raises:
        Unreadable: there is a character or a name that means nothing here.
    """
    text = _TEX_NAME.sub(r"_\1", text).strip()
    meanings = vocabulary.meanings()
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
        elif run := _RUN.match(text, position):
            tokens += _names(run[0], meanings, vocabulary.variables)
            position = run.end()
        elif found := _TOKEN.match(text, position):
            tokens.append(_plain(found))
            position = found.end()
        else:
            raise Unreadable(sentence("quiz_answers.sign_unknown", sign=text[position]))
    return tokens


def _plain(found: re.Match[str]) -> Token:
    if found["number"] is None:
        sign = found["sign"]
        return Token("function", "sqrt") if sign == "√" else Token("sign", sign)
    value = float(found["number"])
    if not math.isfinite(value):
        raise Unreadable(sentence("quiz_answers.number_too_large"))
    return Token("number", found["number"], value)


def _names(run: str, meanings: Mapping[str, Token], known: Sequence[str]) -> Iterator[Token]:
    """`xexp` is x times exp: the longest known name first, then what is left of the run."""
    rest = run
    while rest:
        name = max(filter(rest.startswith, meanings), key=len, default="")
        if not name:
            folded = _other_case(rest, meanings)
            if folded is None:
                raise Unreadable(
                    sentence("quiz_answers.name_unknown", name=run, known=", ".join(known))
                )
            name, meaning = folded
        else:
            meaning = meanings[name]
        yield meaning
        rest = rest[len(name) :]


def _other_case(rest: str, meanings: Mapping[str, Token]) -> tuple[str, Token] | None:
    """A name written in the other case, where that can mean one thing only."""
    lowered = rest.lower()
    fitting = [name for name in meanings if lowered.startswith(name.lower())]
    longest = max(map(len, fitting), default=0)
    means = {meanings[name] for name in fitting if len(name) == longest}
    return (rest[:longest], means.pop()) if len(means) == 1 else None
