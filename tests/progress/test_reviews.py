from __future__ import annotations

from pathlib import Path

import pytest

from grader.progress import Notebook, right_answers


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({}, None),
        ({"a#other": True}, None),
        ({"a#one": False}, 0),
        ({"a#one": True, "a#two": False, "b#one": True}, 1),
        ({"a#one": True, "a#two": "yes"}, 1),
    ],
)
def test_right_answers_are_counted_once_there_are_any(
    tmp_path: Path, pages: dict[str, object], expected: int | None
) -> None:
    notebook = Notebook(tmp_path / "course.json")
    for key, right in pages.items():
        notebook.note("quiz_reviews", key, {"right": right})
    assert right_answers(notebook, ["a#one", "a#two", "a#three"]) == expected
