"""Numbers and code in the quiz on optimisers, computed anew."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quizzes.keys import Keys

KEYS = Keys("day2/section2_optimizers")


RATE, GRADIENT = 0.1, 2.0


def test_two_steps_of_momentum() -> None:
    steps, v = [], 0.0
    for _ in range(2):
        v = 0.9 * v - RATE * GRADIENT
        steps.append(v)
    assert KEYS.accepts("momentum-by-hand", steps[1])
    assert KEYS.explains("momentum-by-hand", steps[0])
    assert KEYS.explains("momentum-by-hand", round(0.9 * steps[0], 9))
    assert KEYS.explains("momentum-by-hand", sum(steps))
    assert KEYS.explains("momentum-by-hand", -steps[1])


def test_momentum_grows_towards_ten_times_the_first_step() -> None:
    v = 0.0
    for _ in range(500):
        v = 0.9 * v - RATE * GRADIENT
    assert v == pytest.approx(10 * -RATE * GRADIENT)


@pytest.mark.parametrize("square", KEYS.fills("adagrad-code", "1"))
@pytest.mark.parametrize("step", KEYS.fills("adagrad-code", "2"))
def test_every_writing_of_adagrad_does_the_same(square: str, step: str) -> None:
    first, second = np.array([2.0, -1.0]), np.array([2.0, 3.0])
    w = np.zeros(2)
    names = {"np": np, "lr": RATE, "h": np.zeros(2), "w": w}
    for gradient in (first, second):
        names["g"] = gradient
        exec(f"h += {square}\nw -= {step} / (np.sqrt(h) + 1e-7)", names)
    sums = first**2 + second**2
    expected = -RATE * first / np.abs(first) - RATE * second / np.sqrt(sums)
    assert np.allclose(w, expected, atol=1e-6)


def test_two_steps_of_adagrad() -> None:
    steps, h = [], 0.0
    for _ in range(2):
        h += GRADIENT**2
        steps.append(-RATE * GRADIENT / (np.sqrt(h) + 1e-7))
    assert KEYS.accepts("adagrad-second", steps[1])
    assert KEYS.explains("adagrad-second", steps[0])
    assert KEYS.explains("adagrad-second", -RATE * GRADIENT / h)
    assert KEYS.explains("adagrad-second", -RATE * GRADIENT)
    assert KEYS.explains("adagrad-second", -steps[1])


def averages(values: list[float], beta: float) -> list[float]:
    results, average = [], 0.0
    for value in values:
        average = beta * average + (1 - beta) * value
        results.append(average)
    return results


def test_the_window_of_an_average() -> None:
    assert KEYS.accepts("ewa-window", round(1 / (1 - 0.98), 9))
    assert KEYS.explains("ewa-window", round(1 / (1 - 0.5), 9))
    assert KEYS.explains("ewa-window", round(1 / (1 - 0.9), 9))
    assert KEYS.explains("ewa-window", round(1 - 0.98, 9))
    weight_after_50_days = 0.98**50
    assert weight_after_50_days == pytest.approx(1 / 3, abs=0.05)


def test_the_first_average() -> None:
    assert KEYS.accepts("ewa-first", round(averages([10], 0.9)[0], 9))
    assert KEYS.explains("ewa-first", round(averages([10], 0.1)[0], 9))
    assert KEYS.explains("ewa-first", averages([10], 0.9)[0] / (1 - 0.9))


def test_a_corrected_average() -> None:
    raw = averages([10, 20], 0.9)[1]
    assert KEYS.accepts("ewa-corrected", raw / (1 - 0.9**2))
    assert KEYS.explains("ewa-corrected", round(raw, 9))
    assert KEYS.explains("ewa-corrected", round(raw / (1 - 0.9), 9))
    assert KEYS.explains("ewa-corrected", raw * (1 - 0.9**2))
    assert KEYS.explains("ewa-corrected", np.mean([10, 20]))


def test_the_first_step_of_adam() -> None:
    m, v = (1 - 0.9) * GRADIENT, (1 - 0.999) * GRADIENT**2
    corrected_m, corrected_v = m / (1 - 0.9), v / (1 - 0.999)
    step = -RATE * corrected_m / (np.sqrt(corrected_v) + 1e-8)
    assert KEYS.accepts("adam-step1", step)
    assert KEYS.explains("adam-step1", -RATE * GRADIENT)
    assert KEYS.explains("adam-step1", -RATE * m / np.sqrt(v))
    assert KEYS.explains("adam-step1", -step)
    assert KEYS.explains("adam-step1", -RATE * corrected_m / corrected_v)
