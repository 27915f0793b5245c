"""A sheet to draw on that becomes a small SVG in the colour of the text around it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    'width="{width}" height="{height}" color="#1f2328">\n'
    "<style>@media (prefers-color-scheme: dark) {{ svg {{ color: #e6edf3 }} }}</style>\n"
    '<g fill="none" stroke="currentColor" stroke-width="1.4">\n'
)
_SUBSCRIPT = re.compile(r"_(\w|\{[^}]*\})")


class Point(NamedTuple):
    """A place on the sheet, in pixels from the upper left corner."""

    x: float
    y: float

    def towards(self, other: Point, distance: float) -> Point:
        """The point that lies so far from here on the way to another one."""
        length = math.dist(self, other)
        share = distance / length if length else 0.0
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)


class Sheet:
    """Collects shapes; the later ones lie on top.

    Args:
        width: in pixels.
        height: in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._shapes: list[str] = []

    def line(self, points: Sequence[Point], *, dashed: bool = False, thick: bool = False) -> None:
        """Draw a line through points."""
        path = "L".join(f"{_number(x)} {_number(y)}" for x, y in points)
        self._add("path", d=f"M{path}", **_pen(dashed=dashed, thick=thick))

    def arrow(self, start: Point, end: Point) -> None:
        """Draw a straight arrow."""
        neck = end.towards(start, 7)
        self.line([start, neck])
        across = Point(-(end.y - neck.y) / 2, (end.x - neck.x) / 2)
        corners = [end, *(Point(neck.x + s * across.x, neck.y + s * across.y) for s in (1, -1))]
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)
        self._add("polygon", points=points, fill="currentColor", stroke="none")

    def circle(self, centre: Point, radius: float, *, filled: bool = False) -> None:
        """Draw a circle, or a dot."""
        fill = {"fill": "currentColor", "stroke": "none"} if filled else {}
        self._add("circle", cx=centre.x, cy=centre.y, r=radius, **fill)

    def ellipse(self, centre: Point, radii: Point, angle: float) -> None:
        """Draw a dashed ellipse, turned clockwise by an angle in degrees."""
        turn = f"rotate({_number(angle)} {_number(centre.x)} {_number(centre.y)})"
        shape = {"cx": centre.x, "cy": centre.y, "rx": radii.x, "ry": radii.y}
        self._add("ellipse", **shape, transform=turn, **_pen(dashed=True))

    def rectangle(self, corner: Point, width: float, height: float, *, thick: bool = False) -> None:
        """Draw a rectangle from its upper left corner."""
        self._add("rect", x=corner.x, y=corner.y, width=width, height=height, **_pen(thick=thick))

    def region(self, points: Iterable[Point]) -> None:
        """Draw an outline around a region that is grey inside."""
        corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self._add("polygon", points=corners, fill="currentColor", fill_opacity=0.15, stroke_width=2)

    def text(self, place: Point, label: str, anchor: str = "middle") -> None:
        """Write a name such as `x_1` or `W_{in}`, its middle line at a place."""
        written = _SUBSCRIPT.sub(_lowered, escape(label))
        self._shapes.append(
            f'<text x="{_number(place.x)}" y="{_number(place.y + 5)}" text-anchor="{anchor}" '
            'fill="currentColor" stroke="none" font-family="serif" font-style="italic" '
            f'font-size="15">{written}</text>'
        )

    def svg(self) -> str:
        """Write the sheet out."""
        head = HEAD.format(width=self._width, height=self._height)
        return head + "\n".join(self._shapes) + "\n</g>\n</svg>\n"

    def _add(self, name: str, **attributes: object) -> None:
        written = " ".join(
            f'{key.replace("_", "-")}="{_number(value) if isinstance(value, float) else value}"'
            for key, value in attributes.items()
        )
        self._shapes.append(f"<{name} {written}/>")


def _lowered(found: re.Match[str]) -> str:
    inside = found[1].strip("{}")
    return f'<tspan font-size="11" dy="4">{inside}</tspan><tspan dy="-4">&#8203;</tspan>'


def _pen(*, dashed: bool = False, thick: bool = False) -> dict[str, object]:
    pen: dict[str, object] = {"stroke_dasharray": "4 3"} if dashed else {}
    return pen | ({"stroke_width": 2.5} if thick else {})


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
