"""The zygote of a command that runs student code, and the level the command insists on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from grader.errors import UsageError
from grader.words import sentence

if TYPE_CHECKING:
    from grader.sandbox import Zygote

LEVELS = ("basic", "partial", "strong")

sandbox_option = click.option(
    "--require-sandbox",
    "required_level",
    type=click.Choice(LEVELS),
    default="basic",
    show_default=True,
    help="Refuse to run student code below this level.",
)


@contextmanager
def started_zygote(required_level: str) -> Iterator[Zygote]:
    """Start a zygote for the time of a `with` block.

    Best done first of all, because it takes longest: the zygote loads a NumPy of its own.

    Raises:
        SandboxError: it cannot be started.
        UsageError: the level of this machine is below the required one.
    """
    from grader.sandbox import Zygote

    with Zygote.start() as zygote:
        # Asking for the level waits for NumPy to load, twice; nothing is below basic.
        if required_level != "basic" and LEVELS.index(zygote.level) < LEVELS.index(required_level):
            raise UsageError(
                sentence("cli.sandbox_too_weak", level=zygote.level, required=required_level)
            )
        yield zygote
