"""Numbers and code in the quiz on seq2seq and VAE, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("day3/section5_seq2seq")

MU, SIGMA, EPS = np.array([1.0, -2.0]), np.array([0.5, 3.0]), np.array([0.7, -1.3])


def names() -> dict[str, object]:
    return {"mu": MU, "sigma": SIGMA, "eps": EPS, "rng": np.random.default_rng(0)}


def is_drawn(found: Mapping[str, object]) -> bool:
    return bool(np.allclose(np.asarray(found["z"]), [1.0 + 0.5 * 0.7, -2.0 - 3.0 * 1.3]))


def test_the_reparameterisation() -> None:
    assert KEYS.code_is_sound("reparam-code", names, is_drawn)


def test_the_distance_by_integration() -> None:
    sigma = 2.0
    z = np.linspace(-40, 40, 400_001)
    density = np.exp(-((z / sigma) ** 2) / 2) / (sigma * np.sqrt(2 * np.pi))
    log_ratio = -np.log(sigma) - (z / sigma) ** 2 / 2 + z**2 / 2
    distance = float(np.sum(density * log_ratio) * (z[1] - z[0]))
    assert KEYS.accepts("kl-normal", distance)
    assert KEYS.explains("kl-normal", 2 * distance)
    assert KEYS.explains("kl-normal", (sigma**2 - 1) / 2)
    assert KEYS.explains("kl-normal", float(sigma**4 - 1 - np.log(sigma**4)) / 2)
