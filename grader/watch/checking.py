"""Grades answers for somebody who watches: the verdict at once, what takes longer afterwards."""

from __future__ import annotations

import time
from collections.abc import Sequence

from grader.course.exercise import Exercise
from grader.course.plan import Plan, make_plan
from grader.course.submission import Answer, Submission, find_answer
from grader.errors import CourseError
from grader.grading.bench import Bench
from grader.grading.exercise import grade_cases
from grader.grading.lab_work import LabWork
from grader.report.text import sandbox_remark
from grader.watch.background import Send, Work
from grader.watch.events import Judged, Scanned, Surveyed, Trained
from grader.words import Sentence

BETWEEN_UPDATES = 0.1


class Checker:
    """Knows the case tables of the exercises that were looked at, so that nobody waits for them.

    An answer is explained although other code of its author will run after it; whoever watches sits
    at a computer of their own, and is not being graded.
    """

    def __init__(self, bench: Bench, submission: Submission) -> None:
        self._bench = bench
        self._submission = submission
        self._plans: dict[str, Plan] = {}

    def get_ready(self) -> Sentence | None:
        """Load what explains wrong answers and trains with right ones before any comes.

        Returns:
            What there is to say about the sandbox that answers will run in.

        Raises:
            SandboxError: no student code can be run.
        """
        from grader.grading import explaining, laboratory  # noqa: F401 - forks find them loaded

        self._bench.zygote.await_ready()
        return sandbox_remark(self._bench.zygote.level)

    def forget(self, exercise: Exercise) -> None:
        """Read an exercise anew the next time."""
        self._plans.pop(exercise.id, None)

    def check(self, exercise: Exercise, answer: Answer | None, since: float) -> Work:
        """Prepare to check an answer: its cases, then why it is wrong, or its labs.

        Args:
            exercise: what it is an answer to.
            answer: the file as it was read; None if there is none.
            since: when the wait for the verdict began, by the monotonic clock.

        Raises:
            CourseError: the exercise is not sound.
        """
        plan = self._plans.get(exercise.id) or make_plan(exercise, self._bench.settings.seed)
        self._plans[exercise.id] = plan

        def work(send: Send) -> None:
            graded = grade_cases(self._bench, plan, answer)
            trains = graded.wants_labs and answer is not None
            final = not trains and graded.explain is None
            send(Judged(graded.result, final, time.monotonic() - since))
            result = graded.result
            if trains and answer is not None:
                with LabWork(self._bench._replace(progress=_Telling(send))) as lab_work:
                    lab_work.start(plan, answer.source, result)
                    (result,) = lab_work.finish_all()
            if graded.explain is not None:
                result = graded.explain(result)
            if not final:
                send(Judged(result, True, time.monotonic() - since))

        return work

    def scan(self, exercises: Sequence[Exercise]) -> Work:
        """Prepare to grade the cases of many answers; exercises that are not sound are left out."""
        settings = self._bench.settings._replace(labs="never")
        bench = self._bench._replace(settings=settings)

        def work(send: Send) -> None:
            for exercise in exercises:
                try:
                    plan = self._plans.get(exercise.id) or make_plan(exercise, settings.seed)
                except CourseError:
                    continue
                answer = find_answer(self._submission, exercise)
                send(Scanned(grade_cases(bench, plan, answer).result))
            send(Surveyed())

        return work


class _Telling:
    """Sends how far all training runs together are, every now and then."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._updates: dict[str, tuple[int, int]] = {}
        self._sent = 0.0

    def training(self, run: str, done: int, total: int) -> None:
        """Note how far one run is."""
        self._updates[run] = (done, total)
        now = time.monotonic()
        if now - self._sent < BETWEEN_UPDATES:
            return
        self._sent = now
        together = [sum(column) for column in zip(*self._updates.values(), strict=True)]
        self._send(Trained(*together))
