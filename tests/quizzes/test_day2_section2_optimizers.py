"""Numbers and code in the quiz on optimisers, computed anew."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.quiz.grade import grade
from grader.quiz.kinds.code import Code
from grader.quiz.load import find_quizzes, load_quiz

ROOT = Path(__file__).resolve().parents[2]
QUIZ = load_quiz(
    next(files for files in find_quizzes(ROOT) if files.id == "day2/section2_optimizers")
)


def accepts(question_id: str, response: object) -> bool:
    return grade(QUIZ.question(question_id), shown(response)).correct is True


def explains(question_id: str, response: object) -> bool:
    """Whether it is a wrong answer that the quiz knows."""
    graded = grade(QUIZ.question(question_id), shown(response))
    return graded.correct is False and bool(graded.feedback)


def shown(response: object) -> object:
    return repr(float(response)) if isinstance(response, (int, float)) else response


def code_of(question_id: str, blank: str) -> tuple[str, ...]:
    """All right fills of a blank."""
    answer = QUIZ.question(question_id).answer
    assert isinstance(answer, Code)
    return answer.fills[blank]


RATE, GRADIENT = 0.1, 2.0


def test_two_steps_of_momentum() -> None:
    steps, v = [], 0.0
    for _ in range(2):
        v = 0.9 * v - RATE * GRADIENT
        steps.append(v)
    assert accepts("momentum-by-hand", steps[1])
    assert explains("momentum-by-hand", steps[0])
    assert explains("momentum-by-hand", round(0.9 * steps[0], 9))
    assert explains("momentum-by-hand", sum(steps))
    assert explains("momentum-by-hand", -steps[1])


def test_momentum_grows_towards_ten_times_the_first_step() -> None:
    v = 0.0
    for _ in range(500):
        v = 0.9 * v - RATE * GRADIENT
    assert v == pytest.approx(10 * -RATE * GRADIENT)


@pytest.mark.parametrize("square", code_of("adagrad-code", "1"))
@pytest.mark.parametrize("step", code_of("adagrad-code", "2"))
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
    assert accepts("adagrad-second", steps[1])
    assert explains("adagrad-second", steps[0])
    assert explains("adagrad-second", -RATE * GRADIENT / h)
    assert explains("adagrad-second", -RATE * GRADIENT)
    assert explains("adagrad-second", -steps[1])


def averages(values: list[float], beta: float) -> list[float]:
    results, average = [], 0.0
    for value in values:
        average = beta * average + (1 - beta) * value
        results.append(average)
    return results


def test_the_window_of_an_average() -> None:
    assert accepts("ewa-window", round(1 / (1 - 0.98), 9))
    assert explains("ewa-window", round(1 / (1 - 0.5), 9))
    assert explains("ewa-window", round(1 / (1 - 0.9), 9))
    assert explains("ewa-window", round(1 - 0.98, 9))
    weight_after_50_days = 0.98**50
    assert weight_after_50_days == pytest.approx(1 / 3, abs=0.05)


def test_the_first_average() -> None:
    assert accepts("ewa-first", round(averages([10], 0.9)[0], 9))
    assert explains("ewa-first", round(averages([10], 0.1)[0], 9))
    assert explains("ewa-first", averages([10], 0.9)[0] / (1 - 0.9))


def test_a_corrected_average() -> None:
    raw = averages([10, 20], 0.9)[1]
    assert accepts("ewa-corrected", raw / (1 - 0.9**2))
    assert explains("ewa-corrected", round(raw, 9))
    assert explains("ewa-corrected", round(raw / (1 - 0.9), 9))
    assert explains("ewa-corrected", raw * (1 - 0.9**2))
    assert explains("ewa-corrected", np.mean([10, 20]))


def test_the_first_step_of_adam() -> None:
    m, v = (1 - 0.9) * GRADIENT, (1 - 0.999) * GRADIENT**2
    corrected_m, corrected_v = m / (1 - 0.9), v / (1 - 0.999)
    step = -RATE * corrected_m / (np.sqrt(corrected_v) + 1e-8)
    assert accepts("adam-step1", step)
    assert explains("adam-step1", -RATE * GRADIENT)
    assert explains("adam-step1", -RATE * m / np.sqrt(v))
    assert explains("adam-step1", -step)
    assert explains("adam-step1", -RATE * corrected_m / corrected_v)
