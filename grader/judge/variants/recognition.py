"""Finds the slip that gives a student's results on every case."""

from __future__ import annotations

import ast
import contextlib
import itertools
import textwrap
from collections.abc import Iterator, Sequence

from grader.calls.steps import Outcome
from grader.course.blanks import fill_template
from grader.course.blanks.edits import Edit, apply_edits
from grader.course.blanks.lines import Lines
from grader.course.plan import Plan
from grader.course.sources import read_author_file
from grader.errors import CourseError
from grader.judge.explanation import Explanation
from grader.judge.own_words import without_own_words
from grader.judge.variants.changes import changed_inputs
from grader.judge.variants.slip import Slip
from grader.judge.variants.trees import Variant, variants_in
from grader.judge.verdict import Verdict, same_everywhere
from grader.words import Sentence, sentence

# An answer that fails on fewer cases than these has too many possible reasons.
LEAST_FAILING = 3
# Where two slips give the same results everywhere, the one that is easier to understand is named.
HARD_TO_PLACE = (
    "doubled",
    "halved",
    "step_missing",
    "arguments_swapped",
    "other_name",
    "counted_wrong",
)


PLACE = "__place_of_a_slip__"


def recognise_slip(
    plan: Plan, outcomes: Sequence[Sequence[Outcome]], verdict: Verdict, label: str | None
) -> Explanation | None:
    """Name the slip that an answer has.

    Args:
        plan: of the exercise; its solution is changed in every small way there is a name for.
        outcomes: the answer's, on every case of the table.
        verdict: on these; where all that went wrong is an exception, it has many possible reasons.
        label: the blank that the slip is in; None for anywhere in the function.

    Returns:
        What is wrong, if a changed solution cannot be told from the answer on any case.
    """
    values = [failure for failure in verdict.failures if failure.got.error is None]
    if len(verdict.failures) < LEAST_FAILING or not values:
        return None
    suspects = _in_whole(plan) if label is None else _in_blank(plan, label)
    for suspect in sorted(suspects, key=_hardness):
        if _gives(plan, suspect.source, outcomes):
            return _explanation(suspect.slip)
    return None


def _explanation(slip: Slip) -> Explanation:
    said = sentence(f"slips.{slip.kind}", **slip.values)
    change = slip.values.get("change")
    name = change.name.partition(".")[2] if isinstance(change, Sentence) else slip.kind
    return Explanation("pattern", name.replace("_", "-"), said)


def _hardness(suspect: Variant) -> int:
    kind = suspect.slip.kind
    return HARD_TO_PLACE.index(kind) + 1 if kind in HARD_TO_PLACE else 0


def _gives(plan: Plan, source: str, outcomes: Sequence[Sequence[Outcome]]) -> bool:
    try:
        given = without_own_words(plan.performed(source), source)
        return same_everywhere(plan.table, given, outcomes)
    except CourseError:  # this change is no program
        return False


def _in_blank(plan: Plan, label: str) -> Iterator[Variant]:
    source, piece = _parsed(plan.reference_fills[label])
    if piece is None:
        return
    yield from _in_fill(plan, label, source, piece)
    solution = read_author_file(plan.exercise.solution_path)
    yield from _in_helpers(plan, solution)
    function = _function(plan, solution)
    if function is not None:
        yield from _other_inputs(solution, function)


def _in_fill(plan: Plan, label: str, source: str, piece: ast.AST) -> Iterator[Variant]:
    variants = variants_in(source, piece, _names(plan))
    if isinstance(piece, ast.expr):
        filled = fill_template(plan.template, {**plan.reference_fills, label: PLACE})
        yield from (Variant(slip, filled.replace(PLACE, fill)) for slip, fill in variants)
        return
    for slip, fill in variants:
        yield Variant(slip, fill_template(plan.template, {**plan.reference_fills, label: fill}))


def _in_helpers(plan: Plan, source: str) -> Iterator[Variant]:
    """Slips in what a fill calls, which a student may have written out."""
    for piece in _helpers(plan, source):
        yield from variants_in(source, piece, ())


def _parsed(fill: str) -> tuple[str, ast.AST | None]:
    """The source of a fill that can stand in a line, or of the lines it is."""
    expression, statements = f"({fill.strip()}\n)", textwrap.dedent(fill)
    with contextlib.suppress(SyntaxError):
        return expression, ast.parse(expression, mode="eval").body
    with contextlib.suppress(SyntaxError):
        return statements, ast.parse(statements)
    return fill, None


def _in_whole(plan: Plan) -> Iterator[Variant]:
    source = read_author_file(plan.exercise.solution_path)
    function = _function(plan, source)
    if function is not None:
        yield from _other_order(source, function)
        for piece in (*function.body, *_helpers(plan, source)):
            yield from variants_in(source, piece, _names(plan))
        yield from _other_inputs(source, function)


def _helpers(plan: Plan, source: str) -> Iterator[ast.stmt]:
    """The statements of the functions that are given beside the exercise."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name != plan.exercise.name:
            yield from node.body


def _other_inputs(source: str, function: ast.FunctionDef) -> Iterator[Variant]:
    """A parameter that is changed before anything is done with it."""
    lines = Lines(source)
    first = function.body[min(1, len(function.body) - 1)]
    start = lines.node_start(first)
    for parameter in function.args.args:
        for statement, slip in changed_inputs(parameter.arg):
            line = f"{statement}\n{lines.before(start)}"
            yield Variant(slip, source[:start] + line + source[start:])


def _other_order(source: str, function: ast.FunctionDef) -> Iterator[Variant]:
    """The parameters taken in another order."""
    lines = Lines(source)
    for one, other in itertools.combinations(function.args.args, 2):
        slip = Slip("parameters_swapped", None, {"one": one.arg, "other": other.arg})
        edits = [
            Edit(start, start + len(place.arg), name)
            for place, name in ((one, other.arg), (other, one.arg))
            for start in [lines.start(place.lineno) + place.col_offset]
        ]
        yield Variant(slip, apply_edits(source, edits))


def _function(plan: Plan, source: str) -> ast.FunctionDef | None:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == plan.exercise.name:
            # A slip in the condition of such a loop could make it endless.
            loops = any(isinstance(inner, ast.While) for inner in ast.walk(node))
            return None if loops else node
    return None


def _names(plan: Plan) -> list[str]:
    """What a name may be mistaken for: parameters and variables, in order of appearance."""
    function = _function(plan, read_author_file(plan.exercise.solution_path))
    if function is None:
        return []
    found = [argument.arg for argument in function.args.args]
    found += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return [name for name in dict.fromkeys(found) if name != "_"]
