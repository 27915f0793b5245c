"""Attacks that are not a single small file are built where they are handed in, by `builders/`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from tests.attacks.attack import Attack, Expects, Place, StoppedAt

NAME = "l2_gradient.py"
RIGHT = "def l2_gradient(grad, param, rate):\n    return grad + rate * param\n"
WRONG = "def l2_gradient(grad, param, rate):\n    return grad\n"

BUILT: list[Attack] = []
Builder = Callable[[Place], object]


def built(
    expects: Expects = "no points",
    *,
    stopped_at: StoppedAt = "basic",
    exercise: str = "l2_gradient",
    slow: bool = False,
    meanwhile: Callable[[Path], object] | None = None,
) -> Callable[[Builder], Builder]:
    """Make an attack of a function that hands one in; what it is for is in its docstring."""

    def register(hand_in: Builder) -> Builder:
        attack = Attack(
            group="submission",
            name=hand_in.__name__,
            purpose=" ".join((hand_in.__doc__ or "").split()),
            stopped_at=stopped_at,
            hand_in=hand_in,
            expects=expects,
            exercise=exercise,
            slow=slow,
            meanwhile=meanwhile,
        )
        BUILT.append(attack)
        return hand_in

    return register


def write_bytes(place: Place, data: bytes) -> None:
    """Hand in bytes as they are."""
    (place.submission / NAME).write_bytes(data)


def all_built() -> list[Attack]:
    """Every attack of the builders' folder."""
    for path in sorted((Path(__file__).parent / "builders").glob("*.py")):
        importlib.import_module(f"tests.attacks.builders.{path.stem}")
    return BUILT
