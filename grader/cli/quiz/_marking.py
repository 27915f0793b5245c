"""Marking a class: file by file, each by itself, and what has to be said about all together."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.quiz._responses import response_content
from grader.errors import UsageError
from grader.words import Sentence, sentence

if TYPE_CHECKING:
    from grader.cli.quiz._running import RunningMarker
    from grader.quiz.load import QuizFiles
    from grader.quiz.model import Quiz
    from grader.quiz.results.exchange import Answers
    from grader.quiz.results.mark_sheet import MarkedResponse

NAMED_FILES = 5
Version = tuple[str, str]


@dataclass
class MarkedClass:
    """What became of all files: marked responses, and reasons why others are not.

    `shifted` counts the responses to a version of a quiz, by its id and digest, whose numbers do
    not fit its questions any more.
    """

    marked: list[MarkedResponse] = field(default_factory=list)
    refused: list[Sentence] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)
    shifted: Counter[Version] = field(default_factory=Counter)


class ClassMarker:
    """Marks files of responses; each quiz is loaded once.

    Args:
        chosen: the quizzes of the course.
        marker: marks a response to a question.
        allow_other: take answers to another version of a quiz.
    """

    def __init__(
        self, chosen: Sequence[QuizFiles], marker: RunningMarker, *, allow_other: bool
    ) -> None:
        self._chosen, self._marker, self._allow_other = chosen, marker, allow_other
        self._quizzes: dict[str, Quiz] = {}
        self._made = MarkedClass()

    def mark(self, files: Sequence[Path]) -> MarkedClass:
        """Mark all files; what is wrong with one stops no other."""
        from grader.quiz.results.exchange import read_answers

        for file in files:
            try:
                documents = read_answers(*response_content(file))
            except UsageError as error:
                self._made.refused.append(error.sentence)
                continue
            for answers in documents:
                self._mark_one(answers)
        self._made.notes += [*self._about_versions(), *self._about_repeats()]
        return self._made

    def _mark_one(self, answers: Answers) -> None:
        from grader.quiz.results.exchange import mark_fitting
        from grader.quiz.results.mark_sheet import MarkedResponse
        from grader.quiz.results.versions import ShiftedError, fit_answers
        from grader.quiz.selecting import match_one

        try:
            quiz = self._load(match_one(answers, self._chosen))
            fitting = fit_answers(answers, quiz, allow_other=self._allow_other)
        except UsageError as error:
            self._made.refused.append(error.sentence)
            if isinstance(error, ShiftedError):
                self._made.shifted[answers.quiz or "", answers.digest or ""] += 1
            return
        if fitting.gone:
            names = ", ".join(fitting.gone)
            said = sentence("quiz_grade.gone", file=answers.file, quiz=quiz.id, names=names)
            self._made.notes.append(said)
        # Outside of what is refused file by file: where code cannot be run at all, nothing is.
        result = mark_fitting(quiz, fitting.answers, self._marker)
        remarks = tuple(_remarks(answers, quiz, fitting.gone))
        self._made.marked.append(MarkedResponse(answers, result, remarks))

    def _load(self, files: QuizFiles) -> Quiz:
        from grader.quiz.load import load_quiz

        if files.id not in self._quizzes:
            self._quizzes[files.id] = load_quiz(files)
        return self._quizzes[files.id]

    def _about_versions(self) -> Iterator[Sentence]:
        from grader.quiz.results.versions import is_other_version, short_digest

        made = self._made
        counts = Counter(
            (one.result.quiz.id, one.answers.digest or "")
            for one in made.marked
            if is_other_version(one.answers, one.result.quiz)
        )
        for (quiz, digest), count in counts.items():
            values = {"quiz": quiz, "answered": short_digest(digest)}
            today = short_digest(self._quizzes[quiz].digest)
            yield sentence("quiz_grade.other_key", digest=today, count=count, **values)
            refused = made.shifted[quiz, digest]
            if refused:
                yield sentence("quiz_grade.others_shifted", refused=refused, **values)
        unknown = [one.file for one in made.marked if one.answers.digest is None]
        if unknown:
            yield sentence("quiz_grade.no_digest", files=_first(unknown))

    def _about_repeats(self) -> Iterator[Sentence]:
        """Find students who answered a test twice, and remark on it in each of their lines."""
        marked = self._made.marked
        files: dict[tuple[str, str], list[str]] = {}
        for one in marked:
            if one.student:
                files.setdefault(_who(one), []).append(one.file)
        remark = sentence("quiz_grade.remark_twice")
        for number, one in enumerate(marked):
            if len(files.get(_who(one), ())) > 1:
                marked[number] = replace(one, remarks=(*one.remarks, remark))
        for (student, quiz), names in files.items():
            if len(names) > 1:
                values = {"student": student, "quiz": quiz, "files": _first(names)}
                yield sentence("quiz_grade.twice", **values)


def _who(marked: MarkedResponse) -> tuple[str, str]:
    """A student, however wide the signs are that the name was typed with, and a test."""
    return unicodedata.normalize("NFKC", marked.student), marked.result.quiz.id


def _remarks(answers: Answers, quiz: Quiz, gone: Sequence[str]) -> Iterator[Sentence]:
    from grader.quiz.results.versions import is_other_version, short_digest

    if answers.digest is None:
        yield sentence("quiz_grade.remark_no_digest")
    elif is_other_version(answers, quiz):
        yield sentence("quiz_grade.remark_version", digest=short_digest(answers.digest))
    if gone:
        yield sentence("quiz_grade.remark_gone", names=", ".join(gone))


def _first(files: Sequence[str]) -> object:
    """Name some files, and count the others."""
    named = tuple(files[:NAMED_FILES])
    if len(files) == len(named):
        return named
    return sentence("quiz_grade.and_more", files=named, count=len(files) - len(named))
