"""`grader check`: the main job."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option, started_zygote
from grader.errors import INTERRUPTED, NOT_PASSED, PASSED, GraderError
from grader.report import Style, format_names
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.course.exercise import Exercise
    from grader.course.submission import Submission
    from grader.grading import LabMode
    from grader.grading.feedback import Feedback
    from grader.model import Report, Result

FEEDBACK = ("full", "no-values", "verdict")


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option(
    "--submission",
    metavar="DIR|FILE",
    help="What to grade: a folder, a .py, .ipynb or .zip file; by default exercises/.",
)
@click.option(
    "--labs",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Train with answers that pass, with all, or not at all.",
)
@click.option("--no-labs", is_flag=True, help="The same as --labs never.")
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Draws the random cases and the training runs.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(format_names()),
    default="text",
    show_default=True,
    help="What goes to standard output.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the report to a file as well; may be given several times.",
)
@click.option(
    "--feedback",
    type=click.Choice(FEEDBACK),
    default="full",
    show_default=True,
    help="How much to tell. no-values: nothing of the cases, and none of the answers' own words; "
    "verdict: status and score.",
)
@sandbox_option
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    selectors: tuple[str, ...],
    submission: str | None,
    labs: LabMode,
    no_labs: bool,
    seed: int,
    format_name: str,
    outputs: tuple[str, ...],
    feedback: Feedback,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Grade exercises, all of them or those that a SELECTOR names.

    A SELECTOR is any part of an exercise's path: softmax, section3, day2, day2/section3.
    """
    with started_zygote(required_level) as zygote:
        from grader.cli._files import parse_outputs
        from grader.cli._paths import near
        from grader.course.catalog import find_course, load_course
        from grader.course.selectors import select
        from grader.course.submission import open_submission

        targets = parse_outputs(outputs)
        course = load_course(find_course(course_folder, Path.cwd()))
        exercises = select(course, selectors)
        given = submission or str(near(course.root / "exercises"))
        handed_in = open_submission(given, len(exercises))
        _say_packing_remarks(handed_in, course, language)
        from grader.cli._terminal import TerminalProgress
        from grader.grading import Bench, Settings, assemble_report, grade_each

        settings = Settings(seed=seed, language=language, labs="never" if no_labs else labs)
        with TerminalProgress() as progress:
            bench = Bench(zygote, settings, progress)
            results, stopped_by = _collect(grade_each(bench, exercises, handed_in))
        report = assemble_report(bench, course, handed_in, results)
    report, style = (report, Style()) if submission else _as_own_work(report, course)
    style = _with_questions(style, report, course, feedback)
    _write(_reduced(report, exercises, feedback), format_name, targets, style)
    _warn_of_unclaimed(report, handed_in, language)
    if isinstance(stopped_by, GraderError):
        raise stopped_by
    if stopped_by is not None:
        said = sentence("cli.interrupted", done=len(results), total=len(exercises))
        click.echo(translate(said, language), err=True)
        ctx.exit(INTERRUPTED)
    ctx.exit(PASSED if report.all_passed else NOT_PASSED)


def _collect(results: Iterator[Result]) -> tuple[list[Result], BaseException | None]:
    """Gather results; what stops that, such as Ctrl-C, leaves those that are there."""
    done: list[Result] = []
    try:
        done.extend(results)
    except (KeyboardInterrupt, GraderError) as stopped_by:
        return done, stopped_by
    return done, None


def _as_own_work(report: Report, course: Course) -> tuple[Report, Style]:
    """Bring in what is remembered about the learner, whose work lies in the course."""
    from grader.cli._learner import hints_left, open_notebook, say_remarks, with_hints

    notebook = open_notebook(course)
    say_remarks(notebook, report.language)
    report = with_hints(report, notebook)
    return report, Style(hints_left=hints_left(report, course))


def _with_questions(style: Style, report: Report, course: Course, feedback: Feedback) -> Style:
    """Name the questions to look at, unless nothing but the verdict is to be told."""
    from grader.cli._learner import related_questions

    if feedback == "verdict":
        return style
    return replace(style, related=related_questions(report, course))


def _reduced(report: Report, exercises: Sequence[Exercise], feedback: Feedback) -> Report:
    if feedback == "full":
        return report
    from grader.grading.feedback import reduced
    from grader.grading.vouching import authors_words

    return reduced(report, feedback, authors_words(exercises, report.language))


def _say_packing_remarks(submission: Submission, course: Course, language: Language) -> None:
    """Say what does not fit in the manifest of an archive."""
    if submission.contents is None:
        return
    from grader.layout import printable

    for said in submission.contents.remarks_about(course):
        click.echo(printable(translate(said, language)), err=True)


def _warn_of_unclaimed(report: Report, submission: Submission, language: Language) -> None:
    """A file with a misspelt name must not look like an answer that is missing."""
    from grader.course.submission import unclaimed_files
    from grader.layout import printable

    graded = {result.file for result in report.results if result.file is not None}
    if len(graded) == len(report.results):
        return
    unclaimed = unclaimed_files(submission, graded)
    if unclaimed:
        said = sentence("cli.unclaimed", files=", ".join(unclaimed))
        click.echo(printable(translate(said, language)), err=True)


def _write(
    report: Report, format_name: str, targets: Sequence[tuple[str, Path]], style: Style
) -> None:
    """Write the report everywhere; `style` is that of a file."""
    from grader.cli._files import append_file, write_file
    from grader.cli._terminal import print_whole, terminal_style
    from grader.report import appended, load_renderer

    terminal = terminal_style()
    style = replace(style, default_language=terminal.default_language)
    # Where one place cannot take the report, the others still get it.
    try:
        shown = replace(terminal, hints_left=style.hints_left, related=style.related)
        print_whole(load_renderer(format_name).render(report, shown))
    finally:
        for name, path in targets:
            write_file(path, load_renderer(name).render(report, style))
        appendix = appended(format_name, report, os.environ)
        if appendix is not None:
            append_file(*appendix)
