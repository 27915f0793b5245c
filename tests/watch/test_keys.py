from __future__ import annotations

import pytest

from grader.watch.keys import Keyboard


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (b"n", ["n"]),
        (b"NQ", ["n", "q"]),
        ("ｎｈ".encode(), ["n", "h"]),
        (b"\r\n ", ["enter", "enter", "space"]),
        (b"\x1b[A\x1b[B\x1bOA", ["up", "down", "up"]),
        (b"\x1b[5~\x1b[6~\x1b[H\x1b[4~", ["page_up", "page_down", "home", "end"]),
        (b"\x1b[200~\x1b[1;5Dq", ["", "", "q"]),
        (b"\xff\xfeq", ["\udcff", "\udcfe", "q"]),
    ],
)
def test_bytes_become_keys(typed: bytes, keys: list[str]) -> None:
    assert Keyboard().feed(typed) == keys


@pytest.mark.parametrize("typed", [b"\x1b[B", b"\x1bOB", "ｎ".encode(), b"\x1b[6~"])
def test_keys_may_come_in_pieces(typed: bytes) -> None:
    keyboard = Keyboard()
    pieces = [keyboard.feed(typed[place : place + 1]) for place in range(len(typed))]
    assert pieces[:-1] == [[]] * (len(typed) - 1)
    assert pieces[-1] == Keyboard().feed(typed)
    assert not keyboard.waiting


def test_escape_alone_is_a_key_once_nothing_follows() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b") == []
    assert keyboard.waiting
    assert keyboard.flush() == ["escape"]
    assert not keyboard.waiting
    assert keyboard.feed(b"[") == ["["]


def test_what_never_becomes_a_key_is_dropped() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b[1;") == []
    assert keyboard.flush() == []
    assert keyboard.feed(b"q") == ["q"]
