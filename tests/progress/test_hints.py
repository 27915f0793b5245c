from __future__ import annotations

from pathlib import Path

import pytest

from grader.progress import Notebook, hints_taken, take_hint

SOFTMAX = "day1/section3_output/softmax"


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "course.json")


def test_hints_are_taken_one_by_one_up_to_the_last(notebook: Notebook) -> None:
    assert hints_taken(notebook, SOFTMAX) == 0
    assert [take_hint(notebook, SOFTMAX, 3) for _ in range(5)] == [1, 2, 3, 3, 3]
    assert hints_taken(notebook, SOFTMAX) == 3


def test_every_exercise_is_counted_by_itself(notebook: Notebook) -> None:
    take_hint(notebook, SOFTMAX, 3)
    assert take_hint(notebook, "day1/section3_output/other", 3) == 1
    assert hints_taken(notebook, SOFTMAX) == 1


def test_a_hint_that_the_author_took_away_is_not_missed(notebook: Notebook) -> None:
    for _ in range(3):
        take_hint(notebook, SOFTMAX, 3)
    assert take_hint(notebook, SOFTMAX, 2) == 2


@pytest.mark.parametrize("taken", ["2", -1, 1.5, True, None, [1]])
def test_what_is_no_count_counts_as_nothing(notebook: Notebook, taken: object) -> None:
    notebook.note("hints", SOFTMAX, {"taken": taken})
    assert hints_taken(notebook, SOFTMAX) == 0
    assert take_hint(notebook, SOFTMAX, 3) == 1
