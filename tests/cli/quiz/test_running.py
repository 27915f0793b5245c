"""Code that many learners wrote in the same way."""

from __future__ import annotations

import pytest

import grader.quiz.exercise
from grader.cli.quiz._running import RunningMarker
from grader.course.catalog import load_course
from grader.errors import SandboxError
from grader.words import sentence
from tests.cli.running import ROOT
from tests.quizzes.keys import Keys


def test_the_same_code_is_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Keys("day2/section3_overfitting").quiz.question("l2-gradient")
    ran: list[object] = []

    def run(_question: object, response: object, *_others: object) -> None:
        ran.append(response)
        raise SandboxError(sentence("quiz_answers.empty"))

    monkeypatch.setattr(grader.quiz.exercise, "grade_by_running", run)
    monkeypatch.setattr(RunningMarker, "_started", lambda _marker: None)
    with RunningMarker(load_course(ROOT), "en", "basic") as marker:
        marks = [marker(question, {"1": code}) for code in ("a", "a", "b", "param", "a")]
    assert ran == [{"1": "a"}, {"1": "b"}]
    assert [mark.outcome for mark in marks] == ["wrong", "wrong", "wrong", "right", "wrong"]
