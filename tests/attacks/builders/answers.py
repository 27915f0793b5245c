"""Attacks that are made of what only the author has."""

from __future__ import annotations

from tests.attacks.attack import Place
from tests.attacks.builders.remembering import remembering_source
from tests.attacks.building import NAME, built
from tests.attacks.levels import ROOT


@built(expects="no points with another seed")
def remembers_answers(place: Place) -> None:
    """Holds a table of the answers to the public seed's cases.

    With another seed it knows nothing.
    """
    place.write(NAME, remembering_source(seed=0))


# Somewhere up the stack lies the text that was loaded; with the solution's fills it is longer.
HUNT = """
import sys
frame = sys._getframe()
while frame:
    if "keep" + "dims" in str(frame.f_locals.get("source")):
        {found}
    frame = frame.f_back
"""


def _hand_in_hunt(place: Place, found: str) -> None:
    text = (ROOT / "exercises/day1/section3_output/softmax.py").read_text(encoding="utf-8")
    text = text.replace("___1", "shifted = x").replace("___2", "x").replace("___3", "2.0")
    place.write("softmax.py", text + HUNT.replace("{found}", found))


@built(exercise="softmax")
def shows_solution_while_localising(place: Place) -> None:
    """Finds the solution's fills while its own are tried in their midst, and shows them.

    Nothing that is said there is kept.
    """
    _hand_in_hunt(place, 'print("@PROOF@"[::-1]); raise ValueError("@PROOF@"[::-1])')


@built(exercise="softmax", stopped_at="partial")
def keeps_solution_while_localising(place: Place) -> None:
    """Finds the solution's fills while its own are tried in their midst, and leaves word of them in
    a file.

    Landlock and seccomp are to refuse the file.
    """
    _hand_in_hunt(place, 'open("@OUTSIDE@/@MARKER@", "w").close()')
