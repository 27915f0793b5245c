"""The seam where stronger layers go: whatever the kernel can take away from the worker."""

from __future__ import annotations

PROCESS, LIMITS = "process", "limits"
LANDLOCK, SECCOMP, BUBBLEWRAP = "landlock", "seccomp", "bubblewrap"


def confine() -> list[str]:
    """Confine this process for good, and say which layers are on.

    Called in the freshly forked worker, single-threaded, its limits set, before any student code.
    """
    return [PROCESS, LIMITS]
