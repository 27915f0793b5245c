"""Numbers and code in the quiz on strategy, computed anew."""

from __future__ import annotations

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section4_strategy")

MODELS = {"A": (0.90, 80), "B": (0.92, 95), "C": (0.95, 1500)}


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, as its definition has it."""
    return float(1 / np.mean([1 / precision, 1 / recall]))


def test_the_harmonic_mean() -> None:
    assert KEYS.accepts("f1-score", f1(0.95, 0.90))
    for wrong in (np.mean([0.95, 0.90]), 0.95 * 0.90, f1(0.95, 0.90) / 2):
        assert KEYS.explains("f1-score", float(wrong))


def test_an_uneven_pair() -> None:
    assert KEYS.accepts("f1-uneven", f1(1, 0.02))
    assert KEYS.explains("f1-uneven", float(np.mean([1, 0.02])))
    assert KEYS.explains("f1-uneven", 1 * 0.02)


def test_the_best_model_within_the_limit() -> None:
    allowed = [name for name, (_, time) in MODELS.items() if time <= 100]
    assert KEYS.accepts("satisfice", max(allowed, key=lambda name: MODELS[name][0]))
    assert KEYS.explains("satisfice", max(MODELS, key=lambda name: MODELS[name][0]))


def test_the_fastest_model() -> None:
    fastest = min(MODELS, key=lambda name: MODELS[name][1])
    assert KEYS.accepts("fastest", fastest)
    assert KEYS.explains("satisfice", fastest)
    assert KEYS.explains("fastest", "B")


def test_steps_between_the_errors() -> None:
    bias, variance = np.diff([1, 8, 10])
    assert KEYS.accepts("avoidable-bias", int(bias))
    assert KEYS.accepts("avoidable-bias", f"{bias}%")
    assert KEYS.explains("avoidable-bias", int(variance))
    assert KEYS.explains("avoidable-bias", 8)
    bias, variance = np.diff([7.5, 8, 10])
    assert variance > bias
    assert KEYS.accepts("harder-task", KEYS.letter("harder-task", "The variance."))


def test_the_best_people_bound_what_can_be_reached() -> None:
    errors = [3, 1, 0.5, 0.3]
    assert KEYS.accepts("human-level", f"{min(errors)}%")
    assert KEYS.explains("human-level", f"{np.mean(errors)}%")
