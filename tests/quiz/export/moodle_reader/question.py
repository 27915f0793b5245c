"""One question of a bank, as the outside sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.quiz.export.moodle_reader.marking import Given


@dataclass
class BankQuestion:
    """A question as Moodle would store it, able to mark a response.

    `penalty`, `shuffle` and `numbering` are as in the file. `combined_feedback` is what is said of
    correct, partially correct and incorrect responses; empty strings for kinds without it.
    `grader_info` is what only those see who mark an essay.
    """

    kind: str
    name: str
    text: str
    general_feedback: str
    default_mark: float
    id_number: str
    category: str
    tags: tuple[str, ...]
    hints: tuple[str, ...]
    single: bool | None
    options: tuple[str, ...]
    partners: tuple[str, ...]
    files: Mapping[str, bytes]
    ignored: tuple[str, ...]
    penalty: float
    shuffle: bool | None
    numbering: str
    combined_feedback: tuple[str, str, str]
    grader_info: str
    marker: Callable[[object], Given] = field(repr=False)

    def mark(self, response: object) -> Given:
        """Mark a response.

        An index for radio buttons, a set of indexes for boxes, what was typed for numerical and
        short answers, a mapping of index to partner for matching, True or False for true/false,
        anything for an essay. TypeError or ValueError for what the page could not send.
        """
        return self.marker(response)

    @property
    def needs_marking(self) -> bool:
        """Say whether a person has to mark the response."""
        return self.kind == "essay"
