"""Whatever became of a file, its blanks are found as they are or not at all."""

from __future__ import annotations

import ast
import warnings
from itertools import pairwise

import pytest
from hypothesis import example, reject

from grader.course.blanks import (
    Alignment,
    align,
    fill_template,
    find_blanks,
    is_current,
    render_exercise,
    solution_without_markers,
    substitute,
)
from grader.errors import CourseError
from tests.fuzz.mutations import EXERCISES, answers, pieces_of, solutions
from tests.fuzz.running import amounts, fuzz


class WithoutRemarks(ast.NodeTransformer):
    """Takes out what is free in an answer: docstrings, and statements that only print."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        match node.value:
            case ast.Constant(str()) | ast.Call(ast.Name("print")):
                return None
        return node


def program(source: str, template: str) -> dict[str, str]:
    """The syntax of what the template defines, as another file defines it, without remarks.

    What is nested too deep for this comparison is no example; the grader itself has read it.
    """
    try:
        return _definitions(source, template)
    except RecursionError:
        reject()


def _definitions(source: str, template: str) -> dict[str, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module = ast.parse(source)
    wanted = {getattr(node, "name", None) for node in ast.parse(template).body} - {None}
    return {
        node.name: ast.dump(WithoutRemarks().visit(node))
        for node in module.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and node.name in wanted
    }


def check_answer(files: tuple[str, str]) -> None:
    template, student = files
    alignment = align(template, student)
    is_current(template, student)
    if alignment.aligned:
        check_fills(template, student, alignment)


def check_fills(template: str, student: str, alignment: Alignment) -> None:
    blanks = align(template, template).fills
    kinds = [(fill.label, fill.kind) for fill in alignment.fills]
    assert kinds == [(blank.label, blank.kind) for blank in blanks]
    for fill in alignment.fills:
        assert 0 <= fill.start < fill.end <= len(student)
        assert fill.text.strip()
    assert all(before.end <= after.start for before, after in pairwise(alignment.fills))
    fills = {fill.label: fill.text for fill in alignment.fills}
    wanted = program(student, template)
    assert program(fill_template(template, fills), template) == wanted
    restored = substitute(student, alignment, fills)
    assert program(restored, template) == wanted
    assert [fill.text for fill in align(template, restored).fills] == list(fills.values())
    emptied = substitute(student, alignment, {blank.label: blank.text for blank in blanks})
    assert all(fill.todo for fill in align(template, emptied).fills)
    assert align(template, emptied).aligned


@amounts(300)
def test_a_mutated_answer_gives_its_fills_or_none(examples: int) -> None:
    fuzz(check_answer, examples, answers())


# Indentation behind a continued empty line counts for the parser and not for `tokenize`.
@example("def f(x):\n    y = x\n\\\n    if y:\n        y = 1\n    return y  # blank: y\n")
@example("def f(x):\n    return x\\\n  # blank: x\n")
def check_solution(source: str) -> None:
    try:
        blanks = find_blanks(source, "solution.py")
    except CourseError:
        return
    assert [blank.label for blank in blanks] == [str(n + 1) for n in range(len(blanks))]
    template = render_exercise(source, "solution.py", "exercise")
    solution = solution_without_markers(source, "solution.py")
    assert program(solution, template) == program(source, template)
    alignment = align(template, template)
    assert alignment.aligned
    assert [fill.label for fill in alignment.fills] == [blank.label for blank in blanks]
    filled = fill_template(template, {blank.label: blank.fill for blank in blanks})
    assert program(filled, template) == program(source, template)


@amounts(200)
def test_a_mutated_solution_is_read_or_refused(examples: int) -> None:
    fuzz(check_solution, examples, solutions())


@pytest.mark.parametrize("name", EXERCISES)
def test_mutations_begin_with_sound_answers(name: str) -> None:
    solution, template, answer = EXERCISES[name]
    assert "".join(pieces_of(solution)) == solution
    alignment = align(template, answer)
    assert alignment.aligned
    check_fills(template, answer, alignment)
