"""Images of a quiz, put into the page itself: SVG as elements, everything else as data."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from markupsafe import Markup

from grader.errors import CourseError
from grader.words import sentence

SVG = "http://www.w3.org/2000/svg"
TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_DRAWN = frozenset(
    {"svg", "g", "defs", "marker", "clipPath", "use", "text", "tspan"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
)
# The page sets colours, and its policy forbids styles within elements.
_UNWANTED = frozenset({"color", "style", "class", "width", "height", "role"})
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def write_image(file: Path, description: str, prefix: str) -> Markup:
    """Write an image into a page.

    Args:
        file: an SVG, or a picture of one of `TYPES`.
        description: the text alternative.
        prefix: for the ids in an SVG, so that no two images of a page share one.

    Raises:
        CourseError: it cannot be read, or is of another type.
    """
    try:
        if file.suffix == ".svg":
            return _write_svg(file.read_text(encoding="utf-8"), description, prefix)
        kind = TYPES[file.suffix.lower()]
        data = base64.b64encode(file.read_bytes()).decode()
    except (OSError, UnicodeDecodeError, ElementTree.ParseError, KeyError) as error:
        raise CourseError(sentence("quiz_page.image_unusable", file=file, error=error)) from error
    return Markup('<img src="data:{};base64,{}" alt="{}">').format(kind, data, description)


def _write_svg(source: str, description: str, prefix: str) -> Markup:
    root = ElementTree.fromstring(source)
    size = [root.get(name, "") for name in ("width", "height")]
    _clean(root, prefix)
    root.set("role", "img")
    root.set("aria-label", description)
    for name, value in zip(("width", "height"), size, strict=True):
        if value:
            root.set(name, value)
    written = ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)
    return Markup(re.sub(r">\s+<", "><", written.strip()))


def _clean(element: ElementTree.Element, prefix: str) -> None:
    """Keep what draws: no scripts, no styles, nothing from elsewhere, no name spaces."""
    element.tag = element.tag.removeprefix(f"{{{SVG}}}")
    for name, value in list(element.attrib.items()):
        del element.attrib[name]
        kept = _attribute(name, value, prefix)
        if kept is not None:
            element.set(name, kept)
    for child in list(_strangers(element)):
        element.remove(child)
    for child in element:
        _clean(child, prefix)


def _strangers(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for child in element:
        if str(child.tag).removeprefix(f"{{{SVG}}}") not in _DRAWN:
            yield child


def _attribute(name: str, value: str, prefix: str) -> str | None:
    if name in _UNWANTED or name.startswith(("on", "{", "aria-")):
        return None
    if name == "id":
        return prefix + value
    if name == "href":
        return f"#{prefix}{value[1:]}" if value.startswith("#") else None
    return _REFERENCE.sub(rf"url(#{prefix}\1)", value)
