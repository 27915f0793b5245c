"""The levels of protection on this machine, each by leaving layers out."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox.inside.confine import BUBBLEWRAP, LANDLOCK
from grader.sandbox.levels import Level, level_of

ROOT = Path(__file__).resolve().parents[2]
LEVELS: tuple[Level, ...] = ("basic", "partial", "strong")
PROBE = """
from grader.sandbox import Zygote
with Zygote.start() as zygote:
    print(*zygote.layers)
"""


@dataclass(frozen=True)
class Setting:
    """A way to run the grader.

    Attributes:
        without: the layers left out.
        level: what is left should be worth.
    """

    name: str
    without: str
    level: Level

    @property
    def environment(self) -> dict[str, str]:
        """What tells the grader."""
        return {"GRADER_SANDBOX_WITHOUT": self.without}


# From the strongest on.
SETTINGS = (
    Setting("strong", "", "strong"),
    Setting("strong, no bubblewrap", "bubblewrap", "strong"),
    Setting("strong, no Landlock", "landlock", "strong"),
    Setting("partial", "landlock,bubblewrap", "partial"),
    Setting("basic", "landlock,bubblewrap,seccomp", "basic"),
)


@functools.cache
def layers_at(setting: Setting) -> frozenset[str]:
    """The layers that a worker really has."""
    probed = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, **setting.environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return frozenset(probed.stdout.split())


def lacking(setting: Setting) -> str | None:
    """Why a setting cannot be had on this machine; None when it can."""
    layers = layers_at(setting)
    if level_of(layers) != setting.level:
        return f"{setting.name} is not to be had here: {', '.join(sorted(layers))}"
    stronger = SETTINGS[: SETTINGS.index(setting)]
    if any(layers_at(other) == layers for other in stronger):
        return f"{setting.name} is the same as a stronger setting here"
    return None


def available() -> list[Setting]:
    """The settings of this machine, the strongest first."""
    return [setting for setting in SETTINGS if lacking(setting) is None]


def is_promised(stopped_at: str, layers: frozenset[str]) -> bool:
    """Whether layers hold what an attack says it is stopped at."""
    if stopped_at in (LANDLOCK, BUBBLEWRAP):
        return stopped_at in layers
    return [*LEVELS].index(level_of(layers)) >= [*LEVELS].index(stopped_at)  # type: ignore[arg-type]
