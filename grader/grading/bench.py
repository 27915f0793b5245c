"""What grading any exercise of a command needs at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from grader.grading.progress import Progress, Silent
from grader.sandbox import Limits, Zygote
from grader.words import Language, Sentence, translate

LabMode = Literal["auto", "always", "never"]


@dataclass(frozen=True)
class Settings:
    """What a command was asked for.

    `labs`: `auto` trains with answers whose cases pass, `always` also shows what wrong ones do.
    """

    seed: int = 0
    language: Language = "en"
    labs: LabMode = "auto"
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Bench:
    """The running zygote, the settings, and somebody to tell about progress."""

    zygote: Zygote
    settings: Settings
    progress: Progress = field(default_factory=Silent)

    def say(self, said: Sentence) -> str:
        """Put a sentence into the reader's language."""
        return translate(said, self.settings.language)
