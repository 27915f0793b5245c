"""The figures that can be drawn; each function returns an SVG without words."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from grader.quiz.figures.drawing import Point, Sheet

RADIUS = 15.0


def network(layers: Sequence[int]) -> str:
    """Layers of units, every unit connected with all of the next layer.

    Args:
        layers: how many units each layer has, from the input on.
    """
    across, down = 95, 44
    height = max(layers) * down + 16
    columns = [
        [
            Point(32 + across * column, height / 2 + down * (row - (count - 1) / 2))
            for row in range(count)
        ]
        for column, count in enumerate(layers)
    ]
    sheet = Sheet(64 + across * (len(layers) - 1), height)
    for left, right in pairwise(columns):
        for start in left:
            for end in right:
                sheet.line([start.towards(end, RADIUS), end.towards(start, RADIUS)])
    for unit in (unit for column in columns for unit in column):
        sheet.circle(unit, RADIUS)
    return sheet.svg()


def unrolled(steps: int) -> str:
    """A recurrent network, one copy for each moment; weights stand at their arrows."""
    across, levels = 105, (24, 94, 164)
    sheet = Sheet(across * steps + 56, 190)
    before = Point(22, levels[1])
    sheet.text(before, "s_0")
    for step in range(1, steps + 1):
        output, hidden, given = (Point(across * step - 10, level) for level in levels)
        sheet.arrow(before.towards(hidden, RADIUS), hidden.towards(before, RADIUS))
        sheet.arrow(given.towards(hidden, RADIUS), hidden.towards(given, RADIUS))
        sheet.arrow(hidden.towards(output, RADIUS), output.towards(hidden, RADIUS))
        sheet.text(Point((before.x + hidden.x) / 2, levels[1] - 14), "W")
        sheet.text(Point(hidden.x + 6, 130), "W_{in}", "start")
        sheet.text(Point(hidden.x + 6, 60), "W_{out}", "start")
        sheet.circle(hidden, RADIUS)
        for unit, name in ((output, "y"), (hidden, "s"), (given, "x")):
            sheet.text(unit, f"{name}_{step}")
        before = hidden
    sheet.arrow(
        before.towards(Point(before.x + 50, before.y), RADIUS), Point(before.x + 46, before.y)
    )
    return sheet.svg()


def window(size: int, kernel: int, padding: int) -> str:
    """An image with padding around it, dashed, and the filter in its first place.

    Args:
        size: pixels along each axis.
        kernel: pixels that the filter covers along each axis.
        padding: pixels added on each side.
    """
    cell, edge = 24, 8
    whole = (size + 2 * padding) * cell
    sheet = Sheet(whole + 2 * edge, whole + 2 * edge)
    start, end = edge + padding * cell, edge + whole - padding * cell
    for index in range(size + 1):
        place = start + index * cell
        sheet.line([Point(place, start), Point(place, end)])
        sheet.line([Point(start, place), Point(end, place)])
    if padding:
        corners = [(edge, edge), (edge + whole, edge), (edge + whole, edge + whole)]
        corners += [(edge, edge + whole), (edge, edge)]
        sheet.line([Point(*corner) for corner in corners], dashed=True)
    side = edge + kernel * cell
    sheet.region([Point(edge, edge), Point(side, edge), Point(side, side), Point(edge, side)])
    return sheet.svg()


def computation(chain: Sequence[Sequence[str]]) -> str:
    """A computation graph: what stands in one column goes into all of the next.

    Args:
        chain: names by column, from the inputs to the result.
    """
    across, down = 90, 52
    height = max(map(len, chain)) * down + 8
    columns = [
        [
            (Point(28 + across * column, height / 2 + down * (row - (len(names) - 1) / 2)), name)
            for row, name in enumerate(names)
        ]
        for column, names in enumerate(chain)
    ]
    sheet = Sheet(56 + across * (len(chain) - 1), height)
    for left, right in pairwise(columns):
        for start, _ in left:
            for end, _ in right:
                sheet.arrow(start.towards(end, RADIUS), end.towards(start, RADIUS))
    for place, name in (one for column in columns for one in column):
        sheet.circle(place, RADIUS)
        sheet.text(place, name)
    return sheet.svg()


def curve(function: Callable[[float], float], low: float = -1.2, high: float = 1.2) -> str:
    """The curve of a function between -4 and 4, to one scale, with a mark at 1 on both axes.

    Args:
        function: of one number.
        low: the lower end of what is shown.
        high: the upper end.
    """
    unit, top = 32.0, 10.0
    bottom = top + unit * (high - low)
    middle, zero = 4 * unit + 12, top + unit * high
    sheet = Sheet(round(2 * middle), round(bottom + top))
    sheet.arrow(Point(6, zero), Point(2 * middle - 6, zero))
    sheet.arrow(Point(middle, bottom), Point(middle, 2))
    sheet.line([Point(middle - 4, zero - unit), Point(middle + 4, zero - unit)])
    sheet.text(Point(middle - 10, zero - unit), "1")
    sheet.line([Point(middle + unit, zero - 4), Point(middle + unit, zero + 4)])
    sheet.text(Point(middle + unit, zero + 13), "1")
    inputs = [step / 20 for step in range(-80, 81)]
    points = [Point(middle + unit * x, zero - unit * function(x)) for x in inputs]
    shown = [point for point in points if top <= point.y <= bottom + 0.01]
    sheet.line(shown, thick=True)
    return sheet.svg()


def sparse() -> str:
    """Contours of a loss that touch the region of an L1 penalty in its top corner."""
    size = 45.0
    corners = [(size, 0.0), (0.0, -size), (-size, 0.0), (0.0, size)]
    return _contours([Point(*corner) for corner in corners], Point(0, size))


def shrunk() -> str:
    """Contours of a loss that touch the region of an L2 penalty between the axes."""
    size = 45.0
    turns = [2 * math.pi * step / 72 for step in range(72)]
    disc = [Point(size * math.cos(turn), size * math.sin(turn)) for turn in turns]
    # Where the innermost contour that reaches the disc does so.
    return _contours(disc, min(disc, key=_loss))


CENTRE, FLATNESS, TILT = Point(52.0, 70.0), 1.6, -20.0


def _loss(weights: Point) -> float:
    """How large the ellipse around the smallest loss is on which weights lie."""
    turn = math.radians(TILT)
    x, y = weights.x - CENTRE.x, weights.y - CENTRE.y
    along = x * math.cos(turn) + y * math.sin(turn)
    across = -x * math.sin(turn) + y * math.cos(turn)
    return math.hypot(along, FLATNESS * across)


def _contours(region: Sequence[Point], solution: Point) -> str:
    """Draw a region around the origin and ellipses, the outermost one through the solution."""
    sheet = Sheet(220, 216)
    origin = Point(80, 142)

    def place(weights: Point) -> Point:
        return Point(origin.x + weights.x, origin.y - weights.y)

    sheet.arrow(Point(10, origin.y), Point(206, origin.y))
    sheet.arrow(Point(origin.x, 208), Point(origin.x, 4))
    sheet.region([place(corner) for corner in region])
    for share in (1 / 3, 2 / 3, 1):
        radius = _loss(solution) * share
        sheet.ellipse(place(CENTRE), Point(radius, radius / FLATNESS), -TILT)
    sheet.circle(place(CENTRE), 2, filled=True)
    sheet.circle(place(solution), 4, filled=True)
    sheet.text(Point(202, origin.y + 16), "w_1")
    sheet.text(Point(origin.x - 16, 10), "w_2")
    return sheet.svg()
