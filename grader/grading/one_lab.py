"""One lab by itself: shown with its own functions, or trained with what a submission has for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from grader.course.blanks import align
from grader.course.catalog import Course
from grader.course.checks import load_spec
from grader.course.exercise import Exercise
from grader.course.plan import Plan, make_plan
from grader.course.submission import (
    Answer,
    Submission,
    find_answer,
    open_submission,
    unclaimed_files,
)
from grader.course.vocabulary import LabLink
from grader.errors import GraderError, UsageError
from grader.grading.bench import Bench
from grader.grading.exercise import blanks_left, syntax_problem
from grader.grading.lab_results import curves_of
from grader.grading.laboratory import Laboratory, OwnRuns, Trial
from grader.grading.running import run_answer
from grader.grading.status import standing_of
from grader.judge.verdict import judge_outcomes
from grader.labs import find_labs
from grader.model import LabResult
from grader.words import Language, Sentence, sentence


class Participant(NamedTuple):
    """An exercise that takes part in a lab, in one slot or several."""

    exercise: Exercise
    links: tuple[LabLink, ...]


class Attempt(NamedTuple):
    """The trainings that were begun with one answer, or why there is none."""

    trials: tuple[Trial, ...] = ()
    said: tuple[Sentence, ...] = ()


class Outcome(NamedTuple):
    """What became of a lab: results, what else there is to say, and what ended it early.

    `strays`: files of the submission that answer nothing.
    """

    results: tuple[LabResult, ...]
    said: tuple[Sentence, ...]
    stopped_by: BaseException | None = None
    strays: tuple[str, ...] = ()


def participants(course: Course, lab_name: str) -> tuple[Participant, ...]:
    """List the exercises that take part in a lab, in course order.

    Raises:
        CourseError: a checks.py is not sound.
    """
    found = []
    for exercise in course.exercises:
        links = tuple(link for link in load_spec(exercise).labs if link.lab == lab_name)
        if links:
            found.append(Participant(exercise, links))
    return tuple(found)


def demonstrate(own_runs: OwnRuns, lab_name: str) -> Iterator[Attempt]:
    """Begin to train a lab with its own functions, once for each slot it can do without.

    Raises:
        UsageError: its data is not on this computer.
    """
    slots = find_labs()[lab_name].slots
    optional = [name for name, slot in slots.items() if slot.optional]
    for slot in optional or [""]:
        yield Attempt((own_runs.demonstrate(lab_name, slot),))


def open_answers(
    given: str, lab_name: str, taking_part: Sequence[Participant]
) -> tuple[Submission, Sequence[Participant]]:
    """Look at what `--submission` names, and which exercises it can be for.

    Raises:
        UsageError: it cannot be opened, or it is a file that has no exercise's name.
    """
    path = Path(given)
    if path.suffix == ".py" and path.is_file():
        named = [one for one in taking_part if one.exercise.name == path.stem]
        if len(named) != 1:
            raise UsageError(
                sentence(
                    "lab_command.file_for_none",
                    file=given,
                    lab=lab_name,
                    names=_names(taking_part),
                )
            )
        taking_part = named
    return open_submission(given, len(taking_part)), taking_part


def train_answers(
    bench: Bench,
    laboratory: Laboratory,
    lab_name: str,
    taking_part: Sequence[Participant],
    submission: Submission,
) -> Iterator[Attempt]:
    """Begin to train a lab with every answer of a submission that can be run.

    Raises:
        UsageError: the lab's data is not on this computer.
        CourseError: the author's files are not sound.
        SandboxError: no student code can be run.
    """
    laboratory.load(find_labs()[lab_name])
    answered = False
    for exercise, links in taking_part:
        answer = find_answer(submission, exercise)
        if answer is None:
            continue
        answered = True
        plan = make_plan(exercise, bench.settings.seed)
        why_not = _why_not(bench, plan, answer)
        if why_not is None:
            given = (plan, answer.source, answer.earlier)
            yield Attempt(tuple(laboratory.start(link, *given) for link in links))
        else:
            said = sentence("lab_command.left_out", name=exercise.name, why=why_not)
            yield Attempt(said=(said,))
    if not answered:
        names = _names(taking_part)
        said = sentence(
            "lab_command.nothing_answers", path=submission.given, lab=lab_name, names=names
        )
        yield Attempt(said=(said,))


def gather(own_runs: OwnRuns, attempts: Iterator[Attempt]) -> Outcome:
    """Wait for all trainings; what stops that, such as Ctrl-C, leaves those that are finished."""
    trials: list[Trial] = []
    said: list[Sentence] = []
    results: list[LabResult] = []
    try:
        for attempt in attempts:
            trials += attempt.trials
            said += attempt.said
        results.extend(map(own_runs.result, trials))
    except KeyboardInterrupt as stopped_by:
        finished = (trial.conclude() for trial in trials[len(results) :] if trial.done)
        return Outcome((*results, *finished), tuple(said), stopped_by)
    except UsageError:  # there is nothing to train on, and so there are no results to keep
        raise
    except GraderError as stopped_by:
        return Outcome(tuple(results), tuple(said), stopped_by)
    return Outcome(tuple(results), tuple(said))


def answer_nothing(course: Course, submission: Submission) -> list[str]:
    """List files of a submission that answer no exercise of the course, as misspelt ones do."""
    answers = (find_answer(submission, exercise) for exercise in course.exercises)
    return unclaimed_files(submission, {str(answer.path) for answer in answers if answer})


def in_language(result: LabResult, language: Language) -> LabResult:
    """Name the lab and its curves in another language; messages stay as they are."""
    lab = find_labs()[result.id]
    curves = curves_of(lab, result.slot, language) if result.curves else {}
    return replace(result, title=lab.title.in_language(language), curves=curves)


def _why_not(bench: Bench, plan: Plan, answer: Answer) -> Sentence | None:
    """What keeps an answer from being trained with; right or wrong is for the training to show."""
    if answer.problem is not None:
        return answer.problem
    unreadable = syntax_problem(answer)
    if unreadable is not None:
        return unreadable.said[0]
    open_blanks = [fill for fill in align(plan.template, answer.source).fills if fill.todo]
    if open_blanks:
        return blanks_left(open_blanks)
    run = run_answer(bench._replace(earlier=answer.earlier), plan, answer.source)
    standing = standing_of(plan, answer, run, judge_outcomes(plan.table, run.outcomes))
    callable_at_all = run.loaded is not None and standing.status != "invalid"
    return None if callable_at_all else standing.said[0]


def _names(taking_part: Sequence[Participant]) -> str:
    return ", ".join(exercise.name for exercise, _ in taking_part)
