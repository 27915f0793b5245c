"""Numbers and code in the quiz on tuning, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section3_tuning")

DRAWS = 100_000


def names() -> dict[str, object]:
    return {"rng": np.random.default_rng(0), "n": DRAWS}


def covers_the_decades(found: Mapping[str, object]) -> bool:
    rates = np.asarray(found["rates"])
    counts = np.histogram(rates, bins=[1e-4, 1e-3, 1e-2, 1e-1, 1])[0]
    return rates.shape == (DRAWS,) and bool(np.allclose(counts / DRAWS, 0.25, atol=0.01))


def test_drawing_over_the_decades() -> None:
    assert KEYS.code_is_sound("log-code", names, covers_the_decades)


def test_values_of_grid_and_random_search() -> None:
    axis = np.linspace(0, 1, 5)
    grid = np.array([(first, second) for first in axis for second in axis])
    drawn = np.random.default_rng(0).uniform(size=grid.shape)
    different = {"grid": len(set(grid[:, 0])), "random": len(set(drawn[:, 0]))}
    assert KEYS.accepts("grid-values", different["grid"])
    assert KEYS.explains("grid-values", different["random"])
    assert KEYS.accepts("random-values", different["random"])
    assert KEYS.explains("random-values", different["grid"])


def percent(share: float) -> str:
    return f"{100 * share:.6g}%"


def test_shares_of_a_uniform_draw() -> None:
    above = (1 - 0.1) / (1 - 1e-4)
    assert KEYS.accepts("linear-share", percent(above))
    assert KEYS.explains("linear-share", "10%")
    assert round(1 - above, 2) == 0.1


def test_shares_of_a_draw_of_the_exponent() -> None:
    low, high = np.log10([1e-4, 1])
    share = float((np.log10(0.01) - np.log10(0.001)) / (high - low))
    assert KEYS.accepts("log-share", percent(share))
    below = float((np.log10(0.1) - low) / (high - low))
    assert KEYS.explains("linear-share", percent(below))
    assert KEYS.explains("linear-share", percent(share))
    uniform = (0.01 - 0.001) / (1 - 1e-4)
    assert KEYS.explains("log-share", f"{100 * uniform:.1f}%")
