from __future__ import annotations

import pytest

from grader.course.earlier import Reading, earlier_code, read_cell


def read(source: str) -> Reading:
    reading = read_cell(source)
    assert reading is not None
    return reading


def earlier(answer: str, *others: str) -> str:
    return earlier_code([read(other) for other in others], read(answer))


ANSWER = "def softmax(x):\n    return np.exp(x) / total(x)"


def test_imports_helpers_and_constants_are_taken_as_far_as_they_are_used() -> None:
    found = earlier(
        ANSWER,
        "import numpy as np\nimport pandas as pd",
        "EPS = 1e-7\nrate = 0.1",
        "def total(x):\n    return np.sum(x) + EPS\n\ndef unused(x):\n    return x",
    )
    assert found == "import numpy as np\nEPS = 1e-07\ndef total(x):\n    return np.sum(x) + EPS"


def test_what_only_does_something_is_not_taken() -> None:
    others = (
        "import numpy as np\nnp.random.seed(0)\nfor total in range(3):\n    print(total)\nx += 1"
    )
    assert earlier(ANSWER, others) == "import numpy as np"


def test_the_last_definition_counts_as_it_does_in_a_kernel() -> None:
    found = earlier("y = f()", "def f(): return 1", "def f(): return 2", "def f(): return 1")
    assert found == "def f():\n    return 2\ndef f():\n    return 1"


def test_what_the_answer_defines_itself_is_not_taken() -> None:
    answer = "import numpy as np\ndef total(x): return x\n" + ANSWER
    assert earlier(answer, "import numpy as np\ndef total(x): return 0\n" + ANSWER) == ""


def test_parameters_and_variables_are_no_names_of_other_cells() -> None:
    answer = "def f(x):\n    rows = len(x)\n    return [row for row in range(rows)]"
    assert earlier(answer, "x = slow()\nrows = 3\nrow = 4\nlen = 5") == "len = 5"


def test_imports_that_depend_on_what_is_installed() -> None:
    choice = "try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np"
    assert earlier(ANSWER, choice) == choice
    assert earlier(ANSWER, "if True:\n    np = 3\n    print(np)") == ""


def test_everything_of_a_module_may_be_what_is_used() -> None:
    assert earlier(ANSWER, "from numpy import *") == "from numpy import *"


def test_decorators_bases_and_defaults_are_used_too() -> None:
    others = "A = 1\nclass Base: pass\ndef mark(f): return f"
    answer = "@mark\nclass C(Base):\n    def f(self, a=A): return a"
    assert earlier(answer, others).count("\n") == 4


@pytest.mark.parametrize(
    "source",
    ["def f(:", "x = (" * 500, "\ud800", "a" + ".a" * 50_000, "-" * 50_000 + "1", "nonlocal x"],
    ids=["syntax", "brackets", "surrogate", "chain", "signs", "scope"],
)
def test_what_cannot_be_read_is_said_to_be_so(source: str) -> None:
    assert read_cell(source) is None


def test_functions_at_the_top_level_are_listed() -> None:
    reading = read(
        "class A: pass\ndef b():\n    def c(): pass\nd = lambda: 0\ne = 3\nif 1:\n    f = 2"
    )
    assert reading.functions == {"A", "b", "d"}
