"""Frames arrive whole however they are cut up, and nothing passes for one that is not."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.calls.codec import PREFIX, encode
from grader.calls.values import Value, identical
from grader.sandbox.answers import Stopped
from grader.sandbox.frame import FIRST_READ, Frame

Ends = tuple[socket.socket, socket.socket]
LIMIT = 1 << 20
SMALL: Value = ["a", 1.5, np.arange(12.0).reshape(3, 4)]
LARGE: Value = [np.arange(10_000.0), {"W": np.ones((50, 100), np.float32)}]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with ours, theirs:
        yield ours, theirs


def new_frame(limit: int = LIMIT) -> Frame:
    return Frame(limit, memoryview(bytearray(FIRST_READ)))


def arrives(frame: Frame, source: socket.socket) -> bool:
    try:
        return frame.read_from(source)
    except BlockingIOError:
        return False


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from([SMALL, LARGE]), st.sets(st.integers(1, 400) | st.integers(1, 100_000)))
def test_a_frame_in_parts_arrives_whole(ends: Ends, value: Value, cuts: set[int]) -> None:
    ours, theirs = ends
    sent = b"".join(encode(value))
    edges = [0, *sorted(cut for cut in cuts if cut < len(sent)), len(sent)]
    frame = new_frame()
    for start, end in pairwise(edges):
        theirs.sendall(sent[start:end])
        assert arrives(frame, ours) == (end == len(sent))
    assert identical(frame.value(), value)


def test_two_replies_at_once_are_refused(ends: Ends) -> None:
    ours, theirs = ends
    theirs.sendall(b"".join(encode(SMALL)) * 2)
    with pytest.raises(Stopped) as caught:
        new_frame().read_from(ours)
    assert (caught.value.reason, caught.value.detail) == ("protocol", "more than one reply")


def test_nothing_is_read_beyond_a_large_frame(ends: Ends) -> None:
    ours, theirs = ends
    theirs.sendall(b"".join(encode(LARGE)) + b"x")
    frame = new_frame()
    assert frame.read_from(ours)
    assert identical(frame.value(), LARGE)
    assert ours.recv(2) == b"x"


def test_what_is_too_large_is_refused_by_its_prefix_alone(ends: Ends) -> None:
    ours, theirs = ends
    theirs.sendall(PREFIX.pack(2, LIMIT + 1))
    with pytest.raises(Stopped) as caught:
        new_frame().read_from(ours)
    assert (caught.value.reason, caught.value.detail) == ("memory", "1 MiB")


@pytest.mark.parametrize("sent", [b"", b"\0" * 5, PREFIX.pack(2, 0) + b"["])
def test_an_end_in_the_middle_is_an_end(ends: Ends, sent: bytes) -> None:
    ours, theirs = ends
    theirs.sendall(sent)
    theirs.close()
    with pytest.raises(EOFError):
        new_frame().read_from(ours)
