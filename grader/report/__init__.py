"""Reports: one file a format, found by listing this folder.

A format is a module with `render(report, style) -> str`; its name is what `--format` takes.
What several formats draw with lies in `drawing/`.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    # `grader --help` lists the formats, and needs no results for that.
    from grader.model import Report


@dataclass(frozen=True)
class Style:
    """What the place a report goes to can show, and what its reader can do there.

    Attributes:
        width: columns.
        unicode: whether characters beyond ASCII can be shown.
        hints_left: ids of the exercises for which the reader can ask `grader hint`.
    """

    width: int = 80
    colour: bool = False
    unicode: bool = True
    hints_left: frozenset[str] = frozenset()


class Renderer(Protocol):
    """What every module of this folder offers."""

    def render(self, report: Report, style: Style) -> str:
        """Turn a report into text that ends with a line break."""


def format_names() -> tuple[str, ...]:
    """List the formats there are."""
    modules = pkgutil.iter_modules(__path__)
    return tuple(sorted(module.name for module in modules if not module.ispkg))


def load_renderer(name: str) -> Renderer:
    """Load the format of that name."""
    return cast(Renderer, importlib.import_module(f"{__name__}.{name}"))
