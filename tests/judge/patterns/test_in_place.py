from __future__ import annotations

import numpy as np

from tests.judge.patterns.observing import arrays, name_of, said

X = arrays((3,), (4,), (2, 3), (3, 3))
RIGHT = "def f(x): return x - x.max()"
UPDATE = "def f(param, grad):\n    param -= 0.1 * grad"


def updates() -> list[dict[str, object]]:
    rng = np.random.default_rng(0)
    return [{"param": rng.normal(size=n), "grad": rng.normal(size=n)} for n in (1, 2, 3, 4)]


def test_an_argument_that_is_changed_although_the_result_is_right() -> None:
    wrong = "def f(x):\n    x -= x.max()\n    return x"
    assert name_of(RIGHT, wrong, X) == "argument-changed"
    assert (
        said(RIGHT, wrong, X) == "The result is right, but the argument `x` is changed on the way."
    )


def test_a_change_beside_a_wrong_result_is_not_all_there_is() -> None:
    wrong = "def f(x):\n    x -= x.max()\n    return np.sin(x)"
    assert name_of(RIGHT, wrong, X) is None


def test_an_argument_that_is_not_updated_but_returned() -> None:
    wrong = "def f(param, grad):\n    param = param - 0.1 * grad\n    return param"
    assert name_of(UPDATE, wrong, updates()) == "returned-instead-of-updated"


def test_an_argument_that_is_not_updated_at_all() -> None:
    wrong = "def f(param, grad):\n    param = param - 0.1 * grad"
    assert name_of(UPDATE, wrong, updates()) == "argument-not-updated"
    assert "`param`" in said(UPDATE, wrong, updates())


def test_patterns_are_looked_for_in_what_was_updated() -> None:
    right = "def f(param, grad):\n    param *= grad"
    wrong = "def f(param, grad):\n    param *= -grad"
    assert said(right, wrong, updates()) == (
        "`param` after the call is the expected one with the opposite sign."
    )
