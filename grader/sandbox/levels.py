"""What the layers of a worker are worth, in one word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from grader.sandbox.inside.confine import BUBBLEWRAP, LANDLOCK, SECCOMP

Level = Literal["strong", "partial", "basic"]


def level_of(layers: Iterable[str]) -> Level:
    """Sum layers up.

    Returns:
        `strong`: system calls and files are closed off; `partial`: system calls only; `basic`:
        the code runs with the user's own permissions, within limits of time and memory.
    """
    on = set(layers)
    if SECCOMP not in on:
        return "basic"
    return "strong" if on & {LANDLOCK, BUBBLEWRAP} else "partial"
