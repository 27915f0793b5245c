"""Runs the real command line as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Finished:
    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.out, parse_constant=_refuse)
        return document

    @property
    def only_result(self) -> dict[str, Any]:
        (result,) = self.document["results"]
        return dict(result)


def grader(
    *arguments: str | Path,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    stdin: str = "",
) -> Finished:
    process = subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **(env or {})},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in process.stderr
    return Finished(process.returncode, process.stdout, process.stderr)


def check(name: str, submission: Path, *arguments: str) -> Finished:
    return grader(
        "check", name, "--submission", submission, "--no-labs", "--format", "json", *arguments
    )


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
