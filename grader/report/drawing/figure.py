"""Training runs as a figure for a slide or a web page: one row a lab, one panel a curve.

What was trained without the student's function is drawn broad and pale, what was trained with it
thin and on top, so that curves that lie on each other all show. Colours are those of M. Okabe and
K. Ito ("Color universal design", 2008), which colour-blind readers can tell apart.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from grader.errors import UsageError
from grader.layout import wrap
from grader.model import LabResult
from grader.report.drawing.curve import is_logarithmic
from grader.report.drawing.fonts import FileType, fonts_of, require_matplotlib
from grader.report.drawing.training import name_of, series_of, updates_of
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Theme = Literal["light", "dark"]
FILE_TYPES: dict[str, FileType] = {".svg": "svg", ".png": "png"}

# All in inches, in steps of 0.02, so that figures come out in whole pixels.
PANEL_WIDTH, PANEL_HEIGHT = 3.4, 2.2
LEFT, BETWEEN, LEGEND_WIDTH = 0.7, 0.76, 1.4
EDGE = 0.2
BELOW_PANEL, ABOVE_PANEL, LINE_HEIGHT = 0.6, 0.36, 0.26
CHARACTERS_PER_INCH = 11
DOTS_PER_INCH = 150
# Beyond these there is no room left for margins and ticks.
LARGEST = 1e200


class Palette(NamedTuple):
    """The colours of a theme."""

    background: str
    text: str
    grid: str
    reference: str
    yours: str
    without: str


PALETTES: dict[Theme, Palette] = {
    "light": Palette("#ffffff", "#1a1a1a", "#e4e4e4", "#56b4e9", "#d55e00", "#7a7a7a"),
    "dark": Palette("#14161a", "#e8e8e8", "#33373d", "#0072b2", "#e69f00", "#a0a0a0"),
}


def file_type(path: Path) -> FileType:
    """Tell by its name what a figure is to be written as.

    Raises:
        UsageError: neither .svg nor .png.
    """
    if path.suffix.lower() not in FILE_TYPES:
        raise UsageError(sentence("report.figure_type", file=path))
    return FILE_TYPES[path.suffix.lower()]


def render_figure(
    labs: Sequence[LabResult], kind: FileType, language: Language, theme: Theme
) -> bytes:
    """Draw labs into the content of a file; the same results give the same bytes.

    Args:
        labs: those without any series are left out.
        kind: an SVG holds its text as text, so that it can be searched and read aloud.
        language: of the axes and the legend.
        theme: for a light or a dark page.

    Raises:
        UsageError: matplotlib is not installed.
    """
    require_matplotlib()
    buffer = io.BytesIO()
    with fonts_of(kind):
        figure = draw_figure(labs, language, theme)
        metadata = {"Date": None} if kind == "svg" else {}
        figure.savefig(buffer, format=kind, dpi=DOTS_PER_INCH, metadata=metadata)
    return buffer.getvalue()


def draw_figure(labs: Sequence[LabResult], language: Language, theme: Theme) -> Figure:
    """Draw labs; those without any series are left out."""
    from matplotlib.figure import Figure

    palette = PALETTES[theme]
    shown = [lab for lab in labs if _panels_of(lab)]
    panels = max((len(_panels_of(lab)) for lab in shown), default=1)
    width = LEFT + panels * (PANEL_WIDTH + BETWEEN) - BETWEEN + LEGEND_WIDTH
    titles = [wrap(lab.title, int((width - 2 * EDGE) * CHARACTERS_PER_INCH)) for lab in shown]
    heights = [_row_height(title) for title in titles]
    height = max(sum(heights), 1.0)
    figure = Figure(figsize=(width, height), facecolor=palette.background)
    top = height
    for lab, title, row in zip(shown, titles, heights, strict=True):
        _draw_row(_Sheet(figure, palette, language), lab, title, top)
        top -= row
    return figure


class _Sheet(NamedTuple):
    """The figure that is drawn on, in inches from its lower left corner."""

    figure: Figure
    palette: Palette
    language: Language

    def text(self, left: float, top: float, text: str, **style: Any) -> None:
        width, height = self.figure.get_size_inches()
        color = style.pop("color", self.palette.text)
        place = left / width, top / height
        self.figure.text(*place, text, va="top", color=color, parse_math=False, **style)

    def panel(self, left: float, bottom: float) -> Axes:
        width, height = self.figure.get_size_inches()
        place = (left / width, bottom / height, PANEL_WIDTH / width, PANEL_HEIGHT / height)
        return self.figure.add_axes(place)

    def say(self, said: Sentence) -> str:
        return translate(said, self.language)


def _panels_of(lab: LabResult) -> list[str]:
    return [name for name in lab.curves if series_of(lab, name)]


def _row_height(title: Sequence[str]) -> float:
    above = LINE_HEIGHT * (len(title) + 1) + ABOVE_PANEL + EDGE
    return above + PANEL_HEIGHT + BELOW_PANEL


def _draw_row(sheet: _Sheet, lab: LabResult, title: Sequence[str], top: float) -> None:
    y = top - EDGE
    for line in title:
        sheet.text(EDGE, y, line, fontsize=13)
        y -= LINE_HEIGHT
    sheet.text(EDGE, y, name_of(lab), fontsize=10, color=sheet.palette.without)
    bottom = y - LINE_HEIGHT - ABOVE_PANEL - PANEL_HEIGHT
    for column, name in enumerate(_panels_of(lab)):
        axes = sheet.panel(LEFT + column * (PANEL_WIDTH + BETWEEN), bottom)
        _draw_panel(sheet, axes, lab, name)
    # Beside the last panel, where no text can grow into another, whatever font it gets.
    axes.legend(
        loc="upper left",
        bbox_to_anchor=(1.02, 1.0),
        frameon=False,
        fontsize=9,
        labelcolor=sheet.palette.text,
    )


def _draw_panel(sheet: _Sheet, axes: Axes, lab: LabResult, name: str) -> None:
    palette = sheet.palette
    updates = updates_of(lab)
    drawn = {said: _points(values, updates) for said, values in series_of(lab, name).items()}
    beneath = "report.lab_yours" in drawn
    lines: dict[str, dict[str, Any]] = {
        "report.lab_without": {"color": palette.without, "linewidth": 1.2, "dashes": (4, 2)},
        "report.lab_reference": {"color": palette.reference, "linewidth": 3.6 if beneath else 1.6},
        "report.lab_yours": {"color": palette.yours, "linewidth": 1.1},
    }
    for said, style in lines.items():
        if said in drawn:
            label = sheet.say(sentence(said))
            axes.plot(*drawn[said], label=label, solid_capstyle="round", **style)
    if is_logarithmic([y for _, y in drawn.values()]):
        axes.set_yscale("log")
    axes.set_xlim(0, updates)
    axes.set_title(lab.curves[name], loc="left", fontsize=10, color=palette.text)
    axes.set_xlabel(sheet.say(sentence("report.axis_updates")), fontsize=9, color=palette.text)
    axes.set_facecolor(palette.background)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.tick_params(colors=palette.text, labelsize=8, length=3)
    axes.tick_params(which="minor", length=0, labelleft=False)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(palette.text)


def _points(values: Sequence[float], updates: int) -> tuple[Any, Any]:
    """The updates after which a series was measured, and what was: a gap where not finite."""
    y = np.asarray(values, dtype=np.float64)
    x = np.arange(1, len(y) + 1) * (max(updates, len(y)) / len(y))
    return x, np.where(np.abs(y) < LARGEST, y, np.nan)
