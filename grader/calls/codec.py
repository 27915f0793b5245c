"""Values as bytes: a JSON header that says what is there, and the raw numbers behind it.

    4 bytes  length of the header          8 bytes  length of the body
    header   JSON, one node per value      body     array data, each piece padded to 16 bytes

Nothing in it is ever executed, and nothing is taken on trust: `decode` answers with a value made
of exact built-in types and base-class arrays, or with `WireError`. Pickle runs code when read and
`.npy` headers are evaluated as Python literals; neither has a place between strangers.
"""

from __future__ import annotations

import json
import math
import struct
from typing import Any, cast

import numpy as np

from grader.calls.bounds import (
    MAX_BODY,
    WireError,
    checked_int,
    checked_key,
    checked_name,
    checked_seed,
    checked_shape,
    checked_str,
)
from grader.calls.pieces import joined
from grader.calls.values import (
    MAX_DEPTH,
    MAX_ITEMS,
    Drained,
    NamedFunction,
    RandomGenerator,
    Unsupported,
    Value,
)

__all__ = ["WireError", "decode", "encode", "measure"]

PREFIX = struct.Struct("!IQ")
MAX_HEADER = 1 << 20
ALIGNMENT = 16
# Arrays from this size on are sent from where they lie; smaller ones are copied for less.
LARGE = 16 << 10

# A table, because `np.dtype` understands (and partly evaluates) far more than the names it gives.
DTYPES: dict[str, np.dtype[Any]] = {
    name: np.dtype(name)
    for name in (
        *("|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8"),
        *("<f2", "<f4", "<f8", "<c8", "<c16"),
    )
}
_NAMES = {dtype: name for name, dtype in DTYPES.items()}

_ndarray, _generic = np.ndarray, np.generic
_ascontiguousarray, _frombuffer, _empty = np.ascontiguousarray, np.frombuffer, np.empty
_uint8 = np.uint8
_dumps = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_loads = json.JSONDecoder().decode


def encode(value: Value) -> list[memoryview]:
    """Write a value as pieces to be sent one after the other, before its arrays are changed.

    Raises:
        WireError: the value is not a `Value`, or larger than the limits.
    """
    encoder = _Encoder()
    header = _dumps(encoder.node(value, 0)).encode()
    if len(header) > MAX_HEADER or encoder.size > MAX_BODY:
        raise WireError("the value is too large to be sent")
    return joined([PREFIX.pack(len(header), encoder.size), header, *encoder.pieces])


def measure(prefix: bytes | bytearray | memoryview) -> tuple[int, int]:
    """Read the lengths of header and body from a prefix.

    Raises:
        WireError: either is beyond its limit.
    """
    header_size, body_size = PREFIX.unpack(prefix)
    if header_size > MAX_HEADER or body_size > MAX_BODY:
        raise WireError("the message is larger than allowed")
    return header_size, body_size


def decode(header: bytes | bytearray | memoryview, body: bytearray | memoryview) -> Value:
    """Read a value; the arrays in it share the memory of `body` and can be written to.

    Raises:
        WireError: header or body do not follow the format.
    """
    try:
        tree = _loads(str(header, "utf-8"))
    except (ValueError, RecursionError) as error:
        raise WireError("the header is not JSON") from error
    decoder = _Decoder(body)
    value = decoder.value(tree, 0)
    if decoder.position != len(body):
        raise WireError("the body is longer than the header says")
    return value


class _Encoder:
    def __init__(self) -> None:
        self.pieces: list[bytes | memoryview] = []
        self.size = 0
        self.items = 0

    def node(self, value: Value, depth: int) -> Any:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise WireError("the value is nested too deeply or holds too many items")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return checked_str(value)
        if kind is int:
            return checked_int(value)
        if kind in (float, complex):
            return _number(value)
        if kind in (list, tuple, dict):
            return self._container(value, depth + 1)
        if kind is _ndarray or isinstance(value, _generic):
            return self._numeric(value)
        return self._stand_in(value, depth)

    def _container(self, value: Any, depth: int) -> Any:
        if isinstance(value, dict):
            pairs = value.items()
            return {"dict": [[checked_key(key), self.node(item, depth)] for key, item in pairs]}
        items = [self.node(item, depth) for item in value]
        return items if isinstance(value, list) else {"tuple": items}

    def _numeric(self, value: Any) -> Any:
        name = _NAMES.get(value.dtype)
        if name is None:
            little = value.dtype.newbyteorder("<")
            if little not in _NAMES:
                raise WireError("a dtype that is not numeric")
            return self._numeric(value.astype(little))
        padding = -value.nbytes % ALIGNMENT
        self.pieces += [_raw(value), b"\0" * padding]
        self.size += value.nbytes + padding
        if type(value) is _ndarray:
            return {"array": [name, list(value.shape)]}
        return {"scalar": name}

    def _stand_in(self, value: Value, depth: int) -> Any:
        if isinstance(value, RandomGenerator):
            return {"rng": checked_seed(value.seed)}
        if isinstance(value, NamedFunction):
            return {"function": checked_name(value.name)}
        if isinstance(value, Unsupported):
            return {"unsupported": checked_name(value.type_name)}
        if isinstance(value, Drained):
            items = [self.node(item, depth + 1) for item in value.items]
            return {"drained": [items, bool(value.complete)]}
        raise WireError(f"a {type(value).__name__} cannot be sent")


def _raw(value: Any) -> bytes | memoryview:
    if value.nbytes < LARGE:
        return cast(bytes, value.tobytes())
    return _ascontiguousarray(value).reshape(-1).view(_uint8).data


def _number(value: complex) -> Any:
    if isinstance(value, float):
        return {"float": value.hex()}
    return {"complex": [value.real.hex(), value.imag.hex()]}


class _Decoder:
    def __init__(self, body: bytearray | memoryview) -> None:
        self.body = body
        self.position = 0
        self.items = 0

    def value(self, tree: Any, depth: int) -> Value:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise WireError("the value is nested too deeply or holds too many items")
        if tree is None or tree is True or tree is False:
            return tree
        kind = type(tree)
        if kind is str:
            return checked_str(tree)
        if kind is int:
            return checked_int(tree)
        if kind is list:
            return [self.value(item, depth + 1) for item in tree]
        return self._node(tree, depth)

    def _node(self, tree: Any, depth: int) -> Value:
        if type(tree) is not dict or len(tree) != 1:
            raise WireError("a node is neither a constant nor a list nor a dict with one key")
        ((kind, content),) = tree.items()
        if kind not in _READERS:
            raise WireError("a node of unknown kind")
        try:
            return _READERS[kind](self, content, depth)
        except (TypeError, ValueError, OverflowError) as error:
            raise WireError(f"a {kind} that is malformed") from error

    def _float(self, content: Any, _depth: int) -> float:
        return float.fromhex(content)

    def _complex(self, content: Any, _depth: int) -> complex:
        real, imaginary = content
        return complex(float.fromhex(real), float.fromhex(imaginary))

    def _tuple(self, content: Any, depth: int) -> Value:
        return tuple(self._items(content, depth))

    def _items(self, content: Any, depth: int) -> list[Value]:
        if not isinstance(content, list):
            raise WireError("a sequence that is not a list")
        return [self.value(item, depth + 1) for item in content]

    def _dict(self, content: Any, depth: int) -> Value:
        if not isinstance(content, list):
            raise WireError("a dict that is not a list of pairs")
        result = {}
        for key, item in content:
            result[checked_key(key)] = self.value(item, depth + 1)
        return result

    def _array(self, content: Any, _depth: int) -> Value:
        dtype_text, shape = content
        return self._numbers(_numeric_dtype(dtype_text), checked_shape(shape))

    def _scalar(self, content: Any, _depth: int) -> Value:
        return self._numbers(_numeric_dtype(content), ())[()]

    def _numbers(self, dtype: np.dtype[Any], shape: tuple[int, ...]) -> Any:
        count = math.prod(shape)
        size = count * dtype.itemsize
        end = self.position + size + -size % ALIGNMENT
        if end > len(self.body):
            raise WireError("an array larger than the body")
        if not count:
            return _empty(0, dtype).reshape(shape)
        numbers = _frombuffer(self.body, dtype, count, self.position)
        if dtype.kind == "b" and (numbers.view(_uint8) > 1).any():
            raise WireError("a truth value that is neither 0 nor 1")
        self.position = end
        return numbers.reshape(shape)

    def _rng(self, content: Any, _depth: int) -> RandomGenerator:
        return RandomGenerator(checked_seed(content))

    def _function(self, content: Any, _depth: int) -> NamedFunction:
        return NamedFunction(checked_name(content))

    def _unsupported(self, content: Any, _depth: int) -> Unsupported:
        return Unsupported(checked_name(content))

    def _drained(self, content: Any, depth: int) -> Drained:
        items, complete = content
        return Drained(tuple(self._items(items, depth)), bool(complete))


_READERS = {
    kind: getattr(_Decoder, f"_{kind}")
    for kind in (
        *("float", "complex", "tuple", "dict", "array", "scalar"),
        *("rng", "function", "unsupported", "drained"),
    )
}


def _numeric_dtype(text: Any) -> np.dtype[Any]:
    if not isinstance(text, str) or text not in DTYPES:
        raise WireError("a dtype that is not numeric")
    return DTYPES[text]
