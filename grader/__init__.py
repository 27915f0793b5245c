"""Grades fill-in-the-blank NumPy exercises and explains every mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__version__ = "0.1.0"


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Carry out `%load_ext grader`: from then on there are `%check` and `%%check`."""
    from grader.notebook import extension

    extension.load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Carry out `%unload_ext grader`."""
    from grader.notebook import extension

    extension.unload(shell)
