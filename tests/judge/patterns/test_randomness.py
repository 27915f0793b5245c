from __future__ import annotations

import numpy as np
import pytest

from grader.calls.values import RandomGenerator
from grader.judge.patterns.source import Draw, foreign_draws
from tests.judge.patterns.observing import found, name_of, said

X = np.arange(12.0)
INPUTS = [{"x": X[:n], "rng": RandomGenerator(seed)} for n in (12, 9) for seed in range(5)]
RIGHT = "def f(x, rng): return x[rng.integers(0, len(x))]"


def test_the_state_that_everybody_shares() -> None:
    wrong = "import numpy as np\ndef f(x, rng):\n    return x[np.random.randint(0, len(x))]"
    assert name_of(RIGHT, wrong, INPUTS) == "generator-not-used"
    assert said(RIGHT, wrong, INPUTS) == (
        "Line 3 calls `np.random.randint`, which does not use the generator `rng`."
    )


def test_a_generator_of_its_own_is_certain_if_the_seed_has_no_effect() -> None:
    wrong = (
        "import numpy as np\n"
        "def f(x, rng):\n"
        "    rng = np.random.default_rng(7)\n"
        "    return x[rng.integers(0, len(x))]"
    )
    explanation = found(RIGHT, wrong, INPUTS)
    assert explanation is not None
    assert explanation.confidence == "exact"
    assert said(RIGHT, wrong, INPUTS).startswith("Line 3 makes a generator of its own")


def test_a_result_without_any_randomness() -> None:
    wrong = "def f(x, rng): return x[len(x) // 2]"
    assert name_of(RIGHT, wrong, INPUTS) == "seed-without-effect"
    assert said(RIGHT, wrong, INPUTS).startswith("Cases that differ only in the seed of `rng`")


def test_a_generator_used_in_another_way_is_used() -> None:
    wrong = "def f(x, rng): return x[rng.integers(0, len(x) - 1)] * x[1] + rng.normal()"
    assert name_of(RIGHT, wrong, INPUTS) is None


def test_the_shared_state_is_not_blamed_where_no_generator_is_passed() -> None:
    inputs = [{"x": X[:n]} for n in (3, 4, 5, 6)]
    wrong = "import numpy as np\nnp.random.seed(0)\ndef f(x): return np.sin(x)"
    assert name_of("def f(x): return np.cos(x) + x", wrong, inputs) is None


@pytest.mark.parametrize(
    ("source", "draws"),
    [
        ("import numpy as np\nnp.random.rand()", [Draw(2, "np.random.rand", False)]),
        ("import random\nrandom.random()", [Draw(2, "random.random", False)]),
        ("from random import choice as c\nc([1])", [Draw(2, "c", False)]),
        ("from numpy import random\nrandom.normal()", [Draw(2, "random.normal", False)]),
        (
            "from numpy.random import default_rng\ndefault_rng(0)",
            [Draw(2, "default_rng", True)],
        ),
        ("from numpy.random import default_rng\ndefault_rng(rng)", []),
        (
            "import numpy as np\nnp.random.default_rng(seed=3)",
            [Draw(2, "np.random.default_rng", True)],
        ),
        ("import numpy.random as r\nr.seed(0)", [Draw(2, "r.seed", False)]),
        ("def f(rng): return rng.random()", []),
        ("def f(random): return random.random()", []),
        ("import numpy as np\nnp.random.Generator(0)", []),
        ("import numpy as np\nnp.sum(0)", []),
        ("no program", []),
    ],
)
def test_calls_that_draw_from_elsewhere_are_found(source: str, draws: list[Draw]) -> None:
    assert foreign_draws(source) == draws
