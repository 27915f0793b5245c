"""How long work tells that it is under way."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Something that can show how far training is, called from several threads."""

    def training(self, run: str, done: int, total: int) -> None:
        """`done` of `total` updates of a run are made; of one that has to wait, 0."""


class Silent:
    """Shows nothing."""

    def training(self, run: str, done: int, total: int) -> None:
        """Show nothing."""
