"""`grader reset`: an exercise as it was at first."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli._options import course_option, language_option
from grader.words import Language, sentence, translate


@click.command()
@click.argument("selector", metavar="EXERCISE")
@click.option("--yes", is_flag=True, help="Do not ask before work is replaced.")
@language_option
@course_option
def command(selector: str, yes: bool, language: Language, course_folder: Path | None) -> None:
    """Empty the blanks of one exercise. Your work is kept beside it in a .bak file."""
    from grader.cli._emptying import is_empty, put_empty_exercise
    from grader.cli._paths import near
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select_one

    def say(name: str, **values: object) -> None:
        click.echo(translate(sentence(f"cli.{name}", **values), language))

    course = load_course(find_course(course_folder, Path.cwd()))
    exercise = select_one(course, selector)
    path = exercise.student_path
    if is_empty(exercise):
        say("reset_nothing", file=near(path))
        return
    question = translate(sentence("cli.reset_ask", file=near(path)), language)
    if path.exists() and not yes and not click.confirm(question):
        say("reset_left")
        return
    backup = put_empty_exercise(exercise)
    say("reset_done", file=near(path))
    if backup is not None:
        say("reset_kept", file=near(backup))
