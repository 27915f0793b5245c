"""A case: a named list of steps, in the author's words."""

from __future__ import annotations

from typing import Any, NamedTuple

from grader.calls.steps import Step
from grader.words import Text

FORM = 'a case is `yield "name", "名前", call(...)`, or a list of steps in the place of call(...)'


class Case(NamedTuple):
    """A case with its name in both languages; the first step whose outcome differs fails it."""

    name: Text
    steps: tuple[Step, ...]


def read_case(item: Any) -> Case:
    """Read what a `@cases` function yielded.

    Raises:
        TypeError: it does not have the form of a case.
    """
    match item:
        case (str(en), str(ja), Step() as step):
            return Case(Text(en, ja), (step,))
        case (str(en), str(ja), list(steps)) if steps and all(type(one) is Step for one in steps):
            return Case(Text(en, ja), tuple(steps))
    raise TypeError(FORM)
