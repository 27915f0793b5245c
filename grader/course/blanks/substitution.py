"""Putting fills into a template or in place of a student's."""

from __future__ import annotations

from collections.abc import Mapping

from grader.course.blanks.alignment import align
from grader.course.blanks.fills import Alignment, named_blanks, replace_fills
from grader.course.blanks.source import Source
from grader.course.blanks.tokens import code_tokens


def substitute(student: str, alignment: Alignment, fills: Mapping[str, str]) -> str:
    """Replace fills of a student's file by others, and leave the rest of it as it is.

    Args:
        student: the source that `alignment` was made from.
        alignment: where its fills are.
        fills: new fills by label, put in as typed, without added parentheses; a block is moved to
            the indentation of its place.

    Raises:
        CourseError: the alignment has no fill with such a label.
    """
    return replace_fills(student, alignment.fills, fills)


def fill_template(template: str, fills: Mapping[str, str]) -> str:
    """Fill blanks of a template by label; those that are not named stay.

    Raises:
        CourseError: the template has no blank with such a label.
    """
    return replace_fills(template, named_blanks(Source(template)).values(), fills)


def is_current(template: str, student: str) -> bool:
    """Whether the whole file is the template with fills: the same tokens, comments aside.

    Docstrings count here: they carry the task, and an older one makes the file out of date.
    """
    alignment = align(template, student)
    if not alignment.aligned:
        return False
    names = {label: blank.text for label, blank in named_blanks(Source(template)).items()}
    emptied = substitute(student, alignment, names)
    return _texts(emptied) == _texts(template)


def _texts(source: str) -> list[str]:
    return [token.text for token in code_tokens(source, keep_all=True)]
