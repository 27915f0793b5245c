"""Facts that can be read off the student's file without running it."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from typing import NamedTuple

# What `numpy.random` offers that draws nothing from the state everybody shares.
_NOT_SHARED = {"Generator", "SeedSequence", "BitGenerator", "PCG64", "RandomState", "MT19937"}


class Draw(NamedTuple):
    """A call that gets random numbers from elsewhere than from an argument.

    Attributes:
        call: how the call is written, without its arguments.
        own: whether it makes a new generator; else it draws from the state everybody shares.
    """

    line: int
    call: str
    own: bool


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a file; None if it has none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def prints_only(source: str) -> bool:
    """Whether a function of the file prints and never returns a value."""
    tree = parsed(source)
    if tree is None:
        return False
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return any(_prints(function) and not _returns(function) for function in functions)


def foreign_draws(source: str) -> list[Draw]:
    """The calls that get random numbers from elsewhere, in order of their lines."""
    tree = parsed(source)
    if tree is None:
        return []
    meanings = dict(_imported(tree))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            draw = _draw(node, meanings)
            if draw is not None:
                found.append(draw)
    return sorted(found)


def _draw(node: ast.Call, meanings: dict[str, str]) -> Draw | None:
    written = _dotted(node.func)
    if written is None:
        return None
    first, dot, rest = written.partition(".")
    meaning = meanings.get(first, first) + dot + rest
    module, _, name = meaning.rpartition(".")
    if module not in ("numpy.random", "random") or first not in meanings:
        return None
    if name in ("default_rng", "RandomState", "Random"):
        return Draw(node.lineno, written, own=True) if _is_seeded_by_number(node) else None
    return None if name in _NOT_SHARED else Draw(node.lineno, written, own=False)


def _is_seeded_by_number(node: ast.Call) -> bool:
    """Whether a generator is made from nothing or a number; `default_rng(rng)` is `rng` itself."""
    seeds = [*node.args, *(keyword.value for keyword in node.keywords)]
    return all(isinstance(seed, ast.Constant) for seed in seeds)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that imports make, and the full names of what they stand for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                yield (alias.asname or top, alias.name if alias.asname else top)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _dotted(node: ast.expr) -> str | None:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(parts)])


def _prints(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(function)
    )


def _returns(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, (ast.Yield, ast.YieldFrom))
        or (isinstance(node, ast.Return) and node.value is not None)
        for node in ast.walk(function)
    )
