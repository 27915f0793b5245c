"""Quiz files on disk: which there are, and reading them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from grader.errors import CourseError
from grader.quiz.answer import FormatError
from grader.quiz.model import Quiz
from grader.quiz.parse.draft import Draft, Finding
from grader.quiz.parse.file import read_draft
from grader.quiz.parse.pair import pair_questions
from grader.quiz.prose import Place, Prose
from grader.words import Text, sentence

FOLDER = "quizzes"


class QuizFiles(NamedTuple):
    """The two files of a quiz; its id is its path below `quizzes/`, as a section's is."""

    id: str
    en: Path
    ja: Path


class Reading(NamedTuple):
    """A quiz, if it could be read, and everything that is wrong with its form."""

    quiz: Quiz | None
    findings: tuple[Finding, ...]


def find_quizzes(root: Path) -> tuple[QuizFiles, ...]:
    """List the quizzes of a course by id; either file alone is enough to be listed.

    Args:
        root: the folder of the course.
    """
    folder = root / FOLDER
    names = {
        path.relative_to(folder).as_posix().removesuffix(".md").removesuffix(".ja")
        for path in folder.rglob("*.md")
    }
    return tuple(
        QuizFiles(name, folder / f"{name}.md", folder / f"{name}.ja.md") for name in sorted(names)
    )


def load_quiz(files: QuizFiles) -> Quiz:
    """Read a quiz that is sound.

    Raises:
        CourseError: it is not; the first finding.
    """
    reading = read_quiz(files)
    if reading.quiz is None or reading.findings:
        raise CourseError(reading.findings[0].sentence)
    return reading.quiz


def read_quiz(files: QuizFiles) -> Reading:
    """Read a quiz and collect what is malformed in it."""
    findings: list[Finding] = []
    drafts = [_draft(path, findings) for path in (files.en, files.ja)]
    primary, second = drafts
    if primary is None or second is None:
        return Reading(None, tuple(findings))
    paired = pair_questions(primary, second)
    findings += [*primary.findings, *second.findings, *paired.findings]
    try:
        settings = _settings(primary, second)
    except FormatError as error:
        findings.append(Finding.of(error))
        settings = {}
    title = Text(en=_title(primary), ja=_title(second))
    digests = "".join(question.digest for question in paired.questions)
    quiz = Quiz(
        id=files.id,
        title=title,
        folder=files.en.parent,
        questions=paired.questions,
        intro=Prose(primary.intro, second.intro),
        seed=settings.get("seed", 0),
        pass_share=settings.get("pass", 60) / 100,
        minutes=settings.get("minutes"),
        digest=hashlib.sha256(digests.encode()).hexdigest(),
    )
    return Reading(quiz, tuple(sorted(findings, key=lambda finding: finding.place[:2])))


def read_source(path: Path) -> str:
    """The text of a quiz file; some editors put a mark in front that belongs to no line.

    Raises:
        OSError: there is no such file, or it cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    return path.read_text(encoding="utf-8-sig")


def _draft(path: Path, findings: list[Finding]) -> Draft | None:
    place = Place(str(path), 1)
    try:
        return read_draft(read_source(path), str(path))
    except FileNotFoundError:
        findings.append(Finding(place, sentence("quiz_pair.file_missing")))
    except (OSError, UnicodeDecodeError) as error:
        findings.append(Finding(place, sentence("quiz_format.file_unreadable", error=error)))
    return None


def _title(draft: Draft) -> str:
    return draft.settings["title"][1] if "title" in draft.settings else ""


def _settings(primary: Draft, second: Draft) -> Mapping[str, int]:
    for key, (place, value) in second.settings.items():
        if key != "title" and primary.settings.get(key, (place, None))[1] != value:
            raise FormatError(place, sentence("quiz_pair.setting_differs", name=key))
    return {
        key: _whole(place, key, value)
        for key, (place, value) in primary.settings.items()
        if key != "title"
    }


def _whole(place: Place, key: str, value: str) -> int:
    digits = value.removesuffix("%").strip()
    if not digits.isascii() or not digits.isdigit() or (key == "pass" and int(digits) > 100):
        raise FormatError(place, sentence("quiz_format.number_expected", name=key, value=value))
    return int(digits)
