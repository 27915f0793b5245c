"""Which blank is wrong, and which known mistake it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.catalog import load_course
from grader.course.mistakes import load_mistakes
from grader.model import Result

ROOT = Path(__file__).resolve().parents[2]
Filled = Callable[..., Result]

MISTAKES = [
    (exercise.name, mistake.id, dict(mistake.fills))
    for exercise in load_course(ROOT).exercises
    # That each one is told from all others is for `grader verify` to prove.
    for mistake in load_mistakes(exercise)[:4]
]


def statuses(result: Result) -> dict[str, str]:
    return {blank.label: blank.status for blank in result.blanks}


@pytest.mark.parametrize(
    ("name", "mistake", "fills"), MISTAKES, ids=[f"{n}-{m}" for n, m, _ in MISTAKES]
)
def test_every_known_mistake_is_recognised_as_itself(
    filled: Filled, name: str, mistake: str, fills: dict[str, str]
) -> None:
    result = filled(name, fills)
    assert result.status in ("failed", "error")
    assert [found.id for found in result.diagnosis if found.kind != "gradient"] == [mistake]
    assert result.diagnosis[0].confidence == "exact"
    wrong = {label for label, status in statuses(result).items() if status == "wrong"}
    if len(fills) == 1:
        assert wrong == set(fills)
    assert result.counterexample is not None


def test_two_mistakes_at_once_are_named_blank_by_blank(filled: Filled) -> None:
    result = filled("rnn_delta", {"1": "delta_next @ W", "2": "d_sigmoid(sigmoid(u))"})
    assert statuses(result) == {"1": "wrong", "2": "wrong"}
    assert [found.kind for found in result.diagnosis] == ["mistake", "mistake", "gradient"]
    assert all(blank.message for blank in result.blanks)


def test_an_unknown_mistake_is_still_localised(filled: Filled) -> None:
    result = filled("softmax", {"3": "exp_x.sum(axis=-1, keepdims=True) + x.mean() ** 2"})
    assert statuses(result) == {"1": "right", "2": "right", "3": "wrong"}
    assert not any(found.kind == "mistake" for found in result.diagnosis)
    assert result.line == result.blanks[2].line


def test_filled_blanks_are_judged_while_others_are_open(filled: Filled) -> None:
    result = filled("softmax", {"1": "___1", "2": "np.exp(x)"})
    assert result.status == "todo"
    assert statuses(result) == {"1": "todo", "2": "wrong", "3": "right"}
    assert result.score == 0


def test_a_rewritten_answer_is_graded_as_a_whole(grade: Filled) -> None:
    result = grade("l2_gradient", "def l2_gradient(grad, param, rate):\n    return param * 2\n")
    assert result.status == "failed"
    assert not result.aligned
    assert any("graded as a whole" in message for message in result.messages)


def test_a_rewritten_right_answer_passes(grade: Filled) -> None:
    source = (
        "def l2_gradient(grad, param, rate):\n    decay = param * rate\n    return decay + grad\n"
    )
    result = grade("l2_gradient", source)
    assert (result.status, result.score) == ("passed", 10.0)


def test_a_helper_of_the_student_is_at_hand_when_one_blank_is_judged(grade: Filled) -> None:
    exercise = next(e for e in load_course(ROOT).exercises if e.name == "softmax")
    source = exercise.student_path.read_text(encoding="utf-8")
    source = source.replace("___1", "shifted = x - largest(x)").replace("___2", "np.exp(shifted)")
    source = source.replace("___3", "np.sum(exp_x)")
    source += "\n\ndef largest(x):\n    return np.max(x, axis=-1, keepdims=True)\n"
    assert statuses(grade("softmax", source)) == {"1": "right", "2": "right", "3": "wrong"}


def test_right_answers_in_other_styles_pass(grade: Filled) -> None:
    transposed = """
import numpy as np
def softmax(x):
    x = np.asarray(x, dtype=float)
    if x.ndim == 2:
        return np.array([softmax(row) for row in x])
    e = np.exp(x - x.max())
    return e / e.sum()
"""
    assert grade("softmax", transposed).status == "passed"


def test_an_answer_that_changes_its_argument_is_told_so(grade: Filled) -> None:
    source = "def l2_gradient(grad, param, rate):\n    grad += rate * param\n    return grad\n"
    result = grade("l2_gradient", source)
    assert result.status == "failed"
    assert "`grad` was changed" in result.messages[0]
    assert result.counterexample is not None


def test_print_debugging_leaves_the_blanks_judged(grade: Filled) -> None:
    exercise = next(e for e in load_course(ROOT).exercises if e.name == "softmax")
    source = exercise.student_path.read_text(encoding="utf-8")
    source = source.replace("    ___1", "    shifted = x\n    print('shifted', (shifted))")
    source = source.replace("___2", "np.exp(shifted)\n    print(exp_x.shape)").replace(
        "___3", "2.0"
    )
    assert statuses(grade("softmax", source)) == {"1": "wrong", "2": "right", "3": "wrong"}


@pytest.mark.slow
def test_an_endless_blank_is_named(filled: Filled) -> None:
    result = filled("softmax", {"2": "[0 for _ in iter(int, 1)]"})
    assert result.status == "timeout"
    assert statuses(result) == {"1": "right", "2": "wrong", "3": "right"}
    assert "does not come back" in result.blanks[1].message


def test_the_case_shown_is_one_where_the_difference_can_be_seen(filled: Filled) -> None:
    result = filled("cross_entropy_error", {"2": "y[d]"})
    assert result.counterexample is not None
    difference = result.counterexample.difference
    assert isinstance(difference, dict)
    if difference["kind"] == "value":
        assert f"{difference['expected']:.3g}" != f"{difference['got']:.3g}"


def test_what_is_too_deep_to_be_explained_keeps_its_mark(
    grade: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_deep(*_arguments: object) -> Result:
        raise RecursionError

    monkeypatch.setattr("grader.grading.explaining.explain", too_deep)
    result = grade("l2_gradient", "def l2_gradient(grad, param, rate):\n    return grad\n")
    assert (result.status, result.diagnosis) == ("failed", ())
