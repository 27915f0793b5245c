"""Answers requests about one submission: the first sets limits, one loads, the rest are steps."""

from __future__ import annotations

import gc
import random
import sys
from io import TextIOWrapper
from typing import Any, cast

import numpy as np

from grader.calls.codec import WireError
from grader.calls.messages import error_message, outcome_message, read_step
from grader.calls.performer import Performer, describe_error
from grader.calls.values import Value
from grader.sandbox.inside.confine import Confinement, confine
from grader.sandbox.inside.frames import receive, send
from grader.sandbox.inside.limits import limit
from grader.sandbox.inside.loader import Loader

# Kept, because student code may put something else in the place of these.
_stdout, _stderr = cast(TextIOWrapper, sys.stdout), sys.stderr


def serve(channel: int, confinement: Confinement) -> None:
    """Answer requests until the other side closes."""
    try:
        _serve(channel, confinement)
    except (EOFError, OSError):
        return


def _serve(channel: int, confinement: Confinement) -> None:
    number, limits = receive(channel)
    _answer(channel, number, _prepare(limits, confinement))
    number, (source, filename, name, earlier) = receive(channel)
    loader = Loader(filename, name)
    performer = Performer(loader.namespace, name, filename)
    _answer(channel, number, _load(loader, source, earlier))
    while True:
        number, step = receive(channel)
        _answer(channel, number, outcome_message(performer.perform(read_step(step))))


def _prepare(limits: list[int], confinement: Confinement) -> list[Value]:
    limit(*limits)
    sys.dont_write_bytecode = True
    # What was printed before a loop that never ends is not to be lost in a buffer.
    _stdout.reconfigure(line_buffering=True)
    # Code that draws random numbers without being handed a generator gets the same ones every
    # time, so that grading it again gives the same report.
    random.seed(0)
    np.random.seed(0)
    gc.enable()
    return list(confine(confinement))


def _load(loader: Loader, source: Any, earlier: str) -> list[Value]:
    try:
        loader.execute_earlier(earlier)
        loader.execute(source if isinstance(source, str) else source.tobytes())
    except BaseException as exception:
        return [error_message(describe_error(exception, loader.filename))]
    remarks = [list(remark) for remark in loader.remarks]
    return [None, loader.defined(), loader.parameters(), remarks]


def _answer(channel: int, number: int, answer: list[Value]) -> None:
    _flush()
    try:
        send(channel, [number, answer])
    except (WireError, MemoryError):
        send(channel, [number, None])


def _flush() -> None:
    for stream in (_stdout, _stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # the student has closed it
            continue
