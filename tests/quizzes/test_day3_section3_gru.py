"""Numbers and code in the quiz on GRU, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section3_gru")

RNG = np.random.default_rng(0)
INPUTS, HIDDEN = 4, 3
X, H_OLD, R = RNG.normal(size=INPUTS), RNG.normal(size=HIDDEN), RNG.uniform(size=HIDDEN)
W, U, B = RNG.normal(size=(INPUTS, HIDDEN)), RNG.normal(size=(HIDDEN, HIDDEN)), np.ones(HIDDEN)


def names() -> dict[str, object]:
    return {"x": X, "h_old": H_OLD, "r": R, "W": W, "U": U, "b": B}


def is_candidate(found: Mapping[str, object]) -> bool:
    past = np.array([sum(H_OLD[j] * R[j] * U[j, k] for j in range(HIDDEN)) for k in range(HIDDEN)])
    return bool(np.allclose(np.asarray(found["candidate"]), np.tanh(X @ W + past + B)))


def test_the_candidate_recalls_through_the_reset_gate() -> None:
    assert KEYS.code_is_sound("gru-reset", names, is_candidate)


def test_parameters_are_the_sizes_of_all_arrays() -> None:
    part = W.size + U.size + B.size
    assert KEYS.accepts("gru-parameters", 3 * part)
    for wrong in (4 * part, 2 * part, part, 3 * (W.size + U.size)):
        assert KEYS.explains("gru-parameters", wrong)


def test_the_mixture_of_old_and_new() -> None:
    old, new, z = 2.0, -1.0, 0.25
    assert KEYS.accepts("gru-mix", (1 - z) * old + z * new)
    assert KEYS.explains("gru-mix", z * old + (1 - z) * new)
    assert KEYS.explains("gru-mix", old + new)
    assert KEYS.explains("gru-mix", old + z * new)
