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
    from grader.quiz.model import Question, Quiz
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
    """Find, for every exercise that was tried in vain, the question to look at."""
    questions = RelatedQuestions(course, report.language)
    found = ((result.id, questions.find(result)) for result in report.results)
    return {exercise_id: question for exercise_id, question in found if question is not None}


class RelatedQuestions:
    """Finds questions about the same idea as an exercise; reads a quiz when it is needed, once."""

    def __init__(self, course: Course, language: Language) -> None:
        self._root = course.root
        self._language = language
        self._quizzes: dict[str, Quiz | None] = {}

    def find(self, result: Result) -> RelatedQuestion | None:
        """Find the question about the mistake that was made, or else that of the exercise."""
        if result.status not in TRIED or result.question is None:
            return None
        from grader.quiz.parse.markdown import plain
        from grader.report import RelatedQuestion

        quiz_id, _, question_id = result.question.partition("#")
        quiz = self._quiz(quiz_id)
        questions = () if quiz is None else quiz.questions
        about = [question for question in questions if _is_about(question, result)]
        named = [question for question in questions if question.id == question_id]
        for question in (*about, *named):
            title = plain(question.title.in_language(self._language).blocks)
            return RelatedQuestion(f"{quiz_id}#{question.id}", title, about_mistake=bool(about))
        return None

    def _quiz(self, quiz_id: str) -> Quiz | None:
        from grader.quiz.load import find_quizzes, read_quiz

        if quiz_id not in self._quizzes:
            files = {files.id: files for files in find_quizzes(self._root)}.get(quiz_id)
            self._quizzes[quiz_id] = None if files is None else read_quiz(files).quiz
        return self._quizzes[quiz_id]


def _is_about(question: Question, result: Result) -> bool:
    """Whether one of the wrong answers to a question is the mistake that was made."""
    made = {(result.id, one.id) for one in result.diagnosis if one.kind == "mistake"}
    return not made.isdisjoint(question.mistakes)
