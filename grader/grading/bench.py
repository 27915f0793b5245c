"""What grading any exercise of a command needs at hand."""

from __future__ import annotations

from typing import Literal, NamedTuple

from grader.grading.progress import Progress, Silent
from grader.sandbox import Limits, Zygote
from grader.words import Language, Sentence, Spoken, Text, speak

LabMode = Literal["auto", "always", "never"]


class Settings(NamedTuple):
    """What a command was asked for.

    `labs`: `auto` trains with answers whose cases pass, `always` also shows what wrong ones do;
    with `full_scale` training takes as long as the lab deserves, not as short as a student wants.
    """

    seed: int = 0
    language: Language = "en"
    labs: LabMode = "auto"
    limits: Limits = Limits()
    full_scale: bool = False


class Desk(NamedTuple):
    """The settings and somebody to tell about progress: enough where no student's code runs."""

    settings: Settings
    progress: Progress = Silent()

    def say(self, said: Sentence | Text) -> Spoken:
        """Put a sentence into the reader's language."""
        return speak(said, self.settings.language)


class Bench(NamedTuple):
    """A desk with the running zygote beside it.

    `earlier`: code that runs before the answer that is being graded; see `Answer`.
    """

    zygote: Zygote
    settings: Settings
    progress: Progress = Silent()
    earlier: str = ""

    @property
    def desk(self) -> Desk:
        """What is left where no student's code runs."""
        return Desk(self.settings, self.progress)

    def say(self, said: Sentence | Text) -> Spoken:
        """Put a sentence into the reader's language."""
        return self.desk.say(said)
