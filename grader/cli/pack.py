"""`grader pack`: the answers as one file to hand in."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli._options import course_option, language_option
from grader.errors import PASSED, UsageError
from grader.words import Language, Sentence, sentence, translate

FILE = Path("answers.zip")


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option("--submission", metavar="DIR|FILE", help="What to pack; by default exercises/.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=FILE,
    show_default=True,
    metavar="FILE.zip",
    help="The archive to write.",
)
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    selectors: tuple[str, ...],
    submission: str | None,
    target: Path,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Put your answers into one zip file to hand in; `grader check` reads it as it is.

    The same answers always give the same file.
    """
    from grader.cli._files import require_folder, write_bytes
    from grader.cli._paths import near
    from grader.course.catalog import find_course, load_course
    from grader.course.packing import pack
    from grader.course.selectors import select
    from grader.course.submission import open_submission
    from grader.layout import printable

    def say(said: Sentence, *, err: bool = False) -> None:
        click.echo(printable(translate(said, language)), err=err)

    require_folder(target)
    course = load_course(find_course(course_folder, Path.cwd()))
    exercises = select(course, selectors)
    given = submission or str(near(course.root / "exercises"))
    package = pack(course, exercises, open_submission(given, len(exercises)))
    for why in package.left_out:
        say(sentence("packed.left_out", why=why), err=True)
    if not package.packed:
        raise UsageError(sentence("packed.nothing", path=given))
    _refuse_to_lose(target)
    write_bytes(target, package.data)
    count, unfinished = len(package.packed), len(package.unfinished)
    say(sentence("packed.written", file=near(target), count=count, open=unfinished))
    ctx.exit(PASSED)


def _refuse_to_lose(target: Path) -> None:
    """Replace only what an earlier `grader pack` made."""
    if not target.is_file():
        return
    from grader.course.packed import open_packed

    try:
        ours = open_packed(target).manifest is not None
    except UsageError:
        ours = False
    if not ours:
        raise UsageError(sentence("packed.in_the_way", file=target))
