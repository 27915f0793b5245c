"""Executes a student's file, passing over imports that are not there."""

from __future__ import annotations
import __future__

import ast
import builtins
import contextlib
import inspect
import itertools
import sys
import types
from collections.abc import Iterator
from typing import Any, NoReturn

from grader.calls.values import Value, is_text

MAX_DEFINED = 500
EARLIER = "<earlier>"

_FUTURE_FLAGS = 0
for _feature in __future__.all_feature_names:
    _FUTURE_FLAGS |= getattr(__future__, _feature).compiler_flag


class Loader:
    """One student's file: its namespace, and what was found while executing it."""

    def __init__(self, filename: str, name: str) -> None:
        self.filename = filename
        self.name = name
        self.remarks: list[tuple[str, int]] = []
        self._imported: dict[str, Any] = {}
        self._module = types.ModuleType(name)
        self._module.__file__ = filename
        self.namespace: dict[str, Any] = self._module.__dict__
        self.namespace["__builtins__"] = builtins

    def execute_earlier(self, source: str) -> None:
        """Execute what ran before the file; a statement that fails leaves its names undefined."""
        filename, self.filename = self.filename, EARLIER
        try:
            for statement in ast.parse(source, EARLIER).body:
                with contextlib.suppress(Exception):
                    self._execute(statement, 0)
        finally:
            self.filename = filename
            self.remarks.clear()

    def execute(self, source: str | bytes) -> None:
        """Execute the file; whatever it raises is the caller's to catch."""
        tree = ast.parse(source, self.filename)
        # Compiled as a whole first: an error further down shows before anything has run.
        whole = compile(tree, self.filename, "exec", dont_inherit=True)
        flags = whole.co_flags & _FUTURE_FLAGS
        # Dataclasses and enums look up the module their class says it is from.
        sys.modules.setdefault(self.name, self._module)
        for statement in tree.body:
            self._execute(statement, flags)

    def defined(self) -> list[str]:
        """Callables the file defines, as opposed to those it imports; not endlessly many."""
        names = (
            name
            for name, value in self.namespace.items()
            if type(name) is str and is_text(name) and callable(value)
            if not name.startswith("__") and self._is_own(name, value)
        )
        return list(itertools.islice(names, MAX_DEFINED))

    def _is_own(self, name: str, value: Any) -> bool:
        return name not in self._imported or self._imported[name] is not value

    def parameters(self) -> Value:
        """Fewest and most positional arguments of the exercise's function or class, if known."""
        try:
            parameters = inspect.signature(self.namespace[self.name]).parameters.values()
        except BaseException:  # the signature may be the student's own code
            return None
        fewest = most = 0
        for parameter in parameters:
            if parameter.kind is parameter.VAR_POSITIONAL:
                return [fewest, None]
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                most += 1
                fewest += parameter.default is parameter.empty
        return [fewest, most]

    def _execute(self, statement: ast.stmt, flags: int) -> None:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            self._import(statement, flags)
        else:
            self._run(statement, flags)

    def _run(self, statement: ast.stmt, flags: int) -> None:
        code = compile(
            ast.Module([statement], []), self.filename, "exec", flags=flags, dont_inherit=True
        )
        exec(code, self.namespace)

    def _import(self, statement: ast.Import | ast.ImportFrom, flags: int) -> None:
        for single in _single_imports(statement):
            before = dict(self.namespace)
            try:
                self._run(single, flags)
            except (ImportError, PermissionError) as error:
                # Where no file may be opened, what was not loaded before cannot be.
                self._pass_over(single, error)
            for name, value in self.namespace.items():
                if name not in before or before[name] is not value:
                    self._imported[name] = value

    def _pass_over(self, statement: ast.Import | ast.ImportFrom, error: Exception) -> None:
        alias = statement.names[0]
        module = alias.name
        if isinstance(statement, ast.ImportFrom):
            module = "." * statement.level + (statement.module or "")
        self.remarks.append((module, statement.lineno))
        bound = alias.asname or alias.name.split(".")[0]
        if bound != "*":
            self.namespace.setdefault(bound, _Missing(error))


def _single_imports(
    statement: ast.Import | ast.ImportFrom,
) -> Iterator[ast.Import | ast.ImportFrom]:
    for alias in statement.names:
        single: ast.Import | ast.ImportFrom
        if isinstance(statement, ast.Import):
            single = ast.Import([alias])
        else:
            single = ast.ImportFrom(statement.module, [alias], statement.level)
        yield ast.copy_location(single, statement)


class _Missing:
    """Stands where an import failed; any use of it fails the way the import did."""

    def __init__(self, error: Exception) -> None:
        self.__dict__["_error"] = error

    def _fail(self, *_arguments: object, **_keywords: object) -> NoReturn:
        raise self.__dict__["_error"].with_traceback(None)

    __getattr__ = __setattr__ = __call__ = __mro_entries__ = __getitem__ = __iter__ = _fail
