"""What strangers may send: frames of the wire, replies, files."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from grader.calls.codec import ALIGNMENT, DTYPES, MAX_HEADER
from grader.calls.steps import MAX_MESSAGE
from grader.calls.values import Drained, NamedFunction, RandomGenerator, Unsupported
from grader.sandbox.answers import MAX_NAME, MAX_NAMES, MAX_REMARKS

Tree = Any


class Sent(NamedTuple):
    """Header and body of a frame, and whether the header was meant to be sound."""

    header: bytes
    body: bytes


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
LENGTHS = st.lists(st.integers(0, 3), max_size=3)
HEX = st.floats().map(float.hex)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**1022), 2**1022),
    TEXT,
    HEX.map(lambda text: {"float": text}),
    st.tuples(HEX, HEX).map(lambda texts: {"complex": list(texts)}),
    st.integers(0, 2**64 - 1).map(lambda seed: {"rng": seed}),
    TEXT.map(lambda text: {"function": text}),
    TEXT.map(lambda text: {"unsupported": text}),
    st.tuples(st.sampled_from(list(DTYPES)), LENGTHS).map(lambda parts: {"array": list(parts)}),
    st.sampled_from(list(DTYPES)).map(lambda name: {"scalar": name}),
)
# Nearly right, which is where a reader is most easily led astray.
JUNK: SearchStrategy[Tree] = st.sampled_from(
    [
        *(1.5, -0.0, {}, {"float": 1}, {"float": ""}, {"float": "0x1p1024"}, {"float": "nan(1)"}),
        *({"complex": "12"}, {"complex": ["0x1p0"]}, {"tuple": "ab"}, {"tuple": {"a": 1}}),
        *({"dict": ["ab"]}, {"dict": [{"a": 1, "b": 2}]}, {"dict": [[True, 1]]}, {"dict": "ab"}),
        *({"dict": [["a", 1], ["a", {"scalar": "<f8"}]]}, {"drained": "ab"}, {"drained": [[], []]}),
        *({"rng": True}, {"rng": -1}, {"rng": 2**64}, {"function": None}, {"array": "ab"}),
        *({"array": ["<f8", [True]]}, {"array": ["<f8", [-1]]}, {"array": ["<f8", [0, 2**40]]}),
        *({"array": ["<f8", [0, 2**28, 2**28, 2**28]]}, {"array": ["<f8", [1] * 33]}),
        *({"array": {"<f8": 1, "|b1": 2}}, {"array": ["|O8", [1]]}, {"array": [["<f8"], [1]]}),
        *({"array": ["<f8", {"1": 1}]}, {"scalar": ["<f8"]}, {"scalar": "<f8", "rng": 1}),
        *(2**1023, "\ud800", {"unsupported": "a" * 201}, {"__class__": "a"}, float("nan")),
    ]
)


def _trees(leaves: SearchStrategy[Tree]) -> SearchStrategy[Tree]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.lists(inner, max_size=4).map(lambda items: {"tuple": items}),
            st.lists(st.tuples(TEXT | st.integers(), inner).map(list), max_size=4).map(
                lambda pairs: {"dict": pairs}
            ),
            st.tuples(st.lists(inner, max_size=3), st.booleans()).map(
                lambda parts: {"drained": list(parts)}
            ),
        ),
        max_leaves=12,
    )


def _body_size(tree: Tree) -> int:
    if isinstance(tree, list):
        return sum(map(_body_size, tree))
    match tree:
        case {"array": [str(name), [*shape]]} if name in DTYPES:
            size = DTYPES[name].itemsize * math.prod(map(int, shape))
        case {"scalar": str(name)} if name in DTYPES:
            size = DTYPES[name].itemsize
        case {}:
            return _body_size(list(tree.values()))
        case _:
            return 0
    return min(max(0, size + -size % ALIGNMENT), 1 << 12)


@st.composite
def frames(draw: st.DrawFn) -> Sent:
    """Headers that follow the grammar, or nearly so, with a body that fits, or nearly so."""
    tree = draw(_trees(LEAVES) | _trees(LEAVES | LEAVES | JUNK))
    size = max(0, _body_size(tree) + draw(st.sampled_from([0, 0, 0, 0, 0, -1, 1, -16, 16])))
    body = draw(st.just(bytes(size)) | st.just(b"\1" * size) | st.binary(max_size=size))
    header = json.dumps(tree, ensure_ascii=draw(st.booleans())).encode(errors="surrogatepass")
    return Sent(header, body.ljust(size, b"\0"))


# What a million bytes of header may be full of.
_UNITS = (
    *("[]", "{}", '{"":0}', '""', '"\u65e5"', '"\\u65e5"', "0", "null", "9" * 300, "9" * 4_000),
    *(
        '{"float":"0"}',
        '{"complex":["0","0"]}',
        '{"tuple":[]}',
        '{"dict":[]}',
        "[[[[0]]]]",
        "[" * 12 + "]" * 12,
    ),
    *('{"dict":[["a",0]]}', '{"array":["<f8",[0]]}', '{"array":["|b1",[0,0,0,0,0,0]]}'),
    *('{"unsupported":""}', '{"rng":0}', '{"drained":[[],true]}', '{"drained":[[0,0],true]}'),
    *("9" * 40_000 + ".5", '{"float":"0x' + "f" * 40_000 + '"}', '"' + "x" * 10_000 + '"'),
)
_AROUND = (("[", "]"), ('{"tuple":[', "]}"), ('{"drained":[[', "],true]}"))


class Repeated(NamedTuple):
    """A large header, told in few words."""

    before: str
    unit: str
    times: int
    after: str

    def header(self) -> bytes:
        """Write it out."""
        return (self.before + ",".join([self.unit] * self.times) + self.after).encode()


@st.composite
def repeated(draw: st.DrawFn) -> Repeated:
    """Headers of up to the largest size there is, full of the same thing."""
    before, after = draw(st.sampled_from(_AROUND))
    unit = draw(st.sampled_from(_UNITS))
    most = (MAX_HEADER - 64) // (len(unit.encode()) + 1)
    return Repeated(before, unit, draw(st.integers(max(1, most // 8), most) | st.just(most)), after)


# Replies as they are after decoding.
_LONG = st.sampled_from(["x" * (MAX_NAME + 1), "\u65e5" * (MAX_MESSAGE + 1)])
_ODD: SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([2**31 - 1, 2**31, 2**1000, 1.0, 1j, np.float64(1), np.bool_(True)])
    | TEXT
    | _LONG
    | st.sampled_from([Unsupported("a"), RandomGenerator(1), NamedFunction("f")])
    | st.builds(np.zeros, st.sampled_from([(), (0,), (2,), (4,)])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXT | st.integers(), inner, max_size=3)
        | st.builds(Drained, st.lists(inner, max_size=2).map(tuple), st.booleans())
    ),
    max_leaves=6,
)


def _nearly(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.integers(0, 9).flatmap(lambda digit: strategy if digit else _ODD)


def _list_of(*parts: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return _nearly(st.tuples(*map(_nearly, parts)).map(list))


def _many(item: SearchStrategy[Any], limit: int) -> SearchStrategy[Any]:
    return st.lists(item, max_size=3) | item.map(lambda single: [single] * (limit + 1))


_WORDS = TEXT | _LONG
_LINE = st.none() | st.integers(1, 2**31 - 1)
ERRORS = _list_of(_WORDS, _many(_nearly(_WORDS), 100), _WORDS, _LINE)
_WARNINGS = st.lists(_list_of(_WORDS, _WORDS, _LINE), max_size=3)
_CHANGED = st.dictionaries(TEXT, _ODD, max_size=3) | st.dictionaries(st.integers(), _ODD)
OUTCOMES = _list_of(_ODD, st.none() | ERRORS, _CHANGED, _WARNINGS)
_REMARKS = _many(_list_of(_WORDS, st.integers(1, 99)), MAX_REMARKS)
_PARAMETERS = st.none() | _list_of(st.integers(0, 3), st.none() | st.integers(0, 3))
LOADED = _list_of(st.none(), _many(_nearly(_WORDS), MAX_NAMES), _PARAMETERS, _REMARKS) | _list_of(
    ERRORS
)
LAYERS = _nearly(st.lists(_nearly(_WORDS), max_size=3))
