from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.signature import explain_order
from grader.words import LANGUAGES, Text, translate

WANTED = ("d", "y")


def said(source: str) -> dict[str, object] | None:
    found = explain_order(source, "f", WANTED)
    if found is None:
        return None
    assert not isinstance(found.said, Text)
    assert all(translate(found.said, language) for language in LANGUAGES)
    return dict(found.said.values)


def test_parameters_that_changed_places() -> None:
    found = said("def f(y, d):\n    return y\n")
    assert found == {"call": "f(d, y)", "defined": "f(y, d)", "name": "y", "got": "d"}


def test_one_name_of_the_task_in_another_place_is_enough() -> None:
    found = said("import numpy as np\ndef f(y, t):\n    return y\n")
    assert found is not None
    assert (found["name"], found["got"]) == ("y", "d")


@pytest.mark.parametrize(
    "source",
    [
        "def f(d, y):\n    return 1\n",
        "def f(labels, y):\n    return 1\n",
        "def f(labels, probabilities, y=3):\n    return 1\n",
        "def g(y, d):\n    return 1\n",
        "f = lambda y, d: 1\n",
        "def f(",
    ],
)
def test_other_names_say_nothing_about_the_order(source: str) -> None:
    assert said(source) is None


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    explain_order(source, "f", WANTED)
