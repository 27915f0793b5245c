"""Reports: one file a format, found by listing this folder.

A format is a module with `render(report, style) -> str`; its name is what `--format` takes.
What several formats draw with lies in `drawing/`, the parts of the HTML page in `page/`.

Where a format belongs to a place that also reads a file, as a CI service does, its module has a
function `appended(report, environment)` besides: what to append to which file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    # `grader --help` lists the formats, and needs no results for that.
    from grader.model import Report
    from grader.words import Language


class RelatedQuestion(NamedTuple):
    """A question of a confirmation test about the idea of an exercise.

    Attributes:
        name: what `grader quiz take` calls it, `day2/section3_overfitting#l1-gradient`.
        title: plain text.
        about_mistake: whether one of its wrong answers is the very mistake that was made.
    """

    name: str
    title: str
    about_mistake: bool = False


@dataclass(frozen=True)
class Style:
    """What the place a report goes to can show, and what its reader can do there.

    Attributes:
        width: columns.
        unicode: whether characters beyond ASCII can be shown.
        cuts: whether what is wider than that is cut off, and not broken by the place itself.
        default_language: what commands speak there if no language is asked for; None if unknown.
        hints_left: ids of the exercises for which the reader can ask `grader hint`.
        related: by exercise id, the question to look at after it went wrong.
    """

    width: int = 80
    colour: bool = False
    unicode: bool = True
    cuts: bool = False
    default_language: Language | None = None
    hints_left: frozenset[str] = frozenset()
    related: Mapping[str, RelatedQuestion] = field(default_factory=dict)


class Renderer(Protocol):
    """What every module of this folder offers."""

    def render(self, report: Report, style: Style) -> str:
        """Turn a report into text that ends with a line break."""


class Appendix(NamedTuple):
    """A text to append to a file that the environment names."""

    path: Path
    text: str


def appended(name: str, report: Report, environment: Mapping[str, str]) -> Appendix | None:
    """What the place where a report is shown wants appended to a file, if it wants anything."""
    made: Callable[[Report, Mapping[str, str]], Appendix | None] | None
    made = getattr(load_renderer(name), "appended", None)
    return None if made is None else made(report, environment)


def format_names() -> tuple[str, ...]:
    """List the formats there are."""
    modules = pkgutil.iter_modules(__path__)
    return tuple(sorted(module.name for module in modules if not module.ispkg))


def load_renderer(name: str) -> Renderer:
    """Load the format of that name."""
    return cast(Renderer, importlib.import_module(f"{__name__}.{name}"))
