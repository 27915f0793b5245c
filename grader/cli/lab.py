"""`grader lab`: one training run, in the terminal and as a figure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._figure import plot_labs, require_drawable
from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option, started_zygote
from grader.errors import INTERRUPTED, NOT_PASSED, PASSED, UsageError
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.grading import Settings
    from grader.grading.one_lab import Outcome
    from grader.report.drawing.figure import Theme
    from grader.report.drawing.pen import Pen
    from grader.sandbox import Zygote
    from grader.sandbox.levels import Level


@click.command()
@click.argument("name", required=False, metavar="[LAB]")
@click.option(
    "--submission",
    metavar="DIR|FILE",
    help="Train with these answers; by default with the lab's own functions.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Draws the initial weights and the mini-batches.",
)
@click.option("--full", is_flag=True, help="Train as long as the lab deserves, on all its data.")
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draw the curves into a file as well, .svg or .png.",
)
@click.option(
    "--theme",
    type=click.Choice(["light", "dark"]),
    default="light",
    show_default=True,
    help="Colours of that drawing.",
)
@sandbox_option
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    submission: str | None,
    seed: int,
    full: bool,
    plot: Path | None,
    theme: Theme,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Run a training lab and draw it; without a name, list the labs there are.

    It is trained with and without what your functions are to do or, with --submission, with yours
    in their place.
    """
    if name is None:
        _list(language, course_folder)
        return
    _require_lab(name)
    if plot is not None:
        require_drawable(plot)
    from grader.grading.bench import Settings

    settings = Settings(seed=seed, language=language, full_scale=full)
    level: Level | None = None
    if submission is None:
        outcome = _demonstrate(name, settings)
    else:
        with started_zygote(required_level) as zygote:
            outcome = _train(name, settings, zygote, submission, course_folder)
            level = zygote.level
    _show(outcome, settings, level)
    if plot is not None:
        plot_labs(outcome.results, plot, language, theme)
    ctx.exit(_exit_code(outcome, language))


def _exit_code(outcome: Outcome, language: Language) -> int:
    if isinstance(outcome.stopped_by, KeyboardInterrupt):
        said = sentence("lab_command.interrupted", done=len(outcome.results))
        click.echo(translate(said, language), err=True)
        return INTERRUPTED
    if outcome.stopped_by is not None:
        raise outcome.stopped_by
    disagrees = any(result.status in ("failed", "error") for result in outcome.results)
    return NOT_PASSED if disagrees or outcome.said else PASSED


def _require_lab(name: str) -> None:
    import difflib

    from grader.labs import find_labs

    labs = list(find_labs())
    if name in labs:
        return
    nearest = difflib.get_close_matches(name, labs, n=3, cutoff=0.5)
    if nearest:
        raise UsageError(sentence("lab_command.unknown_but", name=name, names=", ".join(nearest)))
    raise UsageError(sentence("lab_command.unknown", name=name, names=", ".join(labs)))


def _demonstrate(name: str, settings: Settings) -> Outcome:
    from grader.cli._terminal import TerminalProgress
    from grader.grading.bench import Desk
    from grader.grading.laboratory import OwnRuns
    from grader.grading.one_lab import demonstrate, gather

    with TerminalProgress() as progress, OwnRuns(Desk(settings, progress)) as own_runs:
        return gather(own_runs, demonstrate(own_runs, name))


def _train(
    name: str, settings: Settings, zygote: Zygote, submission: str, course_folder: Path | None
) -> Outcome:
    from grader.cli._terminal import TerminalProgress
    from grader.course.catalog import find_course, load_course
    from grader.grading.bench import Bench
    from grader.grading.laboratory import Laboratory
    from grader.grading.one_lab import (
        answer_nothing,
        gather,
        open_answers,
        participants,
        train_answers,
    )

    course = load_course(find_course(course_folder, Path.cwd()))
    handed_in, taking_part = open_answers(submission, name, participants(course, name))
    with TerminalProgress() as progress:
        bench = Bench(zygote, settings, progress)
        with Laboratory(bench) as laboratory:
            attempts = train_answers(bench, laboratory, name, taking_part, handed_in)
            outcome = gather(laboratory, attempts)
    if len(outcome.results) == sum(len(one.links) for one in taking_part):
        return outcome
    return outcome._replace(strays=tuple(answer_nothing(course, handed_in)))


def _show(outcome: Outcome, settings: Settings, level: Level | None) -> None:
    from grader.cli._terminal import print_whole, terminal_style
    from grader.report.drawing.pen import Pen
    from grader.report.drawing.training import draw_lab
    from grader.report.text import sandbox_remark

    pen = Pen(settings.language, terminal_style())
    lines: list[str] = []
    for result in outcome.results:
        lines += [*draw_lab(pen, result, indent=1), ""]
    for said in outcome.said:
        lines += pen.paragraph(pen.translate(said), indent=0)
    remark = sandbox_remark(level) if level is not None else None
    if remark is not None:
        lines += pen.paragraph(pen.translate(remark), indent=0)
    if outcome.results:
        lines += pen.paragraph(pen.translate(_circumstances(outcome, settings)), indent=0)
    print_whole(pen.page(lines))
    if outcome.strays:
        # A file with a misspelt name must not look like an answer that is missing.
        strays = sentence("cli.unclaimed", files=", ".join(outcome.strays))
        click.echo(pen.translate(strays), err=True)


def _circumstances(outcome: Outcome, settings: Settings) -> Sentence:
    from grader.report.drawing.training import data_sentence

    editions = {kind: name for result in outcome.results for kind, name in result.data.items()}
    data = data_sentence(editions)
    if data is None:
        return sentence("lab_command.seed", seed=settings.seed)
    return sentence("lab_command.seed_and_data", seed=settings.seed, data=data)


def _list(language: Language, course_folder: Path | None) -> None:
    from grader.cli._terminal import print_whole, terminal_style
    from grader.course.catalog import find_course, load_course
    from grader.labs import find_labs
    from grader.report.drawing.pen import Pen

    course = load_course(find_course(course_folder, Path.cwd()))
    pen = Pen(language, terminal_style())
    lines: list[str] = []
    for name in find_labs():
        lines += _described(pen, course, name)
    print_whole(pen.page(lines))


def _described(pen: Pen, course: Course, name: str) -> Iterator[str]:
    from grader.grading.one_lab import participants
    from grader.labs import find_labs

    lab = find_labs()[name]
    exercises = {
        link.slot: exercise.id for exercise, links in participants(course, name) for link in links
    }
    yield pen.bold(name)
    yield from pen.paragraph(lab.title.in_language(pen.language), indent=2)
    for slot in lab.slots:
        said = (
            sentence("lab_command.slot", slot=slot, exercise=exercises[slot])
            if slot in exercises
            else sentence("lab_command.free_slot", slot=slot)
        )
        yield from pen.paragraph(pen.translate(said), indent=4)
