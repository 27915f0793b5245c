"""`grader quiz export`: confirmation tests for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli._options import course_option, language_option
from grader.quiz.export import format_names, load_format
from grader.words import Language, sentence, translate


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option(
    "--to",
    "form",
    type=click.Choice(format_names()),
    required=True,
    help="The format of the file.",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The file to write.",
)
@language_option
@course_option
def command(
    selectors: tuple[str, ...],
    form: str,
    target: Path,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Write confirmation tests as one file for another program.

    \b
    anki    a package of flash cards
    json    everything there is, in both languages
    moodle  a question bank, Moodle XML
    print   a sheet to print, HTML, with the answers at the end
    qti     a QTI 1.2 package, for Canvas and others

    The questions are in the language of --lang. What a format cannot hold is said on stderr.
    """
    from grader.cli._files import require_folder, write_bytes
    from grader.cli._paths import near
    from grader.course.catalog import find_course, load_course
    from grader.layout import printable
    from grader.quiz.load import load_quiz
    from grader.quiz.selecting import select_quizzes

    require_folder(target)
    course = load_course(find_course(course_folder, Path.cwd()))
    quizzes = [load_quiz(files) for files in select_quizzes(course.root, selectors)]
    exporter = load_format(form)
    write_bytes(target, exporter.write(quizzes, language))
    for said in exporter.losses(quizzes):
        click.echo(printable(translate(said, language)), err=True)
    count = sum(len(quiz.questions) for quiz in quizzes)
    written = sentence("quiz_export.written", file=near(target), count=count)
    click.echo(printable(translate(written, language)))
