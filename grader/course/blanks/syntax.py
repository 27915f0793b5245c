"""Reading source into a syntax tree, and the few questions asked of one."""

from __future__ import annotations

import ast
import warnings
from typing import TypeAlias

Function = (ast.FunctionDef, ast.AsyncFunctionDef)
Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def parse_module(source: str) -> ast.Module:
    """Parse without the warnings Python has for doubtful source, which are not ours to show.

    Raises:
        SyntaxError: it is not Python, or nested more deeply than Python can read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except (ValueError, RecursionError, MemoryError) as error:
            raise SyntaxError(str(error)) from error


def definitions(module: ast.Module) -> dict[str, Definition]:
    """The functions and classes at the top level by name; as in Python, the last one counts."""
    found = (node for node in module.body if isinstance(node, Definition))
    return {node.name: node for node in found}


def is_parsable(source: str) -> bool:
    """Whether the text is a Python module."""
    try:
        parse_module(source)
    except SyntaxError:
        return False
    return True
