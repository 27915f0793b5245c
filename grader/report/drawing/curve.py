"""Training curves for a terminal.

The first series is a line of braille dots, eight to a character; the others are marks spread over
it, so that they can be told apart without colour, and a curve that follows another still shows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grader.layout import display_width

Array = NDArray[np.float64]

MARKS = "ox+*#%"
MARK_DISTANCE = 4
LOG_FROM_RATIO = 30.0
MIN_WIDTH, MIN_HEIGHT = 24, 4
ROWS_FOR_MIDDLE_TICK = 6

# Which bit of a braille character is which dot, by row and column (Unicode, from U+2800 on).
BRAILLE = 0x2800
DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])


def draw(
    series: Sequence[tuple[str, ArrayLike]],
    width: int,
    height: int,
    ascii_only: bool = False,
    updates: int | None = None,
    axis: str = "",
) -> list[str]:
    """Draw series of numbers over the same axes.

    The vertical axis is logarithmic if that shows more. Numbers that are not finite are gaps.

    Args:
        series: label and numbers of each; the lengths may differ.
        width: how many columns no line may exceed.
        height: how many lines to draw: a legend, the plot, and the first and last update.
        ascii_only: use no character beyond ASCII, apart from those in the labels.
        updates: over how many updates the numbers of the longest series are spread evenly, the
            last one after the last update; by default there is one for each.
        axis: what to call the horizontal axis; left out where there is no room for it.

    Returns:
        The lines, without trailing spaces; none if there is nothing to draw or no room for it.
    """
    curves = [np.asarray(values, dtype=np.float64).ravel() for _, values in series]
    scale = Scale.over(curves)
    if scale is None or width < MIN_WIDTH or height < MIN_HEIGHT:
        return []
    ticks = scale.ticks(height - 2)
    margin = max(map(len, ticks)) + len(" |")
    columns = width - margin
    longest = max(map(len, curves))
    plot = _Plot(height - 2, columns, ascii_only)
    for number, curve in enumerate(curves):
        # A curve that ends early ends early in the plot, too.
        extent = math.ceil(plot.dot_columns * len(curve) / longest)
        # Stretched as heights: slopes between the largest numbers there are would overflow.
        plot.add(number, _stretched(scale.heights(binned(curve, extent)), extent))
    legend = _legend([label for label, _ in series], scale.logarithmic, ascii_only)
    return [
        _cut(" " * margin + legend, width).rstrip(),
        *plot.rows(ticks),
        " " * margin + _footer(longest, updates or longest, axis, columns),
    ]


def is_logarithmic(series: Sequence[ArrayLike]) -> bool:
    """Whether a logarithmic axis shows more of series drawn together: positive, and far apart."""
    scale = Scale.over([np.asarray(values, dtype=np.float64).ravel() for values in series])
    return scale is not None and scale.logarithmic


@dataclass(frozen=True)
class Scale:
    """The vertical axis, from the smallest number there is to the largest."""

    low: float
    high: float

    @classmethod
    def over(cls, curves: Sequence[Array]) -> Scale | None:
        """Choose the axis for these curves; there is none without a finite number."""
        finite = [curve[np.isfinite(curve)] for curve in curves]
        pooled = np.concatenate([np.empty(0), *finite])
        return cls(float(pooled.min()), float(pooled.max())) if pooled.size else None

    @property
    def logarithmic(self) -> bool:
        """Whether equal steps are equal factors."""
        return self.low > 0 and self.high / LOG_FROM_RATIO > self.low

    def heights(self, values: Array) -> Array:
        """Where the values lie, from 0 at the bottom to 1 at the top; NaN stays NaN."""
        if self.low == self.high:
            return np.where(np.isnan(values), np.nan, 0.5)
        if self.logarithmic:
            low, high, values = math.log(self.low), math.log(self.high), np.log(values)
        else:
            # The difference of the largest numbers there are would overflow.
            largest = max(abs(self.low), abs(self.high))
            low, high, values = self.low / largest, self.high / largest, values / largest
        return (values - low) / (high - low)

    def value(self, height: float) -> float:
        """The number that lies at a height."""
        if self.logarithmic:
            return math.exp(math.log(self.low) * (1 - height) + math.log(self.high) * height)
        return self.low * (1 - height) + self.high * height

    def ticks(self, rows: int) -> list[str]:
        """What to write beside each row, from the top."""
        ticks = [""] * rows
        if self.low == self.high:
            ticks[rows // 2] = f"{self.low:.3g}"
            return ticks
        if rows >= ROWS_FOR_MIDDLE_TICK:
            ticks[rows // 2] = f"{self.value(1 - (rows // 2) / (rows - 1)):.3g}"
        ticks[0], ticks[-1] = f"{self.high:.3g}", f"{self.low:.3g}"
        return ticks


class _Plot:
    """A grid of characters, filled series by series."""

    def __init__(self, rows: int, columns: int, ascii_only: bool) -> None:
        self._ascii_only = ascii_only
        self._dots: tuple[int, ...] = (1, 1) if ascii_only else DOTS.shape
        self._cells = np.full((rows, columns), " ")

    @property
    def dot_columns(self) -> int:
        """How many dots there are side by side."""
        columns: int = self._cells.shape[1]
        return columns * self._dots[1]

    def add(self, number: int, heights: Array) -> None:
        """Draw series `number`, given one height (0 to 1, or NaN) for each column of dots."""
        known = np.nan_to_num(heights, nan=0.0)
        dot_rows = np.rint((1 - known) * (self._cells.shape[0] * self._dots[0] - 1)).astype(int)
        shown = np.isfinite(heights)
        if number == 0:
            self._line(dot_rows, shown)
        else:
            self._marks(dot_rows, shown, number - 1)

    def rows(self, ticks: Sequence[str]) -> list[str]:
        """Write the grid behind its axis."""
        plain, ticked = ("|", "+") if self._ascii_only else ("│", "┤")
        gutter = max(map(len, ticks))
        return [
            f"{tick:>{gutter}} {ticked if tick else plain}{''.join(cells)}".rstrip()
            for tick, cells in zip(ticks, self._cells, strict=True)
        ]

    def _line(self, dot_rows: NDArray[np.int_], shown: NDArray[np.bool_]) -> None:
        rows, columns = self._cells.shape
        dot_height, dot_width = self._dots
        dots = np.zeros((rows * dot_height, columns * dot_width), dtype=bool)
        for column in np.flatnonzero(shown):
            connected = column > 0 and shown[column - 1]
            before = dot_rows[column - 1] if connected else dot_rows[column]
            top, bottom = sorted((before, dot_rows[column]))
            dots[top : bottom + 1, column] = True
        if self._ascii_only:
            self._cells[dots] = "."
            return
        codes = np.einsum("rhcw,hw->rc", dots.reshape(rows, dot_height, columns, dot_width), DOTS)
        for cell in zip(*np.nonzero(codes), strict=True):
            self._cells[cell] = chr(BRAILLE + codes[cell])

    def _marks(self, dot_rows: NDArray[np.int_], shown: NDArray[np.bool_], number: int) -> None:
        dot_height, dot_width = self._dots
        # Series that lie on each other take turns.
        start = (1 + number) % MARK_DISTANCE
        for column in range(start, self._cells.shape[1], MARK_DISTANCE):
            dot = column * dot_width
            if dot < len(shown) and shown[dot]:
                self._cells[dot_rows[dot] // dot_height, column] = MARKS[number % len(MARKS)]


def binned(curve: Array, columns: int) -> Array:
    """At most one number for each column: the mean of those that fall into it."""
    parts = np.array_split(curve, min(len(curve), columns)) if columns else []
    return np.array([_mean(part) for part in parts])


def _stretched(heights: Array, columns: int) -> Array:
    """One height for each column: those there are, and what lies between neighbours."""
    known = np.isfinite(heights)
    if not np.any(known):
        return np.full(columns, np.nan)
    places = np.linspace(0, len(heights) - 1, columns)
    between = np.interp(places, np.flatnonzero(known), heights[known])
    return np.where(known[np.rint(places).astype(int)], between, np.nan)


def _mean(values: Array) -> float:
    finite = values[np.isfinite(values)]
    # Divided before it is summed, because the sum of large numbers would overflow.
    return float(np.sum(finite / finite.size)) if finite.size else math.nan


def _footer(count: int, updates: int, axis: str, columns: int) -> str:
    """Write the first and the last update that there is a number of below the axis."""
    first, last = str(updates // count), str(updates)
    if count == 1:
        return last
    between = columns - len(first) - len(last)
    free = between - display_width(axis)
    middle = f"{' ' * (free // 2)}{axis}{' ' * (free - free // 2)}" if free > 1 else " " * between
    return f"{first}{middle}{last}"


def _legend(labels: Sequence[str], logarithmic: bool, ascii_only: bool) -> str:
    signs = ["..." if ascii_only else "⠒⠒⠒", *(MARKS[n % len(MARKS)] for n in range(len(labels)))]
    entries = [f"{sign} {label}" for sign, label in zip(signs, labels, strict=False)]
    return "   ".join([*entries, "(log)"] if logarithmic else entries)


def _cut(text: str, width: int) -> str:
    kept = ""
    for character in text:
        if display_width(kept + character) > width:
            break
        kept += character
    return kept
