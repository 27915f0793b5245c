"""Runs student code in a process of its own, which is trusted in nothing.

    the trusted process            holds solutions and expected values, judges
      │ starts once                `Zygote`: a clean Python with NumPy loaded, nothing of ours
      ▼
    zygote                         `inside.zygote`: forks, reaps, kills; never runs student code
      │ forks, a few milliseconds
      ▼
    worker                         `inside.worker`: one submission's code, asked through `Worker`

Where nothing may fork, which is everywhere but on Linux, `inside.spawner` takes the zygote's place:
it starts every worker as a fresh process, a little before one is asked for.

`inside/` is all of ours that the student's process ever loads; it imports the standard library,
NumPy and `grader.calls` only. The names below are looked up when first used: the zygote reads
this file too, and starting one must not wait for NumPy to load in the trusted process.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.sandbox.answers import Loaded, Stopped
    from grader.sandbox.limits import Limits
    from grader.sandbox.worker import Worker
    from grader.sandbox.zygote import Zygote

__all__ = ["Limits", "Loaded", "Stopped", "Worker", "Zygote"]

_HOMES = {
    "Limits": "limits",
    "Loaded": "answers",
    "Stopped": "answers",
    "Worker": "worker",
    "Zygote": "zygote",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
