"""What a kind of question hands to the item: its answers, its marker and its probes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.material import Reader, Text
from tests.quiz.export.qti_reader.model import Given, ImportRefused, Marker, Response
from tests.quiz.export.qti_reader.processing import Processing, Test, run


@dataclass(frozen=True)
class Probe:
    """A response for which the file's own processing and Canvas must agree."""

    label: str
    holds: Callable[[Test], bool]
    fraction: float
    comments: frozenset[str]


@dataclass
class Asked:
    """Everything about a question that its kind needs to be read."""

    where: str
    kind: str
    presentation: ET.Element
    processing: Processing
    reader: Reader
    comments: dict[str, Text]

    def refuse(self, why: str) -> ImportRefused:
        """Return the refusal of this question."""
        return ImportRefused(f"{self.where}: {why}")


@dataclass
class Shape:
    """A kind's answers. ``comments`` are the feedbacks Canvas hangs on some answer."""

    marker: Marker
    options: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    comments: frozenset[str] = frozenset()
    probes: tuple[Probe, ...] = ()
    lists: bool = False
    stops: bool = True
    idents: tuple[str, ...] = field(default=())


def no_answer(needs_marking: bool) -> Marker:
    """Return the marker of a question without a right answer."""

    def mark(_response: Response) -> Given:
        return Given(0.0, (), needs_marking)

    return mark


def check_probes(asked: Asked, shape: Shape, roles: dict[str, str]) -> None:
    """Refuse a question whose own processing says something else than Canvas will do.

    ``roles`` gives the role Canvas sees in each feedback ident. A comment for right or wrong
    answers that some condition shows must be shown for exactly those; the general comment must
    always be shown once a condition shows it.
    """
    used = {name for c in asked.processing.conditions for name in c.shows}
    for probe in shape.probes:
        fraction, shown = run(asked.processing, probe.holds, lists=shape.lists, stops=shape.stops)
        if abs(fraction - probe.fraction) > 0.011:
            raise asked.refuse(
                f"for {probe.label} the file gives {fraction:.0%} and Canvas {probe.fraction:.0%}."
            )
        expected = set(probe.comments)
        for name in used:
            if _question_level(roles.get(name, "answer"), probe.fraction):
                expected.add(name)
        if shown != expected:
            raise asked.refuse(
                f"for {probe.label} the file shows the feedback {sorted(shown)} "
                f"and Canvas {sorted(expected)}."
            )


def _question_level(role: str, fraction: float) -> bool:
    if role == "general":
        return True
    full = fraction > 0.989
    return (role == "correct" and full) or (role == "incorrect" and not full)
