"""`grader hint`: one hint at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from grader.cli._options import course_option, language_option
from grader.words import Language, Sentence, sentence


@click.command()
@click.argument("selector", metavar="EXERCISE")
@click.option("--again", is_flag=True, help="Repeat the hints you have seen, and show no new one.")
@language_option
@course_option
def command(selector: str, again: bool, language: Language, course_folder: Path | None) -> None:
    """Show the next hint for one exercise. Which ones you have seen is remembered."""
    from grader.cli._learner import open_notebook, say_remarks
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select_one
    from grader.course.task import read_task
    from grader.progress import hints_taken, take_hint

    course = load_course(find_course(course_folder, Path.cwd()))
    exercise = select_one(course, selector)
    hints = read_task(exercise, language).hints
    notebook = open_notebook(course)
    taken = min(hints_taken(notebook, exercise.id), len(hints))
    if again:
        numbers, remark = range(1, taken + 1), None if taken else "hints.none_taken"
    else:
        number = take_hint(notebook, exercise.id, len(hints))
        numbers = range(number, number + 1)
        remark = "hints.all_taken" if taken == len(hints) else None
    _show(exercise.name, hints, numbers, language, remark)
    say_remarks(notebook, language)


def _show(
    name: str,
    hints: Sequence[str],
    numbers: Iterable[int],
    language: Language,
    remark: str | None,
) -> None:
    from grader.cli._terminal import print_whole, terminal_style
    from grader.report.drawing.pen import Pen

    pen = Pen(language, terminal_style())
    parts = [] if remark is None else [pen.translate(Sentence(remark, {"name": name}))]
    if remark == "hints.none_taken":
        parts += pen.command(f"grader hint {name}", indent=2)
    for number in numbers:
        heading = sentence("hints.heading", number=number, total=len(hints))
        parts += [pen.bold(pen.translate(heading)), _flush_left(hints[number - 1])]
    print_whole(pen.page("\n\n".join(parts).split("\n")))


def _flush_left(hint: str) -> str:
    """Undo the indentation that Markdown asks for in a list."""
    import textwrap

    first, newline, rest = hint.partition("\n")
    return f"{first}{newline}{textwrap.dedent(rest)}"
