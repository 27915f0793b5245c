"""`grader list`: what there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.course.exercise import Exercise


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@language_option
@course_option
def command(selectors: tuple[str, ...], language: Language, course_folder: Path | None) -> None:
    """List the exercises, and how far yours are filled in."""
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select

    course = load_course(find_course(course_folder, Path.cwd()))
    chosen = select(course, selectors)
    for line in _lines(course, chosen, language):
        click.echo(line)


def _lines(course: Course, chosen: tuple[Exercise, ...], language: Language) -> Iterator[str]:
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
