"""Training curves as SVG inside the page, each with its story in words beside it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from markupsafe import Markup
from numpy.typing import ArrayLike, NDArray

from grader.model import LabResult
from grader.report.drawing.curve import Scale, binned
from grader.report.drawing.training import series_of, updates_of
from grader.report.page.prose import Prose
from grader.words import sentence

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 52, 6, 8, 20
COLUMNS = 90
# What was trained with the student's function is drawn last, on top.
KINDS = {
    "report.lab_without": "without",
    "report.lab_reference": "reference",
    "report.lab_yours": "yours",
}


class Entry(NamedTuple):
    """A line of the legend: which curve, and from where to where it goes."""

    kind: str
    words: Markup


class Curve(NamedTuple):
    """One panel: what it shows, the drawing, and the same in words."""

    title: Markup
    drawing: Markup
    legend: tuple[Entry, ...]


def draw_curves(prose: Prose, lab: LabResult) -> list[Curve]:
    """Draw the curves of a lab that are worth drawing and have something to draw."""
    drawn = (_draw(prose, lab, name) for name in lab.curves)
    return [curve for curve in drawn if curve is not None]


def _draw(prose: Prose, lab: LabResult, name: str) -> Curve | None:
    series = series_of(lab, name)
    curves = {said: np.asarray(values, dtype=np.float64) for said, values in series.items()}
    scale = Scale.over(list(curves.values()))
    if scale is None:
        return None
    updates = updates_of(lab) or max(map(len, curves.values()))
    longest = max(map(len, curves.values()))
    lines = Markup("").join(
        Markup('<path class="{}" d="{}"/>').format(kind, _path(scale, curves[said], longest))
        for said, kind in KINDS.items()
        if said in curves
    )
    title = prose.message(lab.curves[name])
    if scale.logarithmic:
        title = prose.say(sentence("page.logarithmic", title=prose.spoken(lab.curves[name])))
    legend = tuple(_entry(prose, said, curves[said], updates) for said in series)
    return Curve(title, _svg(scale, updates, lines), legend)


def _svg(scale: Scale, updates: int, lines: Markup) -> Markup:
    return Markup(
        '<svg viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}{}'
        '<text x="{}" y="{}">0</text><text class="end" x="{}" y="{}">{}</text></svg>'
    ).format(
        *(WIDTH, HEIGHT, _axis(scale), lines),
        *(LEFT, HEIGHT - 5, WIDTH - RIGHT, HEIGHT - 5, updates),
    )


def _axis(scale: Scale) -> Markup:
    heights = [0.5] if scale.low == scale.high else [0.0, 0.5, 1.0]
    return Markup("").join(
        Markup(
            '<path class="grid" d="M{} {}H{}"/><text class="end" x="{}" y="{}">{}</text>'
        ).format(
            *(LEFT, y := _y(height), WIDTH - RIGHT),
            *(LEFT - 5, y + 4, _number(scale.value(height) if len(heights) > 1 else scale.low)),
        )
        for height in heights
    )


def _y(height: float) -> int:
    return round(HEIGHT - BOTTOM - height * (HEIGHT - BOTTOM - TOP))


def _path(scale: Scale, curve: ArrayLike, longest: int) -> str:
    """The path of a curve in whole units; a gap where there is no finite number."""
    values = np.asarray(curve, dtype=np.float64)
    extent = (WIDTH - LEFT - RIGHT) * len(values) / longest
    heights = scale.heights(binned(values, COLUMNS))
    width = extent / max(1, len(heights))
    path = []
    before: tuple[int, int] | None = None
    for index, height in enumerate(heights):
        if not np.isfinite(height):
            before = None
            continue
        x, y = round(LEFT + (index + 1) * width), _y(float(height))
        path.append(f"M{x} {y}" if before is None else f"l{x - before[0]} {y - before[1]}")
        before = x, y
    return "".join(path)


def _entry(prose: Prose, said: str, curve: NDArray[np.float64], updates: int) -> Entry:
    words = sentence(
        "page.curve",
        run=sentence(said),
        first=_number(float(curve[0])),
        last=_number(float(curve[-1])),
        updates=updates,
    )
    return Entry(KINDS[said], prose.say(words))


def _number(number: float) -> str:
    return f"{number:.3g}"
