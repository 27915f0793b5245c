"""Labs: real training runs in which a student's function can take a part.

A module of this folder that defines `LAB` is a lab, under its own name; adding a lab is adding a
file. Looking at the names imports nothing: NumPy is loaded when the first lab is.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from grader.labs.lab import Lab

_DEFINES_LAB = re.compile(r"^LAB\b", re.MULTILINE)


def find_labs() -> Mapping[str, Lab]:
    """List the labs by name, in alphabetical order; a lab is imported when it is asked for."""
    return _Labs()


class _Labs(Mapping[str, "Lab"]):
    def __init__(self) -> None:
        modules = sorted(Path(__file__).parent.glob("*.py"))
        self._names = [
            module.stem
            for module in modules
            if _DEFINES_LAB.search(module.read_text(encoding="utf-8"))
        ]

    def __getitem__(self, name: str) -> Lab:
        if name not in self._names:
            raise KeyError(name)
        return cast("Lab", importlib.import_module(f"{__name__}.{name}").LAB)

    def __contains__(self, name: object) -> bool:
        # Mapping's own would import the lab to find out.
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
