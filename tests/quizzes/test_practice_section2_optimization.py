"""Numbers and code in the quiz on optimisation algorithms, computed anew."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section2_optimization")

SIZES = [1, 3, 4, 5, 10]


def test_updates_of_ten_epochs() -> None:
    batches = len(range(0, 50_000, 128))
    assert KEYS.accepts("total-updates", 10 * batches)
    assert KEYS.explains("total-updates", batches)
    assert KEYS.explains("total-updates", 10 * (50_000 // 128))
    assert KEYS.explains("total-updates", len(range(0, 10 * 50_000, 128)))


def collected(program: str, size: int) -> list[float]:
    """The examples of all batches, from code that cuts off one after the other."""
    seen: list[float] = []
    names: dict[str, object] = {"X": np.arange(10.0), "size": size, "seen": seen}
    exec(program + "    seen.extend(batch)\n", {"np": np, **names})
    return seen


@pytest.mark.parametrize("program", KEYS.right_programs("batch-code"))
@pytest.mark.parametrize("size", SIZES)
def test_no_example_is_lost(program: str, size: int) -> None:
    assert collected(program, size) == list(range(10))


@pytest.mark.parametrize("program", KEYS.wrong_programs("batch-code"))
def test_wrong_fills_lose_examples(program: str) -> None:
    assert any(collected(program, size) != list(range(10)) for size in SIZES)


def test_the_decay() -> None:
    rates = [0.2 / (1 + epoch) for epoch in range(4)]
    assert KEYS.accepts("rate-decay", rates[3])
    assert KEYS.explains("rate-decay", rates[2])
    assert KEYS.explains("rate-decay", 0.2 * 0.5**3)
    assert KEYS.explains("rate-decay", 0.2 * (1 + 3))
