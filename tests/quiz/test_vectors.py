from __future__ import annotations

from collections import Counter

import pytest

from grader.quiz.kinds import kind_names
from grader.words import LANGUAGES, translate
from tests.quiz.vectors import Vector, answer_from, load_vectors

VECTORS = list(load_vectors())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v.name}-{v.outcome}")
def test_a_response_gets_its_mark(vector: Vector) -> None:
    graded = vector.answer.grade(vector.response)
    assert graded.outcome == vector.outcome
    assert (graded.credit == 1) == (vector.outcome == "right") or vector.outcome == "open"
    assert graded.correct is {"right": True, "wrong": False}.get(vector.outcome)
    if vector.outcome == "unreadable":
        assert graded.message is not None
        assert all(translate(graded.message, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("response", "written"),
    [("0,25", "0.25"), ("０，２５", "0.25"), ("-2,5 × 10^-1", "-2.5*10^-1"), ("0,2,5", None)],
)
def test_a_comma_that_may_be_a_decimal_point_is_named(response: str, written: str | None) -> None:
    said = answer_from("numeric", "0.25").grade(response).message
    assert said is not None
    assert said.name == f"quiz_answers.{'decimal_comma' if written else 'number_unreadable'}"
    assert said.values.get("written") == written


def test_every_kind_has_vectors_of_every_sort() -> None:
    counts = Counter((vector.answer.kind, vector.outcome) for vector in VECTORS)
    for kind in kind_names():
        assert counts[kind, "unreadable"] >= 10
        assert counts[kind, "right"] >= 6 or kind == "essay"
        assert counts[kind, "wrong"] >= 5 or kind == "essay"
