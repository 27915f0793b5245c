"""The marks of a class: a line a student, for a terminal or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.layout import cut, display_width, pad
from grader.quiz.grade import QuestionResult, QuizResult
from grader.quiz.results.exchange import Answers
from grader.quiz.spoken import one_line
from grader.words import Language, Sentence, sentence, translate

LONGEST_STUDENT = 60
STUDENT_COLUMNS, TEST_COLUMNS = 24, 28
CSV_HEADS = ("student", "test", "points", "of", "passed", "by_hand", "remarks", "file")
HEADS = (
    "quiz_grade.student",
    "quiz_grade.test",
    "quiz_grade.points",
    "quiz_grade.of",
    "quiz_grade.passed",
    "quiz_grade.by_hand",
    "quiz_grade.remarks",
)
RIGHT_ALIGNED = (2, 3)
# Excel takes the full-width signs of a Japanese keyboard for the same.
FORMULA_SIGNS = "=+-@＝＋－＠"


@dataclass(frozen=True)
class MarkedResponse:
    """The answers of one student to one test, their marks, and what has to be known about them."""

    answers: Answers
    result: QuizResult
    remarks: tuple[Sentence, ...] = ()

    @property
    def student(self) -> str:
        """Who answered, in one line; empty where that is not known."""
        return one_line(self.answers.student or "", LONGEST_STUDENT)

    @property
    def file(self) -> str:
        """The name of the file in one line."""
        return one_line(self.answers.file)

    @property
    def by_hand(self) -> str:
        """The numbers of the essays that nobody has marked."""
        return numbers_of([one for one in self._open() if not has_met(one)])

    @property
    def met(self) -> str:
        """The numbers of the essays whose marks stand in the file."""
        return numbers_of([one for one in self._open() if has_met(one)])

    def all_remarks(self) -> Iterator[Sentence]:
        """What a line about this student has to say beyond the points."""
        yield from self.remarks
        results = self.result.results
        unread = [one for one in results if one.response is not None and not one.answered]
        if unread:
            yield sentence("quiz_grade.remark_unreadable", numbers=numbers_of(unread))
        if self.met:
            yield sentence("quiz_grade.remark_met", numbers=self.met)
        not_run = [one for one in results if _was_not_run(one)]
        if not_run:
            yield sentence("quiz_grade.remark_not_run", numbers=numbers_of(not_run))

    def _open(self) -> list[QuestionResult]:
        return [one for one in self.result.results if one.graded.outcome == "open"]


def numbers_of(results: Sequence[QuestionResult]) -> str:
    """The numbers of some questions."""
    return ", ".join(str(one.question.number) for one in results)


def has_met(result: QuestionResult) -> bool:
    """Whether an essay comes with what it is worth."""
    return isinstance(result.response, dict) and "met" in result.response


def _was_not_run(result: QuestionResult) -> bool:
    graded = result.graded
    return graded.outcome == "wrong" and bool(result.question.check and graded.message)


def sheet_lines(marked: Sequence[MarkedResponse], language: Language) -> Iterator[str]:
    """Write a line a student; only remarks may make it longer than a terminal is wide."""
    head = tuple(translate(sentence(name), language) for name in HEADS)
    rows = [head, *(_cells(one, language) for one in marked)]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            " " * (width - display_width(text)) + text
            if column in RIGHT_ALIGNED
            else pad(text, width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def _cells(one: MarkedResponse, language: Language) -> tuple[str, ...]:
    outcome = "quiz_page.graded_passed" if one.result.passed else "quiz_page.graded_not_passed"
    return (
        cut(one.student or f"({one.file.rpartition('/')[2]})", STUDENT_COLUMNS),
        cut(one.result.quiz.id, TEST_COLUMNS),
        *_points(one),
        translate(sentence(outcome), language),
        one.by_hand,
        _remarks(one, language),
    )


def _points(one: MarkedResponse) -> tuple[str, str]:
    return f"{round(one.result.score, 2):g}", f"{one.result.quiz.points:g}"


def _remarks(one: MarkedResponse, language: Language) -> str:
    return "; ".join(translate(said, language) for said in one.all_remarks())


def sheet_csv(marked: Sequence[MarkedResponse], language: Language) -> str:
    """Write a line a student as CSV; names of columns are the same in every language.

    A cell that a spreadsheet program would take for a formula begins with an apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(CSV_HEADS)
    for one in marked:
        passed = "yes" if one.result.passed else "no"
        texts = (one.by_hand, _remarks(one, language), one.file)
        points = _points(one)
        writer.writerow(
            [_cell(one.student), _cell(one.result.quiz.id), *points, passed, *map(_cell, texts)]
        )
    return written.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(tuple(FORMULA_SIGNS)) else text
