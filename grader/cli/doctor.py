"""`grader doctor`: what confines student code on this computer, and what there is to work with."""

from __future__ import annotations

import importlib
import os
import platform
import sys
from collections.abc import Collection, Iterator
from types import ModuleType
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli import THREAD_VARIABLES
from grader.cli._options import language_option
from grader.errors import NOT_PASSED, PASSED, GraderError, SandboxError
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.report.drawing.pen import Pen

LAYERS = ("process", "limits", "landlock", "seccomp", "bubblewrap")
NAME_COLUMN, STATE_COLUMN = 12, 6


@click.command()
@language_option
@click.pass_context
def command(ctx: click.Context, language: Language) -> None:
    """Say how student code is confined here, which versions there are, and which data.

    The exit code is 0 if the sandbox level is strong, else 1.
    """
    from grader.cli._terminal import print_whole, terminal_style
    from grader.report.drawing.pen import Pen

    pen = Pen(language, terminal_style())
    try:
        # Looked at, not worked with: it is the library of the other rooms.
        numpy = importlib.import_module("numpy")
    except ImportError as error:
        click.echo(pen.translate(_no_numpy(error)))
        ctx.exit(NOT_PASSED)
    level, lines = _sandbox(pen)
    lines += ["", *map(pen.translate, _equipment(numpy))]
    print_whole(pen.page(lines))
    _show_data(ctx, language)
    ctx.exit(PASSED if level == "strong" else NOT_PASSED)


def advice_for(layer: str) -> Sentence:
    """What to do about a layer that is off.

    Which layers are on is found out by trying; this only guesses why one is not.
    """
    from grader.sandbox.inside.syscalls import MACHINES
    from grader.sandbox.wrapping import PROGRAMS
    from grader.sandbox.zygote import WITHOUT_VARIABLE

    if layer in os.environ.get(WITHOUT_VARIABLE, "").split(","):
        return sentence("doctor.left_out", variable=WITHOUT_VARIABLE)
    if layer in ("process", "limits"):
        return sentence("doctor.get_process")
    if sys.platform != "linux":
        return sentence("doctor.not_linux")
    if layer == "seccomp" and platform.machine() not in MACHINES:
        known = ", ".join(MACHINES)
        return sentence("doctor.unknown_processor", machine=platform.machine(), known=known)
    if layer == "bubblewrap" and any(os.access(path, os.X_OK) for path in PROGRAMS):
        return sentence("doctor.bubblewrap_forbidden")
    return sentence(f"doctor.get_{layer}")


def _no_numpy(error: ImportError) -> Sentence:
    reason = str(error).strip().partition("\n")[0]
    return sentence("doctor.no_numpy", python=sys.executable, error=reason)


def _sandbox(pen: Pen) -> tuple[str | None, list[str]]:
    from grader.sandbox import Zygote

    try:
        with Zygote.start() as zygote:
            level, layers = zygote.level, zygote.layers
    except SandboxError as error:
        said = sentence("doctor.cannot_run", why=error.sentence)
        return None, list(pen.paragraph(pen.translate(said), 0))
    lines = [pen.bold(pen.translate(sentence("doctor.level", level=level)))]
    lines += pen.paragraph(pen.translate(sentence(f"doctor.worth_{level}")), 2)
    for layer in LAYERS:
        lines += _layer(pen, layer, layers)
    return level, lines


def _layer(pen: Pen, layer: str, layers: Collection[str]) -> Iterator[str]:
    from grader.layout import pad

    is_on = layer in layers
    state = pad(pen.translate(sentence("doctor.on" if is_on else "doctor.off")), STATE_COLUMN)
    said = [sentence(f"doctor.stops_{layer}"), *([] if is_on else [advice_for(layer)])]
    indent = 2 + NAME_COLUMN + STATE_COLUMN
    first, *rest = [line for one in said for line in pen.paragraph(pen.translate(one), indent)]
    coloured = pen.coloured(state, "green" if is_on else "yellow")
    yield f"  {pad(layer, NAME_COLUMN)}{coloured}{first.lstrip()}"
    yield from rest


def _equipment(numpy: ModuleType) -> Iterator[Sentence]:
    from grader.grading.processes import cores

    yield sentence(
        "doctor.versions",
        grader=__version__,
        python=platform.python_version(),
        numpy=numpy.__version__,
    )
    yield sentence("doctor.system", system=platform.platform())
    threads = [f"{name}={os.environ.get(name, '')}" for name in THREAD_VARIABLES]
    yield sentence("doctor.blas", name=_blas_name(numpy), threads=", ".join(threads))
    yield sentence("doctor.processors", count=os.cpu_count(), usable=cores())
    yield _matplotlib()


def _blas_name(numpy: ModuleType) -> str:
    built_with = numpy.show_config(mode="dicts")
    blas = (built_with or {}).get("Build Dependencies", {}).get("blas", {})
    return " ".join(str(blas[key]) for key in ("name", "version") if key in blas) or "?"


def _matplotlib() -> Sentence:
    from importlib.metadata import version

    from grader.report.drawing.fonts import require_matplotlib

    try:
        require_matplotlib()
    except GraderError as error:
        return error.sentence
    return sentence("doctor.matplotlib", version=version("matplotlib"))


def _show_data(ctx: click.Context, language: Language) -> None:
    from grader.cli.data import command as data_command

    try:
        ctx.invoke(data_command, language=language)
    except GraderError as error:
        click.echo(translate(error.sentence, language))
