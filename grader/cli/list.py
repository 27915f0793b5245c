"""`grader list`: what there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.course.exercise import Exercise
    from grader.progress import Notebook


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@language_option
@course_option
def command(selectors: tuple[str, ...], language: Language, course_folder: Path | None) -> None:
    """List the exercises, how far yours are filled in, and how far you are with the tests."""
    from grader.cli._learner import open_notebook, say_remarks
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select

    course = load_course(find_course(course_folder, Path.cwd()))
    chosen = select(course, selectors)
    notebook = open_notebook(course)
    for line in _lines(course, chosen, notebook, language):
        click.echo(line)
    if not selectors:
        for said in _other_tests(course):
            click.echo(translate(said, language))
    say_remarks(notebook, language)


def _lines(
    course: Course, chosen: tuple[Exercise, ...], notebook: Notebook, language: Language
) -> Iterator[str]:
    from grader.course.task import read_task
    from grader.layout import display_width, pad

    titles = {exercise.id: read_task(exercise, language).title for exercise in chosen}
    name_column = max(len(exercise.name) for exercise in chosen) + 2
    title_column = max(map(display_width, titles.values())) + 2
    for section in course.sections:
        exercises = [exercise for exercise in section.exercises if exercise in chosen]
        if exercises:
            yield f"{section.id}  {section.title.in_language(language)}"
        for exercise in exercises:
            name, title = pad(exercise.name, name_column), pad(titles[exercise.id], title_column)
            yield f"  {name}{title}{_state(exercise, language)}"
        test = _test(course, section.id, notebook) if exercises else None
        if test is not None:
            label = translate(sentence("cli.test"), language)
            yield f"  {pad(label, name_column + title_column)}{translate(test, language)}"


def _other_tests(course: Course) -> Iterator[Sentence]:
    """Say how many tests there are of sections without exercises."""
    from grader.quiz.skimming import skim_keys

    others = (section.id for section in course.sections if not section.exercises)
    count = sum(bool(skim_keys(course.root, section)) for section in others)
    if count:
        yield sentence("cli.other_tests", count=count)


def _test(course: Course, section: str, notebook: Notebook) -> Sentence | None:
    """Say how far the learner is with the confirmation test of a section, if it has one."""
    from grader.progress import right_answers
    from grader.quiz.skimming import skim_keys

    keys = skim_keys(course.root, section)
    right = right_answers(notebook, keys)
    if not keys or right is None:
        return sentence("cli.test_not_begun") if keys else None
    return sentence("cli.test_right", right=right, total=len(keys))


def _state(exercise: Exercise, language: Language) -> str:
    from grader.course.student import filling_of, students_answer

    answer = students_answer(exercise)
    if answer is None:
        return translate(sentence("cli.file_missing"), language)
    if answer.problem is not None:
        return translate(answer.problem, language)
    filling = filling_of(exercise, answer)
    if not filling.aligned and filling.filled == filling.total:
        return translate(sentence("cli.rewritten"), language)
    said = sentence("cli.blanks_filled", filled=filling.filled, total=filling.total)
    return translate(said, language)
