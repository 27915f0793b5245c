"""Values of a counterexample as tables, in which differing entries are marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from grader.model import Json
from grader.report.drawing.values import (
    CUT,
    differs,
    digits_needed,
    number_text,
    one_line,
    shape_text,
)

DIFFERENT = "≠"
MAX_TEXT = 2_000
MAX_TABLES = 9


class _Look(NamedTuple):
    """How numbers are written, and what they are compared with."""

    digits: int = 6
    expected: Any = None

    def within(self, index: int) -> _Look:
        """The look of an item of a nested list."""
        return self if self.expected is None else self._replace(expected=self.expected[index])


def write_value(value: Json) -> Markup:
    """Write one value."""
    if _is_array(value):
        assert isinstance(value, dict)
        return _array(value, _Look())
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        return _items(value)
    return Markup("<code>{}</code>").format(one_line(value)[:MAX_TEXT])


def write_pair(expected: Json, got: Json) -> tuple[Markup, Markup]:
    """Write what was expected and what came, with enough digits to see the difference."""
    if _is_array(expected) and _is_array(got):
        assert isinstance(expected, dict)
        assert isinstance(got, dict)
        if expected["shape"] != got["shape"]:
            return write_value(expected), _array(got, _Look(), is_other_kind=True)
        digits = digits_needed(expected["values"], got["values"])
        compared = _Look(digits, expected["values"])
        is_other_kind = _kind(expected) != _kind(got)
        return _array(expected, _Look(digits)), _array(got, compared, is_other_kind)
    if expected == got:
        # What differs is an argument, which a sentence tells.
        return write_value(expected), write_value(got)
    if isinstance(expected, float) and isinstance(got, float):
        digits = digits_needed(expected, got)
        return _scalar(expected, digits), _wrong(_scalar(got, digits))
    return write_value(expected), _wrong(write_value(got))


def _is_array(value: Json) -> bool:
    return isinstance(value, dict) and value.get("type") == "array"


def _scalar(number: float, digits: int) -> Markup:
    return Markup("<code>{}</code>").format(number_text(number, digits))


def _wrong(written: Markup) -> Markup:
    return Markup('<span class="d">{} {}</span>').format(DIFFERENT, written)


def _items(value: dict[str, Json]) -> Markup:
    """Write a tuple or list; one that holds arrays item by item."""
    items = value["items"]
    assert isinstance(items, list)
    if not any(map(_is_array, items)):
        return Markup("<code>{}</code>").format(one_line(value)[:MAX_TEXT])
    rows = Markup("").join(
        Markup('<li value="{}">{}</li>').format(number, write_value(item))
        for number, item in enumerate(items)
    )
    return Markup('<ol class="items">{}</ol>').format(rows)


def _kind(value: dict[str, Json]) -> str:
    """The kind of numbers in an array, whatever their size."""
    return str(value["dtype"]).rstrip("0123456789")


def _array(value: dict[str, Json], look: _Look, is_other_kind: bool = False) -> Markup:
    shape, values = value["shape"], value["values"]
    assert isinstance(shape, list)
    about = Markup('<span class="shape{}">{}{} {}</span>').format(
        *((" d", f"{DIFFERENT} ") if is_other_kind else ("", "")),
        *(shape_text(shape), value["dtype"]),
    )
    if 0 in shape or values == CUT:
        return Markup("<code>{}</code> {}").format("[]" if 0 in shape else CUT, about)
    tables = list(_tables(values, look, len(shape), ()))
    if len(tables) > MAX_TABLES:
        tables = [*tables[:MAX_TABLES], Markup("<p>{}</p>").format(CUT)]
    return Markup('<div class="value"><div>{}</div>{}</div>').format(Markup("").join(tables), about)


def _tables(values: Any, look: _Look, depth: int, place: tuple[int, ...]) -> Iterator[Markup]:
    if depth > 2:
        for index, item in enumerate(values):
            if item == CUT:
                yield Markup("<p>{}</p>").format(CUT)
            else:
                yield from _tables(item, look.within(index), depth - 1, (*place, index))
        return
    if place:
        yield Markup('<span class="shape">[{}]</span>').format(
            ", ".join([*map(str, place), ":", ":"])
        )
    rows = (
        [(values, look)]
        if depth == 1
        else [(row, look.within(index)) for index, row in enumerate(values)]
    )
    yield Markup('<table class="array"><tbody>{}</tbody></table>').format(
        Markup("").join(_row(row, row_look) for row, row_look in rows)
    )


def _row(row: Any, look: _Look) -> Markup:
    cells = [CUT] if row == CUT else row
    if row == CUT:
        look = _Look()
    written = Markup("").join(_cell(cell, look.within(at)) for at, cell in enumerate(cells))
    return Markup("<tr>{}</tr>").format(written)


def _cell(number: Any, look: _Look) -> Markup:
    text = escape(number_text(number, look.digits))
    if look.expected is not None and differs(look.expected, number):
        return Markup('<td class="d">{} {}</td>').format(DIFFERENT, text)
    return Markup("<td>{}</td>").format(text)
