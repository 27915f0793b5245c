"""Runs the shell steps of a CI file the way its service does."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
# What the services' documentation says they run steps with.
GITHUB_SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
GITLAB_SHELL = ("bash", "-eo", "pipefail")


@dataclass(frozen=True)
class Job:
    """What became of a job: the exit code of the step that ended it, and all it printed."""

    code: int
    out: str


def read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        read_file: dict[str, Any] = yaml.safe_load(file)
    return read_file


def run_action(inputs: Mapping[str, str], folder: Path, env: Mapping[str, str]) -> Job:
    """Run the steps of our composite action."""
    action = read(ROOT / "action.yml")
    known = {name: described["default"] for name, described in action["inputs"].items()}
    assert set(inputs) <= set(known)
    values = {f"inputs.{name}": value for name, value in {**known, **inputs}.items()}
    values["github.action_path"] = str(ROOT)
    assert action["runs"]["using"] == "composite"
    return _run_steps(action["runs"]["steps"], values, folder, env)


def run_github(name: str, folder: Path, env: Mapping[str, str]) -> Job:
    """Run the steps of the one job of a workflow that are commands."""
    workflow = read(ROOT / "examples/ci" / name)
    assert set(workflow) <= {"name", True, "permissions", "env", "jobs"}  # `on` is YAML's True
    (job,) = workflow["jobs"].values()
    return _run_steps(job["steps"], {}, folder, {**env, **workflow["env"]})


def run_gitlab(name: str, folder: Path, env: Mapping[str, str]) -> Job:
    """Run the script of the one job of a pipeline."""
    pipeline = read(ROOT / "examples/ci" / name)
    variables = pipeline.pop("variables")
    (job,) = pipeline.values()
    script = "\n".join([*job["before_script"], *job["script"]])
    return _run(GITLAB_SHELL, script, folder, {**env, **variables})


def artifacts_of(name: str) -> Iterator[str]:
    """The files that a CI file keeps, which have to be there."""
    text = (ROOT / "examples/ci" / name).read_text(encoding="utf-8")
    yield from sorted(set(re.findall(r"(?:^ +- | {12}|: )([\w-]+\.(?:html|xml))$", text, re.M)))


def _run_steps(
    steps: list[dict[str, Any]], values: Mapping[str, str], folder: Path, env: Mapping[str, str]
) -> Job:
    out = ""
    for step in steps:
        assert ("run" in step) != ("uses" in step)
        if "run" not in step:
            continue
        # Values reach the shell as variables only: put into a script they would be code.
        assert not EXPRESSION.search(step["run"])
        given = {
            name: EXPRESSION.sub(lambda found: values[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        assert step.get("shell", "bash") == "bash"
        done = _run(GITHUB_SHELL, step["run"], folder, {**env, **given})
        out += done.out
        if done.code:
            return Job(done.code, out)
    return Job(0, out)


def _run(shell: tuple[str, ...], script: str, folder: Path, env: Mapping[str, str]) -> Job:
    path = folder.parent / "step.sh"
    path.write_text(script, encoding="utf-8")
    done = subprocess.run(
        [*shell, str(path)],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Job(done.returncode, done.stdout)
