"""The figure of training runs that a command writes beside what it prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.model import LabResult
    from grader.report.drawing.figure import Theme


def require_drawable(path: Path) -> None:
    """Make sure, before anything is trained, that a figure can be written there.

    Raises:
        UsageError: neither .svg nor .png, no such folder, or no matplotlib.
    """
    from grader.cli._files import require_folder
    from grader.report.drawing.figure import file_type
    from grader.report.drawing.fonts import require_matplotlib

    file_type(path)
    require_folder(path)
    require_matplotlib()


def plot_labs(labs: Sequence[LabResult], path: Path, language: Language, theme: Theme) -> None:
    """Draw labs into a file, and say on standard error where.

    Raises:
        UsageError: the file cannot be written.
    """
    from grader.cli._files import write_bytes
    from grader.cli._paths import near
    from grader.grading.one_lab import in_language
    from grader.report.drawing.figure import file_type, render_figure
    from grader.report.drawing.fonts import japanese_font

    def say(name: str, **values: object) -> None:
        click.echo(translate(sentence(name, **values), language), err=True)

    if not any(lab.history for lab in labs):
        say("lab_command.nothing_to_draw", file=near(path))
        return
    kind, labels = file_type(path), language
    if kind == "png" and language == "ja" and japanese_font() is None:
        say("lab_command.no_japanese_font")
        labels = "en"
    translated = [in_language(lab, labels) for lab in labs]
    write_bytes(path, render_figure(translated, kind, labels, theme))
    say("lab_command.written", file=near(path))
