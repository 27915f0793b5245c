from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.skimming import MAX_WANTED, Skimmer, SkimmingError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def wanted(data: bytes, name: str) -> list[Any]:
    skimmer = Skimmer(data)
    found = [skimmer.value() for key in skimmer.members() if key == name]
    skimmer.finish()
    return found


@given(before=VALUES, value=VALUES, after=VALUES, indent=st.sampled_from([None, 1]))
def test_a_value_is_found_between_others(before: Any, value: Any, after: Any, indent: int) -> None:
    data = json.dumps({"a": before, "b": value, "c": after}, indent=indent).encode()
    assert wanted(data, "b") == [value]


def test_lists_and_objects_are_entered_or_passed_over() -> None:
    skimmer = Skimmer(b'{"skip": [{"x": "]}\\""}], "rows": [[1], {"y": 2}, 3], "last": null}')
    seen: list[Any] = []
    for key in skimmer.members():
        if key != "rows":
            continue
        for index in skimmer.items():
            if skimmer.at(b"{"):
                seen += [(index, inner, skimmer.value()) for inner in skimmer.members()]
    skimmer.finish()
    assert seen == [(1, "y", 2)]


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        wanted(data, "b")
    except SkimmingError:
        return
    assert data.strip().startswith(b"{")


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"a"', b'{"a": }', b'{"a": [}', b'{"a": 1', b'{"a": "b', b'{"a": 1} x', b"[]"],
)
def test_what_ends_early_is_refused(data: bytes) -> None:
    with pytest.raises(SkimmingError):
        wanted(data, "b")


def test_a_large_value_is_not_kept() -> None:
    large = b'"' + b"a" * MAX_WANTED + b'"'
    assert wanted(b'{"b": ' + large + b"}", "b") == [None]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "hostile",
    [
        b"[" * 20_000_000,
        b"[" + b"[]," * 10_000_000 + b"[]]",
        b'["' + b"\\n" * 10_000_000 + b'"]',
        b'"' + b"a" * 20_000_000 + b'"',
        b'["a' * 5_000_000,
        b" " * 20_000_000,
    ],
    ids=["deep", "many", "escapes", "string", "open strings", "space"],
)
def test_twenty_megabytes_of_anything_take_seconds_at_most(hostile: bytes) -> None:
    started = time.monotonic()
    with contextlib.suppress(SkimmingError):
        wanted(b'{"a": ' + hostile + b"}", "b")
    assert time.monotonic() - started < 10


@pytest.mark.timeout(30)
def test_an_object_of_endlessly_many_keys_is_refused() -> None:
    with pytest.raises(SkimmingError):
        wanted(b"{" + b'"a":0,' * 5_000_000 + b'"b":0}', "b")
