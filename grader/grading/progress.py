"""How long work tells that it is under way."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Something that can show how far training is."""

    def training(self, lab: str, done: int, total: int) -> None:
        """`done` of `total` updates are made."""


class Silent:
    """Shows nothing."""

    def training(self, lab: str, done: int, total: int) -> None:
        """Show nothing."""
