"""`grader notebook`: exercises as Jupyter notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import PASSED, USAGE
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course, Section
    from grader.course.exercise import Exercise


@click.group()
def command() -> None:
    """Work on exercises in Jupyter.

    \b
    grader notebook export section3      a notebook for each section 3
    grader check --submission FILE.ipynb grade a notebook

    In a notebook, %load_ext grader gives %check softmax and %%check softmax.
    """


@command.command()
@click.argument("selectors", nargs=-1, required=True, metavar="SELECTOR...")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to put the notebooks; by default notebooks/ in the course folder.",
)
@click.option("--force", is_flag=True, help="Replace notebooks; a copy of each is kept.")
@language_option
@course_option
@click.pass_context
def export(
    ctx: click.Context,
    selectors: tuple[str, ...],
    folder: Path | None,
    force: bool,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Write one notebook per section: tasks, cells with the blanks, cells that check.

    A notebook that is there already may hold answers, and is left as it is.
    """
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select
    from grader.layout import printable
    from grader.notebook.export import file_name, notebook_text

    course = load_course(find_course(course_folder, Path.cwd()))
    target = folder or course.root / "notebooks"
    in_the_way = False
    for section, exercises in _by_section(course, select(course, selectors)):
        text = notebook_text(section, exercises, language)
        for said, is_trouble in _write(target / file_name(section), text, force):
            click.echo(printable(translate(said, language)), err=is_trouble)
            in_the_way = in_the_way or is_trouble
    ctx.exit(USAGE if in_the_way else PASSED)


def _by_section(
    course: Course, exercises: Sequence[Exercise]
) -> Iterator[tuple[Section, list[Exercise]]]:
    for section in course.sections:
        wanted = [exercise for exercise in section.exercises if exercise in exercises]
        if wanted:
            yield section, wanted


def _write(path: Path, text: str, force: bool) -> Iterator[tuple[Sentence, bool]]:
    """Write a notebook; say what was done, and whether that is not what was asked for."""
    from grader.cli._files import keep_backup, make_folder, write_file
    from grader.cli._paths import near

    if path.is_file() and path.read_bytes() == text.encode():
        yield sentence("notebook.unchanged", file=near(path)), False
        return
    if path.exists() and not force:
        yield sentence("notebook.in_the_way", file=near(path)), True
        return
    make_folder(path.parent)
    if path.is_file():
        yield sentence("cli.reset_kept", file=near(keep_backup(path))), False
    write_file(path, text)
    yield sentence("notebook.written", file=near(path)), False
