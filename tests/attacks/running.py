"""Grades one attack with the real command line, watched from all sides."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.attacks.attack import Attack, Place
from tests.attacks.levels import ROOT, Setting
from tests.attacks.watching import clear_public, differences, open_servers, snapshot
from tests.cli.digits import write_digits

OVERSEER = Path(__file__).with_name("overseer.py")
# Below the limit that pytest puts on a test.
SECONDS = 50.0
NEIGHBOUR = "conv_output_size"
HONEST = ROOT / "solutions/day2/section4_convolution" / NEIGHBOUR / f"{NEIGHBOUR}.py"


@dataclass(frozen=True)
class Observed:
    """What came of an attack.

    Attributes:
        code: the grader's exit code; negative: the signal that ended it.
        out, err, text: its standard output (JSON) and errors, and its report as text.
        showed_secret: whether the text of the canary came out somewhere.
        worked: whether the attack says, and could not otherwise, that it did what it is for.
        changed: files that are not as they were.
        left: command lines of processes still running.
        called: servers that somebody called.
    """

    code: int
    timed_out: bool
    seconds: float
    out: str
    err: str
    text: str
    showed_secret: bool
    worked: bool
    changed: list[str]
    left: list[str]
    called: list[str]


class _Stage:
    """The folders of one run, and the words that tell an attack where they are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marker = f"marker{secrets.token_hex(8)}"
        self.proof = f"proof{secrets.token_hex(8)}"
        self.secret = f"secret{secrets.token_hex(8)}"
        for name in ("outside", "submission", "here", "cache", "data"):
            (folder / name).mkdir()
        self.canary.write_text(self.secret, encoding="utf-8")

    @property
    def canary(self) -> Path:
        return self.folder / "outside" / "canary.txt"

    @property
    def submission(self) -> Path:
        return self.folder / "submission"

    def words(self, port: int) -> dict[str, str]:
        return {
            "CANARY": str(self.canary),
            "OUTSIDE": str(self.folder / "outside"),
            "SUBMISSION": str(self.submission),
            "CACHE": str(self.folder / "cache"),
            "ROOT": str(ROOT),
            "PORT": str(port),
            "MARKER": self.marker,
            # An attack shows it backwards, so that showing its source proves nothing.
            "PROOF": self.proof[::-1],
        }

    def hand_in(self, attack: Attack, port: int) -> None:
        neighbour = f"{HONEST.read_text(encoding='utf-8')}# {self.secret}\n"
        (self.submission / f"{NEIGHBOUR}.py").write_text(neighbour, encoding="utf-8")
        if attack.labs and attack.exercise != "rnn_delta":
            write_digits(self.folder / "data")
        attack.hand_in(Place(self.submission, self.words(port)))

    def snapshot(self, attack: Attack) -> dict[str, tuple[object, ...]]:
        watched = ["outside", "here"] if attack.meanwhile else ["outside", "here", "submission"]
        seen: dict[str, tuple[object, ...]] = {}
        for name in watched:
            seen |= snapshot(self.folder / name)
        return seen


def run_attack(attack: Attack, setting: Setting, *arguments: str) -> Observed:
    """Grade an attack beside an honest answer, and look at everything it might have touched."""
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        stage = _Stage(Path(name))
        with open_servers(stage.folder / "outside", stage.marker) as servers:
            stage.hand_in(attack, servers.port)
            config = _config(stage, attack, setting, arguments)
            before = stage.snapshot(attack)
            with _repeating(attack.meanwhile, stage.submission):
                ended = _oversee(stage.folder / "config.json", config)
            called = servers.callers()
        changed = differences(before, stage.snapshot(attack))
        changed += clear_public(stage.marker, stage.folder / "cache")
        # The overseer has filled in one more word.
        changed = [path for path in changed if path not in config["mentions_grader"]]
        text = _read(stage.folder / "report.txt")
        everything = _without_neighbours_source(ended["out"]) + ended["err"] + text
        return Observed(
            **ended,
            text=text,
            showed_secret=stage.secret in everything,
            worked=stage.proof in everything,
            changed=[path.replace(name, "") for path in changed],
            called=called,
        )


def _without_neighbours_source(out: str) -> str:
    """Leave out where the report quotes the honest answer to its author: it holds the secret."""
    try:
        document = json.loads(out)
        for result in document["results"]:
            if result["id"].endswith(NEIGHBOUR):
                del result["source"]
    except (ValueError, KeyError, TypeError):
        return out
    return json.dumps(document)


def _config(
    stage: _Stage, attack: Attack, setting: Setting, arguments: Sequence[str]
) -> dict[str, Any]:
    command = [sys.executable, "-m", "grader", "check", attack.exercise, NEIGHBOUR]
    command += ["--course", str(ROOT), "--submission", str(stage.submission), "--format", "json"]
    command += ["--labs", "always" if attack.labs else "never"]
    command += ["--output", f"text={stage.folder / 'report.txt'}", *arguments]
    env = {
        "PATH": os.defpath,
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        "GRADER_CACHE": str(stage.folder / "cache"),
        "GRADER_DATA": str(stage.folder / "data"),
        # As a token would lie in the environment of a CI job.
        "TOKEN": stage.secret,
        **setting.environment,
    }
    return {
        "command": command,
        "env": env,
        "cwd": str(stage.folder / "here"),
        "seconds": SECONDS,
        "mentions_grader": _mentions_grader(stage.submission),
    }


def _mentions_grader(submission: Path) -> list[str]:
    files = (path for path in submission.rglob("*.py") if path.is_file() and not path.is_symlink())
    # Attacks that are large have been built, and name nobody.
    small = (path for path in files if path.stat().st_size < 100_000)
    return [str(path) for path in small if b"@GRADER@" in path.read_bytes()]


def _oversee(path: Path, config: dict[str, Any]) -> dict[str, Any]:
    path.write_text(json.dumps(config), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-S", str(OVERSEER), str(path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    ended: dict[str, Any] = json.loads(done.stdout)
    return ended


@contextmanager
def _repeating(action: Callable[[Path], object] | None, submission: Path) -> Iterator[None]:
    if action is None:
        yield
        return
    over = threading.Event()

    def repeat() -> None:
        while not over.is_set():
            action(submission)

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
