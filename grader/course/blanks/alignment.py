"""Recovering from a student's file what was filled into the blanks of its template.

Every function and class of the template has to be there and be equal but for the blanks. That is
tried on tokens first, where a fill is what was typed: on the syntax tree `rate * ___` filled with
`2 * param` is `(rate * 2) * param`, and the fill is lost. The tree comes second, for files whose
quotes or parentheses differ. Where more than one reading remains, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from grader.course.blanks.fills import Alignment, Fill, fill_at, named_blanks
from grader.course.blanks.lines import split_lines
from grader.course.blanks.regrouped import fills_on_tree
from grader.course.blanks.runs import Runs, TokenMatch, statement_kind
from grader.course.blanks.solution import BlankKind
from grader.course.blanks.source import Source
from grader.course.blanks.syntax import is_parsable
from grader.course.blanks.tokens import UNREADABLE, Token, blank_label

# No exercise comes near these; a file beyond them is hostile or hopeless, and time is limited.
# Characters are those of the student's file and of its longest line (early releases of Python 3.12
# need quadratic time to split one into tokens), tokens those of one definition.
MAX_CHARACTERS = 250_000
MAX_LINE = 5_000
MAX_TOKENS = 20_000
MAX_WAYS = 50


def align(template: str, student: str) -> Alignment:
    """Recover the fills of a student's file.

    Args:
        template: what `render_exercise` gave.
        student: the student's source. Imports, other functions and statements at its top level,
            docstrings, comments, line breaks and the width of indentation are free.

    Returns:
        The fills in the order of the template, if they can be told in exactly one way.
    """
    if len(student) > MAX_CHARACTERS or max(map(len, split_lines(student)), default=0) > MAX_LINE:
        return Alignment(aligned=False, fills=())
    pattern = Source(template)
    try:
        source = Source(student)
    except UNREADABLE:
        return Alignment(aligned=False, fills=())
    fills: list[Fill] = []
    for name in pattern.definitions:
        found = _fills_of(name, pattern, source)
        if found is None:
            return Alignment(aligned=False, fills=_left_over(pattern, source))
        fills += found
    return Alignment(aligned=True, fills=tuple(fills))


def _left_over(template: Source, student: Source) -> tuple[Fill, ...]:
    labels = named_blanks(template)
    return tuple(fill for fill in named_blanks(student).values() if fill.label in labels)


def _fills_of(name: str, template: Source, student: Source) -> list[Fill] | None:
    if name not in student.definitions:
        return None
    wanted = [token.text for token in template.tokens_of(template.definitions[name])]
    tokens = student.tokens_of(student.definitions[name])
    if len(tokens) > MAX_TOKENS:
        return None
    match = TokenMatch(wanted, [token.text for token in tokens])
    if not match.count:
        return fills_on_tree(template, student, name)
    if match.count > MAX_WAYS:
        return None
    blanks = [
        (label, statement_kind(wanted, index))
        for index, text in enumerate(wanted)
        if (label := blank_label(text))
    ]
    readings = (_reading(student, blanks, tokens, runs) for runs in match.ways())
    if match.count == 1:
        return next(readings)
    sound = (reading for reading in readings if reading and all(map(_is_sound, reading)))
    # A second reading is enough to know that there is not exactly one.
    found = list(islice(sound, 2))
    return found[0] if len(found) == 1 else None


def _reading(
    student: Source, blanks: Iterable[tuple[str, BlankKind]], tokens: list[Token], runs: Runs
) -> list[Fill] | None:
    fills = []
    for (label, kind), (first, last) in zip(blanks, runs, strict=True):
        code = [token for token in tokens[first:last] if token.start < token.end]
        fill = fill_at(student, label, kind, code[0].start, code[-1].end) if code else None
        if fill is None:
            return None
        fills.append(fill)
    return fills


def _is_sound(fill: Fill) -> bool:
    if fill.kind == "block":
        return is_parsable(fill.text)
    return is_parsable(f"f({fill.text})") or is_parsable(f"x[{fill.text}]")
