"""What a training run with the student's function proves, beside the reference's at the same seed.

Converging proves little: binary addition is learned even with `W` in the place of `W.T`. The first
losses prove much: at the same seed a wrong gradient leaves the reference's path with the update it
takes part in, whereas a right one, however it is computed, stays on it to the last digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.labs.lab import Array, Metric, Run
from grader.words import Sentence, Text, sentence

COMPARED_UPDATES = 50
# Measured on binary addition, 20 seeds: within these updates rounding stays below 1e-15, and below
# 1e-8 for a function that gives float32; a wrong formula differs by more than 1e-2.
RTOL = 1e-6
# The loss has to fall at least this share of the way that the reference's falls.
LEARNING_SHARE = 0.5


@dataclass(frozen=True)
class MetricPair:
    """One number that was measured after training, and the reference's."""

    name: str
    value: float
    reference: float
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
    metrics: tuple[MetricPair, ...]
    sentences: tuple[Sentence, ...]


def judge_training(
    student: Run, reference: Run, metrics: Mapping[str, Metric], role: Text
) -> TrainingVerdict:
    """Compare two runs of one lab at one seed.

    Args:
        student: the run with the student's function in a slot.
        reference: the run with all defaults.
        metrics: how the lab writes its numbers.
        role: what the slot gives to the training (`Slot.role`).
    """
    losses = student.training.history["loss"]
    expected = reference.training.history["loss"]
    close = np.isclose(losses, expected, rtol=RTOL, atol=0, equal_nan=True)
    departs_at = _first(~close[:COMPARED_UPDATES])
    diverged_at = _first(~np.isfinite(losses) & np.isfinite(expected))
    return TrainingVerdict(
        agrees=departs_at is None and diverged_at is None,
        departs_at=departs_at,
        diverged_at=diverged_at,
        metrics=_side_by_side(student.metrics, reference.metrics, metrics),
        sentences=tuple(_told(losses, expected, departs_at, diverged_at, role)),
    )


def _first(found: NDArray[np.bool_]) -> int | None:
    return int(np.argmax(found)) + 1 if np.any(found) else None


def _told(
    losses: Array, expected: Array, departs_at: int | None, diverged_at: int | None, role: Text
) -> Iterator[Sentence]:
    if departs_at is None and diverged_at is None:
        yield sentence("labs.agrees", count=min(COMPARED_UPDATES, len(expected)))
        return
    if departs_at is not None:
        yield _departure(losses, expected, departs_at)
    if diverged_at is None:
        yield _learning(losses, expected, role)
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


def _learning(losses: Array, expected: Array, role: Text) -> Sentence:
    start, end = _ends(losses)
    reference_start, reference_end = _ends(expected)
    learns = start - end > max(0.0, LEARNING_SHARE * (reference_start - reference_end))
    return sentence(
        "labs.still_learns" if learns else "labs.does_not_learn",
        start=_number(start),
        end=_number(end),
        reference_end=_number(reference_end),
        role=role,
    )


def _ends(losses: Array) -> tuple[float, float]:
    # The loss of one mini-batch is noisy; a tenth of the run is not.
    tenth = max(1, len(losses) // 10)
    return float(np.mean(losses[:tenth])), float(np.mean(losses[-tenth:]))


def _number(value: float) -> str:
    return f"{value:.4g}"


def _side_by_side(
    student: Mapping[str, float], reference: Mapping[str, float], metrics: Mapping[str, Metric]
) -> tuple[MetricPair, ...]:
    return tuple(
        MetricPair(
            name,
            student[name],
            reference[name],
            sentence(
                "labs.metric",
                label=metric.label,
                value=format(student[name], metric.spec),
                reference=format(reference[name], metric.spec),
            ),
        )
        for name, metric in metrics.items()
    )
