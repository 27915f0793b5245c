from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.calls.codec import MAX_HEADER, PREFIX, WireError, decode, encode, measure
from grader.calls.messages import (
    outcome_message,
    read_outcome,
    read_step,
    step_message,
)
from grader.calls.steps import Outcome, RaisedError, Step, Warned
from grader.calls.values import (
    MAX_DEPTH,
    MAX_ITEMS,
    Drained,
    NamedFunction,
    RandomGenerator,
    Unsupported,
    Value,
    identical,
    plain,
)

QUICK = settings(max_examples=150, deadline=None)

DTYPES = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="="),
    hnp.unsigned_integer_dtypes(endianness="="),
    hnp.floating_dtypes(sizes=(16, 32, 64), endianness="="),
    hnp.complex_number_dtypes(sizes=(64, 128), endianness="="),
    hnp.floating_dtypes(sizes=(16, 32, 64), endianness=">"),
    hnp.integer_dtypes(endianness=">"),
)
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = (
    st.booleans()
    | st.integers(-(2**1022), 2**1022)
    | st.floats(allow_nan=True)
    | st.complex_numbers(allow_nan=True)
)
STAND_INS = (
    st.builds(RandomGenerator, st.integers(0, 2**64 - 1))
    | st.builds(NamedFunction, TEXT)
    | st.builds(Unsupported, TEXT)
)
LEAVES = st.none() | NUMBERS | TEXT | ARRAYS | ARRAYS.map(lambda array: array.reshape(-1)[:1].sum())
VALUES = st.recursive(
    LEAVES | STAND_INS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXT | st.integers(-(2**60) + 1, 2**60 - 1), inner, max_size=4)
        | st.builds(Drained, st.lists(inner, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=12,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                (
                    *("float", "complex", "tuple", "dict", "array", "scalar", "rng", "function"),
                    *("unsupported", "drained", "value", "__class__"),
                )
            ),
            inner,
            max_size=2,
        )
    ),
    max_leaves=12,
)


def wire(value: Value) -> tuple[bytes, bytearray]:
    frame = b"".join(encode(value))
    header_size, body_size = measure(frame[: PREFIX.size])
    header = frame[PREFIX.size : PREFIX.size + header_size]
    body = frame[PREFIX.size + header_size :]
    assert len(body) == body_size
    return header, bytearray(body)


def round_trip(value: Value) -> Value:
    return decode(*wire(value))


def in_native_order(value: Value) -> Value:
    """The value with its numbers in this machine's byte order, which is how they arrive."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.astype(value.dtype.newbyteorder("="))
    if isinstance(value, (list, tuple)):
        return type(value)(map(in_native_order, value))
    if isinstance(value, dict):
        return {key: in_native_order(item) for key, item in value.items()}
    if isinstance(value, Drained):
        return Drained(in_native_order(value.items), value.complete)
    return value


def same(left: Value, right: Value) -> bool:
    if isinstance(left, Drained) and isinstance(right, Drained):
        return left.complete == right.complete and same(left.items, right.items)
    if isinstance(left, (list, tuple)) and type(left) is type(right):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and type(left) is type(right):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    return identical(left, right)


def assert_refused(header: bytes, body: bytes | bytearray = b"") -> None:
    with pytest.raises(WireError):
        decode(header, bytearray(body))


@QUICK
@given(VALUES)
@example([float("nan"), float("-inf"), -0.0, complex(float("nan"), -0.0)])
@example({"a": np.empty((0, 3)), 1: np.array(2.5), -1: ()})
@example(np.array([1, 2], ">i4"))
def test_what_is_sent_arrives(value: Value) -> None:
    assert same(round_trip(value), in_native_order(value))


@QUICK
@given(VALUES)
def test_every_plain_value_can_be_sent(value: Value) -> None:
    reduced = plain(value)
    assert same(round_trip(reduced), in_native_order(reduced))


@pytest.mark.parametrize(
    "array",
    [
        np.arange(12).reshape(3, 4).T,
        np.arange(12)[::-3],
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.broadcast_to(np.float32(3), (2, 2)),
        np.zeros((3, 0, 2), np.complex64),
        np.array(True),
        np.arange(3.0)[:, None, None],
    ],
)
def test_layouts_in_memory_do_not_matter(array: np.ndarray[Any, Any]) -> None:
    arrived = round_trip(array)
    assert type(arrived) is np.ndarray
    assert (arrived.dtype, arrived.shape) == (array.dtype, array.shape)
    np.testing.assert_array_equal(arrived, array)


def test_arrays_that_arrive_can_be_written_to() -> None:
    first, second = round_trip([np.zeros(3), np.zeros(3)])
    first += 1
    np.testing.assert_array_equal(second, np.zeros(3))


@pytest.mark.parametrize(
    "value",
    [
        object(),
        b"bytes",
        {1, 2},
        np.array([None]),
        np.longdouble(1),
        np.datetime64("2020-01-01"),
        "\ud800",
        2**1023,
        {True: 1},
        {(1, 2): 1},
        {2**1023: 1},
        "x" * MAX_HEADER,
        [None] * MAX_ITEMS,
        RandomGenerator(-1),
        RandomGenerator(2**64),
        NamedFunction("f" * 201),
    ],
)
def test_what_is_no_value_cannot_be_sent(value: object) -> None:
    with pytest.raises(WireError):
        encode(value)


def test_depth_is_limited_alike_on_both_sides() -> None:
    deepest: Value = None
    for _ in range(MAX_DEPTH):
        deepest = [deepest]
    assert round_trip(deepest) == deepest
    with pytest.raises(WireError):
        encode([deepest])
    assert_refused(b"[" * (MAX_DEPTH + 2) + b"]" * (MAX_DEPTH + 2))


@QUICK
@given(st.binary(max_size=200), st.binary(max_size=64))
def test_random_bytes_are_refused_or_harmless(header: bytes, body: bytes) -> None:
    survive(header, body)


@QUICK
@given(JSON, st.binary(max_size=64))
def test_random_trees_are_refused_or_harmless(tree: Any, body: bytes) -> None:
    survive(json.dumps(tree).encode(), body)


@QUICK
@given(VALUES, st.data())
def test_mutated_frames_are_refused_or_harmless(value: Value, data: st.DataObject) -> None:
    header, body = wire(value)
    frame = bytearray(header + body)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(frame) - 1))
        frame[position] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(frame)) | st.just(len(header)))
    survive(bytes(frame[:cut]), bytes(frame[cut:]))


@QUICK
@given(JSON)
def test_random_trees_are_no_outcomes(tree: Any) -> None:
    try:
        outcome = read_outcome(decode(json.dumps(tree).encode(), bytearray()))
    except WireError:
        return
    assert isinstance(outcome, Outcome)


def survive(header: bytes, body: bytes) -> None:
    """Only `WireError` may come of hostile bytes, or a value that can be sent on."""
    try:
        value = decode(header, bytearray(body))
    except WireError:
        return
    assert same(round_trip(value), value)


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5_000,
        b"[1e999]",
        b"NaN",
        b"1.5",
        b"{}",
        b'{"float":"0x1p99999999"}',
        b'{"float":1.5}',
        b'{"float":"x","complex":1}',
        b'{"complex":["0x1p0"]}',
        b'{"int":"1"}',
        b'{"value":1}',
        b'{"__class__":1}',
        b'{"tuple":"ab"}',
        b'{"tuple":{"a":1}}',
        b'{"dict":[[1.5,null]]}',
        b'{"dict":[[true,null]]}',
        b'{"dict":[[[1],null]]}',
        b'{"dict":[["a"]]}',
        b'{"dict":{"a":1}}',
        b'{"rng":-1}',
        b'{"rng":true}',
        b'{"rng":18446744073709551616}',
        b'{"function":1}',
        b'{"drained":[1,true]}',
        b'{"array":["<f8",[1]]}',
        b'{"array":["<f8",[-1]]}',
        b'{"array":["<f8",[true]]}',
        b'{"array":["<f8",[1.0]]}',
        b'{"array":["<f8",1]}',
        b'{"array":["<f8",[4611686018427387904,4]]}',
        b'{"array":["<f8",[268435456,268435456,268435456,268435456]]}',
        b'{"array":["<f8",[0,268435456,268435456,268435456,268435456,268435456]]}',
        b'{"array":["<f8",[' + b"1," * 64 + b"1]]}",
        b'{"array":["|O",[1]]}',
        b'{"array":["O",[0]]}',
        b'{"array":["<U8",[0]]}',
        b'{"array":["V16",[0]]}',
        b'{"array":["<f16",[0]]}',
        b'{"array":["2i4",[0]]}',
        b'{"array":["i,i",[0]]}',
        b'{"array":[["<f8"],[0]]}',
        b'{"array":[{"names":[]},[0]]}',
        b'{"scalar":"<M8"}',
        b'{"scalar":[]}',
        b'"\\ud800"',
        b'{"dict":[["\\ud800",1]]}',
    ],
)
def test_hostile_headers_are_refused(header: bytes) -> None:
    assert_refused(header)


def test_a_truth_value_is_zero_or_one() -> None:
    header, body = wire(np.array([True, False]))
    body[1] = 2
    assert_refused(header, body)


def test_the_body_is_exactly_what_the_header_says() -> None:
    header, body = wire(np.zeros(4))
    assert_refused(header, body + b"\0" * 16)
    assert_refused(header, body[:-1])


@pytest.mark.parametrize("sizes", [(1 << 21, 0), (2, 1 << 40), (2**32 - 1, 2**64 - 1)])
def test_a_prefix_cannot_claim_more_than_the_limits(sizes: tuple[int, int]) -> None:
    with pytest.raises(WireError):
        measure(PREFIX.pack(*sizes))


def test_steps_and_outcomes_arrive() -> None:
    step = Step("method", "update", {"x": (1, 2), "rng": RandomGenerator(3)})
    assert read_step(round_trip(step_message(step))) == step
    outcome = Outcome(
        value={"a": 1},
        error=RaisedError("ValueError", ("ValueError", "Exception"), "why", 3),
        changed={"x": [1]},
        warnings=(Warned("RuntimeWarning", "overflow", None),),
    )
    assert read_outcome(round_trip(outcome_message(outcome))) == outcome


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        {"value": 1},
        [1, None, {}],
        [1, None, [], [], None],
        [1, None, {1: 2}, [], None],
        [1, None, {}, None, None],
        [1, None, {}, [["a", "b"]], None],
        [1, None, {}, [["a", "b", 0]], None],
        [1, None, {}, [["a", 1, 1]], None],
        [1, ["a", ["b"], "c", -1], {}, [], None],
        [1, ["a", "b", "c", 1], {}, [], None],
        [1, ["a", [1], "c", 1], {}, [], None],
        [1, np.zeros(4), {}, [], None],
        np.zeros(4),
        (1, None, {}, [], None),
        [1, None, {}, [], 1],
        [1, None, {}, []],
    ],
)
def test_what_is_no_outcome_is_refused(message: Value) -> None:
    with pytest.raises(WireError):
        read_outcome(message)
