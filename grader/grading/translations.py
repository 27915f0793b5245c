"""What the prose of a report is in the other language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grader.model import LabResult, Result
from grader.words import Spoken


def translations(said: Any) -> dict[str, str]:
    """Gather all prose there is in results, and give for each the other language.

    What is the same in both languages, such as a formula, is left out.
    """
    return {str(prose): other for prose in _prose(said) for other in prose.text if other != prose}


def _prose(part: Any) -> Iterator[Spoken]:
    if isinstance(part, Spoken):
        yield part
    elif isinstance(part, Result):
        yield from _prose((part.title, part.messages, part.warnings, part.labs))
        yield from _prose([blank.message for blank in part.blanks])
        yield from _prose([diagnosis.message for diagnosis in part.diagnosis])
        yield from _prose(part.counterexample and part.counterexample.case)
    elif isinstance(part, LabResult):
        yield from _prose((part.title, part.messages, part.curves))
    elif isinstance(part, Mapping):
        yield from _prose(list(part.values()))
    elif isinstance(part, Sequence) and not isinstance(part, str):
        for item in part:
            yield from _prose(item)
