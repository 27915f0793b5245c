"""Everything that can stop a command, as one tree.

    GraderError                 exit code 3: our fault
    ├── UsageError              exit code 2: the command cannot be carried out as asked
    ├── CourseError             exit code 3: course material that is not sound
    └── SandboxError            exit code 3: student code cannot be run on this machine

What a *student's* code does wrong is never an exception here: it is a verdict.
"""

from __future__ import annotations

from typing import ClassVar

from grader.words import Sentence, translate

PASSED, NOT_PASSED, USAGE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130


class GraderError(Exception):
    """A failure that ends in one clear sentence: what is wrong, where, what to do."""

    exit_code: ClassVar[int] = INTERNAL

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)
        self.sentence = said

    def __str__(self) -> str:
        return translate(self.sentence, "en")


class UsageError(GraderError):
    """Unknown selector, missing submission, a sandbox below what was required."""

    exit_code = USAGE


class CourseError(GraderError):
    """A solution, its checks, its mistakes or course.toml contradict each other."""


class SandboxError(GraderError):
    """The process that runs student code could not be started."""
