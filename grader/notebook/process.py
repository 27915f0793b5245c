"""The process that judges, seen from the kernel of a notebook.

It is a process of its own because it holds the solutions and forks for training, which a kernel
with its threads must not; it stays, so that only the first check waits for it to start.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from grader.errors import SandboxError
from grader.words import sentence


class Request(TypedDict):
    """What is to be judged, and how.

    Attributes:
        cells: the numbers and texts of the cells that were run, in that order.
        only: the number of the one that is to be judged, or the last one that answers.
        selector: names the exercise.
        course: the folder of the course; empty for the nearest one above `folder`.
        folder: where the notebook runs.
        language: `en`, `ja`, or empty for that of the locale.
        labs: `auto`, `always` or `never`.
        seed: draws the random cases.
    """

    cells: list[tuple[int, str]]
    only: int | None
    selector: str
    course: str
    folder: str
    language: str
    labs: str
    seed: int


class Reply(TypedDict):
    """What is to be shown: a report with and without colours, or one sentence instead."""

    plain: str
    coloured: str
    error: str


class JudgeProcess:
    """Started when it is made; started again when it is needed and gone."""

    def __init__(self) -> None:
        self._process = _started()

    def ask(self, request: Request) -> Reply:
        """Have something judged; an interruption ends the process.

        Raises:
            SandboxError: the process ended instead of answering.
        """
        if self._process.poll() is not None:
            self._process = _started()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            reply: Reply = json.loads(line)
        except (OSError, ValueError) as error:
            self.close()
            code = self._process.returncode
            raise SandboxError(sentence("notebook.judge_gone", reason=f"exit {code}")) from error
        except BaseException:
            self.close()
            raise
        return reply

    def close(self) -> None:
        """End the process; safe to call again."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            # What was not taken any more cannot be written either.
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()


def _started() -> subprocess.Popen[str]:
    import grader

    home = str(Path(grader.__file__).parent.parent)
    path = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        # With -P no file beside the notebook takes the place of a module.
        [sys.executable, "-P", "-m", "grader.notebook"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
        # An interrupted cell must not take it along before that is decided here.
        start_new_session=True,
    )
