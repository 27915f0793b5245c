"""Quizzes written for a test: one question in both languages, in a folder of their own."""

from __future__ import annotations

import re
from pathlib import Path

from grader.quiz.lint import Known, Report, check_quiz
from grader.quiz.load import QuizFiles, Reading, read_quiz
from grader.quiz.model import Question
from grader.quiz.parse.draft import Finding

FRONT = "---\ntitle: {title}\n---\n\n"
ANSWER = "<details><summary>{summary}</summary>\n\n{inside}\n\n</details>\n"


_MARK = r"#+ |- \[.\] (?:\(\d\) )?|[-*>] |\d\. "
_WORDS = r"(?!title|pass)(?=[A-Za-z])(?=.*[A-Za-z],? [a-z])"
_PROSE = re.compile(f"^( *(?:{_MARK})?){_WORDS}", re.MULTILINE)


def translated(english: str) -> str:
    """The same text, with a Japanese word in front of each of its sentences."""
    return _PROSE.sub(r"\1訳 ", english)


def folded(inside: str, summary: str = "Answer") -> str:
    """A folded part."""
    return ANSWER.format(summary=summary, inside=inside)


def question(body: str, inside: str = "Because.", attributes: str = "id=q") -> str:
    """A question with a title, a comment, and its answer folded."""
    return f"## A question\n<!-- q: {attributes} -->\n{body}\n\n{folded(inside)}"


def write(folder: Path, english: str, japanese: str | None = None) -> QuizFiles:
    """Write a quiz; without a Japanese text it is made from the English one."""
    files = QuizFiles("day/section", folder / "quiz.md", folder / "quiz.ja.md")
    files.en.write_text(FRONT.format(title="A title") + english, encoding="utf-8")
    files.ja.write_text(
        FRONT.format(title="題名") + (japanese or translated(english)), encoding="utf-8"
    )
    return files


def read(folder: Path, english: str, japanese: str | None = None) -> Reading:
    """Write a quiz and read it."""
    return read_quiz(write(folder, english, japanese))


def read_one(folder: Path, english: str, japanese: str | None = None) -> Question:
    """The only question of a quiz that is sound in its form."""
    reading = read(folder, english, japanese)
    assert reading.quiz is not None
    assert [finding.said.name for finding in reading.findings] == []
    (only,) = reading.quiz.questions
    return only


def check(folder: Path, english: str, japanese: str | None = None) -> Report:
    """Write a quiz and look for everything that is wrong with it."""
    return check_quiz(write(folder, english, japanese), Known())


def names(findings: tuple[Finding, ...]) -> list[str]:
    """The names of the sentences, without their topic."""
    return [finding.said.name.partition(".")[2] for finding in findings]
