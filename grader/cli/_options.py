"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import LANGUAGE_KEY
from grader.words import LANGUAGES, Language, readers_language

course_option = click.option(
    "--course",
    "course_folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder that holds course.toml; by default the nearest one above.",
)


def _settle_language(ctx: click.Context, _option: click.Parameter, value: str | None) -> Language:
    language = readers_language(value)
    ctx.meta[LANGUAGE_KEY] = language
    return language


language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    callback=_settle_language,
    is_eager=True,
    help="Language of everything you read; by default that of your locale, else English.",
)
