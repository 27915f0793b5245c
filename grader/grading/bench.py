"""What grading any exercise of a command needs at hand."""

from __future__ import annotations

from typing import Literal, NamedTuple

from grader.grading.progress import Progress, Silent
from grader.sandbox import Limits, Zygote
from grader.words import Language, Sentence, translate

LabMode = Literal["auto", "always", "never"]


class Settings(NamedTuple):
    """What a command was asked for.

    `labs`: `auto` trains with answers whose cases pass, `always` also shows what wrong ones do.
    """

    seed: int = 0
    language: Language = "en"
    labs: LabMode = "auto"
    limits: Limits = Limits()


class Bench(NamedTuple):
    """The running zygote, the settings, and somebody to tell about progress."""

    zygote: Zygote
    settings: Settings
    progress: Progress = Silent()

    def say(self, said: Sentence) -> str:
        """Put a sentence into the reader's language."""
        return translate(said, self.settings.language)
