"""The page of hints: how many of an exercise's hints a learner has asked for."""

from __future__ import annotations

from grader.progress.notebook import Notebook

PAGE = "hints"


def hints_taken(notebook: Notebook, exercise_id: str) -> int:
    """Count the hints of an exercise that were asked for so far."""
    taken = notebook.entry(PAGE, exercise_id).get("taken")
    return taken if type(taken) is int and taken > 0 else 0


def take_hint(notebook: Notebook, exercise_id: str, total: int) -> int:
    """Take the next of `total` hints.

    Returns:
        Its number, counted from 1; when all are taken, that of the last one.
    """
    taken = hints_taken(notebook, exercise_id)
    if taken >= total:
        return total
    notebook.note(PAGE, exercise_id, {"taken": taken + 1})
    return taken + 1
