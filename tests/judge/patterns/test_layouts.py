from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judge.patterns.observing import arrays, found, name_of, said

VECTORS = arrays((3,), (4,), (2,), (5,))
MATRICES = arrays((2, 3), (3, 2), (3, 3), (4, 2))
CUBES = arrays((2, 3, 4), (3, 3, 2), (4, 2, 3))
ROWS = arrays((1, 3), (1, 4), (1, 2))
RIGHT = "def f(x): return 1 - x ** 2"


@pytest.mark.parametrize(
    ("shown", "inputs", "name"),
    [
        ("r[:, np.newaxis]", VECTORS, "column"),
        ("r[np.newaxis]", VECTORS, "row"),
        ("r.T", MATRICES, "transposed"),
        ("r.T", CUBES, "transposed"),
        ("np.swapaxes(r, 0, 1)", CUBES, "first-axes-swapped"),
        ("np.swapaxes(r, 1, 2)", CUBES, "last-axes-swapped"),
        ("r.transpose(2, 0, 1)", CUBES, "axes-permuted"),
        ("r[::-1]", VECTORS, "reversed-first-axis"),
        ("r[::-1]", MATRICES, "reversed-first-axis"),
        ("r[:, ::-1]", MATRICES, "reversed-second-axis"),
        ("r[..., ::-1]", CUBES, "reversed-last-axis"),
        ("r[::-1, ::-1]", MATRICES, "turned"),
        ("r.ravel()", MATRICES, "flattened"),
        ("r[np.newaxis]", MATRICES, "extra-first-axis"),
        ("r[..., np.newaxis]", MATRICES, "extra-last-axis"),
        ("r.squeeze()", [*ROWS, *MATRICES], "axis-dropped"),
        ("r[0, 0]", arrays((1, 1), (1, 1), (1, 1)), "number-for-array"),
        ("r.reshape(r.shape[::-1])", arrays((2, 3), (4, 2), (2, 4)), "other-shape"),
        ("r[[1, 0, *range(2, len(r))]]", arrays((4, 2), (5, 3), (6, 2)), "rows-reordered"),
        ("r.reshape(-1)[np.argsort(r, None)].reshape(r.shape)", MATRICES, "reordered"),
        ("r[:, np.newaxis] + r", VECTORS, "broadcast-to-pairs"),
    ],
)
def test_a_wrong_layout_is_named(shown: str, inputs: list[dict[str, object]], name: str) -> None:
    wrong = f"def f(x):\n    r = 1 - x ** 2\n    return {shown}"
    assert name_of(RIGHT, wrong, inputs) == name
    assert said(RIGHT, wrong, inputs)


@pytest.mark.parametrize("shown", ["x.sum(keepdims=True).reshape(1)", "[[x.sum()]] * np.ones(1)"])
def test_an_array_around_a_single_number(shown: str) -> None:
    right = "def f(x): return x.sum()"
    assert name_of(right, f"def f(x): return {shown}", MATRICES) == "array-for-number"


def test_symmetric_results_explain_why_some_cases_pass() -> None:
    right, wrong = "def f(x): return x @ x.T * x[0, 0] + x", "def f(x): return (x + 0).T"
    assert name_of("def f(x): return x + 0", wrong, [*MATRICES, *arrays((1, 1), (2,))]) is not None
    assert name_of(right, wrong, arrays((2, 2), (3, 3), (4, 4))) is None


def test_a_passing_case_that_would_change_speaks_against_it() -> None:
    wrong = "def f(x):\n    r = 1 - x ** 2\n    return r if len(r) == 4 else r.T"
    assert name_of(RIGHT, wrong, MATRICES) != "transposed"


def test_other_numbers_are_not_a_matter_of_layout() -> None:
    assert name_of(RIGHT, "def f(x): return np.cos(x).T", MATRICES) is None


def test_a_loose_idea_is_only_likely() -> None:
    wrong = "def f(x): return np.sort(1 - x ** 2, axis=None).reshape(x.shape)"
    explanation = found(RIGHT, wrong, MATRICES)
    assert explanation is not None
    assert explanation.confidence == "likely"


@settings(max_examples=30, deadline=None)
@given(st.permutations([0, 1, 2]), st.integers(0, 99))
def test_whichever_axes_are_swapped_the_name_tells_it(order: list[int], seed: int) -> None:
    inputs = arrays((2, 3, 4), (4, 3, 2), (3, 4, 2), seed=seed)
    names: dict[tuple[int, ...], str | None] = {
        (0, 1, 2): None,
        (1, 0, 2): "first-axes-swapped",
        (0, 2, 1): "last-axes-swapped",
        (2, 1, 0): "transposed",
    }
    named = name_of(RIGHT, f"def f(x): return np.transpose(1 - x ** 2, {order})", inputs)
    assert named == names.get(tuple(order), "axes-permuted")
