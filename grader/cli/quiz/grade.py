"""`grader quiz grade`: what learners handed in, marked with the key."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option
from grader.cli.quiz._running import RunningMarker
from grader.errors import NOT_PASSED, PASSED, USAGE
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.quiz.results.mark_sheet import MarkedResponse

BYTE_ORDER_MARK = "\ufeff"
LONGEST_REMARK = 700


@click.command()
@click.argument(
    "responses",
    nargs=-1,
    required=True,
    metavar="RESPONSE...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="What goes to standard output.",
)
@click.option("--details", is_flag=True, help="Show every question of every response, as text.")
@click.option(
    "--other-version",
    is_flag=True,
    help="Grade answers to another version of a test with today's key.",
)
@sandbox_option
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    responses: tuple[Path, ...],
    format_name: str,
    details: bool,
    other_version: bool,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Mark the answers in each RESPONSE: a file saved from a page, a folder of .json files, or -.

    Several responses make a table, a line each. As CSV it is in UTF-8 with a byte order mark, so
    that spreadsheet programs read it. As JSON they make a list, for `grader quiz stats`.

    With --other-version, a wrong key can be mended after an exam. It is sound as long as no
    question or option was added, removed or moved.

    \b
    0  all passed
    1  at least one not passed, or not marked; the reason is on standard error
    2  none could be marked: unreadable, or answers to another version of the test
    """
    from grader.cli._terminal import print_whole
    from grader.cli.quiz._marking import ClassMarker
    from grader.cli.quiz._responses import response_files
    from grader.course.catalog import find_course, load_course
    from grader.quiz.selecting import select_quizzes

    course = load_course(find_course(course_folder, Path.cwd()))
    chosen = select_quizzes(course.root, ())
    files = list(response_files(responses))
    with RunningMarker(course, language, required_level) as marker:
        made = ClassMarker(chosen, marker, allow_other=other_version).mark(files)
    _tell([*made.refused, *made.notes], language)
    if not made.marked:
        ctx.exit(USAGE)
    are_several = len(made.marked) + len(made.refused) > 1
    print_whole(_written(made.marked, format_name, language, details, are_several))
    if made.refused:
        _tell([sentence("quiz_grade.not_marked", count=len(made.refused))], language)
    passed = not made.refused and all(one.result.passed for one in made.marked)
    ctx.exit(PASSED if passed else NOT_PASSED)


def _written(
    marked: Sequence[MarkedResponse],
    format_name: str,
    language: Language,
    details: bool,
    are_several: bool,
) -> str:
    from grader.cli._terminal import terminal_style

    style = terminal_style()
    if format_name == "json":
        return _as_json(marked, language, as_list=are_several)
    if format_name == "csv":
        return _as_csv(marked, language)
    if details or not are_several:
        return _as_blocks(marked, style.width, language)
    return _as_table(marked, style.width, language)


def _tell(said: Sequence[Sentence], language: Language) -> None:
    from grader.quiz.spoken import one_line

    for one in said:
        text = one_line(translate(one, language), LONGEST_REMARK)
        click.echo(translate(sentence("cli.error", said=text), language), err=True)


def _as_json(marked: Sequence[MarkedResponse], language: Language, *, as_list: bool) -> str:
    from grader.quiz.results.exchange import as_json, result_document

    documents = [
        {
            **result_document(one.result, language, one.answers.student, one.answers.digest),
            "file": one.file,
        }
        for one in marked
    ]
    return as_json(documents if as_list else documents[0])


def _as_csv(marked: Sequence[MarkedResponse], language: Language) -> str:
    from grader.quiz.results.mark_sheet import sheet_csv

    with suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return BYTE_ORDER_MARK + sheet_csv(marked, language)


def _as_blocks(marked: Sequence[MarkedResponse], width: int, language: Language) -> str:
    from grader.cli.quiz._blocks import block

    return "\n\n".join("\n".join(block(one, width, language)) for one in marked) + "\n"


def _as_table(marked: Sequence[MarkedResponse], width: int, language: Language) -> str:
    from grader.cli.quiz._blocks import MET_EXAMPLE
    from grader.layout import wrap
    from grader.quiz.results.mark_sheet import sheet_lines

    passed = sum(one.result.passed for one in marked)
    said = [sentence("quiz_grade.total", passed=passed, count=len(marked))]
    if any(one.by_hand for one in marked):
        said.append(sentence("quiz_grade.hand_legend", example=MET_EXAMPLE))
    below = (line for one in said for line in wrap(translate(one, language), width))
    return "\n".join([*sheet_lines(marked, language), "", *below]) + "\n"
