"""Holds docs/architecture.md: who may import whom, no cycles, cheap start, small pieces."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "grader"

# Room by room, from docs/architecture.md; a room may always import itself, and the version in
# `grader/__init__.py`, where besides there is only what Jupyter calls.
BASE = {"words", "errors"}
COURSE = {*BASE, "calls", "course"}
GRADING = {*COURSE, "data", "labs", "sandbox", "judge", "model", "grading"}
ALLOWED: dict[str, set[str]] = {
    "words": set(),
    "errors": {"words"},
    "layout": set(),
    "model": {"words"},
    "calls": set(),
    "course": {*BASE, "calls"},
    "authoring": {*GRADING, "quiz"},
    "data": BASE,
    "progress": BASE,
    "labs": {*BASE, "calls", "data"},
    "sandbox": {*BASE, "calls"},
    "judge": {"calls", "course", "errors", "labs", "model", "words"},
    "grading": GRADING,
    "report": {*BASE, "layout", "model"},
    "watch": {*GRADING, "layout", "report"},
    "notebook": {*GRADING, "layout", "report"},
    "quiz": {*GRADING, "layout", "progress"},
    "cli": {
        *GRADING,
        *("authoring", "layout", "notebook", "progress", "quiz", "report", "watch"),
    },
    "__main__": {"cli"},
    "__init__": {"notebook"},
}
# What only some rooms may import from elsewhere; the standard library is everybody's.
THIRD_PARTY: dict[str, set[str]] = {
    "calls": {"numpy"},
    "course": {"numpy"},
    "data": {"numpy", "platformdirs"},
    "progress": {"platformdirs"},
    "labs": {"numpy", "platformdirs"},
    "sandbox": {"numpy"},
    "judge": {"numpy"},
    "grading": {"numpy"},
    "authoring": {"numpy"},
    "report": {
        "click",
        "jinja2",
        "markdown_it",
        "markupsafe",
        "math_core",
        "matplotlib",
        "mdit_py_plugins",
        "numpy",
    },
    "notebook": {"IPython"},
    "__init__": {"IPython"},
    "quiz": {
        "genanki",
        "jinja2",
        "markdown_it",
        "markupsafe",
        "math_core",
        "mdit_py_plugins",
        "pygments",
    },
    "cli": {"click"},
}
MAX_MODULE, MAX_FUNCTION = 300, 50


@cache
def modules() -> dict[str, ast.Module]:
    return {
        _module_name(path): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    if parts[0] != "grader":
        return parts[0]
    return parts[1] if len(parts) > 1 else "__init__"


def imports(tree: ast.AST) -> Iterator[str]:
    """Names of the modules that a piece of code imports, wherever the import stands."""
    for node in ast.walk(tree):
        yield from imported(node)


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        assert node.module is not None
        inner = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from {name if name in modules() else node.module for name in inner}


def imports_at_load(tree: ast.Module) -> Iterator[str]:
    """What importing a module imports: neither function bodies nor what is for type checkers."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        yield from imported(node)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def reached_at_load(module: str) -> set[str]:
    """All modules that importing `module` imports, directly or not."""
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        if name in modules():
            waiting += [*imports_at_load(modules()[name]), *_packages_of(name)]
    return reached


def _packages_of(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


@pytest.mark.parametrize("module", modules())
def test_a_room_knows_only_the_rooms_it_may(module: str) -> None:
    room = room_of(module)
    ours = {room_of(name) for name in imports(modules()[module]) if name.startswith("grader")}
    assert ours - {room, "__init__"} <= ALLOWED[room]


@pytest.mark.parametrize("module", modules())
def test_a_room_uses_only_the_libraries_it_may(module: str) -> None:
    outside = {name.split(".")[0] for name in imports(modules()[module])}
    outside -= {"grader", *sys.stdlib_module_names}
    assert outside <= THIRD_PARTY.get(room_of(module), set())


def test_the_documentation_names_the_same_rooms() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)(?:/|\.py)`", text, re.MULTILINE)
    assert sorted(documented) == sorted(room for room in ALLOWED if not room.startswith("__"))
    assert {room_of(module) for module in modules()} <= set(ALLOWED)


def test_importing_never_goes_in_circles() -> None:
    graph = {name: set(imports_at_load(tree)) & set(modules()) for name, tree in modules().items()}
    assert list(TopologicalSorter(graph).static_order())


def test_only_the_link_to_exercises_knows_more_than_quizzes() -> None:
    for name in modules():
        if room_of(name) == "quiz" and name != "grader.quiz.exercise":
            assert not name.startswith("grader.quiz.exercise.")
            ours = {room_of(target) for target in imports(modules()[name]) if "grader." in target}
            assert ours <= {*BASE, "layout", "progress", "quiz"}, name


def test_what_a_students_process_loads_knows_nothing_of_ours() -> None:
    inside = [name for name in modules() if name.startswith("grader.sandbox.inside")]
    assert len(inside) > 3
    for name in inside:
        ours = {target for target in imports(modules()[name]) if target.startswith("grader")}
        assert all(
            target.startswith(("grader.calls", "grader.sandbox.inside")) for target in ours
        ), f"{name} imports {ours}"


@pytest.mark.parametrize("module", [name for name in modules() if room_of(name) == "cli"])
def test_no_command_loads_numpy_before_it_runs(module: str) -> None:
    assert not {name for name in reached_at_load(module) if name.split(".")[0] == "numpy"}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import json, sys\n"
        "import grader.cli\n"
        "code = grader.cli.root.main(['--help'], standalone_mode=False)\n"
        "print(json.dumps([code, sorted(sys.modules)]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    help_text, _, last = done.stdout.rstrip().rpartition("\n")
    exit_code, loaded = json.loads(last)
    assert exit_code == 0
    assert "check" in help_text
    assert "grader.cli.check" in loaded
    assert not {"numpy", "jinja2", "markdown_it"} & set(loaded)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_FUNCTION, node.name
