"""What an answer uses of the other cells of its notebook: imports, helpers and constants."""

from __future__ import annotations

import ast
import symtable
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Far more than the helpers of an exercise.
MAX_STATEMENTS = 500
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


class Reading(NamedTuple):
    """What there is in the Python of a cell.

    Attributes:
        functions: the names of functions and classes that are defined at its top level.
        statements: those that only define something, with the names they bind and use.
        bound: all names that are bound at its top level.
        used: all global names that are used.
    """

    functions: frozenset[str]
    statements: tuple[Statement, ...]
    bound: frozenset[str]
    used: frozenset[str]


class Statement(NamedTuple):
    """A statement as source, with the names it binds and those it uses."""

    source: str
    bound: frozenset[str]
    used: frozenset[str]


def read_cell(source: str) -> Reading | None:
    """Read the Python of a cell; None if that cannot be done."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        return Reading(
            frozenset(name for statement in tree.body for name in _functions(statement)),
            tuple(_statement(one) for one in tree.body if _only_defines(one)),
            frozenset(_names_bound(tree)),
            _globals_used(source),
        )
    except UNREADABLE:
        return None


def earlier_code(others: Sequence[Reading], answer: Reading) -> str:
    """Gather from other cells what an answer needs to be run by itself.

    Taken are the imports, functions, classes and plain assignments of every name that the answer
    uses, and of the names these use in turn; nothing that only does something, such as a training
    run or a plot.

    Args:
        others: other cells; of several definitions the last one counts, so cells that do not come
            before the answer stand first.
        answer: the answer's cell.

    Returns:
        Python source, in the order of the cells; empty if the answer needs nothing.
    """
    every = [statement for cell in others for statement in cell.statements]
    # A cell that was run again counts where it was run last.
    statements = [*reversed(dict.fromkeys(reversed(every)))]
    homes = defaultdict(list)
    for number, statement in enumerate(statements):
        for name in statement.bound:
            homes[name].append(number)
    needed = set(homes["*"])
    seen = set(answer.bound)
    waiting = set(answer.used) - seen
    while waiting and len(needed) < MAX_STATEMENTS:
        name = waiting.pop()
        seen.add(name)
        for number in homes[name]:
            needed.add(number)
            waiting |= statements[number].used - seen
    return "\n".join(statements[number].source for number in sorted(needed))


def _functions(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda()):
            yield name


def _statement(statement: ast.stmt) -> Statement:
    source = ast.unparse(statement)
    return Statement(source, frozenset(_names_bound(statement)), _globals_used(source))


def _only_defines(statement: ast.stmt) -> bool:
    match statement:
        case ast.ImportFrom(module="__future__"):
            return False
        case ast.Import() | ast.ImportFrom() | ast.Pass():
            return True
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return True
        case ast.Assign(targets=targets):
            return all(map(_is_plain_target, targets))
        case ast.AnnAssign(target=ast.Name(), value=value):
            return value is not None
        case ast.If(body=body, orelse=orelse):
            return all(map(_only_defines, [*body, *orelse]))
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=[]):
            handled = [one for handler in handlers for one in handler.body]
            return all(map(_only_defines, [*body, *handled, *orelse]))
    return False


def _is_plain_target(target: ast.expr) -> bool:
    if isinstance(target, (ast.Tuple, ast.List)):
        return all(map(_is_plain_target, target.elts))
    return isinstance(target, ast.Name)


def _names_bound(node: ast.AST) -> Iterator[str]:
    """Names that a statement, or the statements of a module, define at their top level."""
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in names)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _names_bound(child)


def _globals_used(source: str) -> frozenset[str]:
    """Names that are looked up outside of any function: its parameters and variables are none."""
    return frozenset(_globals_of(symtable.symtable(source, "", "exec")))


def _globals_of(table: symtable.SymbolTable) -> Iterator[str]:
    outermost = table.get_type() == "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (outermost or symbol.is_global()):
            yield symbol.get_name()
    for inner in table.get_children():
        yield from _globals_of(inner)
