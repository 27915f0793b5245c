"""What may take a place in a training run, and what may come out of it.

The training loop runs in the trusted process and only the calls of a slot reach the student's
code, so history and parameters cannot be forged; what comes back from a slot is checked here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.calls.values import RandomGenerator, Unsupported, materialise
from grader.words import Sentence, Text, sentence

Array: TypeAlias = NDArray[np.float64]
SlotFunction: TypeAlias = Callable[..., Any]
# Given what a slot's function returned and then the arguments it was called with, gives what
# training goes on with, or raises `SlotError`.
Accept: TypeAlias = Callable[..., Any]

REAL_KINDS = "biuf"
WHOLE_KINDS = "iu"


class SlotError(Exception):
    """What a slot gave cannot be trained with; `sentence` tells the student why."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)
        self.sentence = said


@dataclass(frozen=True)
class Slot:
    """A function inside a lab that a student's implementation can take the place of.

    Attributes:
        default: the plain implementation, called with positional arguments.
        accept: what may come out of it: `arrays(...)` or `whole_number`.
        role: what the training run owes to it, as it stands in a sentence ("the gradient").
        optional: training can do without it. It takes part only where it is asked for, so that
            runs with and without it can be shown side by side.
        steers: whether the parameters depend on it; a loss that is only reported does not steer.
        curve: the name of the series in the history in which it shows most.
        finding: what the runs with and without it teach, in words that hold at every seed.
    """

    default: SlotFunction
    accept: Accept
    role: Text
    optional: bool = False
    steers: bool = True
    curve: str = "loss"
    finding: Text | None = None


def arrays(shape: Callable[..., tuple[int, ...]]) -> Accept:
    """Let nothing pass but real numbers, as a float64 copy; NaN and infinity are let through.

    Args:
        shape: the shape a result must have, from the arguments of the call.
    """

    def accept(value: Any, *arguments: Any) -> Array:
        return _real_array(value, shape(*arguments))

    return accept


def whole_number(value: Any) -> int:
    """Let nothing pass but one whole number of 1 or more."""
    whole = type(value) is int or (
        isinstance(value, np.integer) and value.dtype.kind in WHOLE_KINDS
    )
    if not whole:
        raise SlotError(sentence("labs.not_whole", got=_described(value)))
    if value < 1:
        raise SlotError(sentence("labs.less_than_one", got=value))
    return int(value)


def guarded(slot: Slot, function: SlotFunction) -> SlotFunction:
    """Let only what the slot accepts come out of a stranger's function."""

    def checked(*arguments: Any) -> Any:
        return slot.accept(function(*arguments), *arguments)

    return checked


def local(function: SlotFunction) -> SlotFunction:
    """Let a function of this process take a slot.

    Labs call their slots with values that could cross the wire, where a `RandomGenerator` stands
    for the generator that the function draws from.
    """

    def called(*arguments: Any) -> Any:
        return function(
            *(
                materialise(argument) if isinstance(argument, RandomGenerator) else argument
                for argument in arguments
            )
        )

    return called


def _real_array(value: Any, shape: tuple[int, ...]) -> Array:
    if isinstance(value, (bool, int, float, np.generic)):
        value = np.asarray(value)
    # Exactly ndarray: a subclass could bring its own arithmetic into the training loop.
    if type(value) is not np.ndarray:
        raise SlotError(sentence("labs.not_an_array", got=_type_name(value), shape=str(shape)))
    if value.dtype.kind not in REAL_KINDS:
        raise SlotError(sentence("labs.not_real", dtype=value.dtype))
    if value.shape != shape:
        raise SlotError(sentence("labs.wrong_shape", got=str(value.shape), shape=str(shape)))
    return np.array(value, dtype=np.float64)


def _described(value: Any) -> str:
    return repr(value) if type(value) is float else _type_name(value)


def _type_name(value: Any) -> str:
    return value.type_name if isinstance(value, Unsupported) else type(value).__name__
