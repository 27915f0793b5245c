"""What a training run with the student's function proves, beside the reference's at the same seed.

Converging proves little: binary addition is learned even with `W` in the place of `W.T`. The first
losses prove much: at the same seed a wrong gradient leaves the reference's path with the update it
takes part in, whereas a right one, however it is computed, stays on it to the last digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.labs.lab import Metric, Run
from grader.labs.slots import Array, Slot
from grader.words import Sentence, sentence

COMPARED_UPDATES = 50
# Measured on all labs at 20 seeds (docs/labs.md): within these updates rounding stays below 1e-13,
# and below 4e-7 for a function that computes in float32.
RTOL = 1e-6
# The loss has to fall at least this share of the way that the reference's falls.
LEARNING_SHARE = 0.5


@dataclass(frozen=True)
class Compared:
    """One number that was measured after each of the runs; `without` where there is such a run."""

    name: str
    value: float
    reference: float
    without: float | None
    sentence: Sentence


@dataclass(frozen=True)
class TrainingVerdict:
    """What the training run showed.

    Attributes:
        agrees: whether the lab is passed.
        departs_at: the first update, counted from 1, whose loss is not the reference's.
        diverged_at: the first update whose loss is not finite although the reference's is.
        metrics: the student's numbers beside the reference's.
        sentences: what to tell the student about the losses, the most important first.
    """

    agrees: bool
    departs_at: int | None
    diverged_at: int | None
    metrics: tuple[Compared, ...]
    sentences: tuple[Sentence, ...]


class Runs(NamedTuple):
    """The runs of one lab at one seed: with the student's function in a slot, with the slot's
    default, and, for an optional slot, with nothing in it.
    """

    student: Run
    reference: Run
    without: Run | None = None


def judge_training(runs: Runs, slot: Slot, metrics: Mapping[str, Metric]) -> TrainingVerdict:
    """Compare the student's run with the others.

    Args:
        runs: the runs of the lab.
        slot: where the student's function was.
        metrics: how the lab writes its numbers.
    """
    losses = runs.student.training.history["loss"]
    expected = runs.reference.training.history["loss"]
    close = np.isclose(losses, expected, rtol=RTOL, atol=0, equal_nan=True)
    departs_at = _first(~close[:COMPARED_UPDATES])
    diverged_at = _first(~np.isfinite(losses) & np.isfinite(expected))
    return TrainingVerdict(
        agrees=departs_at is None and diverged_at is None,
        departs_at=departs_at,
        diverged_at=diverged_at,
        metrics=tuple(_compared(name, metric, runs) for name, metric in metrics.items()),
        sentences=tuple(_told(losses, expected, departs_at, diverged_at, slot)),
    )


def _first(found: NDArray[np.bool_]) -> int | None:
    return int(np.argmax(found)) + 1 if np.any(found) else None


def _told(
    losses: Array, expected: Array, departs_at: int | None, diverged_at: int | None, slot: Slot
) -> Iterator[Sentence]:
    if departs_at is None and diverged_at is None:
        yield sentence("labs.agrees", count=min(COMPARED_UPDATES, len(expected)))
        return
    if departs_at is not None:
        yield _departure(losses, expected, departs_at)
    if diverged_at is None:
        yield _learning(losses, expected, slot)
        return
    yield sentence("labs.diverges", update=diverged_at)
    if departs_at is None:
        yield sentence("labs.diverges_late")


def _departure(losses: Array, expected: Array, update: int) -> Sentence:
    index = update - 1
    return sentence(
        "labs.departs",
        update=update,
        # With fewer digits the two could look the same.
        loss=f"{losses[index]:.9g}",
        reference=f"{expected[index]:.9g}",
    )


def _learning(losses: Array, expected: Array, slot: Slot) -> Sentence:
    if not slot.steers:
        return sentence("labs.only_reported", role=slot.role)
    start, end = _ends(losses)
    reference_start, reference_end = _ends(expected)
    learns = start - end > max(0.0, LEARNING_SHARE * (reference_start - reference_end))
    return sentence(
        "labs.still_learns" if learns else "labs.does_not_learn",
        start=_number(start),
        end=_number(end),
        reference_end=_number(reference_end),
        role=slot.role,
    )


def _ends(losses: Array) -> tuple[float, float]:
    # The loss of one mini-batch is noisy; a tenth of the run is not.
    tenth = max(1, len(losses) // 10)
    return float(np.mean(losses[:tenth])), float(np.mean(losses[-tenth:]))


def _number(value: float) -> str:
    return f"{value:.4g}"


def _compared(name: str, metric: Metric, runs: Runs) -> Compared:
    value, reference = runs.student.metrics[name], runs.reference.metrics[name]
    without = None if runs.without is None else runs.without.metrics[name]
    said = sentence(
        "labs.metric" if without is None else "labs.metric_of_three",
        label=metric.label,
        value=format(value, metric.spec),
        reference=format(reference, metric.spec),
        without="" if without is None else format(without, metric.spec),
    )
    return Compared(name, value, reference, without, said)
