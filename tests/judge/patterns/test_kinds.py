from __future__ import annotations

import pytest

from grader.judge.patterns import find_pattern
from tests.judge.patterns.observing import TOLERANCE, arrays, found, name_of, observe, said

X = arrays((3,), (4,), (2, 3), (3, 3))
DOUBLE = "def f(x): return 2 * x"
TOTAL = "def f(x): return x.sum()"
COUNT = "def f(x): return x.size"
POSITIVE = "def f(x): return x > 0"
PAIR = "def f(x): return x.min(), x.max()"


@pytest.mark.parametrize(
    ("right", "wrong", "name"),
    [
        (DOUBLE, "def f(x): 2 * x", "returns-nothing"),
        (DOUBLE, "def f(x): return None if print(end='') else None", "returns-nothing"),
        (DOUBLE, "def f(x): print(end='')", "prints-instead-of-returning"),
        (DOUBLE, "def f(x): return str(2 * x)", "text"),
        (TOTAL, "def f(x): return f'{x.sum()}'", "text"),
        (TOTAL, "def f(x): return x.sum", "returns-a-function"),
        (DOUBLE, "def f(x): return 2 * x,", "trailing-comma"),
        (TOTAL, "def f(x): return x.sum(), x.size", "returns-more"),
        (DOUBLE, "def f(x): return (2 * x).tolist()", "list-for-array"),
        (DOUBLE, "def f(x): return [2 * row for row in x]", "list-for-array"),
        (DOUBLE, "def f(x): return tuple(2 * x)", "tuple-for-array"),
        (DOUBLE, "def f(x):\n    for row in x:\n        yield 2 * row", "generator-for-array"),
        (TOTAL, "def f(x): return [x.sum()]", "list-for-number"),
        (PAIR, "def f(x): return [x.min(), x.max()]", "list-for-sequence"),
        (PAIR, "def f(x): return np.array([x.min(), x.max()])", "ndarray-for-sequence"),
        (DOUBLE, "def f(x): return x > 0", "bool-for-number"),
        (POSITIVE, "def f(x): return np.where(x > 0, 1, 0)", "number-for-bool"),
        (COUNT, "def f(x): return x.size / 1", "float-for-int"),
        ("def f(x): return x.size // 2", "def f(x): return x.size / 2", "fraction-for-int"),
        ("def f(x): return np.sign(x)", "def f(x): return np.sign(x).astype(int)", "int-for-float"),
        (DOUBLE, "def f(x): return 2 * x + 0j", "complex-for-real"),
    ],
)
def test_a_wrong_type_is_named(right: str, wrong: str, name: str) -> None:
    sizes = arrays((3,), (5,), (3, 3), (7,))
    assert name_of(right, wrong, sizes) == name
    assert said(right, wrong, sizes)


@pytest.mark.parametrize(
    "wrong",
    [
        "def f(x): return (3.7 * x * x).tolist()",  # a list, but of other numbers
        "def f(x): return 3.7 * x * x, 1",
        "def f(x): return list(x) if x.ndim == 1 else np.sin(x)",
    ],
)
def test_a_wrong_type_does_not_hide_wrong_numbers(wrong: str) -> None:
    assert name_of(DOUBLE, wrong, X) is None


def test_two_cases_are_not_enough() -> None:
    assert name_of(DOUBLE, "def f(x): return (2 * x).tolist()", X[:2]) is None


def test_the_same_case_again_is_no_more_evidence() -> None:
    assert name_of(DOUBLE, "def f(x): return (2 * x).tolist()", X[:1] * 5) is None


def test_a_function_that_prints_and_returns_is_not_told_to_print() -> None:
    wrong = "def f(x):\n    print(end='')\n    return None if x.size else x"
    assert name_of(DOUBLE, wrong, X) == "returns-nothing"


def test_a_file_that_cannot_be_parsed_is_no_obstacle() -> None:
    explanation = find_pattern(observe(DOUBLE, "def f(x): 2 * x", X), "def f(", TOLERANCE)
    assert explanation is not None
    assert explanation.id == "returns-nothing"


def test_only_what_tells_the_whole_result_is_exact() -> None:
    explanation = found(DOUBLE, "def f(x): return (2 * x).tolist()", X)
    assert explanation is not None
    assert (explanation.kind, explanation.confidence) == ("pattern", "exact")
