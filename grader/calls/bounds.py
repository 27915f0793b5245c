"""What a single value on the wire may be; both sides check, one to be kind and one to be sure."""

from __future__ import annotations

from typing import Any

from grader.calls.values import MAX_INT_BITS, MAX_TYPE_NAME, is_short_key, is_text

MAX_DIMENSIONS = 32
MAX_BODY = 256 << 20


class WireError(Exception):
    """Bytes that do not follow the format, or a value that has no place in it."""


def checked_key(key: Any) -> str | int:
    """Let a dict's key pass."""
    if type(key) is str:
        return checked_str(key)
    if type(key) is int and is_short_key(key):
        return key
    raise WireError("a dict with a key that is neither str nor a short int")


def checked_int(value: int) -> int:
    """Let an integer pass that a float can hold."""
    if value.bit_length() > MAX_INT_BITS:
        raise WireError("an integer of too many digits")
    return value


def checked_str(text: str) -> str:
    """Let a text pass that can be printed."""
    if not is_text(text):
        raise WireError("a text that is not valid Unicode")
    return text


def checked_name(text: Any) -> str:
    """Let a short text pass."""
    if not isinstance(text, str) or len(text) > MAX_TYPE_NAME:
        raise WireError("a name that is not a short text")
    return checked_str(text)


def checked_seed(seed: Any) -> int:
    """Let a 64-bit seed pass."""
    if type(seed) is not int or not 0 <= seed < 1 << 64:
        raise WireError("a seed that is not a 64-bit integer")
    return seed


def checked_shape(shape: Any) -> tuple[int, ...]:
    """Let a list of lengths pass."""
    if not isinstance(shape, list) or len(shape) > MAX_DIMENSIONS:
        raise WireError("a shape that is not a short list")
    if not all(type(length) is int and 0 <= length <= MAX_BODY for length in shape):
        raise WireError("a shape with a length that is no size")
    return tuple(shape)
