"""Draws the values of a counterexample: columns aligned, differing numbers marked."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

from grader.layout import cut, printable, wrap
from grader.model import Json

CUT = "…"
MARK = "^"

Cell: TypeAlias = Callable[[Any, tuple[int, ...]], str]

_WITHOUT_BRACKETS = str.maketrans("[]…", "   ")


def draw_value(value: Json, width: int) -> list[str]:
    """Draw one value of the result format as lines."""
    if isinstance(value, dict) and value.get("type") == "array":
        return _draw_array(value, width, lambda number, _path: number_text(number, 6))
    return wrap(one_line(value), width)


def draw_pair(expected: Json, got: Json, width: int) -> tuple[list[str], list[str]]:
    """Draw what was expected and what came; under what came, differing numbers are marked.

    Numbers that differ are written with enough digits to show it.
    """
    if not (_is_array(expected) and _is_array(got)):
        return _draw_scalars(expected, got, width)
    assert isinstance(expected, dict)
    assert isinstance(got, dict)
    if expected["shape"] != got["shape"]:
        return draw_value(expected, width), draw_value(got, width)
    digits = digits_needed(expected["values"], got["values"])

    def text(number: Any, _path: tuple[int, ...]) -> str:
        return number_text(number, digits)

    def mark(number: Any, path: tuple[int, ...]) -> str:
        is_wrong = differs(_at(expected["values"], path), number)
        return MARK * len(number_text(number, digits)) if is_wrong else ""

    marks = _draw_array(got, width, text, mark)
    return _draw_array(expected, width, text), marks


def _is_array(value: Json) -> bool:
    return isinstance(value, dict) and value.get("type") == "array"


def _draw_scalars(expected: Json, got: Json, width: int) -> tuple[list[str], list[str]]:
    if isinstance(expected, float) and isinstance(got, float):
        digits = digits_needed(expected, got)
        return [number_text(expected, digits)], [number_text(got, digits)]
    return draw_value(expected, width), draw_value(got, width)


def _draw_array(
    value: dict[str, Json], width: int, text: Cell, mark: Cell | None = None
) -> list[str]:
    shape = value["shape"]
    assert isinstance(shape, list)
    if 0 in shape or value["values"] == CUT:
        return [f"{'[]' if 0 in shape else CUT}  shape {shape_text(shape)}"]
    nested = _texts(value["values"], (), text)
    marks = _texts(value["values"], (), mark or _no_mark)
    for kept in (9, 3, 2, 1):
        shown = _narrowed(nested, kept)
        column = _column_width(shown)
        lines = _rows(shown, column)
        if all(len(line) <= width for line in lines):
            break
    marked = _rows(_narrowed(marks, kept), column)
    under = [line.translate(_WITHOUT_BRACKETS).rstrip() for line in marked]
    drawn = [cut(line, width) for pair in zip(lines, under, strict=True) for line in pair if line]
    return [*drawn, f"shape {shape_text(shape)}"] if _holds_cut(shown) else drawn


def _no_mark(_number: Any, _path: tuple[int, ...]) -> str:
    return ""


def shape_text(shape: list[Json]) -> str:
    """Write a shape as NumPy does."""
    return str(tuple(shape))


def _texts(value: Json, path: tuple[int, ...], text: Cell) -> Any:
    if isinstance(value, list):
        return [_texts(item, (*path, index), text) for index, item in enumerate(value)]
    return CUT if value == CUT and text is not _no_mark else text(value, path)


def _narrowed(nested: Any, kept: int) -> Any:
    if not isinstance(nested, list):
        return nested
    if nested and not isinstance(nested[0], list):
        return nested if len(nested) <= 2 * kept + 1 else [*nested[:kept], CUT, *nested[-kept:]]
    return [_narrowed(item, kept) for item in nested]


def _rows(nested: Any, column: int) -> list[str]:
    if not any(isinstance(item, list) for item in nested):
        return ["[" + "  ".join(cell.rjust(column) for cell in nested) + "]"]
    parts = [_rows(item, column) if isinstance(item, list) else [item] for item in nested]
    rows = [row for part in parts for row in part]
    rows = ["[" + rows[0], *(" " + row for row in rows[1:])]
    return [*rows[:-1], rows[-1] + "]"]


def _column_width(nested: Any) -> int:
    if isinstance(nested, list):
        return max((_column_width(item) for item in nested), default=0)
    return len(nested)


def _holds_cut(nested: Any) -> bool:
    return nested == CUT or (isinstance(nested, list) and any(map(_holds_cut, nested)))


def _at(nested: Any, path: tuple[int, ...]) -> Any:
    for index in path:
        nested = nested[index]
    return nested


def differs(one: Any, other: Any) -> bool:
    """Whether two entries of arrays are to be marked as different."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return not math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-300)
    return bool(one != other)


def digits_needed(expected: Any, got: Any) -> int:
    """How many digits show that the numbers of two nested lists differ, six at least."""
    pairs = [(one, other) for one, other in _pairs(expected, got) if differs(one, other)]
    for digits in range(6, 17):
        if all(number_text(one, digits) != number_text(other, digits) for one, other in pairs):
            return digits
    return 17


def _pairs(expected: Any, got: Any) -> list[tuple[Any, Any]]:
    if isinstance(expected, list) and isinstance(got, list):
        return [pair for items in zip(expected, got, strict=False) for pair in _pairs(*items)]
    return [(expected, got)]


def number_text(number: Any, digits: int) -> str:
    """Write a number as Python would, with so many digits."""
    if isinstance(number, bool):
        return str(number)
    if isinstance(number, float):
        text = f"{number:.{digits}g}"
        return text if any(sign in text for sign in ".en") else f"{text}.0"
    return _inline(number)


def one_line(value: Json) -> str:
    """Write a value on one line."""
    return " ".join(printable(_inline(value)).split("\n"))


def _inline(value: Json) -> str:
    if not isinstance(value, dict):
        return _plain(value)
    kind = value.get("type")
    if kind == "exception":
        message = f": {value['message']}" if value["message"] else ""
        return f"{value['name']}{message}"
    if kind == "rng":
        return f"np.random.default_rng({value['seed']})"
    if kind in ("tuple", "list", "generator"):
        return _bracketed(str(kind), value["items"])
    if kind == "dict":
        items = value["items"]
        assert isinstance(items, dict)
        return "{" + ", ".join(f"{key!r}: {_inline(item)}" for key, item in items.items()) + "}"
    if kind == "complex":
        sign = "" if str(value["imag"]).startswith("-") else "+"
        return f"{value['real']}{sign}{value['imag']}j"
    if kind == "array":
        return " ".join(_draw_array(value, 10**6, lambda number, _path: number_text(number, 6)))
    return str(value.get("name", kind))


def _plain(value: Json) -> str:
    if isinstance(value, float):
        return number_text(value, 6)
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return str(value)


def _bracketed(kind: str, items: Json) -> str:
    assert isinstance(items, list)
    inner = ", ".join(_inline(item) for item in items)
    if kind == "tuple":
        return f"({inner},)" if len(items) == 1 else f"({inner})"
    return f"[{inner}]"
