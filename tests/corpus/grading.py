"""Grades the answers of the corpus, and says how well each was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from grader.course.submission import Answer
from grader.grading import Bench, Settings
from grader.grading.exercise import grade_cases
from grader.model import Result
from grader.sandbox import Limits, Zygote
from grader.words import Language
from tests.corpus.answers import CorpusAnswer, plans

LIMITS = Limits(call_seconds=0.5, total_seconds=5.0)


class Understood(NamedTuple):
    """An answer of the corpus and what grading it gave."""

    answer: CorpusAnswer
    result: Result

    @property
    def judged_right(self) -> bool:
        """Whether it passed if it is right, and did not if it is wrong."""
        return (self.result.status == "passed") is self.answer.is_right

    @property
    def can_be_localised(self) -> bool:
        """Whether there is more than one blank, and the file is one that can be run."""
        several = len(plans()[self.answer.exercise].reference_fills) > 1
        return several and bool(self.answer.fills) and self.result.status != "invalid"

    @property
    def is_localised(self) -> bool:
        """Whether just the blanks that are wrong are said to be."""
        wrong = {blank.label for blank in self.result.blanks if blank.status == "wrong"}
        return wrong == set(self.answer.wrong)

    @property
    def explanations(self) -> tuple[str, ...]:
        """What was named, by kind and id, blank by blank where there are several."""
        return tuple(f"{found.kind}: {found.id}" for found in self.result.diagnosis)

    @property
    def is_named(self) -> bool:
        """Whether a mistake, a pattern or the cause of an exception was named."""
        return bool(self.result.diagnosis)


def grade_corpus(
    zygote: Zygote, answers: Iterable[CorpusAnswer], language: Language = "en"
) -> Iterator[Understood]:
    """Grade answers one by one, without labs."""
    bench = Bench(zygote, Settings(labs="never", language=language, limits=LIMITS))
    for answer in answers:
        file = Answer(Path(f"{answer.exercise}.py"), answer.source)
        graded = grade_cases(bench, plans()[answer.exercise], file)
        result = graded.result
        yield Understood(answer, result if graded.explain is None else graded.explain(result))
