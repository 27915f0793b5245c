"""Recovering fills through the syntax tree, where the tokens around them differ."""

from __future__ import annotations

import ast

from grader.course.blanks.fills import Fill, fill_at, named_blanks, replace_fills
from grader.course.blanks.source import Source
from grader.course.blanks.syntax import definitions, parse_module
from grader.course.blanks.tree import Captured, match_tree


def fills_on_tree(template: Source, student: Source, name: str) -> list[Fill] | None:
    """Recover the fills of definition `name`; None if the trees do not match in exactly one way.

    The template with these fills is the student's definition again: a fill keeps parentheses
    that its place in the template does not have, and loses line breaks that it only may have
    inside parentheses the student put around more than the fill.
    """
    try:
        captures = match_tree(template.definitions[name], student.definitions[name])
        if captures is None:
            return None
        blanks = named_blanks(template)
        fills = [_fill(template, blanks[found.label], student, found) for found in captures]
        whole = [fill for fill in fills if fill is not None]
        if len(whole) < len(fills) or not _gives_back(template, whole, student, name):
            return None
    except RecursionError:
        # Only the student's fills can be nested so deeply; what cannot be compared is not aligned.
        return None
    return whole


def _fill(template: Source, blank: Fill, student: Source, found: Captured) -> Fill | None:
    start, end = student.lines.node_start(found.first), student.lines.node_end(found.last)
    if isinstance(found.first, ast.stmt):
        return fill_at(student, found.label, "block", start, end)
    own = student.grouped(start, end)
    surplus = len(own) - len(template.grouped(blank.start, blank.end))
    if surplus < 0:
        return None
    start, end = own[surplus]
    fill = fill_at(student, found.label, "expression", start, end)
    return fill and fill._replace(text=student.on_one_line(start, end))


def _gives_back(template: Source, fills: list[Fill], student: Source, name: str) -> bool:
    texts = {fill.label: fill.text for fill in fills}
    filled = replace_fills(template.text, named_blanks(template).values(), texts)
    try:
        module = parse_module(filled)
    except SyntaxError:
        return False
    return match_tree(definitions(module)[name], student.definitions[name]) is not None
