"""A solution while its markers are being read."""

from __future__ import annotations

import ast
import tokenize
from typing import Literal, NamedTuple

from grader.course.blanks.lines import Lines
from grader.course.blanks.syntax import Function, definitions, parse_module
from grader.course.blanks.tokens import code_tokens
from grader.errors import CourseError
from grader.words import sentence

BlankKind = Literal["expression", "block"]


class Span(NamedTuple):
    """Where a blank is, before all of them are known and numbered."""

    start: int
    end: int
    kind: BlankKind


class Solution:
    """The text of a solution, and what is asked about it again and again.

    `called_later` are the syntax nodes in the bodies of functions: what importing the file does
    not evaluate.

    Raises:
        CourseError: the source is not Python.
    """

    def __init__(self, source: str, filename: str) -> None:
        self.source = source
        self.filename = filename
        self.lines = Lines(source)
        try:
            self.module = parse_module(source)
            # Which is stricter about line breaks than parsing.
            self.tokens = code_tokens(source, keep_all=True)
        except SyntaxError as error:
            raise self.error("not_python", error.lineno or 1, reason=error.msg) from error
        except (tokenize.TokenError, RecursionError) as error:
            raise self.error("not_python", 1, reason=str(error)) from error
        self.called_later = _called_later(self.module)

    def error(self, key: str, line: int, **values: object) -> CourseError:
        """Make the exception that says sentence `key` about a line of this file."""
        return CourseError(sentence(f"blanks.{key}", file=self.filename, line=line, **values))


def _called_later(module: ast.Module) -> frozenset[ast.AST]:
    return frozenset(
        inner
        for definition in definitions(module).values()
        for function in ast.walk(definition)
        if isinstance(function, Function)
        for statement in function.body
        for inner in ast.walk(statement)
    )
