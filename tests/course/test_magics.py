from __future__ import annotations

import ast

import pytest

from grader.course.magics import python_of


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        ("%matplotlib inline\nimport numpy as np", "pass\nimport numpy as np"),
        ("!pip install numpy\nx = 1", "pass\nx = 1"),
        ("if x:\n    %timeit f()\n", "if x:\n    pass\n"),
        ("files = !ls\ny = 2", "files = None\ny = 2"),
        ("t = %time f(3)", "t = None"),
        ("np.exp?\nx = 1", "pass\nx = 1"),
        ("?np.exp", "pass"),
        ("!ls \\\n  -l\nx = 1", "pass\n\nx = 1"),
        ("%%time\nx = 1", "\nx = 1"),
        ("\n%%capture out\n%%time\nx = 1", "\n\n\nx = 1"),
        ("%%bash\necho softmax", ""),
        ("%%writefile softmax.py\ndef softmax(x):\n    return x", ""),
    ],
)
def test_magics_are_taken_out_and_lines_stay(cell: str, source: str) -> None:
    assert python_of(cell).source == source


@pytest.mark.parametrize(
    "cell",
    [
        "x = (5\n% 3)",
        'text = """\n%time\n!ls\n"""',
        "x = 5 \\\n% 3",
        "x = [\n# )\n'(',\n5\n% 3]",
        "a = b % c\nd = a != b\nf(x=3)  # what?",
        "x = 'what?'",
        "y: int = 3\nz = {'!': 1}",
    ],
)
def test_python_that_looks_like_magic_is_left(cell: str) -> None:
    assert python_of(cell).source == cell
    ast.parse(cell)


@pytest.mark.parametrize(
    ("line", "checks"),
    [
        ("%%check softmax", "softmax"),
        ("%%check --lang ja softmax", "softmax"),
        ("%%check day1/section3_output/softmax --labs never", "day1/section3_output/softmax"),
        ("%%check", ""),
        ("%%time", ""),
    ],
)
def test_a_cell_may_say_what_it_answers(line: str, checks: str) -> None:
    python = python_of(f"{line}\ndef softmax(x):\n    return x")
    assert python.checks == checks
    assert python.source == "\ndef softmax(x):\n    return x"
