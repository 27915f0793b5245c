"""What a rule for one kind of exception looks like, and what it may look at."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from grader.calls.steps import Step
from grader.judge.exceptions.student_code import StudentCode
from grader.words import Sentence, sentence

MAX_CANDIDATES = 500
MAX_NAME = 60

# An identifier, and a shape as NumPy's messages write it.
NAME = rf"[^\W\d]\w{{0,{MAX_NAME}}}"
NUMBER = r"-?\d{1,18}"
SHAPE = r"\([\d, ]{0,200}\)"


class Context(NamedTuple):
    """The student's code at the line of the exception, and what was asked of it."""

    code: StudentCode
    step: Step | None


Explain = Callable[[re.Match[str], Context], Sentence | None]


class Rule(NamedTuple):
    """Explains exceptions of one type whose message begins as the pattern says.

    `explain` is the sentence's name if the groups of the pattern are all that it mentions.
    """

    kind: str
    pattern: str
    explain: str | Explain

    def apply(self, kinds: Iterable[str], message: str, context: Context) -> Sentence | None:
        """Explain the exception if this rule is about it."""
        if self.kind not in kinds:
            return None
        found = re.match(self.pattern, message)
        if found is None:
            return None
        if isinstance(self.explain, str):
            return sentence(self.explain, **found.groupdict())
        return self.explain(found, context)


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a mistyped name most resembles."""
    others = {other for other in candidates if other != name and len(other) <= MAX_NAME}
    kept = sorted(others)[:MAX_CANDIDATES]
    for other in kept:
        if other.lower() == name.lower():
            return other
    found = difflib.get_close_matches(name, kept, n=1, cutoff=0.75)
    return found[0] if found else None


def shape_of_text(text: str) -> tuple[int, ...]:
    """Read a shape from a message."""
    return tuple(int(number[:18]) for number in re.findall(r"\d+", text))


def in_front(expression: str | None, said: Sentence) -> Sentence:
    """Put the expression in front of what is said about it, if it can be quoted."""
    return sentence("exceptions.at", expression=expression, what=said) if expression else said
