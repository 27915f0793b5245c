"""Facts about an answer that explain much even where nothing explains all of its numbers."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from grader.calls.steps import Warned
from grader.calls.values import RandomGenerator
from grader.judge.exceptions import explain_exception
from grader.judge.explanation import Explanation
from grader.judge.verdict import Verdict
from grader.words import Sentence, sentence

_WARNED = re.compile(r"(divide by zero|invalid value|overflow) encountered in (\w{1,30})")
WARNINGS = {
    ("divide by zero", "log"): "log_of_zero",
    ("invalid value", "log"): "log_of_negative",
    ("divide by zero", "divide"): "divided_by_zero",
    ("divide by zero", "scalar_divide"): "divided_by_zero",
    ("invalid value", "divide"): "zero_by_zero",
    ("invalid value", "scalar_divide"): "zero_by_zero",
    ("invalid value", "sqrt"): "root_of_negative",
    ("overflow", "exp"): "exp_overflows",
}
_RANDOM = ("random", "rand", "randn", "randint", "normal", "uniform", "choice", "shuffle")


def find_fact(verdict: Verdict, source: str) -> Explanation | None:
    """Say the first fact that holds about a wrong answer.

    Args:
        verdict: with at least one failing case.
        source: the student's file.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for look in _LOOKS:
        said = look(verdict, tree, source)
        if said is not None:
            name = said.name.partition(".")[2].replace("_", "-")
            return Explanation("pattern", name, said, confidence="likely")
    return None


def _return_in_loop(_verdict: Verdict, tree: ast.Module, _source: str) -> Sentence | None:
    for loop in ast.walk(tree):
        if not isinstance(loop, (ast.For, ast.While)):
            continue
        for statement in loop.body:
            if isinstance(statement, ast.Return):
                return sentence("facts.return_in_loop", line=statement.lineno)
    return None


def _returns_print(_verdict: Verdict, tree: ast.Module, _source: str) -> Sentence | None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Call):
            function = node.value.func
            if isinstance(function, ast.Name) and function.id == "print":
                return sentence("facts.returns_print", line=node.lineno)
    return None


def _draws_at_random(verdict: Verdict, tree: ast.Module, _source: str) -> Sentence | None:
    values = verdict.failures[0].step.arguments.values()
    if any(isinstance(value, RandomGenerator) for value in values):
        return None
    drawing = (
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in _RANDOM and _is_random(node)
    )
    line = next(drawing, None)
    return None if line is None else sentence("facts.draws_at_random", line=line)


def _is_random(node: ast.expr) -> bool:
    """Whether `random` is a part of a dotted name, however many parts that has."""
    while isinstance(node, ast.Attribute):
        if node.attr == "random":
            return True
        node = node.value
    return isinstance(node, ast.Name) and node.id == "random"


def _warned(verdict: Verdict, _tree: ast.Module, _source: str) -> Sentence | None:
    """What NumPy warned of where the result is not finite."""
    for failure in verdict.failures:
        if failure.difference.kind != "finiteness":
            continue
        for warned in failure.got.warnings:
            name = _name_of(warned)
            if name is not None:
                return sentence(f"facts.{name}", line=warned.line)
    return None


def _name_of(warned: Warned) -> str | None:
    found = _WARNED.match(warned.message)
    if found is None or warned.line is None:
        return None
    return WARNINGS.get((found[1], found[2]))


def _overwrites(verdict: Verdict, _tree: ast.Module, _source: str) -> Sentence | None:
    common = set(verdict.failures[0].got.changed)
    for failure in verdict.failures:
        common &= failure.got.changed.keys() - failure.expected.changed.keys()
    return sentence("facts.overwrites", name=min(common)) if common else None


def _stops_elsewhere(verdict: Verdict, _tree: ast.Module, source: str) -> Sentence | None:
    """An exception that is not the one of the case that is shown."""
    for failure in verdict.failures:
        if failure.difference.kind != "raised" or failure.got.error is None:
            continue
        said = explain_exception(failure.got.error, source, failure.step)
        if said is not None:
            case = verdict.table.cases[failure.case].name
            return sentence("facts.stops_elsewhere", case=case, what=said)
    return None


_LOOKS: tuple[Callable[[Verdict, ast.Module, str], Sentence | None], ...] = (
    _return_in_loop,
    _returns_print,
    _draws_at_random,
    _warned,
    _overwrites,
    _stops_elsewhere,
)
