"""Why an answer is wrong, as far as it is known: what every kind of diagnosis comes to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from grader.model import DiagnosisKind
from grader.words import Sentence, Text


class Explanation(NamedTuple):
    """What is wrong, in one sentence, and what to think about next.

    Attributes:
        id: of the known mistake, or the name of the pattern.
        labels: the blanks it is about, where it is about several together.
        confidence: `exact` if it gives the student's results on every case there is.
    """

    kind: DiagnosisKind
    id: str
    said: Sentence | Text
    question: Sentence | Text | None = None
    confidence: Literal["exact", "likely"] = "exact"
    labels: tuple[str, ...] = ()
