"""How much of the machine one worker may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of one worker. Sizes are in bytes; `_seconds` are wall time but for `cpu_seconds`.

    Attributes:
        load_seconds: for loading the student's file.
        call_seconds: for each step.
        total_seconds: for everything it is asked.
        cpu_seconds: processor time of the worker's whole life.
        memory_bytes: address space; beyond it the code meets a `MemoryError`.
        file_bytes: size of a file it writes; 0 means it can write none.
        reply_bytes: numbers in one reply.
        output_kept: how much of what it prints is kept.
        output_limit: how much it may print before it is stopped; with None it may print without
            end and nothing is kept, for training.
    """

    load_seconds: float = 5.0
    call_seconds: float = 3.0
    total_seconds: float = 10.0
    cpu_seconds: int = 60
    memory_bytes: int = 2 << 30
    file_bytes: int = 0
    reply_bytes: int = 64 << 20
    output_kept: int = 64 << 10
    output_limit: int | None = 1 << 20
