"""Exceptions that code raises itself: what they say is the author's or the student's to choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from grader.calls.steps import Outcome


def without_own_words(
    outcomes: Iterable[Sequence[Outcome]], source: str
) -> Iterator[tuple[Outcome, ...]]:
    """Take the text from exceptions that a `raise` of the source raised, so as not to compare it.

    Args:
        outcomes: case by case; asked for one at a time.
        source: the code that gave them.
    """
    lines = source.split("\n")
    for answered in outcomes:
        yield tuple(_without_words(outcome, lines) for outcome in answered)


def _without_words(outcome: Outcome, lines: Sequence[str]) -> Outcome:
    error = outcome.error
    if error is None or error.line is None or error.line > len(lines):
        return outcome
    if not lines[error.line - 1].lstrip().startswith("raise"):
        return outcome
    return outcome._replace(error=error._replace(message=""))
