"""Reads from JSON only what is wanted, and passes over the rest without building it.

A notebook may hold a few lines of code and fifty megabytes of pictures; brackets nested a million
deep, or millions of empty lists, must not cost more than their bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# What is wanted is small; a value that is not is none of ours.
MAX_WANTED = 1 << 20
# Steps through containers, and brackets passed over; more are no notebook, and would take minutes.
MAX_STEPS = 100_000
MAX_BRACKETS = 2_000_000

_SPACE = re.compile(rb"[ \t\r\n]*+")
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_SCALAR = re.compile(rb'[^\s",:\[\]{}]++')
_TO_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.DOTALL)
_OPENING, _CLOSING = b"[{", b"]}"


class SkimmingError(ValueError):
    """This is not JSON, as far as it was read."""


class Skimmer:
    """A place in a JSON document, which only moves forward.

    A container is entered by iterating over it; between two steps its current value must be taken
    by `value`, entered, or is passed over.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._taken = True
        self._steps = 0
        self._brackets = 0

    def members(self) -> Iterator[str]:
        """Enter an object: its keys one by one, each with the place at its value.

        Raises:
            SkimmingError: there is no object here.
        """
        for _ in self._parts(b"{", b"}"):
            key = self._string()
            self._expect(b":")
            self._taken = False
            yield key
            self._pass_over_untaken()

    def items(self) -> Iterator[int]:
        """Enter a list: the numbers of its items from 0 on, each with the place at the item.

        Raises:
            SkimmingError: there is no list here.
        """
        for number in self._parts(b"[", b"]"):
            self._taken = False
            yield number
            self._pass_over_untaken()

    def at(self, opening: bytes) -> bool:
        """Whether the value here begins with this character."""
        return self._next() == opening

    def value(self) -> Any:
        """Take the value here; None for one that is too large to be wanted (1 MiB).

        Raises:
            SkimmingError: there is no value here.
        """
        start = self._at
        self._pass_over()
        return _parsed(self._data[start : self._at])

    def finish(self) -> None:
        """Make sure that nothing follows.

        Raises:
            SkimmingError: something does.
        """
        if self._next():
            raise SkimmingError

    def _parts(self, opening: bytes, closing: bytes) -> Iterator[int]:
        self._expect(opening)
        self._taken = True
        if self._next() == closing:
            self._at += 1
            return
        number = 0
        while True:
            self._steps += 1
            if self._steps > MAX_STEPS:
                raise SkimmingError
            yield number
            number += 1
            self._taken = True
            if self._next() == closing:
                self._at += 1
                return
            self._expect(b",")

    def _pass_over_untaken(self) -> None:
        if not self._taken:
            self._pass_over()

    def _pass_over(self) -> None:
        first = self._next()
        if first == b'"':
            self._match(_STRING)
        elif first and first in _OPENING:
            self._pass_over_container()
        else:
            self._match(_SCALAR)
        self._taken = True

    def _pass_over_container(self) -> None:
        depth = 0
        while True:
            self._at = _end(_TO_BRACKET.match(self._data, self._at))
            bracket = self._data[self._at : self._at + 1]
            self._brackets += 1
            if not bracket or bracket == b'"' or self._brackets > MAX_BRACKETS:
                raise SkimmingError
            depth += 1 if bracket in _OPENING else -1
            self._at += 1
            if depth == 0:
                return

    def _string(self) -> str:
        self._next()
        found = _parsed(self._match(_STRING))
        if not isinstance(found, str):
            raise SkimmingError
        return found

    def _match(self, pattern: re.Pattern[bytes]) -> bytes:
        found = pattern.match(self._data, self._at)
        if found is None:
            raise SkimmingError
        self._at = found.end()
        return found.group()

    def _expect(self, character: bytes) -> None:
        if self._next() != character:
            raise SkimmingError
        self._at += 1

    def _next(self) -> bytes:
        self._at = _end(_SPACE.match(self._data, self._at))
        return self._data[self._at : self._at + 1]


def _end(found: re.Match[bytes] | None) -> int:
    assert found is not None
    return found.end()


def _parsed(data: bytes) -> Any:
    if len(data) > MAX_WANTED:
        return None
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise SkimmingError from error
