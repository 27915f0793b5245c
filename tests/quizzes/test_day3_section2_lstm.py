"""Numbers and code in the quiz on LSTM, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section2_lstm")

FORGET, INPUT, OUTPUT, CANDIDATE, CELL = 0.9, 0.5, 0.8, 0.6, 2.0


def sigmoid(u: float) -> float:
    return float(1 / (1 + np.exp(-u)))


def names() -> dict[str, object]:
    return {
        "f": FORGET, "i": INPUT, "o": OUTPUT, "a": CANDIDATE, "c_old": CELL + 2, "sigmoid": sigmoid,
    }  # fmt: skip


def is_step(found: Mapping[str, object]) -> bool:
    cell = FORGET * (CELL + 2) + INPUT * CANDIDATE
    both = np.array([found["c"], found["h"]], dtype=float)
    return bool(np.allclose(both, [cell, OUTPUT * np.tanh(cell)]))


def test_one_step_of_the_cell() -> None:
    assert KEYS.accepts("cell-step", FORGET * CELL + INPUT * CANDIDATE)
    wrong = [
        FORGET * CELL,
        CELL + INPUT * CANDIDATE,
        INPUT * CELL + FORGET * CANDIDATE,
        INPUT * CANDIDATE,
        CELL,
    ]
    assert all(KEYS.explains("cell-step", value) for value in wrong)


def test_the_code_of_a_step() -> None:
    assert KEYS.code_is_sound("cell-code", names, is_step)


def test_the_gradient_along_the_cell() -> None:
    assert KEYS.accepts("cell-gradient", float(np.prod(np.full(100, FORGET))))
    assert KEYS.explains("cell-gradient", float(np.prod(np.ones(100))))
    assert KEYS.explains("cell-gradient", float(np.sum(np.full(100, FORGET))))
