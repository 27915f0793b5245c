from __future__ import annotations

import numpy as np

from tests.judge.patterns.observing import name_of, said

INPUTS = [{"n": n, "size": n // 2, "step": s} for n, s in [(5, 1), (8, 2), (9, 3), (20, 4), (7, 2)]]
RIGHT = "def f(n, size, step): return (n - size) // step + 1"


def test_a_parameter_that_is_never_used() -> None:
    wrong = "def f(n, size, step): return n ** 2 - size"
    assert name_of(RIGHT, wrong, INPUTS) == "parameter-unused"
    assert said(RIGHT, wrong, INPUTS) == "Never used in the function, though passed to it: `step`."


def test_a_parameter_that_is_used_in_a_wrong_way_is_used() -> None:
    assert name_of(RIGHT, "def f(n, size, step): return n ** 2 - size * step", INPUTS) is None


def test_another_function_with_other_parameters_is_not_meant() -> None:
    wrong = "def g(step, n): return n\ndef f(n, size, step): return n ** 2 - size * g(step, n)"
    assert name_of(RIGHT, wrong, INPUTS) is None


def test_what_explains_the_values_comes_first() -> None:
    wrong = "def f(n, size, step): return np.array(size)"
    assert np.all([name_of(RIGHT, wrong, INPUTS) == "argument-returned"])
