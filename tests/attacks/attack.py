"""An attack: what is handed in, and what is promised about it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

CORPUS = Path(__file__).parent / "corpus"

# The least protection at which nothing of the attack comes through. A level, or one layer where
# the level strong holds without it.
StoppedAt = Literal["basic", "partial", "strong", "landlock", "bubblewrap"]
Expects = Literal["no points", "harmless", "no points with another seed"]
# What an attack can reach where it is not stopped, beside files, processes and the network.
OpenBelow = Literal["points", "report"]

HEADER = re.compile(r"^# (stopped at|expects|exercise|labs|slow|open below): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Where an attack is handed in, and the words it is told.

    Attributes:
        submission: the folder.
        words: what stands for `@CANARY@` and the like in the text of an attack.
    """

    submission: Path
    words: Mapping[str, str]

    def write(self, name: str, text: str) -> Path:
        """Hand in a text under a name; words in it are filled in."""
        for word, meaning in self.words.items():
            text = text.replace(f"@{word}@", meaning)
        path = self.submission / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@dataclass(frozen=True)
class Attack:
    """One attack.

    Attributes:
        purpose: what it tries, and what is to stop it.
        hand_in: puts it into its place.
        slow: takes seconds, or is much like another.
        meanwhile: done over and over while it is graded.
        open_below: what it may reach below `stopped_at`.
    """

    group: str
    name: str
    purpose: str
    stopped_at: StoppedAt
    hand_in: Callable[[Place], object]
    expects: Expects = "no points"
    exercise: str = "l2_gradient"
    labs: bool = False
    slow: bool = False
    open_below: frozenset[OpenBelow] = field(default_factory=frozenset)
    meanwhile: Callable[[Path], object] | None = None

    @property
    def id(self) -> str:
        """How reports and tests call it."""
        return f"{self.group}/{self.name}"


def read_attack(path: Path) -> Attack:
    """Read an attack that is a single file.

    Raises:
        ValueError: its beginning does not say what it should.
    """
    text = path.read_text(encoding="utf-8")
    purpose = ast.get_docstring(ast.parse(text)) or ""
    head = {key.replace(" ", "_"): said for key, said in HEADER.findall(text)}
    exercise = head.get("exercise", "l2_gradient")
    expects = head.get("expects", "no points")
    stopped_at, open_below = head.get("stopped_at", ""), head.get("open_below", "")
    if not purpose or stopped_at not in get_args(StoppedAt) or expects not in get_args(Expects):
        raise ValueError(f"{path} does not say what it is")
    return Attack(
        group=path.parent.name,
        name=path.stem,
        purpose=purpose,
        stopped_at=cast(StoppedAt, stopped_at),
        hand_in=lambda place: place.write(f"{exercise}.py", text),
        expects=cast(Expects, expects),
        exercise=exercise,
        labs=head.get("labs") == "always",
        slow=head.get("slow") == "yes",
        open_below=frozenset({cast(OpenBelow, open_below)} if open_below else ()),
    )


def arguments_for(attack: Attack) -> list[str]:
    """What else to say on the command line."""
    return ["--seed", "1"] if attack.expects == "no points with another seed" else []


def all_attacks() -> list[Attack]:
    """Every attack, single files and built ones."""
    from tests.attacks.building import all_built

    return [read_attack(path) for path in sorted(CORPUS.glob("*/*.py"))] + all_built()
