"""`grader show`: the text of a task."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli._options import course_option, language_option
from grader.words import Language, as_typed, readers_language, sentence, translate


@click.command()
@click.argument("selector", metavar="EXERCISE")
@language_option
@course_option
def command(selector: str, language: Language, course_folder: Path | None) -> None:
    """Show the task of one exercise: what to do, why, formula, shapes and an example."""
    from grader.cli._paths import near
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select_one
    from grader.course.task import read_task

    course = load_course(find_course(course_folder, Path.cwd()))
    exercise = select_one(course, selector)
    task = read_task(exercise, language)
    command = as_typed(f"grader check {exercise.name}", language, readers_language(None))
    where = sentence("cli.show_where", file=near(exercise.student_path), command=command)
    click.echo(
        f"{click.style(task.title, bold=True)}\n\n{task.text}\n\n{translate(where, language)}"
    )
