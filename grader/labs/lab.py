"""The frame that every lab fills: slots, data, a training run, and what to measure after it.

The training loop runs in the trusted process and only the calls of a slot reach the student's
code, so history and parameters cannot be forged; what comes back from a slot is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.calls.values import Unsupported
from grader.errors import CourseError
from grader.words import Sentence, Text, sentence

Array: TypeAlias = NDArray[np.float64]
Arrays: TypeAlias = Mapping[str, NDArray[Any]]
SlotFunction: TypeAlias = Callable[..., Any]
Progress: TypeAlias = Callable[[int, int], None]

REAL_KINDS = "biuf"


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
        result_shape: the shape a result must have, from the arguments of the call.
        role: what the training run owes to it, as it stands in a sentence ("the gradient").
    """

    default: SlotFunction
    result_shape: Callable[..., tuple[int, ...]]
    role: Text


@dataclass(frozen=True)
class Metric:
    """How a number that `evaluate` gives is named and written (`spec` is a format spec)."""

    label: Text
    spec: str = ".3f"


@dataclass(frozen=True)
class Training:
    """What a training run leaves behind.

    Attributes:
        history: float64 arrays by name. `loss` is always there: one value an update, taken
            before that update changed the parameters; as many as the lab has updates, also when
            training diverges.
        parameters: what was learned.
    """

    history: Mapping[str, Array]
    parameters: Mapping[str, Array]


@dataclass(frozen=True)
class Run:
    """A training run and what was measured after it."""

    training: Training
    metrics: Mapping[str, float]


def silent(done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class Lab:
    """One training run with slots.

    Attributes:
        name: the name of the module that defines it.
        title: what a learner reads.
        slots: by name; `train` gets one function for each.
        metrics: how to write what `evaluate` gives, by the same names.
        load_data: reads the named arrays to train and evaluate on; raises `UsageError` when they
            are not on this machine.
        train: `(slots, data, seed, progress)`; calls `progress(done, total)` after each update.
            The same arguments give the same history.
        evaluate: `(training, data)`; the numbers worth showing.
    """

    name: str
    title: Text
    slots: Mapping[str, Slot]
    metrics: Mapping[str, Metric]
    load_data: Callable[[], Arrays]
    train: Callable[[Mapping[str, SlotFunction], Arrays, int, Progress], Training]
    evaluate: Callable[[Training, Arrays], dict[str, float]]

    def run(
        self,
        functions: Mapping[str, SlotFunction],
        data: Arrays,
        seed: int,
        progress: Progress = silent,
    ) -> Run:
        """Train with `functions` in their slots and the defaults in all others, and measure.

        A run may diverge: numbers that are not finite go through without a warning, and judging
        the history tells what became of it.

        Raises:
            CourseError: the lab has no slot of that name.
            SlotError: a function gave something that cannot be trained with.
        """
        for name in functions:
            if name not in self.slots:
                raise CourseError(sentence("labs.unknown_slot", lab=self.name, slot=name))
        slots: dict[str, SlotFunction] = {name: slot.default for name, slot in self.slots.items()}
        for name, function in functions.items():
            slots[name] = guarded(self.slots[name], function)
        with np.errstate(all="ignore"):
            training = self.train(slots, data, seed, progress)
            return Run(training, self.evaluate(training, data))


def guarded(slot: Slot, function: SlotFunction) -> SlotFunction:
    """Let nothing but float64 arrays of the right shape come out of a stranger's function.

    Returns:
        A function of the same arguments. Real numbers of any type pass as a float64 copy, NaN
        and infinity included; anything else raises `SlotError`.
    """

    def checked(*arguments: Any) -> Array:
        return _real_array(function(*arguments), slot.result_shape(*arguments))

    return checked


def _real_array(value: Any, shape: tuple[int, ...]) -> Array:
    if isinstance(value, (bool, int, float, np.generic)):
        value = np.asarray(value)
    # Exactly ndarray: a subclass could bring its own arithmetic into the training loop.
    if type(value) is not np.ndarray:
        raise SlotError(sentence("labs.not_an_array", got=_type_name(value), shape=shape))
    if value.dtype.kind not in REAL_KINDS:
        raise SlotError(sentence("labs.not_real", dtype=value.dtype))
    if value.shape != shape:
        raise SlotError(sentence("labs.wrong_shape", got=value.shape, shape=shape))
    return np.array(value, dtype=np.float64)


def _type_name(value: Any) -> str:
    return value.type_name if isinstance(value, Unsupported) else type(value).__name__
