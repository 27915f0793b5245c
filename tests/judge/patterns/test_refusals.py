from __future__ import annotations

import pytest

from tests.judge.patterns.observing import found, name_of, said

CHECK = "    if n < 0 or step < 1:\n        "
RIGHT = f"def f(n, step):\n{CHECK}raise ValueError(n)\n    return n // step"
VALID = [{"n": n, "step": step} for n, step in [(4, 1), (9, 2), (6, 3), (8, 2)]]
REFUSED = [{"n": n, "step": step} for n, step in [(-1, 1), (-2, 1), (4, 0), (4, -1)]]
INPUTS = [*VALID, *REFUSED]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            RIGHT.replace("ValueError", "TypeError"),
            "Input that must be refused with ValueError is refused with TypeError.",
        ),
        (
            RIGHT.replace("raise", "return"),
            "Where ValueError must be raised, the exception is returned like a value.",
        ),
        (
            RIGHT.replace("raise ValueError(n)", "return 0"),
            "Every input that must be refused is let through (4 of 4 cases).",
        ),
        (
            "def f(n, step):\n    if step == 0:\n        raise ValueError(n)\n    return n // step",
            "Some of the input that must be refused is let through (3 of 4 cases).",
        ),
    ],
)
def test_what_is_wrong_with_the_refusals(wrong: str, sentence: str) -> None:
    assert said(RIGHT, wrong, INPUTS) == sentence


def test_valid_input_that_is_refused() -> None:
    wrong = RIGHT.replace("n < 0", "n < 8.5")
    assert name_of(RIGHT, wrong, INPUTS) == "refuses-valid-input"
    assert said(RIGHT, wrong, INPUTS).startswith("Line 3 raises ValueError for input that is valid")


def test_an_exception_that_nobody_raised_on_purpose_is_no_refusal() -> None:
    wrong = RIGHT.replace("n // step", "n // step + [] if n < 9 else n // step")
    assert name_of(RIGHT, wrong, INPUTS) != "refuses-valid-input"


def test_wrong_refusals_beside_wrong_values_are_not_named() -> None:
    wrong = "def f(n, step):\n    return n ** 3 % 7"
    assert (
        found(RIGHT, wrong, INPUTS) is None or name_of(RIGHT, wrong, INPUTS) == "parameter-unused"
    )


def test_an_exception_by_accident_beside_input_that_is_let_through() -> None:
    # A step of 0 is refused by the division alone.
    assert said(RIGHT, "def f(n, step): return n // step", INPUTS) == (
        "Some of the input that must be refused is let through (3 of 4 cases)."
    )


def test_two_refusals_are_not_enough() -> None:
    wrong = RIGHT.replace("ValueError", "TypeError")
    assert name_of(RIGHT, wrong, [*VALID, *REFUSED[:2]]) is None
