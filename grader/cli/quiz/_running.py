"""Marking that runs code where a question links an exercise; the sandbox is started when needed."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from grader.errors import SandboxError
from grader.words import Language

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.grading import Bench
    from grader.quiz.answer import Graded
    from grader.quiz.model import Question


class RunningMarker:
    """Marks responses; a context manager, which stops what it has started.

    Args:
        course: where linked exercises are.
        language: of whoever reads the marks.
        required_level: the level of the sandbox below which nothing is run.
    """

    def __init__(self, course: Course, language: Language, required_level: str) -> None:
        self._course, self._language = course, language
        self._required_level = required_level
        self._bench: Bench | None = None
        self._ran: dict[tuple[str, str], Graded] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def __call__(self, question: Question, response: object) -> Graded:
        """Mark a response; code that cannot be run is only compared, and its mark says so.

        What many learners wrote in the same way is run once.
        """
        from grader.quiz.grade import grade

        graded = grade(question, response)
        if question.check is None or graded.outcome != "wrong":
            return graded
        written = question.digest, json.dumps(response, sort_keys=True)
        if written not in self._ran:
            self._ran[written] = self._run(question, response, graded)
        return self._ran[written]

    def _run(self, question: Question, response: object, graded: Graded) -> Graded:
        from grader.quiz.exercise import grade_by_running

        try:
            return grade_by_running(question, response, self._course, self._started())
        except SandboxError as error:
            return replace(graded, message=error.sentence)

    def _started(self) -> Bench:
        from grader.cli._sandbox import started_zygote
        from grader.grading import Bench, Settings

        if self._bench is None:
            zygote = self._stack.enter_context(started_zygote(self._required_level))
            self._bench = Bench(zygote, Settings(language=self._language))
        return self._bench
