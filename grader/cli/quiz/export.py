"""`grader quiz export`: confirmation tests for other programs."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import UsageError
from grader.quiz.export import Edition, format_names, load_format
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.quiz.model import Quiz

STDOUT = Path("-")
_SECONDS = re.compile(r"\d{1,10}", re.ASCII)


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
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    metavar="FILE",
    help="The file to write; - is stdout.",
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
    from grader.cli._files import require_folder
    from grader.course.catalog import find_course, load_course
    from grader.layout import printable

    require_folder(target)
    made = _now()
    course = load_course(find_course(course_folder, Path.cwd()))
    quizzes = _selected(course, selectors)
    exporter = load_format(form)
    edition = Edition(course.id, course.title, made)
    _deliver(target, exporter.write(quizzes, language, edition), quizzes, language)
    for said in exporter.losses(quizzes):
        click.echo(printable(translate(said, language)), err=True)


def _now() -> int:
    """The present, or what SOURCE_DATE_EPOCH says in its place, so that a file can be made again.

    Raises:
        UsageError: it says something else.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given and not _SECONDS.fullmatch(given):
        raise UsageError(sentence("quiz_export.epoch_unreadable", given=given))
    return int(given or time.time())


def _selected(course: Course, selectors: Sequence[str]) -> list[Quiz]:
    """Read quizzes, in the order of the course."""
    from grader.cli.quiz._loading import load_shown

    places = {section.id: place for place, section in enumerate(course.sections)}
    quizzes = load_shown(course.root, selectors)
    return sorted(quizzes, key=lambda quiz: places.get(quiz.id, len(places)))


def _deliver(target: Path, content: bytes, quizzes: Sequence[Quiz], language: Language) -> None:
    """Write the file and say so, unless it is stdout that it goes to.

    Raises:
        UsageError: it cannot be written, or would fill a terminal with what is no text.
    """
    from grader.cli._files import write_bytes
    from grader.cli._paths import near
    from grader.layout import printable

    if target == STDOUT:
        if b"\0" in content and sys.stdout.isatty():
            raise UsageError(sentence("quiz_export.to_terminal"))
        click.echo(content, nl=False)
        return
    write_bytes(target, content)
    count = sum(len(quiz.questions) for quiz in quizzes)
    written = sentence("quiz_export.written", file=near(target), count=count)
    click.echo(printable(translate(written, language)))
