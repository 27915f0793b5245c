"""What is remembered about the learner at this computer, where a command needs it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from grader.words import Language, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.model import Report, Result
    from grader.progress import Notebook
    from grader.report import RelatedQuestion

# There was something to run, and it was not right.
TRIED = ("failed", "error", "timeout", "crashed")


def open_notebook(course: Course) -> Notebook:
    """Open the notebook of this copy of the course."""
    from grader.progress import Notebook, notebook_path

    return Notebook(notebook_path(course.root))


def say_remarks(notebook: Notebook, language: Language) -> None:
    """Tell what is wrong with the file, on standard error."""
    from grader.layout import printable

    for remark in notebook.remarks:
        click.echo(printable(translate(remark, language)), err=True)


def with_hints(report: Report, notebook: Notebook) -> Report:
    """Say in every result of a learner's own work how many hints were taken for it."""
    from grader.progress import hints_taken

    results = (
        replace(result, hints_used=hints_taken(notebook, result.id)) for result in report.results
    )
    return replace(report, results=tuple(results))


def hints_left(report: Report, course: Course) -> frozenset[str]:
    """List the exercises that were tried in vain and have hints that were not taken."""
    from grader.course.task import read_task

    exercises = {exercise.id: exercise for exercise in course.exercises}

    def has_more(result: Result) -> bool:
        hints = read_task(exercises[result.id], report.language).hints
        return result.hints_used < len(hints)

    tried = (result for result in report.results if result.status in TRIED)
    return frozenset(result.id for result in tried if has_more(result))


def related_questions(report: Report, course: Course) -> dict[str, RelatedQuestion]:
    """Find, for every exercise that was tried in vain, the question about the same idea."""
    from grader.quiz.load import find_quizzes, read_quiz
    from grader.quiz.parse.markdown import plain
    from grader.report import RelatedQuestion

    quizzes = {files.id: files for files in find_quizzes(course.root)}
    related = {}
    for result in report.results:
        quiz_id, _, question_id = (result.question or "").partition("#")
        if result.status not in TRIED or quiz_id not in quizzes:
            continue
        quiz = read_quiz(quizzes[quiz_id]).quiz
        for question in quiz.questions if quiz else ():
            if question.id == question_id:
                title = plain(question.title.in_language(report.language).blocks)
                related[result.id] = RelatedQuestion(quiz_id, title)
    return related
