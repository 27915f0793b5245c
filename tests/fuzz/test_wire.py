"""Bytes from a worker that lies: refused with `WireError`, or harmless, and never costly."""

from __future__ import annotations

import contextlib
import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import example
from hypothesis import strategies as st

from grader.calls.codec import DTYPES, MAX_HEADER, PREFIX, WireError, decode, encode, measure
from grader.calls.messages import MAX_BASES, MAX_LINE, read_error, read_outcome
from grader.calls.steps import MAX_MESSAGE, RaisedError
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported, Value
from grader.sandbox.answers import (
    MAX_NAME,
    MAX_NAMES,
    MAX_REMARKS,
    Loaded,
    Stopped,
    read_layers,
    read_loaded,
)
from grader.sandbox.frame import Frame
from tests.fuzz.running import DEADLINE, amounts, fuzz
from tests.fuzz.strategies import (
    ERRORS,
    LAYERS,
    LOADED,
    OUTCOMES,
    Repeated,
    Sent,
    frames,
    repeated,
)

BUILT_IN = (type(None), bool, int, float, complex, str)
STAND_INS = (RandomGenerator, NamedFunction, Unsupported)
# The two bytes `[]` around an item become a list of 88 bytes in the tree and one in the value.
PER_HEADER_BYTE, ROOM = 96, 1 << 18
LIMIT = 1 << 12


@contextlib.contextmanager
def traced() -> Iterator[Callable[[], int]]:
    """How many bytes were in use at most, to be asked for afterwards."""
    peaks: list[int] = []
    tracemalloc.start()
    try:
        yield lambda: peaks[0]
    finally:
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()


def arrays_in(value: Value) -> list[np.ndarray[Any, Any]]:
    """All arrays of a value, which has to be made of exact types only."""
    kind = type(value)
    if kind is np.ndarray:
        assert value.dtype in DTYPES.values()
        assert type(value.base) is not np.ndarray or type(value.base.base) is not np.ndarray
        return [value]
    if kind in (list, tuple):
        return [array for item in value for array in arrays_in(item)]
    if kind is dict:
        assert all(type(key) in (str, int) for key in value)
        return arrays_in(list(value.values()))
    if kind is Drained:
        assert type(value.items) is tuple
        assert type(value.complete) is bool
        return arrays_in(value.items)
    assert kind in (*BUILT_IN, *STAND_INS) or kind in {dtype.type for dtype in DTYPES.values()}
    return []


def sent(value: Value) -> bytes:
    return b"".join(encode(value))


def arrived(frame: bytes) -> Value:
    header_size, _ = measure(frame[: PREFIX.size])
    end = PREFIX.size + header_size
    return decode(frame[PREFIX.size : end], bytearray(frame[end:]))


def decoded(header: bytes, body: bytes) -> Value | WireError:
    try:
        return decode(header, bytearray(body))
    except WireError as error:
        return error


def check_frame(frame: Sent) -> None:
    value = decoded(*frame)
    if isinstance(value, WireError):
        return
    arrays = arrays_in(value)
    again = sent(value)
    assert sent(arrived(again)) == again
    for array in arrays:
        assert array.flags.writeable
        array[...] = 1
        array[...] = 0
    # Arrays that shared their memory, or reached beyond it, would spoil each other's zeros.
    for array in arrays:
        array[...] = 1
    assert all((array == 1).all() for array in arrays)


def check_time(large: Repeated) -> None:
    decoded(large.header(), b"")


def check_memory(large: Repeated) -> None:
    header = large.header()
    assert len(header) <= MAX_HEADER
    with traced() as peak:
        decoded(header, b"")
    assert peak() < PER_HEADER_BYTE * len(header) + ROOM


@amounts(150)
def test_frames_are_refused_or_exact(examples: int) -> None:
    fuzz(check_frame, examples, frames())


@amounts(15, 300)
def test_large_headers_are_read_in_time(examples: int) -> None:
    # The slowest of them take a third of a second on a machine with nothing else to do.
    fuzz(check_time, examples, repeated(), deadline=3 * DEADLINE)


@amounts(3, 40)
def test_large_headers_take_memory_by_their_size(examples: int) -> None:
    # Keeping track of memory takes several times as long as reading.
    fuzz(check_memory, examples, repeated(), deadline=10 * DEADLINE)


@pytest.mark.parametrize("step", [1, 2**32, 2**61 - 1, 2**61])
def test_keys_cannot_be_chosen_so_that_they_collide(step: int) -> None:
    # Python's hash of an integer is its remainder by 2**61 - 1.
    pairs = ",".join(f"[{number * step},0]" for number in range(20_000))
    started = time.perf_counter()
    decoded(f'{{"dict":[{pairs}]}}'.encode(), b"")
    assert time.perf_counter() - started < DEADLINE.total_seconds()


def is_text(text: object, limit: int) -> bool:
    return type(text) is str and len(text) <= limit


def is_line(line: object) -> bool:
    return line is None or (type(line) is int and 0 < line < MAX_LINE)


def assert_sound_error(error: RaisedError) -> None:
    assert type(error) is RaisedError
    assert type(error.bases) is tuple
    assert len(error.bases) <= MAX_BASES
    texts = (error.type_name, error.message, *error.bases)
    assert all(is_text(text, MAX_MESSAGE) for text in texts)
    assert is_line(error.line)


def read(reader: Callable[[Any], Any], message: Value) -> Any:
    """What a reader makes of a message; None if it refuses it as it should."""
    try:
        return reader(message)
    except WireError:
        return None


def check_outcome(message: Value) -> None:
    outcome = read(read_outcome, message)
    if outcome is None:
        return
    assert type(outcome.changed) is dict
    assert all(type(name) is str for name in outcome.changed)
    if outcome.error is not None:
        assert_sound_error(outcome.error)
    for warned in outcome.warnings:
        assert is_text(warned.category, MAX_MESSAGE)
        assert is_text(warned.message, MAX_MESSAGE)
        assert is_line(warned.line)


def check_error(message: Value) -> None:
    error = read(read_error, message)
    if error is not None:
        assert_sound_error(error)


def check_loaded(message: Value) -> None:
    loaded = read(read_loaded, message)
    if not isinstance(loaded, Loaded):
        return None if loaded is None else assert_sound_error(loaded)
    assert len(loaded.defined) <= MAX_NAMES
    assert all(is_text(name, MAX_NAME) for name in loaded.defined)
    assert len(loaded.remarks) <= MAX_REMARKS
    for module, line in loaded.remarks:
        assert is_text(module, MAX_NAME)
        assert line is not None
        assert is_line(line)
    if loaded.parameters is not None:
        fewest, most = loaded.parameters
        assert type(fewest) is int
        assert fewest >= 0
        assert most is None or (type(most) is int and most >= 0)
    assert type(loaded.accepts(2)) is bool
    return None


def check_layers(message: Value) -> None:
    layers = read(read_layers, message)
    assert layers is None or all(type(layer) is str for layer in layers)


@amounts(300)
def test_outcomes_are_refused_or_exact(examples: int) -> None:
    fuzz(check_outcome, examples, OUTCOMES)


@amounts(200)
def test_errors_are_refused_or_exact(examples: int) -> None:
    fuzz(check_error, examples, ERRORS)


@amounts(300)
def test_answers_to_a_load_request_are_refused_or_exact(examples: int) -> None:
    fuzz(check_loaded, examples, LOADED)


@amounts(100, 2_000)
def test_layers_are_refused_or_exact(examples: int) -> None:
    fuzz(check_layers, examples, LAYERS)


# Prefixes at and around the limits, which random bytes would hardly ever hit.
SIZES = st.integers(0, 40) | st.sampled_from([MAX_HEADER, MAX_HEADER + 1, 2**32 - 1])
BODIES = st.integers(0, 40) | st.sampled_from([LIMIT, LIMIT + 1, 1 << 40, 2**64 - 1])
STREAMS = st.one_of(
    st.binary(max_size=80),
    st.builds(
        lambda sizes, rest: PREFIX.pack(*sizes) + rest, st.tuples(SIZES, BODIES), st.binary()
    ),
    frames().map(lambda frame: PREFIX.pack(len(frame[0]), len(frame[1])) + frame[0] + frame[1]),
    st.tuples(frames(), st.binary(min_size=1, max_size=20)).map(
        lambda parts: PREFIX.pack(*map(len, parts[0])) + b"".join(parts[0]) + parts[1]
    ),
)
CUTS = st.lists(st.integers(0, 200), max_size=6)
STARTS = st.sampled_from([PREFIX.size, PREFIX.size + 1, 40, 1 << 12])


def expected(stream: bytes) -> str:
    """What has to become of a stream after which the other side closes."""
    if len(stream) < PREFIX.size:
        return "EOFError"
    header_size, body_size = PREFIX.unpack_from(stream)
    if header_size > MAX_HEADER or body_size > 256 << 20:
        return "WireError"
    if body_size > LIMIT:
        return "memory"
    surplus = len(stream) - PREFIX.size - header_size - body_size
    return "EOFError" if surplus < 0 else "protocol" if surplus else "value"


def receive(stream: bytes, cuts: list[int], start: int) -> tuple[str, Frame]:
    ours, theirs = socket.socketpair()
    frame = Frame(LIMIT, memoryview(bytearray(start)))
    ours.setblocking(False)
    edges = [0, *sorted(cut for cut in cuts if cut < len(stream)), len(stream)]
    with ours, theirs:
        for before, after in pairwise(edges):
            theirs.sendall(stream[before:after])
            result = progress(frame, ours)
            if result != "waiting":
                return result, frame
        theirs.close()
        return progress(frame, ours), frame


def progress(frame: Frame, source: socket.socket) -> str:
    try:
        assert frame.read_from(source)
    except BlockingIOError:
        return "waiting"
    except (EOFError, WireError) as error:
        return type(error).__name__
    except Stopped as stopped:
        return stopped.reason
    return "value"


def outcome_of(read_value: Callable[[], Value]) -> bytes | None:
    try:
        return sent(read_value())
    except WireError:
        return None


@example(PREFIX.pack(MAX_HEADER, LIMIT), [], PREFIX.size)
def check_stream(stream: bytes, cuts: list[int], start: int) -> None:
    with traced() as peak:
        result, frame = receive(stream, cuts, start)
    assert peak() < MAX_HEADER + LIMIT + ROOM
    allowed = {expected(stream)}
    if allowed == {"protocol"}:
        # What comes later than the frame's end stays in the socket; nobody has asked for it yet.
        allowed.add("value")
    assert result in allowed
    if result == "value":
        header_size, body_size = PREFIX.unpack_from(stream)
        header, body = stream[PREFIX.size :][:header_size], stream[PREFIX.size + header_size :]
        whole = bytearray(body[:body_size])
        assert outcome_of(frame.value) == outcome_of(lambda: decode(header, whole))


@amounts(300, 2_000)
def test_any_bytes_in_any_pieces_are_one_frame_or_none(examples: int) -> None:
    fuzz(check_stream, examples, STREAMS, CUTS, STARTS)
