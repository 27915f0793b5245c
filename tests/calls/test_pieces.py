from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.calls.pieces import blank_bytes, joined, rest_of

QUICK = settings(deadline=None)
PIECES = st.lists(st.binary(max_size=5), max_size=6)


@QUICK
@given(PIECES, st.data())
def test_what_is_left_is_what_does_not_come_first(pieces: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(pieces)
    count = data.draw(st.integers(0, len(whole)))
    rest = rest_of([memoryview(piece) for piece in pieces], count)
    assert b"".join(rest) == whole[count:]
    assert all(rest[:1]), "nothing would ever be received into an empty piece"


@QUICK
@given(PIECES, st.sets(st.integers(0, 5)))
def test_joining_keeps_the_bytes_in_order(pieces: list[bytes], large: set[int]) -> None:
    mixed = [memoryview(piece) if index in large else piece for index, piece in enumerate(pieces)]
    result = joined(mixed)
    assert b"".join(result) == b"".join(pieces)
    assert all(result)


def test_only_small_pieces_are_copied() -> None:
    large = memoryview(bytearray(4))
    result = joined([b"ab", b"c", large, b"d", b"e"])
    assert [bytes(piece) for piece in result] == [b"abc", bytes(4), b"de"]
    large[0] = 1
    assert result[1][0] == 1


def test_blank_bytes_can_be_written_to() -> None:
    blank = blank_bytes(3)
    blank[:] = b"abc"
    assert bytes(blank) == b"abc"
    assert len(blank_bytes(0)) == 0
