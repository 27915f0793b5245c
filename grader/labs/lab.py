"""The frame that every lab fills: slots, data, a training run, and what to measure after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.data.dataset import Dataset
from grader.errors import CourseError
from grader.labs.slots import Array, Slot, SlotFunction, guarded, local
from grader.words import Text, sentence

Arrays: TypeAlias = Mapping[str, NDArray[Any]]
Slots: TypeAlias = Mapping[str, SlotFunction]
Progress: TypeAlias = Callable[[int, int], None]


class Scale(NamedTuple):
    """How much training a run is: updates, and on how many images (`None`: on all there are)."""

    updates: int
    images: int | None = None


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
            before that update changed the parameters; as many as the run has updates, also when
            training diverges. What is measured less often is measured at even distances, for the
            last time after the last update.
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


Train: TypeAlias = Callable[[Slots, Arrays, int, Scale, Progress], Training]


@dataclass(frozen=True)
class Lab:
    """One training run with slots.

    Attributes:
        name: the name of the module that defines it.
        title: what a learner reads.
        slots: by name.
        curves: what the series of the history are called, by the same names.
        metrics: how to write what `evaluate` gives, by the same names.
        load_data: reads what to train and evaluate on; raises `UsageError` when it is not on this
            machine.
        train: `(slots, arrays, seed, scale, progress)`; calls `progress(done, total)` after each
            update. The same arguments give the same history. Slots that are not optional are
            always given.
        evaluate: `(training, arrays)`; the numbers worth showing.
        scale: what a student waits for.
        full_scale: the long run, for those who ask for it.
    """

    name: str
    title: Text
    slots: Mapping[str, Slot]
    curves: Mapping[str, Text]
    metrics: Mapping[str, Metric]
    load_data: Callable[[], Dataset]
    train: Train
    evaluate: Callable[[Training, Arrays], dict[str, float]]
    scale: Scale
    full_scale: Scale

    def run(
        self,
        functions: Slots,
        data: Dataset,
        seed: int,
        scale: Scale | None = None,
        progress: Progress = silent,
    ) -> Run:
        """Train with `functions` in their slots, and measure.

        All other slots keep their defaults; those that are optional stay empty. A run may
        diverge: numbers that are not finite go through without a warning, and judging the history
        tells what became of it.

        Args:
            functions: by slot; called with values that could cross the wire.
            data: as `load_data` gave it.
            seed: of the initial weights and the mini-batches.
            scale: how long to train; by default `self.scale`.
            progress: told about every update.

        Raises:
            CourseError: the lab has no slot of that name.
            SlotError: a function gave something that cannot be trained with.
        """
        slots = {name: local(slot.default) for name, slot in self._required()}
        for name, function in functions.items():
            slots[name] = guarded(self.slot(name), function)
        with np.errstate(all="ignore"):
            training = self.train(slots, data.arrays, seed, scale or self.scale, progress)
            return Run(training, self.evaluate(training, data.arrays))

    def slot(self, name: str) -> Slot:
        """Look up a slot.

        Raises:
            CourseError: the lab has no slot of that name.
        """
        if name not in self.slots:
            raise CourseError(sentence("labs.unknown_slot", lab=self.name, slot=name))
        return self.slots[name]

    def reference_functions(self, slot: str | None) -> dict[str, SlotFunction]:
        """What `run` takes for the run that one with a function in `slot` is compared with."""
        if slot is None or not self.slot(slot).optional:
            return {}
        return {slot: local(self.slot(slot).default)}

    def _required(self) -> list[tuple[str, Slot]]:
        return [(name, slot) for name, slot in self.slots.items() if not slot.optional]
