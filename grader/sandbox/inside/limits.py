"""Limits that the kernel keeps, put on the worker before it sees any student code."""

from __future__ import annotations

import contextlib
import resource
import sys

OPEN_FILES = 64


def limit(cpu_seconds: int, memory_bytes: int, file_bytes: int) -> None:
    """Limit this process for good.

    The number of processes is left alone: the kernel counts it over everything the user runs.
    """
    # One more second before the kill, so that the first signal, which names the reason, arrives.
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    _limit_memory(memory_bytes)
    _lower(resource.RLIMIT_FSIZE, file_bytes, file_bytes)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0, 0)


def _limit_memory(size: int) -> None:
    # macOS refuses any limit below what it sets aside for every process, which is far too much.
    refused = () if sys.platform == "linux" else (ValueError, OSError)
    with contextlib.suppress(*refused):
        _lower(resource.RLIMIT_AS, size, size)


def _lower(which: int, soft: int, hard: int) -> None:
    _, ceiling = resource.getrlimit(which)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))
