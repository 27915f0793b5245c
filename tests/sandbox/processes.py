"""What Linux knows of processes; any of them may end while it is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Status(NamedTuple):
    """The letter of a process' state, its parent and its group."""

    state: str
    parent: int
    group: int


def status_of(pid: int) -> Status | None:
    """None if there is no such process."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    # What stands before is the name, and it may hold spaces and brackets.
    state, parent, group = stat.rpartition(")")[2].split()[:3]
    return Status(state, int(parent), int(group))


def _all() -> Iterator[tuple[int, Status]]:
    for pid in (int(path.name) for path in PROC.iterdir() if path.name.isdigit()):
        status = status_of(pid)
        if status:
            yield pid, status


def children(pid: int) -> list[int]:
    return [child for child, status in _all() if status.parent == pid]


def of_group(group: int) -> list[int]:
    return [pid for pid, status in _all() if status.group == group]


def descriptors(pid: int) -> int:
    """How many files a process has open."""
    return len(list((PROC / str(pid) / "fd").iterdir()))


def is_gone(pid: int, seconds: float = 3.0) -> bool:
    """Whether a process ends in time; one that nobody has asked after counts as ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        status = status_of(pid)
        if status is None or status.state == "Z":
            return True
        time.sleep(0.01)
    return False
