"""`grader quiz`: confirmation tests, one file a command, found by listing this folder."""

from __future__ import annotations

import click

from grader.cli import Commands


@click.group(cls=Commands, package=__name__)
def command() -> None:
    """Take, render, grade and check the confirmation tests."""
